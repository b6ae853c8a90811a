#include "core/scene/TerrainColour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "core/base/Hash.h"
#include "core/base/Noise.h"
#include "core/base/Parallel.h"
#include "core/base/Raster.h"
#include "core/scene/GroundLooks.h"

namespace sketchwalk::scene {

namespace {

constexpr int kMostPixels = 2048;
constexpr size_t kMostLayers = 8;

// Noise on a coarse lattice, to be read between its points: a thousandth of the work of evaluating it in every pixel.
struct NoiseField {
    Grid<float> values;
    double step = 1;  // metres

    NoiseField(uint64_t seed, double feature, int octaves, Point extent, double finest, int threads) {
        step = std::max(feature / (octaves > 1 ? 7.0 : 2.6), finest);
        values = Grid<float>(static_cast<int>(std::ceil(extent.x / step)) + 2,
                             static_cast<int>(std::ceil(extent.y / step)) + 2);
        parallelRows(threads, values.height(), [&](int y) {
            for (int x = 0; x < values.width(); ++x) {
                values(x, y) = static_cast<float>(fractalNoise(seed, x * step / feature, y * step / feature, octaves));
            }
        });
    }
};

// Where the pixels of a row lie between the columns of a grid.
struct Columns {
    std::vector<int> left;
    std::vector<float> part;  // 0..1 toward the next column

    // Grid coordinate of pixel i: first + i * step.
    Columns(int pixels, int columns, double first, double step)
        : left(static_cast<size_t>(pixels)), part(static_cast<size_t>(pixels)) {
        for (size_t i = 0; i < left.size(); ++i) {
            const double at = std::clamp(first + static_cast<double>(i) * step, 0.0, columns - 1.0);
            left[i] = static_cast<int>(at);
            part[i] = static_cast<float>(at - left[i]);
        }
    }
};

// One row of pixels read from a grid: first between two rows, then between columns.
class RowReader {
  public:
    // Null where both rows hold nothing but zeros: most layers are absent from most rows.
    template <class T>
    const float* read(const Grid<T>& grid, double row, const Columns& columns) {
        const double inside = std::clamp(row, 0.0, static_cast<double>(grid.height() - 1));
        const int y0 = static_cast<int>(inside), y1 = std::min(y0 + 1, grid.height() - 1);
        const auto fy = static_cast<float>(inside - y0);
        const T* north = grid.row(y0);
        const T* south = grid.row(y1);
        if constexpr (sizeof(T) == 1) {
            const auto zero = [](T v) { return v == 0; };
            if (std::all_of(north, north + grid.width(), zero) && std::all_of(south, south + grid.width(), zero))
                return nullptr;
        }
        m_between.resize(static_cast<size_t>(grid.width()) + 1);
        for (int x = 0; x < grid.width(); ++x) {
            const auto a = static_cast<float>(north[x]), b = static_cast<float>(south[x]);
            m_between[static_cast<size_t>(x)] = a + (b - a) * fy;
        }
        m_between.back() = m_between[m_between.size() - 2];
        m_out.resize(columns.left.size());
        for (size_t i = 0; i < m_out.size(); ++i) {
            const float* at = m_between.data() + columns.left[i];
            m_out[i] = at[0] + (at[1] - at[0]) * columns.part[i];
        }
        return m_out.data();
    }

  private:
    std::vector<float> m_between, m_out;
};

// Steepness and hollowness of the ground by cell.
struct Relief {
    Grid<float> steep;   // rise over run
    Grid<float> hollow;  // -1 ridge .. 1 hollow

