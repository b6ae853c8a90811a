// What lies under the pointer: a ray against the scene, on the processor, so that no picture need be read back.
//
// Knows nothing of Qt. Pure; any thread.
#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <memory>
#include <optional>

#include "core/scene/Scene.h"

namespace sketchwalk::render {

struct Ray {
    glm::vec3 origin{0};
    glm::vec3 direction{0, -1, 0};  // unit
};

struct Pick {
    std::optional<uint64_t> instance;  // null: ground or water
    std::optional<int64_t> stroke;     // the drawn stroke it came from; null: grew by itself
    glm::vec3 point{0};                // metres, where the ray meets it
    float distance = 0;                // metres along the ray
};

// Answers rays for one scene. Keeps boxes by chunk, so that a ray looks at few objects: about 10 us in a village.
// Immutable after construction, which takes a millisecond for 50,000 objects; keeps the scene alive.
class Picker {
  public:
    explicit Picker(std::shared_ptr<const scene::Scene> scene);
    ~Picker();
    Picker(Picker&&) noexcept;
    Picker& operator=(Picker&&) noexcept;

    // The nearest object, ground or water along the ray; null where it meets nothing.
    std::optional<Pick> pick(const Ray& ray) const;
    // The ground or water alone.
    std::optional<glm::vec3> ground(const Ray& ray) const;
    const scene::Scene& scene() const;

  private:
    struct Content;
    std::unique_ptr<const Content> m_content;
};

}  // namespace sketchwalk::render
