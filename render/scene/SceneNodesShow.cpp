// Handing scenes over in steps, and what the moving camera changes.
#include <Qt3DCore/QBuffer>
#include <Qt3DCore/QEntity>
#include <Qt3DRender/QGeometryRenderer>
#include <Qt3DRender/QLayer>
#include <Qt3DRender/QMaterial>
#include <Qt3DRender/QTexture>
#include <algorithm>
#include <glm/geometric.hpp>
#include <set>
#include <utility>

#include "core/base/Hash.h"
#include "render/scene/Pieces.h"
#include "render/scene/SceneNodes.h"

namespace sketchwalk::render {
namespace {

// A dome of unit radius; its triangles look inward and outward alike.
Vertices dome() {
    constexpr int kAround = 32, kUp = 16;
    Vertices v;
    std::vector<float> values;
    for (int j = 0; j <= kUp; ++j) {
        for (int i = 0; i <= kAround; ++i) {
            const float a = static_cast<float>(i) * 6.2831853f / kAround;
            const float e = (static_cast<float>(j) / kUp - 0.5f) * 3.14159265f;
            const float at[] = {std::cos(e) * std::sin(a), std::sin(e), std::cos(e) * std::cos(a), 0, 1, 0, 0, 0};
            values.insert(values.end(), std::begin(at), std::end(at));
            ++v.count;
        }
    }
    std::vector<uint32_t> corners;
    for (uint32_t j = 0; j < kUp; ++j) {
        for (uint32_t i = 0; i < kAround; ++i) {
            const uint32_t a = j * (kAround + 1) + i, b = a + kAround + 1;
            for (const uint32_t c : {a, a + 1, b, b, a + 1, b + 1}) corners.push_back(c);
        }
    }
    v.bytes =
        QByteArray(reinterpret_cast<const char*>(values.data()), static_cast<qsizetype>(values.size() * sizeof(float)));
    v.indices = QByteArray(reinterpret_cast<const char*>(corners.data()),
                           static_cast<qsizetype>(corners.size() * sizeof(uint32_t)));
    v.indexCount = static_cast<unsigned>(corners.size());
    v.min = glm::vec3(-1e5f);
    v.max = glm::vec3(1e5f);
    return v;
}

// Cover of clouds in red; opposite edges continue each other.
Texels clouds() {
    constexpr int kSide = 256;
    Texels out{kSide, kSide, QByteArray(kSide * kSide * 4, static_cast<char>(0xff))};
    const auto value = [](double x, double y, int period, uint64_t seed) {
        const auto cell = [&](int i, int j) {
            i = (i % period + period) % period;
            j = (j % period + period) % period;
            return toUnit(randomBits(seed, "clouds", static_cast<uint64_t>(i), static_cast<uint64_t>(j)));
        };
        const int i = static_cast<int>(std::floor(x)), j = static_cast<int>(std::floor(y));
        double fx = x - i, fy = y - j;
        fx = fx * fx * (3 - 2 * fx);
        fy = fy * fy * (3 - 2 * fy);
        const double north = cell(i, j) * (1 - fx) + cell(i + 1, j) * fx;
        const double south = cell(i, j + 1) * (1 - fx) + cell(i + 1, j + 1) * fx;
        return north * (1 - fy) + south * fy;
    };
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            double sum = 0, weight = 0.5;
            int period = 8;
            for (uint64_t octave = 0; octave < 5; ++octave, weight *= 0.5, period *= 2) {
                sum += weight * value(static_cast<double>(x) * period / kSide, static_cast<double>(y) * period / kSide,
                                      period, 71 + octave);
            }
            out.bytes[(y * kSide + x) * 4] = static_cast<char>(static_cast<uint8_t>(std::clamp(sum, 0.0, 1.0) * 255));
        }
    }
    return out;
}

}  // namespace

void SceneNodes::makeSky() {
    m_skyMaterial = m_effects.material(Surface::sky, m_root);
    // Without mip maps: a dozen smooth reads of each pixel cost minutes of shader compiling where the processor draws,
    // and far clouds stand in the haze anyway.
    Effects::set(m_skyMaterial, "cloudPicture", textureValue(makeTexture(clouds(), {true, false}, m_skyMaterial)));
    Effects::set(m_skyMaterial, "ownColour", QVector4D(1000, 0, 0, 1));
    m_sky = makeSheet(dome(), m_skyMaterial, m_layers.sky);
}

void SceneNodes::makePlinth(std::shared_ptr<const Vertices> from) {
    if (from == m_plinthFrom) return;
    delete m_plinth.entity;
    m_plinth = {};
    m_plinthFrom = std::move(from);
    if (!m_plinthFrom || m_plinthFrom->empty()) return;
    ++m_uploads;
    m_plinth = makeCopies(*m_plinthFrom, sharedMaterial(Surface::object), m_layers.opaque);
    Choice::Copies one;
    one.add({0, 0, 0, 1}, {0, 0, 0, 0.5f});  // as it is
    setCopies(m_plinth, one);
}

