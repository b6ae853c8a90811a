#include "core/play/Space.h"

#include <BulletCollision/CollisionShapes/btScaledBvhTriangleMeshShape.h>
#include <BulletCollision/CollisionShapes/btUniformScalingShape.h>
#include <BulletCollision/NarrowPhaseCollision/btRaycastCallback.h>
#include <btBulletDynamicsCommon.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "core/base/Trig.h"

namespace sketchwalk::play {
namespace {

constexpr int kQuery = 16;            // the layer of rays and contact queries
constexpr int kBoundary = 32;         // meets loose things alone
constexpr double kMargin = 0.004;     // metres that Bullet adds around hulls
constexpr double kRollingDrag = 0.4;  // per second in water

btVector3 bt(const Vec& v) {
    return {v.x, v.y, v.z};
}
Vec vec(const btVector3& v) {
    return {v.x(), v.y(), v.z()};
}

btQuaternion turned(double yaw) {
    const double half = exact::radians(yaw) / 2;
    return {0, exact::sin(half), 0, exact::cos(half)};
}

// Margins of triangles are their own thickness: none.
void addPart(btTriangleIndexVertexArray& array, const glm::vec3* positions, size_t vertices, const uint32_t* indices,
             size_t triangles) {
    btIndexedMesh part;
    part.m_numTriangles = static_cast<int>(triangles);
    part.m_triangleIndexBase = reinterpret_cast<const unsigned char*>(indices);
    part.m_triangleIndexStride = 3 * sizeof(uint32_t);
    part.m_numVertices = static_cast<int>(vertices);
    part.m_vertexBase = reinterpret_cast<const unsigned char*>(positions);
    part.m_vertexStride = sizeof(glm::vec3);
    part.m_vertexType = PHY_FLOAT;
    array.addIndexedMesh(part, PHY_INTEGER);
}

struct Piece {
    std::unique_ptr<btConvexShape> shape;
    btTransform at;
};

std::unique_ptr<btConvexHullShape> hullShape(const std::vector<glm::vec3>& points, const Vec& middle, double scale) {
    auto hull = std::make_unique<btConvexHullShape>();
    for (const glm::vec3& p : points) hull->addPoint(bt((Vec(p) - middle) * scale), false);
    hull->setMargin(kMargin);
    hull->recalcLocalAabb();
    return hull;
}

Piece pieceOf(const assets::ColliderShape& any) {
    Piece piece;
    piece.at.setIdentity();
    if (const auto* box = std::get_if<assets::ColliderBox>(&any)) {
        piece.shape = std::make_unique<btBoxShape>(bt(Vec(box->size) * 0.5));
        piece.at = btTransform(turned(box->yaw), bt(Vec(box->centre)));
    } else if (const auto* cylinder = std::get_if<assets::ColliderCylinder>(&any)) {
        const double r = cylinder->radius;
        piece.shape = std::make_unique<btCylinderShape>(btVector3(r, cylinder->height / 2.0, r));
        piece.at.setOrigin(bt(Vec(cylinder->centre)));
    } else {
        piece.shape = hullShape(std::get<assets::ConvexHull>(any).points, Vec(0), 1);
    }
    piece.shape->setMargin(std::min<btScalar>(piece.shape->getMargin(), kMargin));
    return piece;
}

}  // namespace

class Shape {
  public:
    std::shared_ptr<const assets::Mesh> mesh;  // whose arrays the triangles are
    std::vector<glm::vec3> corners;
    std::vector<uint32_t> indices;
    btTriangleIndexVertexArray array;
    mutable std::unique_ptr<btBvhTriangleMeshShape> triangles;
    std::vector<Piece> pieces;

