// Who goes along drawn lines, over random routes and real worlds: judged by the drawn triangles and the drawn lines.
#include "core/routes/Routes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "core/base/File.h"
#include "core/base/Hash.h"
#include "core/navigation/Footprint.h"
#include "core/pipeline/Live.h"
#include "core/play/Surface.h"
#include "core/sketch/Read.h"
#include "tests/core/pipeline/SameWorld.h"

namespace sketchwalk::routes {
namespace {

constexpr double kOff = 0.5;      // metres off the drawn line, on open ground
constexpr double kGap = 0.1;      // metres off the ground or the water
constexpr double kLate = 0.05;    // share of the planned time
constexpr double kSample = 0.05;  // seconds
constexpr double kOnTime = 4;     // metres: who is farther from the plan's place is on a way round, or late from one
constexpr double kSteep = 35;     // degrees
constexpr double kOpen = 3;       // metres: farther than that from things, shores and what is too steep is open ground

const pipeline::Resources& resources() {
    static const auto loaded = pipeline::Resources::load();
    return *loaded;
}

struct Drawing {
    sketch::Sketch sketch;
    int64_t next = 1000;

    sketch::Stroke& line(const std::string& brush, const Polyline& points, double metresASecond = 0) {
        auto stroke = std::make_shared<sketch::Stroke>();
        stroke->id = next++;
        stroke->brush = brush;
        double seconds = 0;
        for (size_t i = 0; i < points.size(); ++i) {
            if (i > 0 && metresASecond > 0) seconds += distance(points[i - 1], points[i]) / metresASecond;
            stroke->points.push_back({points[i], 1, metresASecond > 0 ? static_cast<float>(seconds) : -1});
        }
        sketch.strokes.push_back(stroke);
        return *stroke;
    }
    sketch::Stroke& area(const std::string& brush, const Ring& ring) {
        sketch::Stroke& stroke = line(brush, ring);
        stroke.closed = true;
        return stroke;
    }
    pipeline::World world(int resolution = 256) const {
        auto made = pipeline::generate(sketch, resources(), {resolution}, Job{});
        EXPECT_TRUE(made.has_value());
        return std::move(*made);
    }
};

Polyline wander(uint64_t seed, Point extent, double length) {
    Polyline line{{extent.x * (0.15 + 0.7 * randomUnit(seed, "x")), extent.y * (0.15 + 0.7 * randomUnit(seed, "y"))}};
    double yaw = 360 * randomUnit(seed, "yaw");
    for (uint64_t i = 0; lengthOf(line) < length; ++i) {
        yaw += 60 * (randomUnit(seed, "turn", i) - 0.5);
        Point next = line.back() + directionOf(yaw) * 6.0;
        if (next.x < 4 || next.y < 4 || next.x > extent.x - 4 || next.y > extent.y - 4) {
            yaw += 100;
            continue;
        }
        line.push_back(next);
    }
    return line;
}

Drawing fromTemplate(const char* name) {
    Drawing drawing;
    auto read =
        sketch::read(resourceFolder() / "templates" / (std::string(name) + ".sketch.json"), resources().catalogue);
    EXPECT_TRUE(read.has_value());
    drawing.sketch = std::move(read->sketch);
    return drawing;
}

// What stands in a follower's way, and shores.
class Obstructions {
  public:
    explicit Obstructions(const scene::Scene& scene) : m_scene(scene) {
        for (const auto& group : scene.groups) {
            const auto& asset = scene.assets[static_cast<size_t>(group.asset)];
            const auto* entry = resources().catalogue.find(asset.category);
            if (asset.mesh->max.y < 1 && entry != nullptr && entry->family == "plant") continue;
            for (const auto& copy : group.instances) m_all.push_back(navigation::footprintOf(*asset.mesh, copy));
        }
    }
    bool open(Point p, bool water) const {
        for (const auto& footprint : m_all) {
            if (footprint.distance(p) < kOpen) return false;
        }
        const auto& ground = *m_scene.ground;
        for (int turn = 0; turn < 8 && !water; ++turn) {
            for (const double away : {0.0, 0.5 * kOpen, kOpen})
                if (ground.slopeAt(p + directionOf(45.0 * turn) * away) > kSteep) return false;
        }
        const int x = std::clamp(static_cast<int>(p.x / ground.spacing), 0, ground.width() - 1);
        const int y = std::clamp(static_cast<int>(p.y / ground.spacing), 0, ground.depth() - 1);
        const double shore = ground.shore(x, y);
        return water ? shore < -kOpen - 1 : shore > kOpen;
    }

