#include "core/play/World.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "core/base/Parallel.h"
#include "core/base/Trig.h"
#include "core/play/Motion.h"
#include "core/play/Shapes.h"
#include "core/play/Space.h"

namespace sketchwalk::play {
namespace {

constexpr double kMostCatchUp = 0.1;  // seconds
constexpr double kMoved = 0.02;       // metres
constexpr double kTurned = 0.9999;    // cosine of half the angle: about two degrees
constexpr double kWaits = 0.12;       // metres: nobody on a route comes nearer to a walker's body by itself
constexpr double kSky = 50;           // metres over everything

tl::unexpected<Error> interrupted() {
    return fail(ErrorKind::interrupted, "Stopped while the world was made ready to walk in.");
}

std::vector<glm::vec3> cornersOf(const assets::Mesh& mesh) {
    std::vector<glm::vec3> corners;
    for (const assets::Primitive& primitive : mesh.primitives) {
        for (const uint32_t index : primitive.indices) corners.push_back(primitive.positions[index]);
    }
    return corners;
}

}  // namespace

class World::Own {
  public:
    Own(std::shared_ptr<const scene::Scene> shared, const WalkerSettings& wanted)
        : scene(std::move(shared)), settings(wanted), space(wanted.gravity) {}

    void shapes(const Job& job);
    void fill();
    void addGoers();
    void moveGoers();
    std::optional<Waters> watersAt(double x, double z) const;
    double skyline(double x, double z) const;  // metres: where one stands under the open sky, or swims