    void build() {
        triangles = std::make_unique<btBvhTriangleMeshShape>(&array, true);
        triangles->setMargin(0);
    }
};

SharedShape trianglesOf(std::shared_ptr<const assets::Mesh> mesh) {
    auto shape = std::make_shared<Shape>();
    for (const assets::Primitive& p : mesh->primitives) {
        if (p.indices.size() < 3) continue;
        addPart(shape->array, p.positions.data(), p.positions.size(), p.indices.data(), p.indices.size() / 3);
    }
    if (shape->array.getNumSubParts() == 0) return nullptr;
    shape->mesh = std::move(mesh);
    shape->build();
    return shape;
}

SharedShape trianglesOf(std::vector<glm::vec3> corners) {
    if (corners.size() < 3) return nullptr;
    auto shape = std::make_shared<Shape>();
    shape->corners = std::move(corners);
    shape->indices.resize(shape->corners.size());
    for (size_t i = 0; i < shape->indices.size(); ++i) shape->indices[i] = static_cast<uint32_t>(i);
    addPart(shape->array, shape->corners.data(), shape->corners.size(), shape->indices.data(),
            shape->indices.size() / 3);
    shape->build();
    return shape;
}

SharedShape piecesOf(const assets::Collider& collider) {
    if (collider.empty()) return nullptr;
    auto shape = std::make_shared<Shape>();
    for (const assets::ColliderShape& one : collider) shape->pieces.push_back(pieceOf(one));
    return shape;
}

namespace {

class NearestHit : public btCollisionWorld::ClosestRayResultCallback {
  public:
    NearestHit(const btVector3& from, const btVector3& to, int layers) : ClosestRayResultCallback(from, to) {
        m_collisionFilterGroup = kQuery;
        m_collisionFilterMask = layers;
        m_flags = btTriangleRaycastCallback::kF_FilterBackfaces;
    }
};

class Touched : public btCollisionWorld::ContactResultCallback {
  public:
    Touched(const btCollisionObject* self, double within, std::vector<Contact>& out) : m_self(self), m_out(out) {
        m_collisionFilterGroup = kQuery;
        m_collisionFilterMask = kSolid;
        m_closestDistanceThreshold = within;
    }
    btScalar addSingleResult(btManifoldPoint& point, const btCollisionObjectWrapper* a, int, int,
                             const btCollisionObjectWrapper* b, int, int) override {
        const bool first = a->getCollisionObject() == m_self;
        const btCollisionObject* other = first ? b->getCollisionObject() : a->getCollisionObject();
        Contact contact;
        contact.normal = vec(first ? point.m_normalWorldOnB : -point.m_normalWorldOnB);
        contact.depth = -point.getDistance();
        contact.point = vec(first ? point.getPositionWorldOnB() : point.getPositionWorldOnA());
        contact.body = other->getUserIndex();
        contact.prop = other->getInternalType() == btCollisionObject::CO_RIGID_BODY;
        if (contact.depth > -m_closestDistanceThreshold) m_out.push_back(contact);
        return 0;
    }

  private:
    const btCollisionObject* m_self;
    std::vector<Contact>& m_out;
};

}  // namespace

class Space::Own {
  public:
    explicit Own(double pull)
        : dispatcher(&configuration), world(&dispatcher, &broadphase, &solver, &configuration), gravity(pull) {
        world.setGravity({0, -gravity, 0});
        world.setForceUpdateAllAabbs(false);  // what stands still is not looked at again
        world.getSolverInfo().m_splitImpulse = 1;
        world.getDispatchInfo().m_useContinuous = false;
    }
    ~Own() {
        for (const auto& body : propBodies) world.removeRigidBody(body.get());
        for (const auto& object : objects) world.removeCollisionObject(object.get());
    }

    btCollisionObject& fixed(btCollisionShape* shape, const btTransform& at, int group, int mask, int number) {
        auto object = std::make_unique<btCollisionObject>();
        object->setCollisionShape(shape);
        object->setWorldTransform(at);
        object->setFriction(0.8);
        object->setUserIndex(number);
        object->setUserIndex2(group);
        object->setCollisionFlags(btCollisionObject::CF_STATIC_OBJECT);
        object->forceActivationState(ISLAND_SLEEPING);
        world.addCollisionObject(object.get(), group, mask);
        objects.push_back(std::move(object));
        return *objects.back();
    }

    btCollisionObject& capsule(double radius, double height) {
        auto& found = capsules[{radius, height}];
        if (!found.second) {
            found.first = std::make_unique<btCapsuleShape>(radius, std::max(height - 2 * radius, 0.01));
            found.second = std::make_unique<btCollisionObject>();
            found.second->setCollisionShape(found.first.get());
        }
        return *found.second;
    }

    void drift(btRigidBody& body, double volume, double level, double seconds);