  private:
    const scene::Scene& m_scene;
    std::vector<navigation::Footprint> m_all;
};

// Triangles of what was built to live in, near a place.
struct Walls {
    struct House {
        navigation::Footprint footprint;
        std::vector<glm::dvec3> corners;
    };
    explicit Walls(const scene::Scene& scene) {
        for (const auto& group : scene.groups) {
            const auto& asset = scene.assets[static_cast<size_t>(group.asset)];
            const auto* entry = resources().catalogue.find(asset.category);
            if (entry == nullptr || entry->family != "building") continue;
            for (const auto& copy : group.instances) {
                House house{navigation::footprintOf(*asset.mesh, copy), {}};
                const double yaw = copy.yaw * M_PI / 180, c = std::cos(yaw), s = std::sin(yaw);
                for (const auto& primitive : asset.mesh->primitives) {
                    for (const uint32_t i : primitive.indices) {
                        const glm::dvec3 p = glm::dvec3(primitive.positions[i]) * double(copy.scale);
                        house.corners.emplace_back(p.x * c + p.z * s + copy.position.x, p.y + copy.position.y,
                                                   p.z * c - p.x * s + copy.position.z);
                    }
                }
                all.push_back(std::move(house));
            }
        }
    }
    // Whether a wall stands between two places.
    bool between(const glm::dvec3& from, const glm::dvec3& to) const {
        for (const House& house : all) {
            if (house.footprint.distance({from.x, from.z}) > 1) continue;
            for (size_t i = 0; i + 2 < house.corners.size(); i += 3) {
                const glm::dvec3 a = house.corners[i], u = house.corners[i + 1] - a, v = house.corners[i + 2] - a;
                const glm::dvec3 d = to - from, h = glm::cross(d, v);
                const double det = glm::dot(u, h);
                if (std::abs(det) < 1e-12) continue;
                const glm::dvec3 o = from - a, q = glm::cross(o, u);
                const double s = glm::dot(o, h) / det, t = glm::dot(d, q) / det, at = glm::dot(v, q) / det;
                if (s >= 0 && t >= 0 && s + t <= 1 && at >= 0 && at <= 1) return true;
            }
        }
        return false;
    }
    std::vector<House> all;
};

Point placeAt(const layout::Route& plan, double seconds) {
    for (size_t i = 1; i < plan.points.size(); ++i) {
        const layout::RoutePoint &a = plan.points[i - 1], &b = plan.points[i];
        if (seconds > b.seconds) continue;
        return a.at + (b.at - a.at) * ((seconds - a.seconds) / std::max(b.seconds - a.seconds, 1e-9));
    }
    return plan.points.back().at;
}

std::string nearTo(const scene::Scene& scene, const glm::dvec3& at) {
    std::string names;
    for (const auto& group : scene.groups) {
        const auto& asset = scene.assets[static_cast<size_t>(group.asset)];
        for (const auto& copy : group.instances) {
            if (navigation::footprintOf(*asset.mesh, copy).distance({at.x, at.z}) < 0.3) names += asset.id + " ";
        }
    }
    return names;
}

struct Figures {
    double off = 0, gap = 0, late = 0;  // greatest: metres, metres, share of the planned time
    int samples = 0, openSamples = 0, timed = 0, throughWalls = 0, tracks = 0, drawn = 0, missed = 0;
};

void judge(const pipeline::World& world, Figures& figures) {
    const scene::Scene& scene = *world.scene;
    const Obstructions obstructions(scene);
    const Walls walls(scene);
    const play::Surface surface(scene);
    for (size_t r = 0; r < scene.routes.size(); ++r) {
        const scene::Route& route = scene.routes[r];
        const layout::Route& plan = world.layout.routes[r];
        const auto* follower = resources().catalogue.find(route.follower);
        if (follower->follows == catalogue::Follows::air || route.track.keys.size() < 2) continue;
        ++figures.tracks;
        const bool water = follower->follows == catalogue::Follows::water;
        Polyline line;
        for (const auto& point : plan.points) line.push_back(point.at);
        std::optional<glm::dvec3> before;
        for (double t = 0; t < route.track.duration(); t += kSample) {
            const glm::dvec3 at(scene::poseAt(route.track, t).position);
            const Point place(at.x, at.z);
            ++figures.samples;
            // On a way round the plan's own place lies in what is in the way.
            const Nearest drawn = nearestOnLine(line, place);
            if (t < route.track.arrival && obstructions.open(place, water) && obstructions.open(drawn.point, water) &&
                obstructions.open(placeAt(plan, t), water) && distance(placeAt(plan, t), place) < kOnTime) {
                ++figures.openSamples;
                EXPECT_LE(drawn.distance, kOff) << route.follower << " of stroke " << route.stroke << " at " << at.x
                                                << " " << at.z << ", " << t << " s";
                figures.off = std::max(figures.off, drawn.distance);
            }
            const double gap = water ? std::abs(at.y - bilinear(scene.ground->waterLevel, at.x / scene.ground->spacing,
                                                                at.z / scene.ground->spacing))
                                     : surface.distance(at, 0.5);
            if (gap > kGap) std::puts(nearTo(scene, at).c_str());
            EXPECT_LE(gap, kGap) << route.follower << " of stroke " << route.stroke << " at " << at.x << " " << at.y
                                 << " " << at.z << ", " << t << " s";
            figures.gap = std::max(figures.gap, gap);
            const glm::dvec3 chest = at + glm::dvec3(0, 0.8, 0);
            if (!water && before && walls.between(*before, chest)) {
                ++figures.throughWalls;
                ADD_FAILURE() << route.follower << " of stroke " << route.stroke << " goes through a wall at " << at.x
                              << " " << at.z;
            }
            before = chest;
        }
        // Every open stretch of the line is gone along.
        const double length = lengthOf(line);
        for (double s = 0; s <= length; s += 1) {
            const Point place = pointAlong(line, s);
            if (!obstructions.open(place, water)) continue;
            double nearest = 1e9;
            for (double t = 0; t < route.track.arrival; t += kSample) {
                const glm::vec3 at = scene::poseAt(route.track, t).position;
                nearest = std::min(nearest, distance(place, {at.x, at.z}));
            }
            ++figures.drawn;
            figures.missed += nearest > kOff ? 1 : 0;
        }
        // Planned times hold up to the first thing in the way.
        const double start = [&] {
            for (const auto& point : plan.points) {
                if (distance(point.at, {route.track.keys[0].pose.position.x, route.track.keys[0].pose.position.z}) <
                    0.3)
                    return point.seconds;
            }
            return -1.0;
        }();
        if (start != 0) continue;
        for (const auto& point : plan.points) {
            if (!obstructions.open(point.at, water)) break;
            if (point.seconds > route.track.arrival + 1) break;
            const glm::vec3 at = scene::poseAt(route.track, point.seconds).position;
            const double pace = follower->pace.fastest;
            const double late = distance(point.at, {at.x, at.z}) / pace / std::max(point.seconds, 1.0);
            ++figures.timed;
            EXPECT_LE(late, kLate) << route.follower << " of stroke " << route.stroke << " after " << point.seconds;
            figures.late = std::max(figures.late, late);
        }
    }
}

void say(const char* what, const Figures& f) {
    std::printf(
        "%s: %d tracks, %d places, %d of them on open ground: at most %.3f m off the line; %.3f m off ground or "
        "water; %d times, at most %.1f %% off; %d walls; %d of %d open metres missed\n",
        what, f.tracks, f.samples, f.openSamples, f.off, f.gap, f.timed, 100 * f.late, f.throughWalls, f.missed,
        f.drawn);
    testing::Test::RecordProperty(what, std::to_string(f.off));
}

constexpr const char* kWho[] = {"person", "a cow", "sheep", "dog", "cart"};

TEST(Routes, KeepToTheLineAndTheGroundOverRandomRoutes) {
    Figures figures;
    for (uint64_t seed = 1; seed <= 4; ++seed) {
        Drawing drawing;
        drawing.sketch.extent = {192, 192};
        drawing.sketch.seed = seed;
        for (uint64_t i = 0; i < 8; ++i) {
            drawing.line("house", {{30 + 130 * randomUnit(seed, "hx", i), 30 + 130 * randomUnit(seed, "hy", i)}});
        }
        drawing.area("hill", {{20, 100}, {90, 100}, {90, 170}, {20, 170}});
        drawing.area("lake", {{120, 20}, {180, 20}, {180, 80}, {120, 80}});
        for (uint64_t i = 0; i < 10; ++i)
            drawing.line(kWho[i % 5], wander(100 * seed + i, {192, 192}, 90), 0.5 + 3 * randomUnit(seed, "v", i));
        drawing.line("boat route", {{130, 30}, {165, 40}, {150, 70}}, 1.5);
        judge(drawing.world(), figures);
    }
    say("random", figures);
    EXPECT_GT(figures.tracks, 36);
    EXPECT_LT(figures.missed, 0.02 * figures.drawn);
    EXPECT_GT(figures.openSamples, 10000);
    EXPECT_GT(figures.timed, 60);
}

TEST(Routes, HoldInRealWorlds) {
    Figures figures;
    for (const char* name : {"village", "mountain-pass", "river-valley", "coast"}) {
        Drawing drawing = fromTemplate(name);
        for (uint64_t i = 0; i < 8; ++i)
            drawing.line(kWho[i % 5], wander(hashText(name) + i, drawing.sketch.extent, 120), 1);
        judge(drawing.world(), figures);
    }
    say("real", figures);
    EXPECT_GT(figures.tracks, 20);
    EXPECT_LT(figures.missed, 0.05 * figures.drawn);  // where no bridge leads on
}

TEST(Routes, ChangeNothingElseAndAreTheSameLiveAndOnAnyThreads) {
    Drawing drawing = fromTemplate("village");
    pipeline::Live live(resources());
    const auto bare = live.update(drawing.sketch, {128}, Job{});
    drawing.line("dog", wander(5, drawing.sketch.extent, 80), 2);
    drawing.line("camera", wander(6, drawing.sketch.extent, 80), 8);
    const auto with = live.update(drawing.sketch, {128}, Job{{}, {}, 2});
    const auto alone = pipeline::generate(drawing.sketch, resources(), {128}, Job{{}, {}, 1});
    ASSERT_TRUE(bare && with && alone);
    test::expectSameScene(*with->scene, *alone->scene, "live and alone");
    // The followers' asset is new; everything that stands is as it was.
    size_t copies = 0;
    for (const auto& group : with->scene->groups) {
        const auto& asset = with->scene->assets[static_cast<size_t>(group.asset)];
        const auto was = std::find_if(bare->scene->groups.begin(), bare->scene->groups.end(), [&](const auto& other) {
            return other.hash == group.hash && bare->scene->assets[static_cast<size_t>(other.asset)].id == asset.id;
        });
        EXPECT_NE(was, bare->scene->groups.end()) << asset.id;
        copies += group.instances.size();
    }
    EXPECT_EQ(copies, bare->scene->objectCount());
    for (size_t i = 0; i < bare->scene->chunks.size(); ++i)
        EXPECT_EQ(bare->scene->chunks[i].mesh, with->scene->chunks[i].mesh);
    EXPECT_EQ(bare->scene->terrainColour, with->scene->terrainColour);
}

TEST(Routes, AHouseIsPassedAroundAndTheTimeMadeUpFor) {
    Drawing drawing;
    drawing.sketch.extent = {96, 96};
    drawing.sketch.base = "sand";
    drawing.line("house", {{48, 48}});
    drawing.line("route", {{10, 48}, {86, 48}}, 1.5);
    const auto world = drawing.world(192);
    const scene::Track& track = world.scene->routes.at(0).track;
    ASSERT_GT(track.keys.size(), 4u);
    const glm::vec3 end = scene::poseAt(track, track.arrival).position;
    EXPECT_NEAR(end.x, 86, 0.2);
    EXPECT_NEAR(track.arrival, 76 / 1.5, 0.05 * 76 / 1.5);
    double most = 0;
    for (double t = 0; t < track.arrival; t += 0.1)
        most = std::max<double>(most, std::abs(scene::poseAt(track, t).position.z - 48));
    EXPECT_GT(most, 2);
    EXPECT_LT(most, 12);
}

TEST(Routes, WhoCannotGoIsNamed) {
    Drawing drawing;
    drawing.sketch.extent = {96, 96};
    drawing.area("lake", {{10, 10}, {86, 10}, {86, 86}, {10, 86}});
    drawing.line("cow", {{30, 40}, {60, 50}});
    const auto world = drawing.world(128);
    EXPECT_TRUE(world.scene->routes.at(0).track.keys.empty());
    EXPECT_TRUE(std::any_of(world.diagnostics.begin(), world.diagnostics.end(), [](const Diagnostic& d) {
        return d.stroke == 1001 && d.text.find("cow") != std::string::npos;
    }));
}

TEST(Routes, ACameraFliesOverEverything) {
    Drawing drawing = fromTemplate("village");
    drawing.line("camera", wander(9, drawing.sketch.extent, 150), 10);
    drawing.line("camera at 25 m", wander(10, drawing.sketch.extent, 150), 10);
    const auto world = drawing.world();
    const play::Surface surface(*world.scene);
    int flights = 0;
    for (const scene::Route& route : world.scene->routes) {
        if (route.follower != "camera") continue;
        ++flights;
        ASSERT_GT(route.track.keys.size(), 2u);
        double height = 0;
        int count = 0;
        for (double t = 0; t < route.track.duration(); t += 0.2, ++count) {
            const scene::TrackPose pose = scene::poseAt(route.track, t);
            EXPECT_GE(surface.distance(glm::dvec3(pose.position), 2), 0.9);
            height += pose.position.y - world.scene->ground->heightAt({pose.position.x, pose.position.z});
        }
        EXPECT_NEAR(height / count, flights == 1 ? kUsualFlight : 25, 5);
    }
    EXPECT_EQ(flights, 2);
}

}  // namespace
}  // namespace sketchwalk::routes
