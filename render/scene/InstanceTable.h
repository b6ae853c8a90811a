// Which copies of which assets one view shows, and how finely: chosen on the processor each time the camera moves, so
// that an asset is one draw a level and nothing behind the eye is drawn.
//
// Immutable; any thread. choose() takes about 2 ms for 50,000 copies.
#pragma once

#include <QByteArray>
#include <array>
#include <cmath>
#include <cstdint>
#include <glm/gtc/quaternion.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <span>
#include <unordered_set>
#include <vector>

#include "core/scene/Scene.h"

namespace sketchwalk::render {

constexpr unsigned kInstanceStride = 32;  // bytes: place (xyz, scale), turn (xyz of a unit quaternion whose w >= 0; its
                                          // own number and mark: marked())

// How a copy is drawn besides whole and plain.
struct Mark {
    bool selected = false;
    float part = 0;  // of its pixels that show: 0 all; f > 0 that share, -f the rest; in steps of 1 / kPartSteps
};
constexpr int kPartSteps = 16;
// `own`, 0..1, and the mark as one number: what is behind the point is its own, 64 says that it is selected, and the
// rest is the part's step, kPartSteps more where it is the rest of one. The vertex shader takes it apart again.
inline float marked(float own, Mark mark) {
    const auto steps = static_cast<float>(std::lround(std::abs(mark.part) * kPartSteps));
    return own * 0.998f + steps + (mark.part < 0 ? kPartSteps : 0) + (mark.selected ? 64 : 0);
}

struct ViewRange {  // what a view sees; all in the scene's coordinates
    glm::vec3 eye{0};
    std::array<glm::vec4, 5> planes{};  // inward: dot(xyz, p) + w >= 0 inside; left right bottom top far
    float perShare = 1;                 // size / distance * perShare: share of the picture's height
    float fineness = 1;                 // above 1: levels of detail give way later
    float leastShare = 0.004f;          // of the picture's height: what is smaller is left out
    float fade = 0;     // > 0: in that share of its range a level is drawn into the next, pixel by pixel
    int mostDraws = 0;  // where > 0: levels are drawn together until there are no more draws than that
};

struct ShadowRange {  // a cylinder along the light in which things throw shadows
    glm::vec3 centre{0}, toward{0, 1, 0};
    float radius = 100;  // metres
};

struct MovedCopy {    // a copy that lies no more where the scene has it
    uint64_t id = 0;  // of its instance
    int asset = 0;    // index into the scene's assets
    float scale = 1;
    glm::vec3 position{0};  // metres, of its origin
    glm::quat rotation{1, 0, 0, 0};
    bool operator==(const MovedCopy&) const = default;
};

struct Choice {  // by asset, then level of detail
    struct Copies {
        QByteArray bytes;
        unsigned count = 0;
        void add(const glm::vec4& place, const glm::vec4& turn);  // kInstanceStride
    };
    std::vector<std::array<Copies, 3>> levels;
};

class InstanceTable {
  public:
    // `sizes`: by asset, bounds of its mesh; `levelCounts`: how many levels it has, 1 to 3.
    struct Shape {
        glm::vec3 min{0}, max{0};
        size_t levelCount = 1;
        std::array<unsigned, 3> triangles{};  // by level
        std::array<int, 3> draws{1, 1, 1};    // by level: one a material that cannot share
    };
    InstanceTable(const scene::Scene& scene, const std::vector<Shape>& shapes);

    Choice choose(const ViewRange& view, const std::unordered_set<uint64_t>& selected,
                  std::span<const MovedCopy> moved = {}) const;
    // Copies whose shadows reach the range, all in one level of detail: the second where there is one.
    Choice chooseShadows(const ShadowRange& range, std::span<const MovedCopy> moved = {}) const;
    // Every copy at full fineness: for measuring.
    size_t size() const { return m_count; }
    uint64_t key() const { return m_key; }

  private:
    struct Record {
        glm::vec4 place, turn;
        uint64_t id = 0;
        float height = 0;  // metres, of its middle over its origin
    };
    struct Group {  // copies of one asset that stand together
        int asset = 0;
        glm::vec3 centre{0};
        float radius = 0;
        std::vector<Record> records;
    };
    bool isKnown(const MovedCopy& moved) const;
    Record recordOf(const MovedCopy& moved) const;
    void drawTogether(Choice& choice, int most) const;

    std::vector<Group> m_groups;
    std::vector<Shape> m_shapes;
    std::vector<float> m_radii;  // by asset, metres about its middle, unscaled
    size_t m_count = 0;
    uint64_t m_key = 0;
};

}  // namespace sketchwalk::render
