// Numbers of glTF nodes, rounded so that they are short in text.
#pragma once

#include <cmath>
#include <glm/vec3.hpp>
#include <nlohmann/json.hpp>

#include "core/base/Trig.h"

namespace sketchwalk::gltf {

inline double rounded(double value, double steps) {
    return std::round(value * steps) / steps + 0.0;  // + 0.0: never "-0.0"
}

inline nlohmann::ordered_json vectorJson(const glm::vec3& v) {  // to the millimetre
    return nlohmann::ordered_json::array({rounded(v.x, 1000), rounded(v.y, 1000), rounded(v.z, 1000)});
}

inline nlohmann::ordered_json quaternionJson(double x, double y, double z, double w) {
    return nlohmann::ordered_json::array({rounded(x, 1e7), rounded(y, 1e7), rounded(z, 1e7), rounded(w, 1e7)});
}

inline nlohmann::ordered_json yawJson(double degrees) {
    const double half = exact::radians(degrees) / 2;
    return quaternionJson(0, exact::sin(half), 0, exact::cos(half));
}

}  // namespace sketchwalk::gltf
