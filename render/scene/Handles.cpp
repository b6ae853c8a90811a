#include "render/scene/Handles.h"

#include <algorithm>
#include <cmath>

namespace sketchwalk::render {
namespace {

constexpr int kSides = 64, kKnobSides = 16;
constexpr float kKnobShare = 0.13f, kLeastKnob = 0.35f;  // of the ring's radius; metres
constexpr float kTau = 6.2831853f;

void addRound(std::vector<glm::vec3>& lines, glm::vec3 middle, float radius, int sides, float turn) {
    const auto at = [&](int i) {
        const float a = turn + kTau * static_cast<float>(i) / static_cast<float>(sides);
        return middle + glm::vec3(std::sin(a), 0, std::cos(a)) * radius;
    };
    for (int i = 0; i < sides; ++i) {
        lines.push_back(at(i));
        lines.push_back(at(i + 1));
    }
}

float radians(float degrees) {
    return degrees * kTau / 360;
}

}  // namespace

glm::vec3 Handles::turningKnob() const {
    return foot + glm::vec3(std::sin(radians(yaw)), 0, std::cos(radians(yaw))) * radius;
}

glm::vec3 Handles::scalingKnob() const {
    return foot + glm::vec3(std::cos(radians(yaw)), 0, -std::sin(radians(yaw))) * radius;
}

std::vector<glm::vec3> linesOf(const Handles& handles) {
    std::vector<glm::vec3> lines;
    const float knob = std::max(handles.radius * kKnobShare, kLeastKnob);
    addRound(lines, handles.foot, handles.radius, kSides, 0);
    for (const float share : {1.0f, 0.75f, 0.5f, 0.25f}) {  // lines are thin: some inside each other look filled
        addRound(lines, handles.turningKnob(), knob * share, kKnobSides, 0);
        addRound(lines, handles.scalingKnob(), knob * share, 4, radians(handles.yaw + 45));
    }
    lines.push_back(handles.foot);  // which way it looks
    lines.push_back(handles.turningKnob());
    return lines;
}

}  // namespace sketchwalk::render
