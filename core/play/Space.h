// Bullet behind a door: shapes, what lies where, rays, contacts and loose things. Nothing outside this file's .cpp
// includes Bullet. Metres, seconds, kilograms. One thread at a time; making shapes alone is free to run side by side.
#pragma once

#include <functional>
#include <glm/gtc/quaternion.hpp>
#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <vector>

#include "core/assets/Collider.h"
#include "core/assets/Mesh.h"

namespace sketchwalk::play {

using Vec = glm::dvec3;

enum Layer : int {  // what a body is; queries choose by their sum
    kTerrain = 1,
    kThing = 2,  // what was built, and stones
    kProp = 4,   // loose
    kWater = 8,  // sheets: met by rays alone
    kTrunk = 64  // bumped into, but nobody stands on its top, which is no drawn one
};
constexpr int kGround = kTerrain | kThing | kProp;  // one stands on
constexpr int kSolid = kGround | kTrunk;            // one bumps into

class Shape;  // immutable, shared by copies
using SharedShape = std::shared_ptr<const Shape>;

// The triangles themselves, seen from both sides. The first keeps the mesh and copies nothing of it.
SharedShape trianglesOf(std::shared_ptr<const assets::Mesh> mesh);
SharedShape trianglesOf(std::vector<glm::vec3> corners);  // three a triangle; null where there is none
// Convex pieces; null where there is none.
SharedShape piecesOf(const assets::Collider& collider);

struct Hit {
    Vec point{0}, normal{0, 1, 0};  // metres; unit, toward where the ray came from
    int body = -1;                  // as given to add() or addProp()
    Layer layer = kTerrain;
};

struct Contact {
    Vec normal{0};     // unit, away from what is touched
    double depth = 0;  // metres; above 0: the capsule lies in it that deep
    Vec point{0};      // on what is touched
    int body = -1;
    bool prop = false;
};

struct Looseness {
    double density =
        500;  // kilograms a cubic metre of the hull, which for logs holds much air between stubs of branches
    double friction = 0.5;  // Coulomb's coefficient; the ground's is 0.8, and they multiply
};

struct PropState {
    Vec origin{0};  // metres, of the asset
    glm::dquat rotation{1, 0, 0, 0};
    Vec velocity{0};  // metres a second, of its middle
    bool awake = false;
};

class Space {
  public:
    explicit Space(double gravity);  // metres a second squared
    ~Space();
    Space(const Space&) = delete;
    Space& operator=(const Space&) = delete;

    void add(const SharedShape& shape, const Vec& position, double yaw, double scale, Layer layer, int body);
    // A wall without an end that lets nothing loose out; `normal` points into the world.
    void addBoundary(const Vec& normal, double offset);
    // A loose convex thing of even density, asleep. Returns its number, counted from 0; -1 where the points span
    // nothing.
    int addProp(const std::vector<glm::vec3>& hull, const Vec& position, double yaw, double scale,
                const Looseness& kind);
    // The convex hull of points, moved by its owner's will alone: one bumps into it, and it pushes what is loose.
    // Returns its number, counted from 0; -1 where the points span nothing.
    int addMover(const std::vector<glm::vec3>& points, const Vec& position, double yaw, int body);
    void move(int mover, const Vec& position, double yaw);
    void ready();  // once all is added

    // The first solid side that faces the ray; backs are passed through, so that one gets out of what one is inside of.
    std::optional<Hit> ray(const Vec& from, const Vec& to, int layers) const;
    // Everything that comes nearer than `within` metres to an upright capsule. `bottom`: its lowest point; height over
    // all.
    void contacts(const Vec& bottom, double radius, double height, double within, std::vector<Contact>& out) const;

    void push(int prop, const Vec& point, const Vec& impulse);  // newton seconds; wakes it
    PropState prop(int number) const;
    double propMass(int number) const;  // kilograms
    int props() const;
    bool anyAwake() const;
    // How high water stands over a place, metres; asked for awake props. Empty: no water.
    std::function<std::optional<double>(double x, double z)> waterLevel;
    void step(double seconds);

    size_t bodies() const;  // that stand still

  private:
    class Own;
    std::unique_ptr<Own> m_own;
};

}  // namespace sketchwalk::play
