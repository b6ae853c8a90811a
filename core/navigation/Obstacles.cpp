#include "core/navigation/Obstacles.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "core/base/Trig.h"

namespace sketchwalk::navigation {
namespace {

constexpr float kBinSide = 32;  // metres
constexpr float kKnee = 0.4f;   // metres above the foot: where a trunk is measured
constexpr float kLeastTrunk = 0.1f, kMostTrunk = 0.6f;
constexpr float kTallPlant = 2;  // metres: what is lower is walked through
constexpr float kDry = -1e30f;
constexpr float kSkin = 0.05f;  // metres: what lies this deep in lava or under ice is not walked on

bool overlaps(const Window& a, const Window& b) {
    return a.west <= b.east && b.west <= a.east && a.north <= b.south && b.north <= a.south;
}

Window windowOf(const glm::vec3& a, const glm::vec3& b, const glm::vec3& c) {
    return {std::min({a.x, b.x, c.x}), std::min({a.z, b.z, c.z}), std::max({a.x, b.x, c.x}), std::max({a.z, b.z, c.z})};
}

Window windowOf(const assets::Mesh& mesh) {
    return {mesh.min.x, mesh.min.z, mesh.max.x, mesh.max.z};
}

// Calls use(a, b, c) for every triangle of a mesh.
template <class Use>
void eachTriangle(const assets::Mesh& mesh, const Use& use) {
    for (const assets::Primitive& primitive : mesh.primitives) {
        const auto& at = primitive.positions;
        for (size_t i = 0; i + 2 < primitive.indices.size(); i += 3) {
            use(at[primitive.indices[i]], at[primitive.indices[i + 1]], at[primitive.indices[i + 2]]);
        }
    }
}

// Calls set(x, y, height) for every voxel centre inside the triangle, seen from above.
template <class Set>
void eachCentre(const glm::vec3& a, const glm::vec3& b, const glm::vec3& c, const Window& window, float cell, int cells,
                const Set& set) {
    const double area = static_cast<double>(b.x - a.x) * (c.z - a.z) - static_cast<double>(b.z - a.z) * (c.x - a.x);
    if (area == 0) return;
    const Window box = windowOf(a, b, c);
    const auto from = [&](float low, float start) {
        return std::clamp(static_cast<int>(std::ceil((low - start) / cell - 0.5f)), 0, cells);
    };
    const auto to = [&](float high, float start) {
        return std::clamp(static_cast<int>(std::floor((high - start) / cell - 0.5f)), -1, cells - 1);
    };
    for (int y = from(box.north, window.north); y <= to(box.south, window.north); ++y) {
        for (int x = from(box.west, window.west); x <= to(box.east, window.west); ++x) {
            const double px = window.west + (x + 0.5f) * cell, pz = window.north + (y + 0.5f) * cell;
            const double v = ((px - a.x) * (c.z - a.z) - (pz - a.z) * (c.x - a.x)) / area;
            const double w = ((b.x - a.x) * (pz - a.z) - (b.z - a.z) * (px - a.x)) / area;
            if (v < -1e-6 || w < -1e-6 || v + w > 1 + 1e-6) continue;
            set(x, y, static_cast<float>(a.y + v * (b.y - a.y) + w * (c.y - a.y)));
        }
    }
}

}  // namespace

float trunkRadius(const assets::Mesh& mesh) {
    float square = 0;
    const auto reach = [&](const glm::vec3& from, const glm::vec3& to) {
        const float low = from.y - kKnee, high = to.y - kKnee;
        if ((low > 0) == (high > 0)) return;
        const glm::vec3 p = from + (to - from) * (low / (low - high));
        square = std::max(square, p.x * p.x + p.z * p.z);
    };
    eachTriangle(mesh, [&](const glm::vec3& a, const glm::vec3& b, const glm::vec3& c) {
        reach(a, b);
        reach(b, c);
        reach(c, a);
    });
    return std::clamp(std::sqrt(square), kLeastTrunk, kMostTrunk);
}

glm::vec3 Obstacles::Copy::placed(const glm::vec3& p) const {
    const glm::vec3 q = p * instance->scale;
    return glm::vec3(q.x * cosine + q.z * sine, q.y, q.z * cosine - q.x * sine) + instance->position;
}

Obstacles::Obstacles(const scene::Scene& scene, const catalogue::Catalogue& catalogue, const NavSettings& settings)
    : m_scene(scene), m_settings(settings) {
    m_columns = std::max(1, static_cast<int>(std::ceil(scene.extent.x / kBinSide)));
    m_rows = std::max(1, static_cast<int>(std::ceil(scene.extent.y / kBinSide)));
    m_bins.resize(static_cast<size_t>(m_columns) * static_cast<size_t>(m_rows));
    addCopies(catalogue);
    for (size_t i = 0; i < m_copies.size(); ++i) {
        const Window& box = m_copies[i].bounds;
        const auto at = [](float metres, int count) {
            return std::clamp(static_cast<int>(std::floor(metres / kBinSide)), 0, count - 1);
        };
        for (int row = at(box.north, m_rows); row <= at(box.south, m_rows); ++row) {
            for (int column = at(box.west, m_columns); column <= at(box.east, m_columns); ++column) {
                m_bins[static_cast<size_t>(row * m_columns + column)].push_back(static_cast<int>(i));
            }
        }
    }
}

void Obstacles::addCopies(const catalogue::Catalogue& catalogue) {
    std::vector<float> trunks(m_scene.assets.size(), 0.0f);
    std::vector<bool> plants(m_scene.assets.size(), false);
    for (size_t i = 0; i < trunks.size(); ++i) {
        const catalogue::Entry* entry = catalogue.find(m_scene.assets[i].category);
        plants[i] = entry != nullptr && entry->family == "plant";
        if (plants[i]) trunks[i] = trunkRadius(*m_scene.assets[i].mesh);
    }
    for (const scene::InstanceGroup& group : m_scene.groups) {
        const auto asset = static_cast<size_t>(group.asset);
        const assets::Mesh& mesh = *m_scene.assets[asset].mesh;
        for (const scene::Instance& instance : group.instances) {
            if (plants[asset] && (!m_settings.trunks || mesh.max.y * instance.scale < kTallPlant)) continue;
            Copy copy{&instance, &mesh, 1, 0, 0, {}};
            const double yaw = exact::radians(instance.yaw);
            copy.cosine = static_cast<float>(exact::cos(yaw));
            copy.sine = static_cast<float>(exact::sin(yaw));
            if (plants[asset]) copy.trunk = trunks[asset] * instance.scale;
            copy.bounds = {1e30f, 1e30f, -1e30f, -1e30f};
            for (int corner = 0; corner < 4; ++corner) {
                const glm::vec3 p =
                    copy.placed({(corner & 1) ? mesh.max.x : mesh.min.x, 0, (corner & 2) ? mesh.max.z : mesh.min.z});
                copy.bounds = {std::min(copy.bounds.west, p.x), std::min(copy.bounds.north, p.z),
                               std::max(copy.bounds.east, p.x), std::max(copy.bounds.south, p.z)};
            }
            m_copies.push_back(copy);
        }
    }
}

void Obstacles::addMesh(TileInput& input, const assets::Mesh& mesh, const Copy* copy, const Window& window,
                        Sheet sheet) const {
    const double level = exact::cos(exact::radians(m_settings.slope));
    eachTriangle(mesh, [&](glm::vec3 a, glm::vec3 b, glm::vec3 c) {
        if (copy != nullptr) {
            a = copy->placed(a);
            b = copy->placed(b);
            c = copy->placed(c);
        }
        if (!overlaps(windowOf(a, b, c), window)) return;
        if (sheet == Sheet::bed) {
            for (glm::vec3* p : {&a, &b, &c}) p->y += m_settings.draught;
        }
        const glm::dvec3 normal = glm::cross(glm::dvec3(b) - glm::dvec3(a), glm::dvec3(c) - glm::dvec3(a));
        const double length = std::sqrt(glm::dot(normal, normal));
        if (length == 0 || !std::isfinite(length)) return;
        const bool walkable = normal.y > level * length && (!m_settings.afloat || sheet == Sheet::water);
        for (const glm::vec3& p : {a, b, c}) {
            input.vertices.insert(input.vertices.end(), {p.x, p.y, p.z});
            input.lowest = std::min(input.lowest, p.y);
            input.highest = std::max(input.highest, p.y);
        }
        input.areas.push_back(!walkable ? 0 : copy != nullptr ? kBuilt : kGround);
    });
}

TileInput Obstacles::gather(const Window& window) const {
    TileInput input;
    input.lowest = 1e30f;
    input.highest = -1e30f;
    for (const scene::TerrainChunk& chunk : m_scene.chunks) {
        if (!overlaps(windowOf(*chunk.mesh), window)) continue;
        addMesh(input, *chunk.mesh, nullptr, window, m_settings.afloat ? Sheet::bed : Sheet::firm);
    }
    for (const scene::WaterPart& part : m_scene.waters) {
        const bool ice = part.category == "ice", sailed = m_settings.afloat && !ice && part.category != "lava";
        if ((ice || sailed) && overlaps(windowOf(*part.mesh), window))
            addMesh(input, *part.mesh, nullptr, window, sailed ? Sheet::water : Sheet::firm);
    }
    const auto bin = [](float metres, int count) {
        return std::clamp(static_cast<int>(std::floor(metres / kBinSide)), 0, count - 1);
    };
    std::vector<int> near;
    for (int row = bin(window.north, m_rows); row <= bin(window.south, m_rows); ++row) {
        for (int column = bin(window.west, m_columns); column <= bin(window.east, m_columns); ++column) {
            const auto& list = m_bins[static_cast<size_t>(row * m_columns + column)];
            near.insert(near.end(), list.begin(), list.end());
        }
    }
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    for (const int i : near) {
        const Copy& copy = m_copies[static_cast<size_t>(i)];
        if (!overlaps(copy.bounds, window)) continue;
        if (copy.trunk > 0) {
            input.trunks.push_back({copy.instance->position, copy.trunk});
        } else {
            addMesh(input, *copy.mesh, &copy, window, Sheet::firm);
        }
    }
    return input;
}

std::vector<float> Obstacles::floors(const Window& window, float cell, int cells) const {
    std::vector<float> floors(static_cast<size_t>(cells) * static_cast<size_t>(cells), kDry);
    if (m_settings.afloat) return floors;
    for (const scene::WaterPart& part : m_scene.waters) {
        if (!overlaps(windowOf(*part.mesh), window)) continue;
        const bool firm = part.category == "ice" || part.category == "lava";
        // Ice carries on its top, so that what lies below its sheet is its bed; nothing at all is waded in lava.
        const float below = part.category == "ice" ? 2 * kSkin : firm ? -kSkin : m_settings.wading;
        eachTriangle(*part.mesh, [&](const glm::vec3& a, const glm::vec3& b, const glm::vec3& c) {
            if (!overlaps(windowOf(a, b, c), window)) return;
            eachCentre(a, b, c, window, cell, cells, [&](int x, int y, float level) {
                float& floor = floors[static_cast<size_t>(y * cells + x)];
                floor = std::max(floor, level - below);
            });
        });
    }
    return floors;
}

}  // namespace sketchwalk::navigation