    btDefaultCollisionConfiguration configuration;
    btCollisionDispatcher dispatcher;
    btDbvtBroadphase broadphase;
    btSequentialImpulseConstraintSolver solver;
    btDiscreteDynamicsWorld world;
    double gravity;  // metres a second squared
    std::vector<std::unique_ptr<btCollisionObject>> objects;
    std::vector<btCollisionObject*> movers;  // of the objects
    std::vector<SharedShape> kept;
    std::vector<std::unique_ptr<btCollisionShape>> ownShapes;
    std::vector<std::unique_ptr<btRigidBody>> propBodies;
    std::vector<Vec> propMiddles;  // the asset's origin seen from the body's middle
    std::vector<double> propVolumes;
    std::map<std::pair<double, double>, std::pair<std::unique_ptr<btCapsuleShape>, std::unique_ptr<btCollisionObject>>>
        capsules;
};

Space::Space(double gravity) : m_own(std::make_unique<Own>(gravity)) {}
Space::~Space() = default;

void Space::add(const SharedShape& shape, const Vec& position, double yaw, double scale, Layer layer, int body) {
    if (!shape) return;
    const btTransform at(turned(yaw), bt(position));
    const int mask = layer == kWater ? kQuery : kQuery | kProp;
    const auto keep = [&](std::unique_ptr<btCollisionShape> own) {
        m_own->ownShapes.push_back(std::move(own));
        return m_own->ownShapes.back().get();
    };
    if (m_own->kept.empty() || m_own->kept.back() != shape) m_own->kept.push_back(shape);
    if (shape->triangles) {
        btCollisionShape* used = shape->triangles.get();
        if (scale != 1) {
            used = keep(
                std::make_unique<btScaledBvhTriangleMeshShape>(shape->triangles.get(), btVector3(scale, scale, scale)));
        }
        m_own->fixed(used, at, layer, mask, body);
    }
    for (const Piece& piece : shape->pieces) {
        btCollisionShape* used = piece.shape.get();
        if (scale != 1) used = keep(std::make_unique<btUniformScalingShape>(piece.shape.get(), scale));
        const btTransform local(piece.at.getBasis(), piece.at.getOrigin() * scale);
        m_own->fixed(used, at * local, layer, mask, body);
    }
}

void Space::addBoundary(const Vec& normal, double offset) {
    m_own->ownShapes.push_back(std::make_unique<btStaticPlaneShape>(bt(normal), offset));
    m_own->fixed(m_own->ownShapes.back().get(), btTransform::getIdentity(), kBoundary, kProp, -1);
}

int Space::addProp(const std::vector<glm::vec3>& points, const Vec& position, double yaw, double scale,
                   const Looseness& kind) {
    const auto hull = assets::convexHull(points);
    if (!hull) return -1;
    // The middle of mass of the hull, by tetrahedra from its first point.
    double volume = 0;
    Vec middle(0);
    const Vec origin(hull->points[0]);
    for (size_t i = 0; i + 2 < hull->triangles.size(); i += 3) {
        const Vec a = Vec(hull->points[hull->triangles[i]]) - origin,
                  b = Vec(hull->points[hull->triangles[i + 1]]) - origin,
                  c = Vec(hull->points[hull->triangles[i + 2]]) - origin;
        const double part = glm::dot(a, glm::cross(b, c)) / 6;
        volume += part;
        middle += part * (a + b + c) / 4.0;
    }
    middle = origin + middle / volume;
    volume *= scale * scale * scale;
    auto shape = hullShape(hull->points, middle, scale);
    const double mass = volume * kind.density;
    btVector3 inertia(0, 0, 0);
    shape->calculateLocalInertia(mass, inertia);
    btTransform at(turned(yaw), bt(position));
    at.setOrigin(at * bt(middle * scale));
    auto body =
        std::make_unique<btRigidBody>(btRigidBody::btRigidBodyConstructionInfo(mass, nullptr, shape.get(), inertia));
    body->setWorldTransform(at);
    body->setInterpolationWorldTransform(at);
    body->setFriction(kind.friction);
    body->setRollingFriction(0.02);
    body->setDamping(0.05, 0.6);  // also against the seams of the ground's triangles, which trip what slides fast
    body->setSleepingThresholds(0.15, 0.2);
    const int number = static_cast<int>(m_own->propBodies.size());
    body->setUserIndex(number);
    body->setUserIndex2(kProp);
    m_own->world.addRigidBody(body.get(), kProp, kSolid | kBoundary | kQuery);
    body->forceActivationState(ISLAND_SLEEPING);
    m_own->ownShapes.push_back(std::move(shape));
    m_own->propBodies.push_back(std::move(body));
    m_own->propMiddles.push_back(middle * scale);
    m_own->propVolumes.push_back(volume);
    return number;
}

int Space::addMover(const std::vector<glm::vec3>& points, const Vec& position, double yaw, int body) {
    const auto hull = assets::convexHull(points);
    if (!hull) return -1;
    m_own->ownShapes.push_back(hullShape(hull->points, Vec(0), 1));
    const btTransform at(turned(yaw), bt(position));
    btCollisionObject& object = m_own->fixed(m_own->ownShapes.back().get(), at, kTrunk, kQuery | kProp, body);
    object.setCollisionFlags(btCollisionObject::CF_KINEMATIC_OBJECT);
    m_own->movers.push_back(&object);
    return static_cast<int>(m_own->movers.size()) - 1;
}

void Space::move(int mover, const Vec& position, double yaw) {
    btCollisionObject& object = *m_own->movers[static_cast<size_t>(mover)];
    object.setWorldTransform(btTransform(turned(yaw), bt(position)));
    m_own->world.updateSingleAabb(&object);
}

void Space::ready() {
    m_own->broadphase.optimize();
}

std::optional<Hit> Space::ray(const Vec& from, const Vec& to, int layers) const {
    const btVector3 start = bt(from), end = bt(to);
    NearestHit nearest(start, end, layers);
    m_own->world.rayTest(start, end, nearest);
    if (!nearest.hasHit()) return std::nullopt;
    Hit hit;
    hit.point = from + (to - from) * static_cast<double>(nearest.m_closestHitFraction);
    hit.normal = vec(nearest.m_hitNormalWorld);
    hit.body = nearest.m_collisionObject->getUserIndex();
    hit.layer = static_cast<Layer>(nearest.m_collisionObject->getUserIndex2());
    return hit;
}

void Space::contacts(const Vec& bottom, double radius, double height, double within, std::vector<Contact>& out) const {
    out.clear();
    btCollisionObject& body = m_own->capsule(radius, height);
    btTransform at;
    at.setIdentity();
    at.setOrigin(bt(bottom + Vec(0, std::max(height, 2 * radius + 0.01) / 2, 0)));
    body.setWorldTransform(at);
    Touched touched(&body, within, out);
    m_own->world.contactTest(&body, touched);
}

void Space::push(int prop, const Vec& point, const Vec& impulse) {
    btRigidBody& body = *m_own->propBodies[static_cast<size_t>(prop)];
    body.activate(true);
    btVector3 arm = bt(point) - body.getCenterOfMassPosition();
    arm.setY(0);  // nobody pushes a crate over who wants it moved
    body.applyImpulse(bt(impulse), arm);
}

PropState Space::prop(int number) const {
    const auto i = static_cast<size_t>(number);
    const btRigidBody& body = *m_own->propBodies[i];
    const btTransform& at = body.getWorldTransform();
    const btQuaternion turn = at.getRotation();
    return {vec(at * bt(-m_own->propMiddles[i])), glm::dquat(turn.w(), turn.x(), turn.y(), turn.z()),
            vec(body.getLinearVelocity()), body.isActive()};
}

double Space::propMass(int number) const {
    return m_own->propBodies[static_cast<size_t>(number)]->getMass();
}

int Space::props() const {
    return static_cast<int>(m_own->propBodies.size());
}

bool Space::anyAwake() const {
    return std::any_of(m_own->propBodies.begin(), m_own->propBodies.end(),
                       [](const auto& body) { return body->isActive(); });
}

// Archimedes: the share under water of the box around the body stands for the body's own.
void Space::Own::drift(btRigidBody& body, double volume, double level, double seconds) {
    btVector3 low, high;
    body.getAabb(low, high);
    const double share = std::clamp((level - low.y()) / std::max<double>(high.y() - low.y(), 1e-3), 0.0, 1.0);
    if (share <= 0) return;
    body.applyCentralForce({0, share * volume * kWaterDensity * gravity, 0});
    const double carried = std::max(0.0, 1 - share * 2 * seconds),
                 turning = std::max(0.0, 1 - share * kRollingDrag * seconds);
    body.setLinearVelocity(body.getLinearVelocity() * carried);
    body.setAngularVelocity(body.getAngularVelocity() * turning);
}

void Space::step(double seconds) {
    if (!anyAwake()) return;
    for (size_t i = 0; i < m_own->propBodies.size(); ++i) {
        btRigidBody& body = *m_own->propBodies[i];
        if (!body.isActive() || !waterLevel) continue;
        const btVector3 at = body.getCenterOfMassPosition();
        if (const auto level = waterLevel(at.x(), at.z())) m_own->drift(body, m_own->propVolumes[i], *level, seconds);
    }
    m_own->world.stepSimulation(seconds, 0);
}

size_t Space::bodies() const {
    return m_own->objects.size();
}

}  // namespace sketchwalk::play
