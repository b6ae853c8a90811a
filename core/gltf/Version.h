// What the files say wrote them.
#pragma once

namespace sketchwalk::gltf {

constexpr const char* kGenerator = "Sketchwalk " SKETCHWALK_VERSION;  // the build gives the project's version

}  // namespace sketchwalk::gltf