    Relief(const terrain::Ground& ground, int threads)
        : steep(ground.width(), ground.depth()), hollow(ground.width(), ground.depth()) {
        const int reach = std::max(1, static_cast<int>(std::lround(2.5 / ground.spacing)));
        const auto& h = ground.height;
        const auto spacing = static_cast<float>(ground.spacing);
        parallelRows(threads, ground.depth(), [&](int y) {
            for (int x = 0; x < ground.width(); ++x) {
                const float nw = h(x, y), ne = h(x + 1, y), sw = h(x, y + 1), se = h(x + 1, y + 1);
                const float gx = (ne + se - nw - sw) / (2 * spacing), gy = (sw + se - nw - ne) / (2 * spacing);
                steep(x, y) = std::sqrt(gx * gx + gy * gy);
                const float around = h.clamped(x - reach, y) + h.clamped(x + reach, y) + h.clamped(x, y - reach) +
                                     h.clamped(x, y + reach);
                const float bend = (around - 4 * h(x, y)) / (4 * spacing * static_cast<float>(reach));
                hollow(x, y) = std::clamp(bend * 2.2f, -1.0f, 1.0f);
            }
        });
    }
};

// Metres inside a road or path, from its edge; empty where there are none.
Grid<float> insideRoads(const terrain::Ground& ground, int threads) {
    Grid<uint8_t> outside(ground.width(), ground.depth(), 1);
    bool any = false;
    for (size_t i = 0; i < outside.values().size(); ++i) {
        if (ground.roadEdge.values()[i] > 0) continue;
        outside.values()[i] = 0;
        any = true;
    }
    return any ? distanceTo(outside, ground.spacing, threads) : Grid<float>();
}

// Depth of water by node, 0 on land.
Grid<float> depthOf(const terrain::Ground& ground) {
    Grid<float> depth(ground.height.width(), ground.height.height());
    for (size_t i = 0; i < depth.values().size(); ++i) {
        const float level = ground.waterLevel.values()[i];
        depth.values()[i] = std::isfinite(level) ? std::max(0.0f, level - ground.height.values()[i]) : 0.0f;
    }
    return depth;
}

// The drawn fields and which one each cell lies in; the first 255 of them.
struct Plots {
    std::vector<Plot> plots;
    Grid<uint8_t> of;  // cells: 0 none, else 1 + index; empty where no field was drawn

    Plots(const terrain::Ground& ground, const layout::Layout* layout) {
        if (layout == nullptr) return;
        for (const auto& region : layout->regions) {
            if (region.id != "field" || region.shape.outer.size() < 3 || plots.size() >= 255) continue;
            const OrientedBox box = minimumBox(region.shape.outer);
            if (of.empty()) of = Grid<uint8_t>(ground.width(), ground.depth());
            const Point across(-box.axis.y, box.axis.x);
            const uint64_t bits = randomBits(layout->seed, "field", static_cast<uint64_t>(region.stroke)) >> 20;
            plots.push_back({static_cast<float>(across.x), static_cast<float>(across.y),
                             static_cast<float>(box.centre.x), static_cast<float>(box.centre.y), bits});
            fill(of, region.shape, ground.spacing, static_cast<uint8_t>(plots.size()));
        }
    }

    const Plot* at(int x, int y) const {
        const uint8_t plot = of.clamped(x, y);
        return plot > 0 ? &plots[plot - 1u] : nullptr;
    }
};

class Baker {
  public:
    Baker(const terrain::Ground& ground, const catalogue::Biome& biome, uint64_t seed, Image& image,
          const layout::Layout* layout, const Job& job)
        : m_ground(ground),
          m_image(image),
          m_pixel(ground.spacing * ground.width() / image.width),
          m_vast(randomBits(seed, "vast tone"), 240, 2, ground.extent, 2 * m_pixel, job.threads),
          m_broad(randomBits(seed, "broad tone"), 34, 3, ground.extent, 2 * m_pixel, job.threads),
          m_middle(randomBits(seed, "middle tone"), std::max(6.5, 8 * m_pixel), 2, ground.extent, m_pixel, job.threads),
          m_fine(randomBits(seed, "fine tone"), std::max(1.3, 4 * m_pixel), 1, ground.extent, m_pixel, job.threads),
          m_relief(ground, job.threads),
          m_inside(insideRoads(ground, job.threads)),
          m_plots(ground, layout),
          m_vastColumns(columnsOf(m_vast)),
          m_broadColumns(columnsOf(m_broad)),
          m_middleColumns(columnsOf(m_middle)),
          m_fineColumns(columnsOf(m_fine)),
          m_cellColumns(image.width, ground.width(), 0.5 * m_pixel / ground.spacing - 0.5, m_pixel / ground.spacing),
          m_nodeColumns(image.width, ground.width() + 1, 0.5 * m_pixel / ground.spacing, m_pixel / ground.spacing) {
        for (const auto& layer : ground.layers) m_looks.emplace_back(layer, biome.palette, seed);
        m_rock.emplace(biome.slope, biome.palette, seed);
        const auto named = [&](const char* name, Colour otherwise) {
            const auto at = biome.palette.colours.find(name);
            return at == biome.palette.colours.end() ? otherwise : at->second;
        };
        m_deep = named("water_deep", {0.1f, 0.3f, 0.4f});
        if (biome.base == "snow") m_bare = 0.9f;
        // What reads as patches on a map of 256 m is grain on one of kilometres: there the vast tone leads.
        const float wide = ramp(300, 1500, static_cast<float>(std::max(ground.extent.x, ground.extent.y)));
        m_vastShare = 0.35f + 0.65f * wide;
        m_broadShare = 1 - 0.5f * wide;
        m_dust = named("path", {0.65f, 0.55f, 0.4f});
        if (!ground.waters.empty() && ground.waterLevel.width() == ground.height.width()) m_depth = depthOf(ground);
    }