    std::shared_ptr<const scene::Scene> scene;
    WalkerSettings settings;
    Space space;
    std::vector<SharedShape> grounds, waters, things;  // by chunk, water, asset
    std::vector<Prop> props;                           // as they lie in the scene
    struct OnRoute {
        size_t route = 0;    // index into the scene's routes
        int mover = -1;      // of the space
        glm::vec3 min, max;  // of its mesh
        double seconds = 0;  // along its track
        scene::TrackPose now;
    };
    std::vector<OnRoute> goers;
    double lowest = 0, highest = 0;  // metres, of everything
    bool wet = false;
    std::unique_ptr<Motion> motion;
    double rest = 0;  // seconds not yet ticked
};

// Side by side: what takes time is the trees of triangles.
void World::Own::shapes(const Job& job) {
    grounds.resize(scene->chunks.size());
    waters.resize(scene->waters.size());
    things.resize(scene->assets.size());
    std::vector<bool> used(scene->assets.size(), false);
    for (const scene::InstanceGroup& group : scene->groups) used[static_cast<size_t>(group.asset)] = true;
    const size_t first = grounds.size(), second = first + waters.size(), all = second + things.size();
    parallelFor(job.threads, static_cast<int>(all), [&](int i) {
        if (job.stopped()) return;
        const auto at = static_cast<size_t>(i);
        if (at < first) {
            grounds[at] = trianglesOf(scene->chunks[at].mesh);
        } else if (at < second) {
            waters[at - first] = trianglesOf(scene->waters[at - first].mesh);
        } else if (used[at - second]) {
            things[at - second] = shapeOf(scene->assets[at - second]);
        }
    });
}

void World::Own::fill() {
    lowest = 1e30;
    highest = -1e30;
    for (size_t i = 0; i < grounds.size(); ++i) {
        space.add(grounds[i], Vec(0), 0, 1, kTerrain, static_cast<int>(i));
        lowest = std::min<double>(lowest, scene->chunks[i].mesh->min.y);
        highest = std::max<double>(highest, scene->chunks[i].mesh->max.y);
    }
    for (size_t i = 0; i < waters.size(); ++i) {
        const bool ice = scene->waters[i].category == "ice";
        space.add(waters[i], Vec(0), 0, 1, ice ? kThing : kWater, static_cast<int>(i));
        highest = std::max<double>(highest, scene->waters[i].mesh->max.y);
        wet = wet || (!ice && waters[i]);
    }
    for (const scene::InstanceGroup& group : scene->groups) {
        const auto asset = static_cast<size_t>(group.asset);
        const auto loose = loosenessOf(scene->assets[asset]);
        const std::vector<glm::vec3> corners = loose ? cornersOf(*scene->assets[asset].mesh) : std::vector<glm::vec3>{};
        const bool trunk = assets::solidityOf(scene->assets[asset].category) == assets::Solidity::trunk;
        const Layer layer = trunk ? kTrunk : kThing;
        for (const scene::Instance& one : group.instances) {
            const Vec at(one.position);
            highest = std::max<double>(highest, one.position.y + one.scale * scene->assets[asset].mesh->max.y);
            if (loose && space.addProp(corners, at, one.yaw, one.scale, *loose) >= 0) {
                const PropState lies = space.prop(static_cast<int>(props.size()));
                props.push_back({one.id, group.asset, one.scale, lies.origin, lies.rotation, false, false});
            } else {
                space.add(things[asset], at, one.yaw, one.scale, layer, group.asset);
            }
        }
    }
    addGoers();
    space.addBoundary({1, 0, 0}, 0);
    space.addBoundary({-1, 0, 0}, -scene->extent.x);
    space.addBoundary({0, 0, 1}, 0);
    space.addBoundary({0, 0, -1}, -scene->extent.y);
    space.waterLevel = [this](double x, double z) -> std::optional<double> {
        const auto water = watersAt(x, z);
        return water ? std::optional(water->level) : std::nullopt;
    };
    space.ready();
}

void World::Own::addGoers() {
    for (size_t i = 0; i < scene->routes.size(); ++i) {
        const scene::Route& route = scene->routes[i];
        if (route.asset < 0 || route.track.keys.empty()) continue;
        const assets::Mesh& mesh = *scene->assets[static_cast<size_t>(route.asset)].mesh;
        OnRoute goer{i, -1, mesh.min, mesh.max, 0, scene::poseAt(route.track, 0)};
        goer.mover = space.addMover(cornersOf(mesh), Vec(goer.now.position), goer.now.yaw, route.asset);
        goers.push_back(goer);
    }
}

// Whoever would come nearer to a walker whom it touches waits.
void World::Own::moveGoers() {
    if (goers.empty()) return;
    const Walker& walker = motion->walker();
    const auto gap = [&](const OnRoute& goer, const scene::TrackPose& pose) {
        const double yaw = exact::radians(pose.yaw), c = exact::cos(yaw), s = exact::sin(yaw);
        const Vec off = walker.feet - Vec(pose.position);
        if (off.y > goer.max.y || off.y + settings.height < goer.min.y) return 1e9;
        const double across = off.x * c - off.z * s, along = off.x * s + off.z * c;
        const double x = std::max({goer.min.x - across, across - goer.max.x, 0.0});
        const double z = std::max({goer.min.z - along, along - goer.max.z, 0.0});
        return std::hypot(x, z) - settings.radius;
    };
    for (OnRoute& goer : goers) {
        const scene::Track& track = scene->routes[goer.route].track;
        if (track.keys.size() < 2) continue;
        const scene::TrackPose next = scene::poseAt(track, goer.seconds + kTick);
        const double before = gap(goer, goer.now), after = gap(goer, next);
        if (after < kWaits && after <= before) continue;
        goer.seconds += kTick;
        goer.now = next;
        space.move(goer.mover, Vec(next.position), next.yaw);
    }
}

std::optional<Waters> World::Own::watersAt(double x, double z) const {
    if (!wet) return std::nullopt;
    const auto hit = space.ray({x, highest + 1, z}, {x, lowest - 1, z}, kWater);
    if (!hit) return std::nullopt;
    return Waters{hit->point.y, scene->waters[static_cast<size_t>(hit->body)].category == "lava"};
}

double World::Own::skyline(double x, double z) const {
    const auto under = space.ray({x, highest + kSky, z}, {x, lowest - 1, z}, kGround);
    const double land = under ? under->point.y : highest;
    const auto water = watersAt(x, z);
    if (!water || water->lava) return land;
    return std::max(land, water->level - settings.height * settings.density / kWaterDensity);
}

Result<World> World::build(std::shared_ptr<const scene::Scene> scene, const WalkerSettings& settings, const Job& job) {
    if (scene->chunks.empty())
        return fail(ErrorKind::input, "The scene has no ground, so there is nothing to walk on.");
    auto own = std::make_unique<Own>(std::move(scene), settings);
    own->shapes(job);
    if (job.stopped()) return interrupted();
    own->fill();
    const Bounds bounds{0, 0, own->scene->extent.x, own->scene->extent.y};
    own->motion = std::make_unique<Motion>(own->space, settings, bounds,
                                           [raw = own.get()](double x, double z) { return raw->watersAt(x, z); });
    World world(std::move(own));
    world.place(glm::dvec3(world.scene().spawn.position));
    return world;
}

World::World(std::unique_ptr<Own> own) : m_own(std::move(own)) {}
World::World(World&&) noexcept = default;
World& World::operator=(World&&) noexcept = default;
World::~World() = default;

void World::place(const glm::dvec3& feet) {
    m_own->motion->place(feet);
    m_own->rest = 0;
    // Under the ground there is nothing to fall on.
    const Walker& walker = m_own->motion->walker();
    const Vec from = walker.feet + Vec(0, m_own->settings.step, 0);
    if (walker.stance == Stance::airborne && !m_own->space.ray(from, {from.x, m_own->lowest - 1, from.z}, kTerrain)) {
        m_own->motion->place({from.x, m_own->skyline(from.x, from.z), from.z});
    }
}

void World::placeOnMap(Point point) {
    const double edge = m_own->settings.radius;
    const double x = std::clamp(point.x, edge, m_own->scene->extent.x - edge);
    const double z = std::clamp(point.y, edge, m_own->scene->extent.y - edge);
    m_own->motion->place({x, m_own->skyline(x, z), z});
    m_own->rest = 0;
}

void World::rescue() {
    m_own->motion->rescue();
    m_own->rest = 0;
}

void World::tick(const Intent& intent) {
    m_own->moveGoers();
    m_own->motion->tick(intent);
    m_own->space.step(kTick);
}

int World::advance(double seconds, const Intent& intent) {
    m_own->rest = std::min(m_own->rest + std::max(seconds, 0.0), kMostCatchUp + kTick);
    int ticks = 0;
    for (; m_own->rest >= kTick; m_own->rest -= kTick, ++ticks) tick(intent);
    return ticks;
}

const Walker& World::walker() const {
    return m_own->motion->walker();
}

Walker World::shown() const {
    const Walker& now = m_own->motion->walker();
    const Walker& before = m_own->motion->before();
    const double share = std::clamp(m_own->rest / kTick, 0.0, 1.0);
    Walker shown = now;
    shown.feet = glm::mix(before.feet, now.feet, share);
    shown.eye = glm::mix(before.eye, now.eye, share);
    return shown;
}

std::vector<Prop> World::props() const {
    std::vector<Prop> list = m_own->props;
    for (size_t i = 0; i < list.size(); ++i) {
        const PropState state = m_own->space.prop(static_cast<int>(i));
        list[i].moved = glm::length(state.origin - list[i].origin) > kMoved ||
                        std::abs(glm::dot(state.rotation, list[i].rotation)) < kTurned;
        list[i].origin = state.origin;
        list[i].rotation = state.rotation;
        list[i].awake = state.awake;
    }
    return list;
}

std::vector<Goer> World::goers() const {
    std::vector<Goer> list;
    for (const auto& goer : m_own->goers) {
        const scene::Route& route = m_own->scene->routes[goer.route];
        list.push_back({scene::followerId(route), route.asset, goer.now});
    }
    return list;
}

bool World::anyPropAwake() const {
    return m_own->space.anyAwake();
}

size_t World::colliders() const {
    return m_own->space.bodies();
}

const scene::Scene& World::scene() const {
    return *m_own->scene;
}

const WalkerSettings& World::settings() const {
    return m_own->settings;
}

}  // namespace sketchwalk::play