int SceneNodes::drawsBesideCopies() const {
    return static_cast<int>(m_tiles.size() + m_waters.size()) + 3;
}

void SceneNodes::setSkyRadius(float metres) {
    Effects::set(m_skyMaterial, "ownColour", QVector4D(metres, 0, 0, 1));
}

void SceneNodes::setDetail(bool shown, float metres) {
    const bool changes = shown != (m_detail.y() > 0);
    m_detail = QVector4D(0, shown ? 1 : 0, metres, 0);
    for (auto& [at, tile] : m_tiles) {
        Effects::set(tile->material, "chunkInfo",
                     QVector4D(tile->from->normal.empty() ? 0 : 1, m_detail.y(), m_detail.z(), 0));
    }
    if (changes) makeGround(std::exchange(m_ground, nullptr));
}

void SceneNodes::makeGround(const std::shared_ptr<const PreparedGround>& ground) {
    if (ground == m_ground && !m_groundTextures.empty()) return;
    ++m_uploads;
    auto old = m_groundTextures;
    m_groundTextures.clear();
    const auto share = [&](const char* name, const Texels& texels, TextureUse use) {
        auto* texture = makeTexture(texels.empty() ? plainTexels(0, 255, 0, 228) : texels, use, m_root);
        m_effects.setShared(name, textureValue(texture));
        return texture;
    };
    static const PreparedGround kNone;
    const PreparedGround& from = ground ? *ground : kNone;
    m_groundTextures.push_back(share("groundMap", from.map, {false, false}));
    m_groundTextures.push_back(
        share("splatWeights0", from.weights[0].empty() ? plainTexels(0, 0, 0, 0) : from.weights[0], {false, true}));
    m_groundTextures.push_back(
        share("splatWeights1", from.weights[1].empty() ? plainTexels(0, 0, 0, 0) : from.weights[1], {false, true}));
    // Textures that are not shown are not kept: they are large.
    const uint64_t layersKey = m_detail.y() > 0 ? from.layersKey : 0;
    if (layersKey != m_layersKey || m_layerTextures.empty()) {
        old.insert(old.end(), m_layerTextures.begin(), m_layerTextures.end());
        m_layerTextures.clear();
        m_layersKey = layersKey;
        for (size_t i = 0; i < 8; ++i) {
            const bool has = i < from.layers.size();
            const QByteArray number = QByteArray::number(static_cast<int>(i));
            m_layerTextures.push_back(share(
                ("layerPicture" + number).constData(),
                has && m_detail.y() > 0 ? from.layers[i]->picture : plainTexels(128, 128, 128, 128), {true, true}));
            const glm::vec3 mean = has ? from.layers[i]->mean : glm::vec3(1);
            m_effects.setShared(("layer" + number).constData(),
                                QVector4D(mean.x, mean.y, mean.z, has ? 1 / from.layers[i]->size : 1));
        }
    }
    m_ground = ground;
    for (auto* texture : old) texture->deleteLater();
}

void SceneNodes::begin(std::shared_ptr<const Prepared> scene) {
    m_steps.clear();
    if (m_next && m_next != m_shown) m_old.push_back(m_next);
    m_next = std::move(scene);
    m_uploads = 0;
    static const Prepared kNothing;
    const Prepared& next = m_next ? *m_next : kNothing;
    m_steps.emplace_back([this] { makeGround(m_next ? m_next->ground : nullptr); });
    m_steps.emplace_back([this] { makePlinth(m_next ? m_next->plinth : nullptr); });
    std::set<std::pair<int, int>> places;
    for (const auto& tile : next.tiles) {
        const std::pair at{tile->column, tile->row};
        places.insert(at);
        const auto known = m_tiles.find(at);
        if (known != m_tiles.end() && known->second->from == tile) continue;
        m_steps.emplace_back([this, tile, at] {
            auto made = makeTile(tile);
            ++m_uploads;
            auto& place = m_tiles[at];
            if (place) remove(*place);
            place = std::move(made);
        });
    }
    for (const auto& water : next.waters) {
        const bool known =
            std::any_of(m_waters.begin(), m_waters.end(), [&](const auto& w) { return w->from == water; });
        if (known) continue;
        m_steps.emplace_back([this, water] {
            m_waters.push_back(makeWater(water));
            ++m_uploads;
        });
    }
    std::set<const PreparedAsset*> wanted;
    for (const auto& asset : next.assets) {
        if (!wanted.insert(asset.get()).second || m_assets.contains(asset.get())) continue;
        m_steps.emplace_back([this, asset] {
            m_assets[asset.get()] = makeAsset(asset);
            ++m_uploads;
        });
    }
    // What is no longer there goes last, in the same step in which the new order of assets begins to count.
    m_steps.emplace_back([this, places] {
        static const Prepared kEmpty;
        const Prepared& now = m_next ? *m_next : kEmpty;
        std::erase_if(m_tiles, [&](auto& entry) {
            if (places.contains(entry.first)) return false;
            remove(*entry.second);
            return true;
        });
        // Deleting takes a while: what goes is hidden at once and deleted piece by piece.
        std::erase_if(m_waters, [&](auto& water) {
            const bool stays = std::find(now.waters.begin(), now.waters.end(), water->from) != now.waters.end();
            if (stays) return false;
            setOn(water->piece, false);
            m_removals.emplace_back([gone = std::shared_ptr<Water>(std::move(water))] { remove(*gone); });
            return true;
        });
        std::set<const PreparedAsset*> stay;
        m_order.clear();
        for (const auto& asset : now.assets) {
            stay.insert(asset.get());
            m_order.push_back(m_assets.at(asset.get()).get());
        }
        for (auto entry = m_assets.begin(); entry != m_assets.end();) {
            if (stay.contains(entry->first)) {
                ++entry;
                continue;
            }
            for (auto& level : entry->second->levels) {
                for (Piece& piece : level) setOn(piece, false);
            }
            for (Piece& piece : entry->second->shadow) setOn(piece, false);
            m_removals.emplace_back([gone = std::shared_ptr<Asset>(std::move(entry->second))] { remove(*gone); });
            entry = m_assets.erase(entry);
        }
        if (m_shown) m_old.push_back(m_shown);
        m_shown = m_next;
    });
}