    struct Rows {  // one thread's buffers
        RowReader vast, broad, middle, fine, steep, hollow, height, shore, inside, road, depth;
        std::array<RowReader, kMostLayers> layers;
    };

    void bakeRow(int y, Rows& rows) const {
        const double north = (y + 0.5) * m_pixel, s = m_ground.spacing;
        const auto noise = [&](RowReader& reader, const NoiseField& field, const Columns& columns) {
            return reader.read(field.values, north / field.step, columns);
        };
        const auto cells = [&](RowReader& reader, const auto& grid) {
            return reader.read(grid, north / s - 0.5, m_cellColumns);
        };
        const auto nodes = [&](RowReader& reader, const auto& grid) {
            return reader.read(grid, north / s, m_nodeColumns);
        };
        const float* vast = noise(rows.vast, m_vast, m_vastColumns);
        const float* broad = noise(rows.broad, m_broad, m_broadColumns);
        const float* middle = noise(rows.middle, m_middle, m_middleColumns);
        const float* fine = noise(rows.fine, m_fine, m_fineColumns);
        const float* steep = cells(rows.steep, m_relief.steep);
        const float* hollow = cells(rows.hollow, m_relief.hollow);
        const float* height = nodes(rows.height, m_ground.height);
        const float* shore = cells(rows.shore, m_ground.shore);
        const float* road = cells(rows.road, m_ground.roadEdge);
        const float* inside = m_inside.empty() ? nullptr : cells(rows.inside, m_inside);
        const float* depth = m_depth.empty() ? nullptr : nodes(rows.depth, m_depth);
        Shown shown;
        for (size_t l = 0; l < std::min(m_looks.size(), kMostLayers); ++l) {
            const float* weight = cells(rows.layers[l], m_ground.weights[l]);
            if (weight != nullptr)
                shown.layers[shown.count++] = {weight, &m_looks[l], l % 2 == 0 ? kRimNoise : -kRimNoise};
        }

        uint8_t* out = m_image.at(0, y);
        for (int x = 0; x < m_image.width; ++x) {
            GroundPoint p;
            p.x = static_cast<float>((x + 0.5) * m_pixel);
            p.y = static_cast<float>(north);
            p.height = height[x];
            p.broad = m_vastShare * vast[x] + m_broadShare * broad[x];
            p.middle = middle[x];
            p.fine = fine[x];
            p.steep = steep[x];
            p.shore = shore[x];
            p.roadOut = road[x];
            p.roadIn = inside != nullptr ? inside[x] : 0;
            p.pixel = static_cast<float>(m_pixel);
            if (!m_plots.of.empty()) {
                p.plot = m_plots.at(static_cast<int>((x + 0.5) * m_pixel / s), static_cast<int>(north / s));
            }
            const Colour c =
                finished(mixed(p, shown, static_cast<size_t>(x)), p, hollow[x], depth != nullptr ? depth[x] : 0);
            for (int k = 0; k < 3; ++k) *out++ = static_cast<uint8_t>(std::clamp(c[k] * 255 + 0.5f, 0.0f, 255.0f));
        }
    }

  private:
    Columns columnsOf(const NoiseField& field) const {
        return {m_image.width, field.values.width(), 0.5 * m_pixel / field.step, m_pixel / field.step};
    }

