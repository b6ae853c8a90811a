#include "core/scene/TerrainColour.h"

#include <array>
#include <cmath>

#include "core/base/Parallel.h"

namespace sketchwalk::scene {
namespace {

constexpr int kRoughShare = 4;  // pixels of colour along one of roughness

uint8_t byteOf(float value) {  // of 0..1
    return static_cast<uint8_t>(std::clamp(value * 255 + 0.5f, 0.0f, 255.0f));
}

class Baker {
  public:
    Baker(const GroundPaint& paint, const ChunkRaster& raster, Image& image, Grid<float>& bumps, Grid<uint8_t>& rough)
        : m_paint(paint),
          m_ground(paint.ground()),
          m_fields(paint.fields()),
          m_image(image),
          m_bumps(bumps),
          m_rough(rough),
          m_pixel(m_ground.spacing * raster.cellsPerPixel()),
          m_broadColumns(columnsOf(m_fields.broad)),
          m_middleColumns(columnsOf(m_fields.middle)),
          m_cellColumns(image.width, m_ground.width(), 0.5 * m_pixel / m_ground.spacing - 0.5,
                        m_pixel / m_ground.spacing),
          m_nodeColumns(image.width, m_ground.width() + 1, 0.5 * m_pixel / m_ground.spacing,
                        m_pixel / m_ground.spacing) {}

    struct Rows {  // one thread's buffers
        RowReader broad, middle, steep, hollow, height, shore, road, depth;
        std::array<RowReader, GroundPaint::kMostLayers> layers;
    };

    void bakeRow(int y, Rows& rows) const {
        const double north = (y + 0.5) * m_pixel, s = m_ground.spacing;
        const auto noise = [&](RowReader& reader, const NoiseField& field, const Columns& columns) {
            return reader.read(field.values, north / field.step, columns);
        };
        const auto cells = [&](RowReader& reader, const auto& grid) {
            return grid.empty() ? nullptr : reader.read(grid, north / s - 0.5, m_cellColumns);
        };
        const auto nodes = [&](RowReader& reader, const auto& grid) {
            return reader.read(grid, north / s, m_nodeColumns);
        };
        const float* broad = noise(rows.broad, m_fields.broad, m_broadColumns);
        const float* middle = noise(rows.middle, m_fields.middle, m_middleColumns);
        const float* steep = cells(rows.steep, m_fields.steep);
        const float* hollow = cells(rows.hollow, m_fields.hollow);
        const float* height = nodes(rows.height, m_ground.height);
        const float* shore = cells(rows.shore, m_ground.shore);
        const float* road = cells(rows.road, m_fields.road);
        const bool wet = shore != nullptr && !m_fields.depth.empty() &&
                         std::any_of(shore, shore + m_image.width, [](float d) { return d < 3; });
        const float* depth = wet ? nodes(rows.depth, m_fields.depth) : nullptr;
        std::array<const float*, GroundPaint::kMostLayers> weights{};
        for (size_t l = 0; l < m_paint.layers(); ++l) weights[l] = cells(rows.layers[l], m_ground.weights[l]);

        GroundPoint p;
        p.y = static_cast<float>(north);
        p.pixel = static_cast<float>(m_pixel);
        GroundPaint::Weights weight{};
        uint8_t* out = m_image.at(0, y);
        float* bump = m_bumps.row(y);
        uint8_t* rough = m_rough.row(y);
        const auto cellY = static_cast<int>(north / s);
        const bool anyPlots = !m_fields.plots.of.empty();
        for (int x = 0; x < m_image.width; ++x) {
            p.x = static_cast<float>((x + 0.5) * m_pixel);
            p.height = height[x];
            p.broad = broad[x];
            p.middle = middle[x];
            p.steep = steep[x];
            p.hollow = hollow[x];
            p.shore = shore != nullptr ? shore[x] : 1e9f;
            p.road = road != nullptr ? road[x] : 1e9f;
            p.depth = depth != nullptr ? depth[x] : 0;
            if (anyPlots) p.plot = m_fields.plots.at(static_cast<int>((x + 0.5) * m_pixel / s), cellY);
            for (size_t l = 0; l < m_paint.layers(); ++l) weight[l] = weights[l] != nullptr ? weights[l][x] : 0;
            const Painted painted = m_paint.paint(p, weight);
            for (int k = 0; k < 3; ++k) *out++ = byteOf(painted.colour[k]);
            bump[x] = painted.bump;
            rough[x] = byteOf(painted.rough);
        }
    }

  private:
    Columns columnsOf(const NoiseField& field) const {
        return {m_image.width, field.values.width(), 0.5 * m_pixel / field.step, m_pixel / field.step};
    }