bool SceneNodes::step() {
    if (isDone()) return false;
    auto& steps = m_steps.empty() ? m_removals : m_steps;
    const auto work = std::move(steps.front());
    steps.pop_front();
    work();
    return true;
}

void SceneNodes::show(const Choice& choice, uint64_t key) {
    if (!m_shown || !m_shown->instances || m_shown->instances->key() != key) return;
    for (size_t i = 0; i < std::min(choice.levels.size(), m_order.size()); ++i) {
        for (size_t level = 0; level < kLevels; ++level) {
            for (auto& piece : m_order[i]->levels[level]) setCopies(piece, choice.levels[i][level]);
        }
    }
}

void SceneNodes::showShadows(const Choice& choice, uint64_t key) {
    if (!m_shown || !m_shown->instances || m_shown->instances->key() != key) return;
    for (size_t i = 0; i < std::min(choice.levels.size(), m_order.size()); ++i) {
        const auto& levels = choice.levels[i];
        for (auto& piece : m_order[i]->shadow) setCopies(piece, levels[1].count > 0 ? levels[1] : levels[0]);
    }
}

void SceneNodes::showTiles(const ViewRange& view, int finestLevel) {
    for (auto& [at, tile] : m_tiles) {
        const Vertices& whole = tile->from->levels[0];
        const glm::vec3 middle = (whole.min + whole.max) * 0.5f, half = (whole.max - whole.min) * 0.5f;
        bool isSeen = true;
        for (const glm::vec4& plane : view.planes) {
            const float reach = glm::dot(glm::abs(glm::vec3(plane)), half);
            if (glm::dot(glm::vec3(plane), middle) + plane.w < -reach) isSeen = false;
        }
        const float away = glm::length(glm::max(glm::abs(view.eye - middle) - half, glm::vec3(0)));
        const float size = std::max(half.x, half.z) * 2;
        int level = away > size * 3.0f * view.fineness ? 2 : away > size * 1.2f * view.fineness ? 1 : 0;
        level = std::max(level, finestLevel);
        while (level > 0 && tile->from->levels[static_cast<size_t>(level)].empty()) --level;
        for (int i = 0; i < static_cast<int>(kLevels); ++i) {
            setOn(tile->levels[static_cast<size_t>(i)], isSeen && i == level);
        }
    }
}

void SceneNodes::setMarks(const std::vector<glm::vec3>& points) {
    if (m_marks.entity) {
        delete m_marks.entity;
        m_marks = {};
    }
    if (points.empty()) return;
    Vertices v;
    v.bytes = QByteArray(reinterpret_cast<const char*>(points.data()),
                         static_cast<qsizetype>(points.size() * sizeof(glm::vec3)));
    v.count = static_cast<unsigned>(points.size());
    v.min = glm::vec3(-1e5f);
    v.max = glm::vec3(1e5f);
    auto* material = sharedMaterial(Surface::mark);
    Effects::set(material, "ownGlow", QVector4D(1.0f, 0.72f, 0.20f, 0));
    auto* geometry =
        makeGeometry(v, {{"vertexPosition", Qt3DCore::QAttribute::Float, 3, 0}}, sizeof(glm::vec3), m_root);
    auto* entity = new Qt3DCore::QEntity(m_root);
    auto* view = new Qt3DRender::QGeometryRenderer(entity);
    geometry->setParent(view);
    view->setGeometry(geometry);
    view->setPrimitiveType(Qt3DRender::QGeometryRenderer::Lines);
    view->setVertexCount(static_cast<int>(v.count));
    entity->addComponent(view);
    entity->addComponent(material);
    entity->addComponent(m_layers.mark);
    m_marks.entity = entity;
    m_marks.view = view;
}

}  // namespace sketchwalk::render
