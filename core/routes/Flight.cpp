#include "core/routes/Flight.h"

#include <algorithm>
#include <cmath>

#include "core/base/Trig.h"
#include "core/routes/Along.h"
#include "core/routes/Floor.h"
#include "core/routes/Routes.h"

namespace sketchwalk::routes {
namespace {

constexpr double kEyeStep = 1;     // metres between places
constexpr double kClear = 1.5;     // metres over whatever stands below
constexpr double kSmooth = 8;      // metres along the way that heights are smoothed over, to each side
constexpr double kAhead = 6;       // metres along the way that the gaze follows, to each side
constexpr double kSteepest = 40;   // degrees that it looks down
constexpr double kGazeReach = 40;  // metres ahead: there it looks at a person's height
constexpr double kPerson = 1.7;    // metres
constexpr double kEyeError = 0.03, kEyeTurn = 0.25;  // metres and degrees that fewer keys may miss

struct Place {
    Point at{0, 0};
    double along = 0, seconds = 0, height = 0, base = 0, top = 0, eye = 0;  // metres, seconds
};

std::vector<Place> placesOf(const layout::Route& route) {
    std::vector<Place> places;
    double along = 0;
    const auto heightOf = [](const layout::RoutePoint& p) { return p.height >= 0 ? p.height : kUsualFlight; };
    for (size_t i = 0; i < route.points.size(); ++i) {
        const layout::RoutePoint& to = route.points[i];
        const layout::RoutePoint& from = route.points[i > 0 ? i - 1 : 0];
        const double length = distance(from.at, to.at);
        const int steps = i == 0 ? 1 : std::max(1, static_cast<int>(std::ceil(length / kEyeStep)));
        for (int k = 1; k <= steps; ++k) {
            const double t = static_cast<double>(k) / steps;
            places.push_back({from.at + (to.at - from.at) * t, along + length * t,
                              from.seconds + (to.seconds - from.seconds) * t,
                              heightOf(from) + (heightOf(to) - heightOf(from)) * t});
        }
        along += length;
    }
    return places;
}

enum class Joined { mean, greatest };

// Of a value of the places within `reach` metres along the way of each.
template <class Value>
std::vector<double> around(const std::vector<Place>& places, double reach, Joined how, const Value& value) {
    std::vector<double> out(places.size());
    for (size_t i = 0, low = 0; i < places.size(); ++i) {
        while (places[i].along - places[low].along > reach) ++low;
        double joined = value(places[low]);
        size_t count = 1;
        for (size_t k = low + 1; k < places.size() && places[k].along - places[i].along <= reach; ++k, ++count)
            joined = how == Joined::mean ? joined + value(places[k]) : std::max(joined, value(places[k]));
        out[i] = how == Joined::mean ? joined / static_cast<double>(count) : joined;
    }
    return out;
}

}  // namespace

scene::Track flightAlong(const layout::Route& route, const scene::Scene& scene, const catalogue::Catalogue& catalogue) {
    std::vector<Place> places = placesOf(route);
    Box box;
    for (const Place& place : places) box.include(place.at);
    const Floor whole(FloorOf::all, box, scene, catalogue), water(FloorOf::water, box, scene, catalogue);
    for (Place& place : places) {
        place.base = std::max(scene.ground->heightAt(place.at), water.below(place.at, 1e9).value_or(-1e9));
        place.top = std::max(place.base, whole.below(place.at, 1e9).value_or(place.base));
    }
    const auto base = around(places, 2 * kSmooth, Joined::mean, [](const Place& p) { return p.base; });
    const auto top = around(places, kSmooth, Joined::greatest, [](const Place& p) { return p.top + kClear; });
    for (size_t i = 0; i < places.size(); ++i) places[i].eye = std::max(base[i] + places[i].height, top[i]);
    const auto eye = around(places, kSmooth, Joined::mean, [](const Place& p) { return p.eye; });

    const double length = places.back().along;
    scene::Track track;
    for (size_t i = 0; i < places.size(); ++i) {
        const Place& place = places[i];
        const Point ahead = placeAlong(places, std::min(length, place.along + kAhead)) -
                            placeAlong(places, std::max(0.0, place.along - kAhead));
        const double above = eye[i] - base[i] - kPerson;
        const double pitch = -exact::degrees(exact::atan2(std::max(0.0, above), kGazeReach));
        scene::TrackKey key;
        key.seconds = static_cast<float>(place.seconds);
        key.pose.position = {static_cast<float>(place.at.x), static_cast<float>(eye[i]),
                             static_cast<float>(place.at.y)};
        key.pose.yaw = distance(ahead, {0, 0}) > 1e-6 ? static_cast<float>(yawToward(ahead))
                       : i > 0                        ? track.keys.back().pose.yaw
                                                      : 180;
        key.pose.pitch = static_cast<float>(std::max(pitch, -kSteepest));
        if (!track.keys.empty() && !(key.seconds > track.keys.back().seconds)) continue;
        track.keys.push_back(key);
    }
    track.arrival = track.duration();
    return scene::thinned(track, kEyeError, kEyeTurn);
}

}  // namespace sketchwalk::routes
