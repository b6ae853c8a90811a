#include "core/scene/WaterMesh.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <unordered_map>

#include "core/base/GridHash.h"
#include "core/base/Hash.h"
#include "core/base/Memo.h"
#include "core/base/Parallel.h"
#include "core/catalogue/PaletteHash.h"
#include "core/layout/LayoutHash.h"
#include "core/scene/Rtin.h"
#include "core/textures/WaterTexture.h"

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
    if (category == "lava") return {1.0f, 0.8f, {1, 1, 1}};
    if (category == "ice") return {0.95f, 0.3f, {0, 0, 0}};
    if (category == "swamp") return {0.92f, 0.4f, {0, 0, 0}};
    return {0.7f, 0.1f, {0, 0, 0}};  // the bed shows through, and how it darkens with depth
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

// The pictures of each look: made once, shared by all bodies that look alike.
class Textures {
  public:
    Textures(uint64_t seed, const Job& job) : m_seed(seed), m_job(job) {}
    // Gives the material its pictures; returns their size in metres.
    float dress(const std::string& category, assets::Material& material) {
        const auto [at, fresh] = m_made.try_emplace(material.name);
        if (fresh) {
            ContentHash read;
            read.add(m_seed);
            read.add(category);
            read.add(&material.colour, sizeof material.colour);
            at->second = *memoised(m_job, "water texture", read.value(), [&] {
                textures::WaterTexture made = textures::waterTexture(category, material.colour, m_seed);
                return Made{made.size, std::make_shared<const assets::Pictures>(std::move(made.pictures))};
            });
        }
        material.pictures = at->second.pictures;
        if (material.pictures->colour) material.colour = {1, 1, 1};  // the picture has it all
        return at->second.size;
    }

  private:
    struct Made {
        float size = 1;
        std::shared_ptr<const assets::Pictures> pictures;
    };
    uint64_t m_seed;
    const Job& m_job;
    std::map<std::string, Made> m_made;
};

// The lines that a river was drawn as.
std::vector<Polyline> coursesOf(const terrain::Water& body, const layout::Layout* layout) {
    std::vector<Polyline> courses;
    if (layout == nullptr || body.category != "river") return courses;
    for (const layout::Line& line : layout->lines) {
        if (line.centre.size() > 1 &&
            std::find(body.strokes.begin(), body.strokes.end(), line.stroke) != body.strokes.end())
            courses.push_back(line.centre);
    }
    return courses;
}

// Where the picture lies at a place: along the map's axes, or with v along the nearest course and u to its left, so
// that the picture's up is cross(normal, tangent) in both cases: w = +1.
struct Lie {
    glm::vec2 uv;
    glm::vec4 tangent;
};
Lie lieAt(Point p, const Polyline* course, float size) {
    if (course == nullptr) return {glm::vec2(p) / size, {1, 0, 0, 1}};
    const Nearest near = nearestOnLine(*course, p);
    const Point along = tangentAlong(*course, near.along), aside = p - near.point;
    const double across = along.y * aside.x - along.x * aside.y;
    return {glm::vec2(Point(across, near.along)) / size,
            {static_cast<float>(along.y), 0, static_cast<float>(-along.x), 1}};
}

size_t nearestCourse(const std::vector<Polyline>& courses, Point p) {
    size_t best = 0;
    double least = 1e300;
    for (size_t i = 0; i < courses.size(); ++i) {
        const double away = nearestOnLine(courses[i], p).distance;
        if (away < least) least = away, best = i;
    }
    return best;
}

class Sheets {
  public:
    Sheets(const terrain::Ground& ground, const layout::Layout* layout, const Job& job)
        : m_ground(ground), m_layout(layout), m_cover(coverage(ground, job)), m_net(triangulate(job)) {}

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

