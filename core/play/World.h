// The walkable world: a scene as something one stands on, bumps into, swims in and pushes about, and the one who does.
//
// Deterministic: the same scene, settings and intents give the same walk, bit by bit, on one build. Time goes in ticks
// of 1/120 s and in nothing else; shown() lies between the last two ticks, so that any picture rate looks smooth. One
// thread at a time; may be built on one and used on another. Shares the scene's meshes, which it keeps alive.
#pragma once

#include <glm/gtc/quaternion.hpp>
#include <glm/vec3.hpp>
#include <memory>
#include <vector>

#include "core/base/Error.h"
#include "core/base/Job.h"
#include "core/play/Walker.h"
#include "core/scene/Scene.h"

namespace sketchwalk::play {

struct Prop {               // a loose thing of the scene
    uint64_t instance = 0;  // scene::Instance::id
    int asset = 0;          // index into Scene::assets
    float scale = 1;
    glm::dvec3 origin{0};  // metres: where the asset's origin is now
    glm::dquat rotation{1, 0, 0, 0};
    bool awake = false;  // moves, or may
    bool moved = false;  // lies no more where the scene has it
};

struct Goer {               // somebody on a route
    uint64_t instance = 0;  // scene::followerId
    int asset = 0;          // index into Scene::assets
    scene::TrackPose pose;
};

class World {
  public:
    // The walker stands at the scene's spawn. ErrorKind::interrupted when stopped, ErrorKind::input for a scene without
    // ground.
    static Result<World> build(std::shared_ptr<const scene::Scene> scene, const WalkerSettings& settings,
                               const Job& job);
    World(World&&) noexcept;
    World& operator=(World&&) noexcept;
    ~World();

    // Puts the walker there: on ground that lies within a step's height, else in the air or water; onto the ground
    // where the place lies under it.
    void place(const glm::dvec3& feet);
    // The same over a map point: on the highest ground, deck or roof there is, afloat where the water is deep.
    void placeOnMap(Point point);
    void rescue();  // back to the last safe place

    void tick(const Intent& intent);
    // As many ticks as the seconds hold; what is left over is kept. No more than a tenth of a second is caught up with,
    // so that a stalled program does not stall further. Returns the ticks taken.
    int advance(double seconds, const Intent& intent);

    const Walker& walker() const;  // as of the last tick
    Walker shown() const;          // between the last two, as far as advance() has gone
    std::vector<Prop> props() const;
    bool anyPropAwake() const;
    // Where everybody is who goes along a route, as of the last tick. They keep to their tracks, and wait while the
    // walker stands in their way.
    std::vector<Goer> goers() const;

    size_t colliders() const;  // that stand still
    const scene::Scene& scene() const;
    const WalkerSettings& settings() const;

  private:
    class Own;
    explicit World(std::unique_ptr<Own> own);
    std::unique_ptr<Own> m_own;
};

}  // namespace sketchwalk::play
