#include "app/cli/Tour.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

#include "core/base/Hash.h"

namespace sketchwalk::cli {
namespace {

constexpr double kLongestLeg = 120;     // metres, of a random way
constexpr uint64_t kMostLegs = 100000;  // where one gets nowhere

struct Target {
    std::string what;
    glm::vec3 place{0};
    int next = -1;  // the target to go to straight after this: the other end of a bridge
    bool second = false;
};

// Targets of all goals; a bridge has one at either end. What the part of the mesh does not touch is cut off.
std::vector<Target> targetsOf(const std::vector<navigation::Goal>& goals, const navigation::Paths& paths, int& cutOff) {
    std::vector<Target> targets;
    for (const navigation::Goal& goal : goals) {
        const std::string name = goal.category + " of stroke " + std::to_string(goal.stroke);
        size_t found = 0;
        for (const glm::vec3& place : goal.places) {
            const auto near = paths.nearest(place, navigation::kNear);
            if (!near) continue;
            const bool second = goal.all && found > 0;
            targets.push_back({(goal.all ? "an end of the " : "the ") + name, *near, -1, second});
            if (second) targets[targets.size() - 2].next = static_cast<int>(targets.size() - 1);
            ++found;
            if (!goal.all) break;
        }
        if (goal.all ? found < goal.places.size() : found == 0) ++cutOff;
    }
    return targets;
}

std::string placeOf(const glm::dvec3& p) {
    return "(" + std::to_string(std::lround(p.x)) + ", " + std::to_string(std::lround(p.z)) + ")";
}

double rounded(double value) {
    return std::round(value * 1e4) / 1e4;
}

double percentile(std::vector<float> values, double share) {
    if (values.empty()) return 0;
    const auto at = static_cast<ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<size_t>(at)];
}

}  // namespace

Tour walkTour(play::World& world, const play::Surface& surface, const navigation::Paths& paths,
              const std::vector<navigation::Goal>& goals, const TourOptions& options, const std::stop_token& stop,
              const std::function<void(double)>& progress) {
    Tour tour;
    const std::vector<Target> targets = targetsOf(goals, paths, tour.cutOff);
    tour.targets = static_cast<int>(targets.size());
    play::Bot bot(world, surface);
    const auto goTo = [&](const glm::vec3& place, uint64_t leg) {
        const auto ways = [&](const glm::vec3& from) { return paths.between(from, place); };
        return bot.find(ways, randomBits(options.seed, "gait", leg) % 3 == 0, stop);
    };
    std::set<int> open;
    for (int i = 0; i < tour.targets; ++i) {
        if (!targets[static_cast<size_t>(i)].second) open.insert(i);
    }
    uint64_t leg = 0;
    int forced = -1;  // the other end of a bridge just reached
    while ((!open.empty() || forced >= 0) && !stop.stop_requested()) {
        int best = forced;
        double nearest = 1e300;
        for (const int i : open) {
            if (forced >= 0) break;
            const glm::dvec3 off = glm::dvec3(targets[static_cast<size_t>(i)].place) - world.walker().feet;
            const double distance = std::hypot(off.x, off.z);
            if (distance < nearest) {
                nearest = distance;
                best = i;
            }
        }
        open.erase(best);
        const Target& target = targets[static_cast<size_t>(best)];
        const bool there = goTo(target.place, leg++);
        tour.reached += there;
        if (!there) {
            tour.missed.push_back(target.what + " at " + placeOf(glm::dvec3(target.place)) + ", from " +
                                  placeOf(world.walker().feet));
        }
        forced = target.next;
        progress(std::min(1.0, bot.figures().metres / options.metres));
    }
    for (; bot.figures().metres < options.metres && leg < kMostLegs && !stop.stop_requested(); ++leg) {
        const auto place = paths.somewhere(randomBits(options.seed, "leg", leg));
        if (!place) break;
        const glm::dvec3 off = glm::dvec3(*place) - world.walker().feet;
        if (std::hypot(off.x, off.z) > kLongestLeg) continue;
        goTo(*place, leg);
        progress(std::min(1.0, bot.figures().metres / options.metres));
    }
    tour.figures = bot.figures();
    return tour;
}

nlohmann::json reportOf(const Tour& tour) {
    const play::BotFigures& f = tour.figures;
    const auto place = [](const glm::dvec3& p) { return nlohmann::json{rounded(p.x), rounded(p.y), rounded(p.z)}; };
    return {{"metres", rounded(f.metres)},
            {"max_gap_m", rounded(f.maxGap)},
            {"max_gap_at", place(f.gapAt)},
            {"max_stuck_s", rounded(f.maxStuck)},
            {"max_stuck_at", place(f.stuckAt)},
            {"targets", tour.targets},
            {"reached", tour.reached},
            {"missed", tour.missed},
            {"cut_off", tour.cutOff},
            {"rescues", f.rescues},
            {"seconds", rounded(f.seconds)},
            {"step_ms", {{"p50", rounded(percentile(f.tickMs, 0.5))}, {"p99", rounded(percentile(f.tickMs, 0.99))}}}};
}

}  // namespace sketchwalk::cli
