#include "core/routes/Way.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/navigation/Reach.h"
#include "core/routes/Floor.h"

namespace sketchwalk::routes {
namespace {

constexpr double kSample = 1;       // metres between places of the line that are tried
constexpr double kReach = 30;       // metres around the line within which ways round are sought
constexpr float kOn = 0.12f;        // metres that a place may be off the mesh and still be walked over as drawn
constexpr float kEndReach = 6;      // metres within which an end that lies in something is moved out of it
constexpr double kLongestWay = 12;  // times the straight stretch, and kReach: longer ways round are none

struct Sample {
    Point at{0, 0};
    double seconds = 0;
    glm::vec3 place{0};  // on the mesh
    bool on = false;
};

std::vector<Sample> samplesOf(const layout::Route& route) {
    std::vector<Sample> samples;
    for (size_t i = 0; i < route.points.size(); ++i) {
        const layout::RoutePoint& to = route.points[i];
        if (i > 0) {
            const layout::RoutePoint& from = route.points[i - 1];
            const int steps = std::max(1, static_cast<int>(std::ceil(distance(from.at, to.at) / kSample)));
            for (int k = 1; k < steps; ++k) {
                const double share = static_cast<double>(k) / steps;
                samples.push_back({from.at + (to.at - from.at) * share,
                                   from.seconds + (to.seconds - from.seconds) * share,
                                   {},
                                   false});
            }
        }
        samples.push_back({to.at, to.seconds, {}, false});
    }
    return samples;
}

double lengthOn(const std::vector<glm::vec3>& corners) {
    double length = 0;
    for (size_t i = 1; i < corners.size(); ++i)
        length += std::hypot(corners[i].x - corners[i - 1].x, corners[i].z - corners[i - 1].z);
    return length;
}

// The part of the mesh that most of the line lies on; -1 where none does.
int partUnder(const std::vector<Sample>& samples, const navigation::NavMesh& mesh, const Floor& floor) {
    const navigation::Reach reach(mesh);
    std::map<int, int> votes;
    for (const Sample& sample : samples) {
        const double height = floor.below(sample.at, 1e9).value_or(0);
        const int part = reach.partAt({sample.at.x, height, sample.at.y}, samples.size() > 1 ? 0.3 : kEndReach);
        if (part >= 0) ++votes[part];
    }
    int best = -1, most = 0;
    for (const auto& [part, count] : votes) {
        if (count > most) {
            best = part;
            most = count;
        }
    }
    return best;
}

void setOn(std::vector<Sample>& samples, const navigation::Paths& paths, const Floor& floor) {
    double height = floor.below(samples.front().at, 1e9).value_or(0);
    for (Sample& sample : samples) {
        auto found = paths.nearest({sample.at.x, height, sample.at.y}, kOn);
        if (!found) {
            const double top = floor.below(sample.at, 1e9).value_or(height);
            found = paths.nearest({sample.at.x, top, sample.at.y}, kOn);
        }
        if (!found) continue;
        sample.on = true;
        sample.place = {static_cast<float>(sample.at.x), found->y, static_cast<float>(sample.at.y)};
        height = found->y;
    }
    // An end that lies in a house stands before its door.
    for (Sample* end : {&samples.front(), &samples.back()}) {
        if (end->on) continue;
        const double top = floor.below(end->at, 1e9).value_or(height);
        if (const auto found = paths.nearest({end->at.x, top, end->at.y}, kEndReach)) {
            end->on = true;
            end->place = *found;
        }
    }
}

// Goes on from the last point of the way to a sample, straight or round what stands between.
bool goTo(const Sample& sample, const navigation::Paths& paths, Way& way) {
    if (way.points.empty()) {
        way.points.push_back({sample.place, sample.seconds});
        return true;
    }
    const WayPoint from = way.points.back();
    const std::vector<glm::vec3> corners = paths.between(from.at, sample.place);
    if (corners.size() < 2) return false;
    const double straight = std::hypot(sample.place.x - from.at.x, sample.place.z - from.at.z);
    const double whole = lengthOn(corners);
    if (corners.size() > 2 && whole > kLongestWay * straight + kReach) return false;
    double gone = 0;
    for (size_t i = 1; i + 1 < corners.size(); ++i) {
        gone += std::hypot(corners[i].x - corners[i - 1].x, corners[i].z - corners[i - 1].z);
        way.points.push_back({corners[i], from.seconds + (sample.seconds - from.seconds) * gone / whole});
    }
    way.points.push_back({sample.place, sample.seconds});
    return true;
}

}  // namespace

navigation::NavSettings settingsOf(const catalogue::Entry& follower, Point extent) {
    navigation::NavSettings settings = navigation::settingsFor(extent);
    settings.afloat = follower.follows == catalogue::Follows::water;
    settings.radius = std::max(settings.radius, static_cast<float>(follower.size.width / 2));
    settings.height = std::max(settings.afloat ? 1.2f : 0.9f, static_cast<float>(follower.size.height));
    return settings;
}

Result<Way> wayAlong(const layout::Route& route, const catalogue::Entry& follower, const scene::Scene& scene,
                     const catalogue::Catalogue& catalogue, const Job& job) {
    Polyline line;
    Box box;
    for (const layout::RoutePoint& point : route.points) {
        line.push_back(point.at);
        box.include(point.at);
    }
    auto mesh = navigation::buildAlong(line, kReach, scene, catalogue, settingsOf(follower, scene.extent), job);
    if (!mesh) return tl::make_unexpected(mesh.error());
    const Floor floor(mesh->settings.afloat ? FloorOf::water : FloorOf::ground, box, scene, catalogue);
    std::vector<Sample> samples = samplesOf(route);
    mesh->spawnPart = partUnder(samples, *mesh, floor);
    Way way;
    if (mesh->spawnPart < 0) return way;
    const auto paths = navigation::Paths::from(*mesh);
    if (!paths) return tl::make_unexpected(paths.error());
    setOn(samples, *paths, floor);
    way.whole = samples.front().on;
    for (const Sample& sample : samples) {
        const bool reached = sample.on && goTo(sample, *paths, way);
        if (&sample == &samples.back()) way.whole = way.whole && reached;
    }
    return way;
}

}  // namespace sketchwalk::routes
