// glTF's own numbers, and ours as its JSON holds them.
#pragma once

#include <cmath>
#include <cstddef>
#include <glm/vec3.hpp>
#include <nlohmann/json.hpp>

#include "core/base/Trig.h"

namespace sketchwalk::gltf {

using Json = nlohmann::ordered_json;

// Component types of accessors, and targets of bufferViews.
inline constexpr int kByte = 5120, kShort = 5122, kUnsignedShort = 5123, kUnsignedInt = 5125, kFloat = 5126;
inline constexpr int kVertexData = 34962, kIndexData = 34963;
// More vertices than this need 32-bit indices: 65535 itself is the restart index.
inline constexpr size_t kNarrowLimit = 65535;

// To the nearest of `steps` a unit; never -0.
inline double rounded(double value, double steps = 1e5) {
    return std::round(value * steps) / steps + 0.0;
}

inline Json numbers(const glm::vec3& v) {
    return Json::array({static_cast<double>(v.x), static_cast<double>(v.y), static_cast<double>(v.z)});
}
inline Json vectorJson(const glm::vec3& v) {  // to the millimetre
    return Json::array({rounded(static_cast<double>(v.x), 1000), rounded(static_cast<double>(v.y), 1000),
                        rounded(static_cast<double>(v.z), 1000)});
}

inline Json quaternionJson(double x, double y, double z, double w) {
    return Json::array({rounded(x, 1e7), rounded(y, 1e7), rounded(z, 1e7), rounded(w, 1e7)});
}

inline Json yawJson(double degrees) {
    const double half = exact::radians(degrees) / 2;
    return quaternionJson(0, exact::sin(half), 0, exact::cos(half));
}

}  // namespace sketchwalk::gltf
