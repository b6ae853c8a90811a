// A scene set up for drawing: shapes with their stand-ins for far away, materials in linear light, where every copy
// stands. Made once per picture; the view and the shadow maps then each draw it through a PassList.
#pragma once

#include <vector>

#include "core/base/Job.h"
#include "core/preview/Camera.h"
#include "core/preview/GroundLook.h"
#include "core/preview/Shape.h"

namespace sketchwalk::preview {

struct Stage {
    struct Kind {  // an asset in three finenesses
        Shape fine, coarse, tiny;
        float height = 0;  // metres, the longer of height and width
    };
    struct Copy {
        uint32_t kind = 0;
        Placed placed;
    };
    std::vector<Look> looks;
    std::vector<Shape> sheets;  // terrain, water and what the renderer itself adds, in world coordinates
    std::vector<bool> casts;    // per sheet: throws shadows
    std::vector<Kind> kinds;
    std::vector<Copy> copies;
    std::vector<Contact> contacts;
    Bounds bounds;             // of terrain, water and copies
    Bounds solid;              // of terrain and copies: what may throw or receive shadows
    size_t terrainSheets = 0;  // the first sheets are terrain

    // `seconds`: when; whoever goes along a route is there.
    Stage(const scene::Scene& scene, double seconds, const Job& job);
    void addSheet(Shape shape, bool castsShadows);
    uint16_t addLook(const Look& look);
    // Points whose hull holds everything, for framing.
    std::vector<glm::vec3> outline() const;
};

// What one picture or shadow map has to draw, sorted into square tiles. Within a tile the order is fixed by the scene
// alone.
class PassList {
  public:
    struct Item {
        const Shape* shape = nullptr;
        uint32_t first = 0, count = 0;           // faces
        int32_t copy = -1;                       // index into Stage::copies; -1: world coordinates
        const ScreenPoint* projected = nullptr;  // of all positions of the shape; null: project when drawn
        float baseY = 0;                         // metres, where the thing stands; very low for sheets
    };
    struct Options {
        int width = 0, height = 0;  // pixels
        int tileWidth = 32, tileHeight = 32;
        bool shadowsOnly = false;  // leaves out what throws none
    };
    PassList(const Stage& stage, const Camera& camera, const Options& options, const Job& job);

    int columns() const { return m_columns; }
    int rows() const { return m_rows; }
    std::span<const uint32_t> itemsOf(int tile) const {
        const auto t = static_cast<size_t>(tile);
        return {m_binned.data() + m_starts[t], m_starts[t + 1] - m_starts[t]};
    }
    const Item& item(uint32_t index) const { return m_items[index]; }

  private:
    struct Rect {  // tiles, inclusive; empty when x0 > x1
        int16_t x0 = 1, y0 = 0, x1 = 0, y1 = 0;
    };
    Rect rectOf(const Projector& projector, const Bounds& bounds) const;
    void addSheets(const Stage& stage, const Camera& camera, const Job& job);
    void addCopies(const Stage& stage, const Camera& camera, const Job& job);
    void addCopy(const Stage& stage, const Camera& camera, size_t index, std::vector<Item>& items,
                 std::vector<Rect>& rects) const;
    void bin();

    Options m_options;
    int m_columns = 0, m_rows = 0;
    std::vector<std::vector<ScreenPoint>> m_projected;  // per sheet
    std::vector<Item> m_items;
    std::vector<Rect> m_rects;
    std::vector<uint32_t> m_starts, m_binned;
};

}  // namespace sketchwalk::preview