    // `size`: metres a side of the picture. Where courses meet, vertices are doubled, so that no picture is torn.
    std::shared_ptr<assets::Mesh> sheet(int body, const std::vector<int>& tiles, float size) const {
        const std::vector<Polyline> courses = coursesOf(m_ground.waters[static_cast<size_t>(body)], m_layout);
        auto mesh = std::make_shared<assets::Mesh>();
        assets::Primitive& out = mesh->primitives.emplace_back();
        std::unordered_map<uint64_t, uint32_t> vertices;  // looked up only, never walked
        const auto vertex = [&](Node n, size_t course) {
            const auto key =
                static_cast<uint64_t>(course) << 48 | static_cast<uint64_t>(n.y) << 24 | static_cast<uint32_t>(n.x);
            const auto [at, fresh] = vertices.try_emplace(key, static_cast<uint32_t>(out.positions.size()));
            if (fresh) {
                const double x = std::min(n.x * m_ground.spacing, m_ground.extent.x);
                const double y = std::min(n.y * m_ground.spacing, m_ground.extent.y);
                out.positions.emplace_back(static_cast<float>(x), levelAt(body, n), static_cast<float>(y));
                out.normals.emplace_back(0.0f, 1.0f, 0.0f);
                const Lie lie = lieAt({x, y}, courses.empty() ? nullptr : &courses[course], size);
                out.uvs.push_back(lie.uv);
                out.tangents.push_back(lie.tangent);
            }
            return at->second;
        };
        for (const int tile : tiles) {
            m_net.triangles(tile % m_net.columns(), tile / m_net.columns(), [&](Node a, Node b, Node c) {
                // No triangle straddles the edge of a cover, so any cell it touches speaks for it.
                if (!covers(coverAt((a.x + b.x + 2 * c.x) / 4.0, (a.y + b.y + 2 * c.y) / 4.0), body)) return;
                const Point middle = Point(a.x + b.x + c.x, a.y + b.y + c.y) * (m_ground.spacing / 3);
                const size_t course = courses.size() > 1 ? nearestCourse(courses, middle) : 0;
                for (const Node n : {a, b, c}) out.indices.push_back(vertex(n, course));
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
    const layout::Layout* m_layout;
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

namespace {

// A hash of all that the sheets depend on.
uint64_t hashOfWaters(const terrain::Ground& ground, const catalogue::Biome& biome, const layout::Layout* layout) {
    ContentHash hash;
    hash.add(hashOf(ground.water));
    hash.add(hashOf(ground.waterLevel));
    hash.add(&ground.extent, sizeof ground.extent);
    hash.add(&ground.spacing, sizeof ground.spacing);
    for (const terrain::Water& body : ground.waters) {
        hash.add(body.category);
        hash.add(hashOf(body.strokes));
        layout::addTo(hash, body.qualities);
        hash.add(&body.level, sizeof body.level);
        hash.add(static_cast<uint64_t>(body.flat));
        for (const Polyline& course : coursesOf(body, layout)) hash.add(course.data(), course.size() * sizeof(Point));
    }
    hash.add(catalogue::hashOf(biome.palette));
    hash.add(layout != nullptr ? layout->seed : 1);
    return hash.value();
}

using Mesh = std::shared_ptr<const assets::Mesh>;

// By body; null where it has no cells.
std::vector<Mesh> sheetsOf(const terrain::Ground& ground, const std::vector<WaterPart>& parts,
                           const layout::Layout* layout, const Job& job) {
    const Sheets sheets(ground, layout, job);
    const auto tiles = sheets.tilesOfBodies();
    std::vector<Mesh> meshes(parts.size());
    parallelFor(job.threads, static_cast<int>(parts.size()), [&](int body) {
        const auto at = static_cast<size_t>(body);
        if (!tiles[at].empty() && !job.stopped()) meshes[at] = sheets.sheet(body, tiles[at], parts[at].pictureSize);
    });
    return meshes;
}

std::vector<bool> present(const terrain::Ground& ground) {
    std::vector<bool> found(ground.waters.size(), false);
    for (const uint16_t body : ground.water.values()) {
        if (body != 0 && body <= found.size()) found[body - 1u] = true;
    }
    return found;
}

}  // namespace

std::vector<WaterPart> waterParts(const terrain::Ground& ground, const catalogue::Biome& biome,
                                  const catalogue::Catalogue& catalogue, const Job& job, const layout::Layout* layout) {
    std::vector<WaterPart> parts;
    if (ground.waters.empty() || ground.water.empty() || job.stopped()) return parts;
    const std::vector<bool> has = present(ground);
    Textures textures(layout != nullptr ? layout->seed : 1, job);
    for (size_t body = 0; body < ground.waters.size(); ++body) {
        const terrain::Water& water = ground.waters[body];
        WaterPart part{water.category, water.level, static_cast<int>(body), materialOf(water, biome, catalogue), 1, {}};
        if (has[body]) part.pictureSize = textures.dress(water.category, part.material);
        parts.push_back(std::move(part));
    }
    const uint64_t read = job.memo != nullptr ? hashOfWaters(ground, biome, layout) : 0;
    const auto meshes = memoised(job, "water sheets", read, [&] { return sheetsOf(ground, parts, layout, job); });
    for (size_t body = 0; body < parts.size(); ++body) {  // a body that did not change keeps its own
        const Mesh& made = (*meshes)[body];
        if (made) parts[body].mesh = memoisedAs(job, "water sheet", made->hash, made);
    }
    std::erase_if(parts, [](const WaterPart& part) { return !part.mesh || part.mesh->triangles() == 0; });
    return parts;
}

}  // namespace sketchwalk::scene
