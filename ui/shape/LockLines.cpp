#include "ui/shape/LockLines.h"

#include <algorithm>

namespace sketchwalk::ui {
namespace {

constexpr float kRails[] = {0, 0.15f, 0.3f, 0.45f, 0.6f, 0.75f, 0.9f, 1.05f, 1.2f};  // metres
constexpr double kDash = 2;               // metres, and as much again between
constexpr float kLineOverGround = 0.35f;  // metres

void addLine(std::vector<glm::vec3>& ends, const Polyline& line, const terrain::Ground& ground, bool dashed) {
    if (line.size() < 2) return;
    const Polyline even = resampled(line, kDash);
    const auto at = [&](Point p) {
        const Point on(std::clamp(p.x, 0.0, ground.extent.x), std::clamp(p.y, 0.0, ground.extent.y));
        double height = ground.heightAt(on);
        const auto level = static_cast<double>(ground.waterLevel.clamped(static_cast<int>(on.x / ground.spacing),
                                                                         static_cast<int>(on.y / ground.spacing)));
        if (level > height) height = level;  // never where there is no level
        return glm::vec3(on.x, static_cast<float>(height) + kLineOverGround, on.y);
    };
    for (size_t i = 0; i + 1 < even.size(); i += dashed ? 2 : 1) {
        for (const float up : kRails) {  // lines are thin: some above each other look like a band
            ends.push_back(at(even[i]) + glm::vec3(0, up, 0));
            ends.push_back(at(even[i + 1]) + glm::vec3(0, up, 0));
        }
    }
}

}  // namespace

std::vector<glm::vec3> lockLines(const std::vector<layout::Lock>& locks, const Polyline& drawn,
                                 const terrain::Ground& ground) {
    std::vector<glm::vec3> ends;
    const auto addRing = [&](Ring ring) {
        if (ring.empty()) return;
        ring.push_back(ring.front());
        addLine(ends, ring, ground, true);
    };
    for (const layout::Lock& lock : locks) {
        addRing(lock.shape.outer);
        for (const Ring& hole : lock.shape.holes) addRing(hole);
    }
    addLine(ends, drawn, ground, false);
    return ends;
}

}  // namespace sketchwalk::ui
