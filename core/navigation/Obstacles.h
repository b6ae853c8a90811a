// The scene as what Recast is fed: triangles with areas, gathered tile by tile, and the waters above them.
#pragma once

#include <vector>

#include "core/navigation/NavMesh.h"

namespace sketchwalk::navigation {

struct Trunk {
    glm::vec3 foot{0};
    float radius = 0;  // metres
};

struct TileInput {
    std::vector<float> vertices;  // three triangles' corners one after another: nine numbers a triangle
    std::vector<uint8_t> areas;   // one a triangle: kGround, kBuilt, or 0 where the slope decides against it
    std::vector<Trunk> trunks;
    float lowest = 0, highest = 0;  // metres, of all triangles
};

// A rectangle of the map, in metres.
struct Window {
    float west = 0, north = 0, east = 0, south = 0;
};

// Looks up what lies in a window. Immutable; any thread may read it. Keeps references, which must outlive it.
class Obstacles {
  public:
    Obstacles(const scene::Scene& scene, const catalogue::Catalogue& catalogue, const NavSettings& settings);

    TileInput gather(const Window& window) const;

    // Lowest height above which one walks, on `cells` x `cells` voxel centres from the window's corner: the sheet of
    // water less what is waded, of lava or ice itself; -1e30 where there is none.
    std::vector<float> floors(const Window& window, float cell, int cells) const;

  private:
    struct Copy {
        const scene::Instance* instance = nullptr;
        const assets::Mesh* mesh = nullptr;
        float cosine = 1, sine = 0;  // of the yaw
        float trunk = 0;             // metres; above 0: nothing but this stands in the way
        Window bounds;
        glm::vec3 placed(const glm::vec3& p) const;
    };
    void addCopies(const catalogue::Catalogue& catalogue);
    // What a mesh is to who goes: water carries boats, and they keep their draught above the bed.
    enum class Sheet { firm, water, bed };
    void addMesh(TileInput& input, const assets::Mesh& mesh, const Copy* copy, const Window& window, Sheet sheet) const;
    const std::vector<int>& binAt(int column, int row) const;

    const scene::Scene& m_scene;
    NavSettings m_settings;
    std::vector<Copy> m_copies;
    int m_columns = 1, m_rows = 1;
    std::vector<std::vector<int>> m_bins;  // copies by squares of kBin metres
};

// Radius in metres of what rises from an asset's foot at knee height.
float trunkRadius(const assets::Mesh& mesh);

}  // namespace sketchwalk::navigation
