#include "core/play/Bot.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <glm/geometric.hpp>

#include "core/base/Trig.h"

namespace sketchwalk::play {
namespace {

constexpr double kGetsOn = 0.25;    // metres
constexpr double kGivesUp = 10;     // seconds
constexpr double kLooksAgain = 2;   // seconds of not getting on after which it looks for another way
constexpr int kMostWays = 10;       // to one place
constexpr double kAtCorner = 0.2;   // metres
constexpr double kAtEnd = 0.5;      // metres
constexpr double kSameLevel = 1.8;  // metres that the last corner's height may be off: Detour's are coarse
constexpr double kBrakes = 1.5;     // metres before a corner: no longer running
constexpr double kHops = 1;         // seconds of standing still after which it jumps, as anyone would
constexpr double kFarGap = 5;       // metres: no need to look farther

}  // namespace

// What the last tick was like.
void Bot::note() {
    const Walker& walker = m_world.walker();
    if (walker.stance == Stance::standing && !walker.onProp) {
        const double gap = m_surface.distance(walker.feet, std::max(m_figures.maxGap, 0.05));
        // Only where it may be a new worst is it worth to look farther.
        if (gap >= std::max(m_figures.maxGap, 0.05)) {
            const double far = m_surface.distance(walker.feet, kFarGap);
            if (far > m_figures.maxGap) {
                m_figures.maxGap = far;
                m_figures.gapAt = walker.feet;
            }
        } else if (gap > m_figures.maxGap) {
            m_figures.maxGap = gap;
            m_figures.gapAt = walker.feet;
        }
    }
    m_still += kTick;
    if (m_still > m_figures.maxStuck) {
        m_figures.maxStuck = m_still;
        m_figures.stuckAt = walker.feet;
    }
    m_figures.seconds += kTick;
    m_figures.rescues = walker.rescues;
}

bool Bot::reach(const glm::vec3& corner, bool last, bool run, double patience, const std::stop_token& stop) {
    const double within = last ? kAtEnd : kAtCorner;
    const auto away = [&] {
        return std::hypot(corner.x - m_world.walker().feet.x, corner.z - m_world.walker().feet.z);
    };
    double nearest = away();  // metres: no farther than here when it last got on
    double enough = m_still + patience;
    while (!stop.stop_requested()) {
        const Walker& walker = m_world.walker();
        const double x = corner.x - walker.feet.x, z = corner.z - walker.feet.z, distance = away();
        if (distance < within && (!last || std::abs(corner.y - walker.feet.y) < kSameLevel)) return true;
        if (distance < nearest - kGetsOn) {
            nearest = distance;
            m_still = 0;
            enough = patience;
        }
        if (m_still > enough) return false;
        Intent intent;
        intent.yaw = exact::degrees(exact::atan2(x, z));
        intent.forward = 1;
        intent.run = run && distance > kBrakes;
        // The key goes up and down; one who stands still tries a hop, and to the side.
        if (m_still > kHops) {
            const double beat = std::fmod(m_still, 1.0);
            intent.jump = beat < 0.3;
            intent.right = m_still > 2 * kHops ? (std::fmod(m_still, 2.0) < 1 ? 1 : -1) : 0;
        }
        const double before = walker.walked;
        const auto start = std::chrono::steady_clock::now();
        m_world.tick(intent);
        const std::chrono::duration<float, std::milli> took = std::chrono::steady_clock::now() - start;
        m_figures.tickMs.push_back(took.count());
        m_figures.metres += std::max(0.0, m_world.walker().walked - before);
        note();
    }
    return false;
}

bool Bot::follow(const std::vector<glm::vec3>& corners, bool run, double patience, const std::stop_token& stop) {
    for (size_t i = 1; i < corners.size(); ++i) {
        if (!reach(corners[i], i + 1 == corners.size(), run, patience, stop)) return false;
    }
    return !corners.empty();
}

bool Bot::follow(const std::vector<glm::vec3>& corners, bool run, const std::stop_token& stop) {
    return follow(corners, run, kGivesUp, stop);
}

bool Bot::find(const Ways& ways, bool run, const std::stop_token& stop) {
    for (int way = 0; way < kMostWays && !stop.stop_requested(); ++way) {
        const std::vector<glm::vec3> corners = ways(glm::vec3(m_world.walker().feet));
        if (corners.empty()) return false;
        if (follow(corners, run, kLooksAgain, stop)) return true;
    }
    return false;
}

}  // namespace sketchwalk::play
