#include "core/scene/WaterMesh.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "core/base/Hash.h"
#include "core/base/Parallel.h"
#include "core/scene/Rtin.h"

namespace sketchwalk::scene {
namespace {

constexpr float kLevelTolerance = 0.01f;  // metres the sheet may miss a river's level
constexpr uint32_t kOutside = 0xffffffffu;

// Which bodies' sheets lie over a cell: its own, or, on dry cells, those of the neighbours. Two at most: a dry cell
// that touches three bodies goes to the lower two, and the third ends at its own edge.
using Cover = uint32_t;  // low half and high half: body + 1, or 0

bool covers(Cover cover, int body) {
    const auto label = static_cast<uint32_t>(body + 1);
    return cover != kOutside && ((cover & 0xffff) == label || (cover >> 16) == label);
}

Cover coverOf(const Grid<uint16_t>& water, int x, int y) {
    if (water(x, y) != 0) return water(x, y);
    uint32_t first = 0, second = 0;
    for (int ny = std::max(y - 1, 0); ny <= std::min(y + 1, water.height() - 1); ++ny) {
        for (int nx = std::max(x - 1, 0); nx <= std::min(x + 1, water.width() - 1); ++nx) {
            const uint32_t label = water(nx, ny);
            if (label == 0 || label == first || label == second) continue;
            if (first == 0 || label < first) {
                second = first;
                first = label;
            } else if (second == 0 || label < second) {
                second = label;
            }
        }
    }
    return first | (second << 16);
}

struct Look {
    float alpha;
    float roughness;
    Colour glow;
};

Look lookOf(std::string_view category) {
    if (category == "lava") return {1.0f, 0.7f, {0.95f, 0.32f, 0.04f}};
    if (category == "ice") return {0.9f, 0.25f, {0, 0, 0}};
    if (category == "swamp") return {0.88f, 0.4f, {0, 0, 0}};
    return {0.8f, 0.12f, {0, 0, 0}};
}

assets::Material materialOf(const terrain::Water& body, const catalogue::Biome& biome,
                            const catalogue::Catalogue& catalogue) {
    const Look look = lookOf(body.category);
    assets::Material material;
    material.name = "water_" + body.category;
    material.alpha = look.alpha;
    material.roughness = look.roughness;
    material.glow = look.glow;
    material.doubleSided = true;  // seen from below as well
    const auto& colours = biome.palette.colours;
    if (const auto own = colours.find(body.category); own != colours.end()) {
        material.colour = own->second;
    } else if (const auto any = colours.find("water");
               any != colours.end() && body.category != "lava" && body.category != "ice") {
        material.colour = any->second;
    } else if (const auto* entry = catalogue.find(body.category)) {
        material.colour = entry->colour;
    } else {
        material.colour = {0.25f, 0.45f, 0.6f};
    }
    for (const std::string& quality : body.qualities) {
        if (quality == "murky" || quality == "muddy" || quality == "dirty") {
            material.name += "_murky";
            material.colour = material.colour * 0.45f + Colour(0.26f, 0.25f, 0.13f) * 0.55f;
            material.alpha = std::max(material.alpha, 0.92f);
            break;
        }
    }
    return material;
}

class Sheets {
  public:
    Sheets(const terrain::Ground& ground, const Job& job)
        : m_ground(ground), m_cover(coverage(ground, job)), m_net(triangulate(job)) {}

    std::vector<std::vector<int>> tilesOfBodies() const {
        std::vector<std::vector<int>> tiles(m_ground.waters.size());
        for (int y = 0; y < m_cover.height(); ++y) {
            for (int x = 0; x < m_cover.width(); ++x) {
                const Cover cover = m_cover(x, y);
                if (cover == 0) continue;
                const int tile = (y / Rtin::kTile) * m_net.columns() + x / Rtin::kTile;
                for (const uint32_t label : {cover & 0xffff, cover >> 16}) {
                    if (label == 0 || label > tiles.size()) continue;
                    auto& list = tiles[label - 1];
                    if (list.empty() || list.back() != tile) list.push_back(tile);
                }
            }
        }
        for (auto& list : tiles) {
            std::sort(list.begin(), list.end());
            list.erase(std::unique(list.begin(), list.end()), list.end());
        }
        return tiles;
    }

    std::shared_ptr<assets::Mesh> sheet(int body, const std::vector<int>& tiles) const {
        auto mesh = std::make_shared<assets::Mesh>();
        assets::Primitive& out = mesh->primitives.emplace_back();
        std::unordered_map<uint64_t, uint32_t> vertices;  // looked up only, never walked
        const auto vertex = [&](Node n) {
            const auto key = static_cast<uint64_t>(n.y) << 32 | static_cast<uint32_t>(n.x);
            const auto [at, fresh] = vertices.try_emplace(key, static_cast<uint32_t>(out.positions.size()));
            if (fresh) {
                const double x = std::min(n.x * m_ground.spacing, m_ground.extent.x);
                const double y = std::min(n.y * m_ground.spacing, m_ground.extent.y);
                out.positions.emplace_back(static_cast<float>(x), levelAt(body, n), static_cast<float>(y));
                out.normals.emplace_back(0.0f, 1.0f, 0.0f);
                out.uvs.emplace_back(static_cast<float>(x), static_cast<float>(y));
            }
            return at->second;
        };
        for (const int tile : tiles) {
            m_net.triangles(tile % m_net.columns(), tile / m_net.columns(), [&](Node a, Node b, Node c) {
                // No triangle straddles the edge of a cover, so any cell it touches speaks for it.
                if (!covers(coverAt((a.x + b.x + 2 * c.x) / 4.0, (a.y + b.y + 2 * c.y) / 4.0), body)) return;
                for (const Node n : {a, b, c}) out.indices.push_back(vertex(n));
            });
        }
        assets::finish(*mesh);
        return mesh;
    }