    const GroundPaint& m_paint;
    const terrain::Ground& m_ground;
    const GroundFields& m_fields;
    Image& m_image;
    Grid<float>& m_bumps;
    Grid<uint8_t>& m_rough;
    double m_pixel;  // metres
    Columns m_broadColumns, m_middleColumns, m_cellColumns, m_nodeColumns;
};

// Part of a picture, beyond whose edge its last pixels go on.
std::shared_ptr<const Image> cropped(const Image& whole, int west, int north, int width, int height) {
    auto part = std::make_shared<Image>(width, height, 3);
    for (int y = 0; y < height; ++y) {
        const uint8_t* from = whole.at(0, std::clamp(north + y, 0, whole.height - 1));
        uint8_t* to = part->at(0, y);
        const int first = std::clamp(-west, 0, width), last = std::clamp(whole.width - west, first, width);
        for (int x = 0; x < first; ++x) std::copy_n(from, 3, to + 3 * x);
        std::copy(from + 3 * (west + first), from + 3 * (west + last), to + 3 * first);
        for (int x = last; x < width; ++x) std::copy_n(from + 3 * (whole.width - 1), 3, to + 3 * x);
    }
    return part;
}

// Normals of the bumps, one for two by two of their pixels.
Image normalsOf(const Grid<float>& bumps, double pixel, const Job& job) {
    Image normals((bumps.width() + 1) / 2, (bumps.height() + 1) / 2, 3);
    const auto scale = static_cast<float>(0.5 / pixel);
    parallelRows(job.threads, normals.height, [&](int y) {
        const float* north = bumps.row(2 * y);
        const float* south = bumps.row(std::min(2 * y + 1, bumps.height() - 1));
        for (int x = 0; x < normals.width; ++x) {
            const int west = 2 * x, east = std::min(west + 1, bumps.width() - 1);
            const float toEast = (north[east] + south[east] - north[west] - south[west]) * scale;
            const float toSouth = (south[west] + south[east] - north[west] - north[east]) * scale;
            const auto bytes = textures::normalBytes(toEast, toSouth);
            std::copy(bytes.begin(), bytes.end(), normals.at(x, y));
        }
    });
    return normals;
}

// One pixel for four by four: how rough the ground is shows in its patches, not in its grains. As glTF wants it: green,
// with no metal in blue.
Image surfaceOf(const Grid<uint8_t>& rough, const Job& job) {
    constexpr int kShare = kRoughShare;
    Image surface((rough.width() + kShare - 1) / kShare, (rough.height() + kShare - 1) / kShare, 3);
    parallelRows(job.threads, surface.height, [&](int y) {
        const int south = std::min(kShare * (y + 1), rough.height());
        for (int x = 0; x < surface.width; ++x) {
            const int east = std::min(kShare * (x + 1), rough.width());
            int sum = 0;
            for (int v = kShare * y; v < south; ++v) {
                for (int u = kShare * x; u < east; ++u) sum += rough(u, v);
            }
            const int count = (south - kShare * y) * (east - kShare * x);
            uint8_t* pixel = surface.at(x, y);
            pixel[0] = 255;
            pixel[1] = static_cast<uint8_t>((sum + count / 2) / count);
            pixel[2] = 0;
        }
    });
    return surface;
}

}  // namespace

TerrainPictures bakeTerrain(const GroundPaint& paint, const Job& job) {
    const terrain::Ground& ground = paint.ground();
    const ChunkRaster raster(ground.width(), ground.depth());
    auto image = std::make_shared<Image>(raster.width(), raster.height(), 3);
    TerrainPictures pictures;
    pictures.whole = image;
    const int columns = (ground.width() + Rtin::kTile - 1) / Rtin::kTile;
    const int rows = (ground.depth() + Rtin::kTile - 1) / Rtin::kTile;
    pictures.chunks.resize(static_cast<size_t>(columns) * static_cast<size_t>(rows));
    if (pictures.chunks.empty() || job.stopped()) return pictures;
    Grid<float> bumps(image->width, image->height);
    Grid<uint8_t> rough(image->width, image->height);
    const Baker baker(paint, raster, *image, bumps, rough);
    constexpr int kBand = 16;
    parallelFor(job.threads, (image->height + kBand - 1) / kBand, [&](int band) {
        Baker::Rows buffers;
        for (int y = band * kBand; y < std::min(image->height, (band + 1) * kBand) && !job.stopped(); ++y)
            baker.bakeRow(y, buffers);
    });
    const Image normals = normalsOf(bumps, ground.spacing * raster.cellsPerPixel(), job);
    const Image surface = surfaceOf(rough, job);
    parallelFor(job.threads, static_cast<int>(pictures.chunks.size()), [&](int i) {
        if (job.stopped()) return;
        const int column = i % columns, row = i / columns;
        const int width = raster.sideOf(ChunkRaster::cellsOf(column, ground.width()));
        const int height = raster.sideOf(ChunkRaster::cellsOf(row, ground.depth()));
        const int west = column * raster.perChunk() - ChunkRaster::kBorder;
        const int north = row * raster.perChunk() - ChunkRaster::kBorder;
        auto own = std::make_shared<assets::Pictures>();
        own->colour = cropped(*image, west, north, width, height);
        own->normal = cropped(normals, west / 2, north / 2, width / 2, height / 2);
        own->surface =
            cropped(surface, west / kRoughShare, north / kRoughShare, width / kRoughShare, height / kRoughShare);
        own->tiles = false;
        pictures.chunks[static_cast<size_t>(i)] = std::move(own);
    });
    return pictures;
}

}  // namespace sketchwalk::scene
