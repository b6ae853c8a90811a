#include "core/routes/Routes.h"

#include <algorithm>
#include <cmath>

#include "core/base/Memo.h"
#include "core/routes/Along.h"
#include "core/routes/Flight.h"
#include "core/routes/Floor.h"
#include "core/routes/Way.h"

namespace sketchwalk::routes {
namespace {

constexpr double kStep = 0.4;                 // metres between places whose height is looked up
constexpr double kRise = 0.65, kDrop = 0.75;  // metres that the ground may rise or fall from one such place to the next
constexpr double kStair = 0.06,
                 kEdge = 0.03;        // metres: a rise between two places that is looked at more closely; how closely
constexpr double kTurnRate = 150;     // degrees a second, of who turns on the spot
constexpr double kBoatTurnRate = 40;  // the same, of a boat or cart
constexpr double kError = 0.02, kTurn = 1.5;  // metres and degrees that fewer keys may miss
constexpr double kLeastLook = 0.5;            // metres along the way, to each side, that the heading follows

struct Step {
    Point at{0, 0};
    double height = 0, along = 0, seconds = 0;
};

// Times that can be kept at no more than the fastest pace: who is late hurries until it is not.
void keepPace(std::vector<WayPoint>& points, double fastest) {
    for (size_t i = 1; i < points.size(); ++i) {
        const double length = std::hypot(points[i].at.x - points[i - 1].at.x, points[i].at.z - points[i - 1].at.z);
        points[i].seconds = std::max(points[i].seconds, points[i - 1].seconds + length / fastest);
    }
}

std::vector<Step> stepsOf(const Way& way, const Floor& floor) {
    std::vector<Step> steps;
    double along = 0;
    // Where a step of stone or a deck's edge lies between, it is found: nobody glides up a stair.
    const auto add = [&](const auto& self, Step next, double guess) -> void {
        if (steps.empty()) {  // the mesh's own height, then from place to place
            next.height = floor.near(next.at, guess - kDrop, guess + kRise).value_or(guess);
            steps.push_back(next);
            return;
        }
        const Step last = steps.back();
        next.height = floor.near(next.at, last.height - kDrop, last.height + kRise).value_or(guess);
        if (std::abs(next.height - last.height) > kStair && next.along - last.along > kEdge) {
            Step middle;
            middle.at = (last.at + next.at) * 0.5;
            middle.along = (last.along + next.along) / 2;
            middle.seconds = (last.seconds + next.seconds) / 2;
            self(self, middle, (last.height + guess) / 2);
            self(self, next, guess);
            return;
        }
        steps.push_back(next);
    };
    for (size_t i = 0; i < way.points.size(); ++i) {
        const WayPoint& to = way.points[i];
        const WayPoint& from = way.points[i > 0 ? i - 1 : 0];
        const Point a(from.at.x, from.at.z), b(to.at.x, to.at.z);
        const double length = distance(a, b);
        const int count = i == 0 ? 1 : std::max(1, static_cast<int>(std::ceil(length / kStep)));
        for (int k = 1; k <= count; ++k) {
            const double t = static_cast<double>(k) / count;
            if (i > 0) along += length / count;
            add(add, {a + (b - a) * t, 0, along, from.seconds + (to.seconds - from.seconds) * t},
                from.at.y + (to.at.y - from.at.y) * t);
        }
    }
    return steps;
}

Point placeAt(const std::vector<Step>& steps, double along, bool loop) {
    const double length = steps.back().along;
    if (loop && length > 0) along = along < 0 ? along + length : along > length ? along - length : along;
    return placeAlong(steps, along);
}

std::vector<scene::TrackKey> keysOf(const std::vector<Step>& steps, double look, bool loop) {
    std::vector<scene::TrackKey> keys;
    for (const Step& step : steps) {
        const double near = loop ? look : std::min({look, step.along + 1e-3, steps.back().along - step.along + 1e-3});
        const Point ahead = placeAt(steps, step.along + std::max(near, kLeastLook), loop) -
                            placeAt(steps, step.along - std::max(near, kLeastLook), loop);
        scene::TrackKey key;
        key.seconds = static_cast<float>(step.seconds);
        key.pose.position = {static_cast<float>(step.at.x), static_cast<float>(step.height),
                             static_cast<float>(step.at.y)};
        key.pose.yaw = distance(ahead, {0, 0}) > 1e-9 ? static_cast<float>(yawToward(ahead))
                       : keys.empty()                 ? 0
                                                      : keys.back().pose.yaw;
        if (keys.empty() || key.seconds > keys.back().seconds + 1e-4f) keys.push_back(key);
    }
    return keys;
}

// Turns on the spot, in steps of less than half a turn, so that everybody turns the same way round.
void turnRound(std::vector<scene::TrackKey>& keys, double toYaw, double rate) {
    const scene::TrackKey from = keys.back();
    double turn = scene::turnBetween(from.pose.yaw, toYaw);
    if (std::abs(turn) < 1) return;
    if (turn < -179) turn += 360;
    for (int part = 1; part <= 3; ++part) {
        scene::TrackKey key = from;
        key.seconds += static_cast<float>(std::abs(turn) * part / 3 / rate);
        key.pose.yaw = static_cast<float>(std::fmod(from.pose.yaw + turn * part / 3 + 360, 360));
        keys.push_back(key);
    }
}

scene::Track thereAndBack(std::vector<scene::TrackKey> keys, double rate) {
    scene::Track track;
    const size_t count = keys.size();
    track.arrival = keys.back().seconds;
    const float end = keys.back().seconds;
    turnRound(keys, keys.back().pose.yaw + 180.0, rate);
    const float back = keys.back().seconds;
    for (size_t i = count - 1; i-- > 0;) {
        scene::TrackKey key = keys[i];
        key.seconds = back + (end - keys[i].seconds);
        key.pose.yaw = static_cast<float>(std::fmod(key.pose.yaw + 180.0, 360.0));
        keys.push_back(key);
    }
    turnRound(keys, keys.front().pose.yaw, rate);
    track.keys = std::move(keys);
    return track;
}

scene::Track trackOf(Way way, const layout::Route& route, const catalogue::Entry& follower, const Floor& floor) {
    const bool loop = route.loop && way.whole && way.points.size() > 2;
    if (loop &&
        (way.points.front().at.x != way.points.back().at.x || way.points.front().at.z != way.points.back().at.z)) {
        const WayPoint &first = way.points.front(), &last = way.points.back();
        const double gap = std::hypot(first.at.x - last.at.x, first.at.z - last.at.z);
        way.points.push_back({first.at, last.seconds + gap / follower.pace.usual});
    }
    const double start = way.points.front().seconds;
    for (WayPoint& point : way.points) point.seconds -= start;
    keepPace(way.points, follower.pace.fastest);
    const std::vector<Step> steps = stepsOf(way, floor);
    std::vector<scene::TrackKey> keys = keysOf(steps, std::max(kLeastLook, follower.size.depth / 2), loop);
    scene::Track track;
    if (keys.size() < 2) {
        if (!keys.empty()) keys.front().seconds = 0;
        track.keys = std::move(keys);
        return track;
    }
    if (loop) {
        track.arrival = keys.back().seconds;
        track.keys = std::move(keys);
    } else {
        const bool nimble = follower.size.depth < 3;
        track = thereAndBack(std::move(keys), nimble ? kTurnRate : kBoatTurnRate);
    }
    return scene::thinned(track, kError, kTurn);
}

}  // namespace

Result<void> findTracks(scene::Scene& scene, const layout::Layout& layout, const catalogue::Catalogue& catalogue,
                        const Job& job) {
    Memo own;  // routes that run side by side share tiles
    Job quiet = job;
    quiet.report = nullptr;
    if (quiet.memo == nullptr) quiet.memo = &own;
    const auto warn = [&](int64_t stroke, Sentence sentence) {
        scene.diagnostics.push_back(diagnosticOf(Severity::warning, stroke, std::move(sentence)));
    };
    for (size_t i = 0; i < scene.routes.size() && i < layout.routes.size(); ++i) {
        const layout::Route& planned = layout.routes[i];
        const catalogue::Entry* follower = catalogue.find(planned.follower);
        if (follower == nullptr || planned.points.empty()) continue;
        if (follower->follows == catalogue::Follows::air) {
            scene.routes[i].track = flightAlong(planned, scene, catalogue);
            continue;
        }
        auto way = wayAlong(planned, *follower, scene, catalogue, quiet);
        if (!way) return tl::make_unexpected(way.error());
        const bool sails = follower->follows == catalogue::Follows::water;
        if (way->points.empty()) {
            warn(planned.stroke,
                 {"No part of this route leads anywhere for its %1, which is left out.", {follower->id}});
            continue;
        }
        if (!way->whole) {
            warn(planned.stroke,
                 {"Not all of this route can be reached by its %1; it goes as far as there is a way.", {follower->id}});
        }
        Box box;
        for (const WayPoint& point : way->points) box.include({point.at.x, point.at.z});
        const Floor floor(sails ? FloorOf::water : FloorOf::ground, box, scene, catalogue);
        scene.routes[i].track = trackOf(std::move(*way), planned, *follower, floor);
    }
    if (job.stopped()) return fail(ErrorKind::interrupted, "Stopped while looking for ways.");
    return {};
}

}  // namespace sketchwalk::routes