  private:
    static Grid<Cover> coverage(const terrain::Ground& ground, const Job& job) {
        Grid<Cover> cover(ground.width(), ground.depth());
        parallelRows(job.threads, cover.height(), [&](int y) {
            for (int x = 0; x < cover.width(); ++x) cover(x, y) = coverOf(ground.water, x, y);
        });
        return cover;
    }

    // A cell outside the map goes with its neighbour inside, but where the lattice is padded the sheet must end at the
    // edge.
    Cover coverOfCell(int x, int y) const {
        const bool paddedEast = m_cover.width() % Rtin::kTile != 0, paddedSouth = m_cover.height() % Rtin::kTile != 0;
        if ((paddedEast && x >= m_cover.width()) || (paddedSouth && y >= m_cover.height())) return kOutside;
        return m_cover.clamped(x, y);
    }
    Cover coverAt(double x, double y) const { return coverOfCell(static_cast<int>(x), static_cast<int>(y)); }

    float levelAt(int body, Node n) const {
        const terrain::Water& water = m_ground.waters[static_cast<size_t>(body)];
        if (water.flat) return static_cast<float>(water.level);
        const float level = m_ground.waterLevel.clamped(n.x, n.y);
        return std::isfinite(level)
                   ? level
                   : static_cast<float>(waterLevelAt(m_ground, Point(n.x, n.y) * m_ground.spacing, water.level));
    }

    Rtin triangulate(const Job& job) const {
        return Rtin(m_ground.width(), m_ground.depth(), job.threads, [&](Node n, Node a, Node b) {
            if (n.x > m_ground.width() || n.y > m_ground.depth()) return false;
            const Cover cover = coverOfCell(n.x, n.y);
            if (cover != coverOfCell(n.x - 1, n.y) || cover != coverOfCell(n.x, n.y - 1) ||
                cover != coverOfCell(n.x - 1, n.y - 1)) {
                return true;
            }
            if (cover == 0 || cover == kOutside) return false;
            const Grid<float>& level = m_ground.waterLevel;
            const float ends = level.clamped(a.x, a.y) + level.clamped(b.x, b.y);
            return std::abs(level.clamped(n.x, n.y) - 0.5f * ends) > kLevelTolerance;  // false where one is not known
        });
    }

    const terrain::Ground& m_ground;
    Grid<Cover> m_cover;
    Rtin m_net;
};

}  // namespace

double waterLevelAt(const terrain::Ground& ground, Point p, double otherwise) {
    if (ground.waterLevel.empty()) return otherwise;
    const int x = std::clamp(static_cast<int>(p.x / ground.spacing + 0.5), 0, ground.width());
    const int y = std::clamp(static_cast<int>(p.y / ground.spacing + 0.5), 0, ground.depth());
    for (int reach = 0; reach <= 4; ++reach) {  // rings of nodes, nearest first
        double sum = 0;
        int count = 0;
        for (int ny = y - reach; ny <= y + reach; ++ny) {
            for (int nx = x - reach; nx <= x + reach; ++nx) {
                if (std::max(std::abs(nx - x), std::abs(ny - y)) != reach || !ground.waterLevel.contains(nx, ny))
                    continue;
                const float level = ground.waterLevel(nx, ny);
                if (!std::isfinite(level)) continue;
                sum += level;
                ++count;
            }
        }
        if (count > 0) return sum / count;
    }
    return otherwise;
}

std::vector<WaterPart> waterParts(const terrain::Ground& ground, const catalogue::Biome& biome,
                                  const catalogue::Catalogue& catalogue, const Job& job) {
    std::vector<WaterPart> parts;
    if (ground.waters.empty() || ground.water.empty() || job.stopped()) return parts;
    const Sheets sheets(ground, job);
    const auto tiles = sheets.tilesOfBodies();
    std::vector<std::shared_ptr<assets::Mesh>> meshes(ground.waters.size());
    parallelFor(job.threads, static_cast<int>(meshes.size()), [&](int body) {
        const auto index = static_cast<size_t>(body);
        if (!tiles[index].empty() && !job.stopped()) meshes[index] = sheets.sheet(body, tiles[index]);
    });
    for (size_t body = 0; body < meshes.size(); ++body) {
        if (!meshes[body] || meshes[body]->triangles() == 0) continue;
        const terrain::Water& water = ground.waters[body];
        parts.push_back({water.category, water.level, static_cast<int>(body), materialOf(water, biome, catalogue),
                         std::move(meshes[body])});
    }
    return parts;
}

}  // namespace sketchwalk::scene