    struct Mixed {
        Colour colour{0};
        float made = 0;  // share of roads and paving
    };

    struct ShownLayer {
        const float* weight = nullptr;  // 0..255 by pixel
        const GroundLook* look = nullptr;
        float wobble = 0;
    };
    struct Shown {  // the layers that a row holds
        std::array<ShownLayer, kMostLayers> layers;
        size_t count = 0;
    };
    static constexpr float kRimNoise = 0.35f;

    // The layers by weight; where several meet their noise decides which shows, so that rims interlock.
    static Mixed mixed(const GroundPoint& p, const Shown& shown, size_t x) {
        Mixed result;
        float total = 0;
        for (size_t l = 0; l < shown.count; ++l) {
            const auto& layer = shown.layers[l];
            float w = layer.weight[x];
            if (w < 1) continue;
            if (w >= 254) return {layer.look->at(p), layer.look->made() ? 1.0f : 0.0f};
            w *= 1 + layer.wobble * p.fine;
            w = w * w;
            result.colour += layer.look->at(p) * w;
            if (layer.look->made()) result.made += w;
            total += w;
        }
        if (total > 0) {
            result.colour /= total;
            result.made /= total;
        }
        return result;
    }

    Colour finished(const Mixed& from, const GroundPoint& p, float hollow, float depth) const {
        Colour c = from.colour;
        const float wild = 1 - from.made;
        if (p.shore > 0) {
            const float bare = ramp(m_bare, m_bare + 0.25f, p.steep + 0.14f * p.middle + 0.06f * p.fine) * wild;
            if (bare > 0) c = blend(c, m_rock->at(p), 0.85f * bare);
        }
        if (p.roadOut > 0 && p.roadOut < 2.2f && p.shore > 0) {
            c = blend(c, m_dust, 0.3f * ramp(1.7f, 0.1f, p.roadOut + 0.7f * p.fine + 0.5f * p.middle) * wild);
        }
        if (p.shore < 3) {  // wet where waves reach
            const float wet = ramp(1.9f, 0.3f, p.shore + 0.6f * p.fine + 0.5f * p.middle);
            c = c * (1 - 0.2f * wet * wild);
        }
        c = c * (1 - (hollow > 0 ? 0.14f : 0.07f) * hollow * wild);
        if (depth > 0) c = blend(c, m_deep, 0.8f * depth / (depth + 2.2f));
        return c;
    }

    const terrain::Ground& m_ground;
    Image& m_image;
    double m_pixel;  // metres
    NoiseField m_vast, m_broad, m_middle, m_fine;
    Relief m_relief;
    Grid<float> m_inside;
    Plots m_plots;
    Grid<float> m_depth;
    Columns m_vastColumns, m_broadColumns, m_middleColumns, m_fineColumns, m_cellColumns, m_nodeColumns;
    std::vector<GroundLook> m_looks;
    std::optional<GroundLook> m_rock;
    Colour m_deep{0}, m_dust{0};
    float m_vastShare = 0, m_broadShare = 1;
    float m_bare = 0.6f;  // rise over run where rock begins to show; later under snow
};

}  // namespace

std::shared_ptr<const Image> bakeTerrainColour(const terrain::Ground& ground, const catalogue::Biome& biome,
                                               uint64_t seed, const Job& job, const layout::Layout* layout) {
    const int longer = std::max(ground.width(), ground.depth());
    const double scale = std::min(2.0, static_cast<double>(kMostPixels) / std::max(longer, 1));
    const auto side = [&](int cells) { return std::max(1, static_cast<int>(std::lround(cells * scale))); };
    auto image = std::make_shared<Image>(side(ground.width()), side(ground.depth()), 3);
    if (longer == 0 || job.stopped()) return image;
    const Baker baker(ground, biome, seed, *image, layout, job);
    constexpr int kBand = 16;
    parallelFor(job.threads, (image->height + kBand - 1) / kBand, [&](int band) {
        Baker::Rows rows;
        for (int y = band * kBand; y < std::min(image->height, (band + 1) * kBand) && !job.stopped(); ++y)
            baker.bakeRow(y, rows);
    });
    return image;
}

}  // namespace sketchwalk::scene
