// Someone who walks along given ways with the same legs as a person, and notes what went wrong. Deterministic but for
// the times of ticks.
#pragma once

#include <functional>
#include <glm/vec3.hpp>
#include <stop_token>
#include <vector>

#include "core/play/Surface.h"
#include "core/play/World.h"

namespace sketchwalk::play {

struct BotFigures {
    double metres = 0;   // walked, along the map
    double seconds = 0;  // of the world's time
    double maxGap = 0;   // metres: the farthest the feet ever were from the drawn surface while standing
    glm::dvec3 gapAt{0};
    double maxStuck = 0;  // seconds: the longest without coming a quarter of a metre nearer to the next corner
    glm::dvec3 stuckAt{0};
    int rescues = 0;            // times brought back to a safe place
    std::vector<float> tickMs;  // milliseconds of processor time by tick
};

class Bot {
  public:
    Bot(World& world, const Surface& surface) : m_world(world), m_surface(surface) {}

    using Ways = std::function<std::vector<glm::vec3>(const glm::vec3& from)>;  // corners; none: there is no way

    // Goes from corner to corner, the first being where it stands. True when it came within half a metre of the last;
    // false after ten seconds without getting anywhere, or when stopped.
    bool follow(const std::vector<glm::vec3>& corners, bool run, const std::stop_token& stop);
    // The same; but who slipped off the way, and does not get on, looks for another from where they stand.
    bool find(const Ways& ways, bool run, const std::stop_token& stop);
    const BotFigures& figures() const { return m_figures; }

  private:
    bool follow(const std::vector<glm::vec3>& corners, bool run, double patience, const std::stop_token& stop);
    bool reach(const glm::vec3& corner, bool last, bool run, double patience, const std::stop_token& stop);
    void note();

    World& m_world;
    const Surface& m_surface;
    BotFigures m_figures;
    double m_still = 0;  // seconds since it last came nearer
};

}  // namespace sketchwalk::play
