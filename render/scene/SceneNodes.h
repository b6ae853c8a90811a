// The scene as Qt 3D entities: tiles of terrain, waters, one entity for each level of detail of an asset, the sky.
//
// GUI thread. Handing a scene over is a queue of small steps, so that the caller decides how long it takes at a time.
// What is the same object as in the last scene is left as it is.
#pragma once

#include <array>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "render/materials/Effects.h"
#include "render/scene/Prepared.h"

namespace Qt3DCore {
class QBuffer;
class QEntity;
class QGeometry;
}  // namespace Qt3DCore
namespace Qt3DRender {
class QGeometryRenderer;
class QLayer;
class QMaterial;
class QTexture2D;
}  // namespace Qt3DRender

namespace sketchwalk::render {

struct Layers {  // which part of the frame graph draws an entity
    Qt3DRender::QLayer *opaque = nullptr, *sky = nullptr, *clear = nullptr, *shadow = nullptr, *mark = nullptr;
};

struct DrawCount {
    int calls = 0;
    size_t triangles = 0, instances = 0;
};

class SceneNodes {
  public:
    SceneNodes(Qt3DCore::QEntity* root, Effects& effects, const Layers& layers);
    ~SceneNodes();

    void begin(std::shared_ptr<const Prepared> scene);  // null: an empty world
    bool step();                                        // one small step; false when nothing waits
    bool isDone() const { return m_steps.empty() && m_removals.empty(); }
    int uploads() const { return m_uploads; }  // parts made anew since begin()
    const std::shared_ptr<const Prepared>& shown() const { return m_shown; }
    // Scenes that are shown no more. Freeing them takes a while: whoever takes them lets another thread do it.
    std::vector<std::shared_ptr<const Prepared>> takeOld() { return std::exchange(m_old, {}); }

    // What the camera sees; of another scene than the shown one it is ignored (key of its instance table).
    void show(const Choice& choice, uint64_t key);
    void showShadows(const Choice& choice, uint64_t key);
    // Tiles within the view, coarser far away.
    void showTiles(const ViewRange& view, int finestLevel);
    int drawsBesideCopies() const;  // at most: tiles, waters, sky, plinth, marks
    void setSkyRadius(float metres);
    void setDetail(bool shown, float metres);  // ground textures near the eye
    // Lines around what is selected: pairs of points.
    void setMarks(const std::vector<glm::vec3>& points);

    DrawCount count() const;
    DrawCount shadowCount() const;

  private:
    struct Piece {  // an entity and what it draws
        Qt3DCore::QEntity* entity = nullptr;
        Qt3DRender::QGeometryRenderer* view = nullptr;
        Qt3DCore::QBuffer* copies = nullptr;
        QByteArray shown;
        unsigned triangles = 0, instances = 1;
        bool isOn = true;
    };
    struct Tile {
        std::shared_ptr<const PreparedTile> from;
        std::array<Piece, kLevels> levels;
        Piece shadow;
        Qt3DRender::QMaterial* material = nullptr;
    };
    struct Water {
        std::shared_ptr<const PreparedWater> from;
        Piece piece;
        Qt3DRender::QMaterial* material = nullptr;
    };
    struct Asset {
        std::shared_ptr<const PreparedAsset> from;
        std::array<std::vector<Piece>, kLevels> levels;
        std::vector<Piece> shadow;
        std::vector<Qt3DRender::QMaterial*> materials;
        std::vector<Qt3DRender::QTexture2D*> pictures;
    };

    std::unique_ptr<Tile> makeTile(std::shared_ptr<const PreparedTile> from);
    std::unique_ptr<Water> makeWater(std::shared_ptr<const PreparedWater> from);
    std::unique_ptr<Asset> makeAsset(std::shared_ptr<const PreparedAsset> from);
    void makeGround(const std::shared_ptr<const PreparedGround>& ground);
    void makeSky();
    void makePlinth(std::shared_ptr<const Vertices> from);
    Piece makeSheet(const Vertices& vertices, Qt3DRender::QMaterial* material, Qt3DRender::QLayer* layer);
    Piece makeCopies(const Vertices& vertices, Qt3DRender::QMaterial* material, Qt3DRender::QLayer* layer);
    Qt3DRender::QMaterial* sharedMaterial(Surface surface);
    static void setCopies(Piece& piece, const Choice::Copies& copies);
    static void setOn(Piece& piece, bool on);
    static void remove(Tile& tile);
    static void remove(Water& water);
    static void remove(Asset& asset);
    static void addTo(DrawCount& count, const Piece& piece);

    Qt3DCore::QEntity* m_root;
    Effects& m_effects;
    Layers m_layers;
    std::deque<std::function<void()>> m_steps;
    std::deque<std::function<void()>> m_removals;  // of what is hidden already; another scene does not forget them
    std::shared_ptr<const Prepared> m_shown, m_next;
    std::vector<std::shared_ptr<const Prepared>> m_old;
    std::map<std::pair<int, int>, std::unique_ptr<Tile>> m_tiles;
    std::vector<std::unique_ptr<Water>> m_waters;
    std::map<const PreparedAsset*, std::unique_ptr<Asset>> m_assets;
    std::vector<Asset*> m_order;  // by index of the scene's assets
    std::map<Surface, Qt3DRender::QMaterial*> m_materials;
    std::shared_ptr<const PreparedGround> m_ground;
    std::vector<Qt3DRender::QTexture2D*> m_groundTextures, m_layerTextures;
    uint64_t m_layersKey = 0;
    Qt3DRender::QMaterial* m_skyMaterial = nullptr;
    Piece m_sky, m_marks, m_plinth;
    std::shared_ptr<const Vertices> m_plinthFrom;
    QVector4D m_detail{0, 0, 60, 0};
    int m_uploads = 0;
};

}  // namespace sketchwalk::render
