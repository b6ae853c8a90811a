#include "render/scene/SceneNodes.h"

#include <Qt3DCore/QEntity>
#include <Qt3DRender/QGeometryRenderer>
#include <Qt3DRender/QLayer>
#include <Qt3DRender/QMaterial>
#include <Qt3DRender/QTexture>
#include <algorithm>
#include <glm/geometric.hpp>

#include "render/scene/Pieces.h"

namespace sketchwalk::render {
namespace {

using Qt3DCore::QAttribute;
using Qt3DRender::QMaterial;

const std::vector<VertexField>& sheetFields() {
    static const std::vector<VertexField> fields{{"vertexPosition", QAttribute::Float, 3, 0},
                                                 {"vertexNormal", QAttribute::Float, 3, 12},
                                                 {"vertexTexCoord", QAttribute::Float, 2, 24}};
    return fields;
}

const std::vector<VertexField>& objectFields() {
    static const std::vector<VertexField> fields{{"vertexPosition", QAttribute::Float, 3, 0},
                                                 {"vertexNormal", QAttribute::Float, 3, 12},
                                                 {"vertexColour", QAttribute::UnsignedByte, 4, 24},
                                                 {"vertexGlow", QAttribute::UnsignedByte, 4, 28},
                                                 {"vertexTexCoord", QAttribute::Float, 2, 32}};
    return fields;
}

QVector3D toQt(glm::vec3 v) {
    return {v.x, v.y, v.z};
}
struct Made {
    Qt3DCore::QEntity* entity;
    Qt3DRender::QGeometryRenderer* view;
};

Made makeEntity(Qt3DCore::QGeometry* geometry, const Vertices& vertices, QMaterial* material, Qt3DRender::QLayer* layer,
                Qt3DCore::QEntity* root) {
    auto* entity = new Qt3DCore::QEntity(root);
    auto* view = new Qt3DRender::QGeometryRenderer(entity);
    geometry->setParent(view);
    view->setGeometry(geometry);
    view->setMinPoint(toQt(vertices.min));
    view->setMaxPoint(toQt(vertices.max));
    entity->addComponent(view);
    entity->addComponent(material);
    entity->addComponent(layer);
    return {entity, view};
}

}  // namespace

SceneNodes::SceneNodes(Qt3DCore::QEntity* root, Effects& effects, const Layers& layers)
    : m_root(root), m_effects(effects), m_layers(layers) {
    makeSky();
}

SceneNodes::~SceneNodes() = default;  // entities go with the root

QMaterial* SceneNodes::sharedMaterial(Surface surface) {
    auto*& material = m_materials[surface];
    if (material == nullptr) {
        material = m_effects.material(surface, m_root);
        Effects::set(material, "ownColour", QVector4D(1, 1, 1, surface == Surface::glass ? 0.55f : 1.0f));
        Effects::set(material, "ownGlow", QVector4D(0, 0, 0, 0));
    }
    return material;
}

SceneNodes::Piece SceneNodes::makeSheet(const Vertices& vertices, QMaterial* material, Qt3DRender::QLayer* layer) {
    auto* geometry = makeGeometry(vertices, sheetFields(), kSheetStride, m_root);
    const Made made = makeEntity(geometry, vertices, material, layer, m_root);
    Piece piece;
    piece.entity = made.entity;
    piece.view = made.view;
    piece.triangles = vertices.indexCount / 3;
    return piece;
}

SceneNodes::Piece SceneNodes::makeCopies(const Vertices& vertices, QMaterial* material, Qt3DRender::QLayer* layer) {
    auto* geometry = makeGeometry(vertices, objectFields(), kObjectStride, m_root);
    auto* copies = addInstances(geometry);
    const Made made = makeEntity(geometry, vertices, material, layer, m_root);
    made.view->setInstanceCount(1);
    made.entity->setEnabled(false);
    Piece piece;
    piece.entity = made.entity;
    piece.view = made.view;
    piece.copies = copies;
    piece.triangles = vertices.indexCount / 3;
    piece.instances = 0;
    piece.isOn = false;
    return piece;
}

void SceneNodes::setOn(Piece& piece, bool on) {
    if (piece.isOn == on || piece.entity == nullptr) return;
    piece.isOn = on;
    piece.entity->setEnabled(on);
}

void SceneNodes::setCopies(Piece& piece, const Choice::Copies& copies) {
    setOn(piece, copies.count > 0);
    if (copies.count == 0 || copies.bytes == piece.shown) return;
    piece.shown = copies.bytes;
    piece.copies->setData(copies.bytes);
    if (piece.instances != copies.count) {
        piece.instances = copies.count;
        piece.view->setInstanceCount(static_cast<int>(copies.count));
    }
}

std::unique_ptr<SceneNodes::Tile> SceneNodes::makeTile(std::shared_ptr<const PreparedTile> from) {
    auto tile = std::make_unique<Tile>();
    tile->from = std::move(from);
    auto* material = m_effects.material(Surface::terrain, m_root);
    tile->material = material;
    const auto texture = [&](const Texels& texels) {
        return textureValue(makeTexture(texels, {false, true}, material));
    };
    const bool hasNormals = !tile->from->normal.empty();
    const Texels& colour = tile->from->colour;
    Effects::set(material, "chunkColour", texture(colour.empty() ? plainTexels(150, 150, 140) : colour));
    Effects::set(material, "chunkNormal", texture(hasNormals ? tile->from->normal : plainTexels(128, 128, 255)));
    Effects::set(material, "chunkInfo", QVector4D(hasNormals ? 1 : 0, m_detail.y(), m_detail.z(), 0));
    for (size_t level = 0; level < kLevels; ++level) {
        const Vertices& vertices = tile->from->levels[level];
        if (vertices.empty()) continue;
        tile->levels[level] = makeSheet(vertices, material, m_layers.opaque);
        if (level > 0) setOn(tile->levels[level], false);
    }
    const size_t rough = tile->from->levels[1].empty() ? 0 : 1;
    if (!tile->from->levels[rough].empty()) {
        tile->shadow = makeSheet(tile->from->levels[rough], sharedMaterial(Surface::terrainShadow), m_layers.shadow);
    }
    return tile;
}

std::unique_ptr<SceneNodes::Water> SceneNodes::makeWater(std::shared_ptr<const PreparedWater> from) {
    auto water = std::make_unique<Water>();
    water->from = std::move(from);
    const PreparedWater& w = *water->from;
    auto* material = m_effects.material(w.isSolid() ? Surface::sheet : Surface::water, m_root);
    water->material = material;
    const auto texture = [&](const Texels& texels, const Texels& otherwise) {
        return textureValue(makeTexture(texels.empty() ? otherwise : texels, {true, true}, material));
    };
    Effects::set(material, "sheetColour", texture(w.colourPicture, plainTexels(255, 255, 255)));
    Effects::set(material, "sheetNormal", texture(w.normalPicture, plainTexels(128, 128, 255)));
    Effects::set(material, "sheetGlow", texture(w.glowPicture, plainTexels(0, 0, 0)));
    Effects::set(material, "waterColour", QVector4D(toQt(w.colour), w.murk));
    Effects::set(material, "waterInfo",
                 QVector4D(w.foam, static_cast<float>(w.kind), w.pictureSize, w.colourPicture.empty() ? 0 : 1));
    Effects::set(material, "ownGlow", QVector4D(toQt(w.glow), 0));
    water->piece = makeSheet(w.vertices, material, w.isSolid() ? m_layers.opaque : m_layers.clear);
    return water;
}

std::unique_ptr<SceneNodes::Asset> SceneNodes::makeAsset(std::shared_ptr<const PreparedAsset> from) {
    auto asset = std::make_unique<Asset>();
    asset->from = std::move(from);
    std::map<int, QMaterial*> textured;
    for (const auto& picture : asset->from->pictures) {
        auto* material = m_effects.material(Surface::textured, m_root);
        asset->materials.push_back(material);
        Effects::set(material, "ownColour", QVector4D(1, 1, 1, 1));
        Effects::set(material, "ownPicture", textureValue(makeTexture(picture.colourPicture, {true, true}, material)));
        Effects::set(material, "ownGlowPicture",
                     textureValue(makeTexture(picture.glowPicture, {true, true}, material)));
        textured[picture.material] = material;
    }
    const auto addAll = [&](const ObjectVertices& vertices, std::vector<Piece>& to) {
        if (!vertices.plain.empty())
            to.push_back(makeCopies(vertices.plain, sharedMaterial(Surface::object), m_layers.opaque));
        if (!vertices.glass.empty())
            to.push_back(makeCopies(vertices.glass, sharedMaterial(Surface::glass), m_layers.clear));
        for (const auto& part : vertices.textured) {
            if (textured.contains(part.material))
                to.push_back(makeCopies(part.vertices, textured[part.material], m_layers.opaque));
        }
    };
    for (size_t level = 0; level < asset->from->levelCount; ++level) {
        addAll(asset->from->levels[level], asset->levels[level]);
    }
    const ObjectVertices& rough = asset->from->levels[std::min<size_t>(1, asset->from->levelCount - 1)];
    auto* shadow = sharedMaterial(Surface::objectShadow);
    if (!rough.plain.empty()) asset->shadow.push_back(makeCopies(rough.plain, shadow, m_layers.shadow));
    for (const auto& part : rough.textured) asset->shadow.push_back(makeCopies(part.vertices, shadow, m_layers.shadow));
    return asset;
}

void SceneNodes::remove(Tile& tile) {
    for (auto& level : tile.levels) delete level.entity;
    delete tile.shadow.entity;
    delete tile.material;
}

void SceneNodes::remove(Water& water) {
    delete water.piece.entity;
    delete water.material;
}

void SceneNodes::remove(Asset& asset) {
    for (auto& level : asset.levels) {
        for (auto& piece : level) delete piece.entity;
    }
    for (auto& piece : asset.shadow) delete piece.entity;
    for (auto* material : asset.materials) delete material;
}

void SceneNodes::addTo(DrawCount& count, const Piece& piece) {
    if (piece.entity == nullptr || !piece.isOn) return;
    ++count.calls;
    count.triangles += static_cast<size_t>(piece.triangles) * piece.instances;
    if (piece.copies) count.instances += piece.instances;
}

DrawCount SceneNodes::count() const {
    DrawCount count;
    for (const auto& [at, tile] : m_tiles) {
        for (const auto& level : tile->levels) addTo(count, level);
    }
    for (const auto& water : m_waters) addTo(count, water->piece);
    for (const auto& [from, asset] : m_assets) {
        for (const auto& level : asset->levels) {
            for (const auto& piece : level) addTo(count, piece);
        }
    }
    addTo(count, m_sky);
    addTo(count, m_plinth);
    addTo(count, m_marks);
    return count;
}

DrawCount SceneNodes::shadowCount() const {
    DrawCount count;
    for (const auto& [at, tile] : m_tiles) addTo(count, tile->shadow);
    for (const auto& [from, asset] : m_assets) {
        for (const auto& piece : asset->shadow) addTo(count, piece);
    }
    return count;
}

}  // namespace sketchwalk::render
