#include "core/scene/TerrainColour.h"

#include <array>
#include <cmath>

#include "core/base/GridHash.h"
#include "core/base/Memo.h"
#include "core/base/Parallel.h"

namespace sketchwalk::scene {
namespace {

constexpr int kRoughShare = 4;  // pixels of colour along one of roughness

uint8_t byteOf(float value) {  // of 0..1
    return static_cast<uint8_t>(std::clamp(value * 255 + 0.5f, 0.0f, 255.0f));
}

std::array<uint8_t, 4> bytesOf(textures::Sample value) {  // of 0..255
    using Words = int32_t __attribute__((vector_size(16)));
    value = value > 0.0f ? value : textures::Sample{};
    value = value < 255.0f ? value : textures::Sample{255, 255, 255, 255};
    const Words words = __builtin_convertvector(value + 0.5f, Words);
    return {static_cast<uint8_t>(words[0]), static_cast<uint8_t>(words[1]), static_cast<uint8_t>(words[2]),
            static_cast<uint8_t>(words[3])};
}

struct Tile {  // part of the map's picture, as pixels of its own
    std::vector<uint8_t> colour, normal, surface;
};

// Squares of pixels, each painted by itself: what one looks like follows from the ground under it alone.
class Baker {
  public:
    static constexpr int kSide = 128;  // pixels; kRoughShare divides it

    Baker(const GroundPaint& paint, const ChunkRaster& raster)
        : m_paint(paint),
          m_ground(paint.ground()),
          m_fields(paint.fields()),
          m_width(raster.width()),
          m_height(raster.height()),
          m_pixel(m_ground.spacing * raster.cellsPerPixel()) {}

    int columns() const { return (m_width + kSide - 1) / kSide; }
    int rows() const { return (m_height + kSide - 1) / kSide; }

    // A hash of all that a tile's pixels depend on.
    uint64_t keyOf(int column, int row) const {
        const auto cell = [&](int pixel) { return static_cast<int>(pixel * m_pixel / m_ground.spacing); };
        constexpr int kAround = 2;  // cells: pixels are read between their neighbours
        const uint64_t under =
            m_paint.hashAround(cell(column * kSide) - kAround, cell(row * kSide) - kAround,
                               cell((column + 1) * kSide) + kAround, cell((row + 1) * kSide) + kAround);
        const auto place = static_cast<uint64_t>(column) << 32 | static_cast<uint32_t>(row);
        return combine(combine(under, place), static_cast<uint64_t>(m_width) << 32 | static_cast<uint32_t>(m_height));
    }

    // The keys of the tiles that a part of the picture shows, as one.
    uint64_t keyUnder(const std::vector<uint64_t>& keys, int west, int north, int width, int height) const {
        uint64_t all = combine(static_cast<uint64_t>(width), static_cast<uint64_t>(height));
        for (int row = std::max(north, 0) / kSide; row <= std::min((north + height - 1) / kSide, rows() - 1); ++row) {
            for (int column = std::max(west, 0) / kSide; column <= std::min((west + width - 1) / kSide, columns() - 1);
                 ++column)
                all = combine(all, keys[static_cast<size_t>(row * columns() + column)]);
        }
        return all;
    }

    Tile bake(int column, int row, const Job& job) const {
        const int west = column * kSide, north = row * kSide;
        const int width = std::min(kSide, m_width - west), height = std::min(kSide, m_height - north);
        Tile tile{std::vector<uint8_t>(static_cast<size_t>(3 * width * height)), {}, {}};
        Grid<float> bumps(width, height);
        Grid<uint8_t> rough(width, height);
        Rows rows(*this, west, width);
        for (int y = 0; y < height && !job.stopped(); ++y) {
            uint8_t* colour = &tile.colour[static_cast<size_t>(3 * width * y)];
            bakeRow(north + y, west, rows, {colour, bumps.row(y), rough.row(y)});
        }
        tile.normal = normalsOf(bumps);
        tile.surface = surfaceOf(rough);
        return tile;
    }

  private:
    struct Rows {  // where a tile's pixels lie in the rasters, and one thread's buffers
        Rows(const Baker& baker, int west, int pixels)
            : broadAt(columnsOf(baker, west, pixels, baker.m_fields.broad)),
              middleAt(columnsOf(baker, west, pixels, baker.m_fields.middle)),
              cellAt(west, pixels, baker.m_ground.width(), 0.5 * baker.m_pixel / baker.m_ground.spacing - 0.5,
                     baker.m_pixel / baker.m_ground.spacing),
              nodeAt(west, pixels, baker.m_ground.width() + 1, 0.5 * baker.m_pixel / baker.m_ground.spacing,
                     baker.m_pixel / baker.m_ground.spacing) {}
        Columns broadAt, middleAt, cellAt, nodeAt;
        RowReader broad, middle, steep, hollow, height, shore, road, depth;
        std::array<RowReader, GroundPaint::kMostLayers> layers;

      private:
        static Columns columnsOf(const Baker& baker, int west, int pixels, const NoiseField& field) {
            return {west, pixels, field.values.width(), 0.5 * baker.m_pixel / field.step, baker.m_pixel / field.step};
        }
    };

    struct Line {  // of a tile's pixels
        uint8_t* colour;
        float* bump;
        uint8_t* rough;
    };

    void bakeRow(int y, int west, Rows& rows, Line line) const {
        const double north = (y + 0.5) * m_pixel, s = m_ground.spacing;
        const auto noise = [&](RowReader& reader, const NoiseField& field, const Columns& columns) {
            return reader.read(field.values, north / field.step, columns);
        };
        const auto cells = [&](RowReader& reader, const auto& grid) {
            return grid.empty() ? nullptr : reader.read(grid, north / s - 0.5, rows.cellAt);
        };
        const auto nodes = [&](RowReader& reader, const auto& grid) {
            return reader.read(grid, north / s, rows.nodeAt);
        };
        const int width = static_cast<int>(rows.cellAt.left.size());
        const float* broad = noise(rows.broad, m_fields.broad, rows.broadAt);
        const float* middle = noise(rows.middle, m_fields.middle, rows.middleAt);
        const float* steep = cells(rows.steep, m_fields.steep);
        const float* hollow = cells(rows.hollow, m_fields.hollow);
        const float* height = nodes(rows.height, m_ground.height);
        const float* shore = cells(rows.shore, m_ground.shore);
        const float* road = cells(rows.road, m_fields.road);
        const bool wet = shore != nullptr && !m_fields.depth.empty() &&
                         std::any_of(shore, shore + width, [](float d) { return d < 3; });
        const float* depth = wet ? nodes(rows.depth, m_fields.depth) : nullptr;
        std::array<std::pair<size_t, const float*>, GroundPaint::kMostLayers> weights;  // of the layers in this row
        size_t shown = 0;
        for (size_t l = 0; l < m_paint.layers(); ++l) {
            if (const float* of = cells(rows.layers[l], m_ground.weights[l])) weights[shown++] = {l, of};
        }

        constexpr float kFar = GroundPaint::kFar;
        GroundPoint p;
        p.y = static_cast<float>(north);
        p.pixel = static_cast<float>(m_pixel);
        GroundPaint::Weights weight{};
        const auto cellY = static_cast<int>(north / s);
        const bool anyPlots = !m_fields.plots.of.empty();
        for (int x = 0; x < width; ++x) {
            p.x = static_cast<float>((west + x + 0.5) * m_pixel);
            p.height = height[x];
            p.broad = broad[x];
            p.middle = middle[x];
            p.steep = steep[x];
            p.hollow = hollow[x];
            p.shore = shore != nullptr ? std::clamp(shore[x], -kFar, kFar) : kFar;
            p.road = road != nullptr ? std::clamp(road[x], -kFar, kFar) : kFar;
            p.depth = depth != nullptr ? depth[x] : 0;
            if (anyPlots) p.plot = m_fields.plots.at(static_cast<int>((west + x + 0.5) * m_pixel / s), cellY);
            for (size_t i = 0; i < shown; ++i) weight[weights[i].first] = weights[i].second[x];
            const Painted painted = m_paint.paint(p, weight);
            line.colour = std::copy_n(bytesOf(painted.colour).begin(), 3, line.colour);
            line.bump[x] = painted.bump;
            line.rough[x] = byteOf(painted.rough);
        }
    }

    // Normals of the bumps, one for two by two of their pixels.
    std::vector<uint8_t> normalsOf(const Grid<float>& bumps) const {
        const int width = (bumps.width() + 1) / 2, height = (bumps.height() + 1) / 2;
        std::vector<uint8_t> normals(static_cast<size_t>(3 * width * height));
        const auto scale = static_cast<float>(0.5 / m_pixel);
        auto out = normals.begin();
        for (int y = 0; y < height; ++y) {
            const float* north = bumps.row(2 * y);
            const float* south = bumps.row(std::min(2 * y + 1, bumps.height() - 1));
            for (int x = 0; x < width; ++x) {
                const int west = 2 * x, east = std::min(west + 1, bumps.width() - 1);
                const float toEast = (north[east] + south[east] - north[west] - south[west]) * scale;
                const float toSouth = (south[west] + south[east] - north[west] - north[east]) * scale;
                const auto bytes = textures::normalBytes(toEast, toSouth);
                out = std::copy(bytes.begin(), bytes.end(), out);
            }
        }
        return normals;
    }

    // One pixel for four by four: how rough the ground is shows in its patches, not in its grains. As glTF wants it:
    // green, with no metal in blue.
    static std::vector<uint8_t> surfaceOf(const Grid<uint8_t>& rough) {
        constexpr int kShare = kRoughShare;
        std::vector<uint8_t> surface;
        for (int north = 0; north < rough.height(); north += kShare) {
            const int south = std::min(north + kShare, rough.height());
            for (int west = 0; west < rough.width(); west += kShare) {
                const int east = std::min(west + kShare, rough.width());
                int sum = 0;
                for (int y = north; y < south; ++y) {
                    for (int x = west; x < east; ++x) sum += rough(x, y);
                }
                const int count = (south - north) * (east - west);
                surface.insert(surface.end(), {255, static_cast<uint8_t>((sum + count / 2) / count), 0});
            }
        }
        return surface;
    }

    const GroundPaint& m_paint;
    const terrain::Ground& m_ground;
    const GroundFields& m_fields;
    int m_width, m_height;  // pixels of the map's picture
    double m_pixel;         // metres
};

void paste(const std::vector<uint8_t>& pixels, Image& whole, int west, int north, int side) {
    const auto line = static_cast<size_t>(3 * std::min(side, whole.width - west));
    for (size_t y = 0; y * line < pixels.size(); ++y)
        std::copy_n(&pixels[y * line], line, whole.at(west, north + static_cast<int>(y)));
}

struct Pictured {  // the whole map
    std::shared_ptr<const Image> colour;
    Image normals, surface;
};

// The map's picture from its tiles.
Pictured assembled(const ChunkRaster& raster, int columns, const std::vector<std::shared_ptr<const Tile>>& tiles,
                   const Job& job) {
    auto colour = std::make_shared<Image>(raster.width(), raster.height(), 3);
    const auto share = [&](int part) {
        return Image((colour->width + part - 1) / part, (colour->height + part - 1) / part, 3);
    };
    Image normals = share(2), surface = share(kRoughShare);
    parallelFor(job.threads, static_cast<int>(tiles.size()), [&](int i) {
        const int west = i % columns * Baker::kSide, north = i / columns * Baker::kSide;
        const Tile& tile = *tiles[static_cast<size_t>(i)];
        paste(tile.colour, *colour, west, north, Baker::kSide);
        paste(tile.normal, normals, west / 2, north / 2, Baker::kSide / 2);
        paste(tile.surface, surface, west / kRoughShare, north / kRoughShare, Baker::kSide / kRoughShare);
    });
    return {std::move(colour), std::move(normals), std::move(surface)};
}

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

struct Cut {  // a chunk's part of it
    std::shared_ptr<const assets::Pictures> pictures;
    uint64_t hash = 0;  // of their pixels
};

Cut cutOut(const Pictured& whole, int west, int north, int width, int height) {
    auto own = std::make_shared<assets::Pictures>();
    own->colour = cropped(*whole.colour, west, north, width, height);
    own->normal = cropped(whole.normals, west / 2, north / 2, width / 2, height / 2);
    own->surface =
        cropped(whole.surface, west / kRoughShare, north / kRoughShare, width / kRoughShare, height / kRoughShare);
    own->tiles = false;
    WideHash hash;
    for (const Image* picture : {own->colour.get(), own->normal.get(), own->surface.get()}) {
        hash.add(static_cast<uint64_t>(picture->width));
        hash.add(picture->pixels.data(), picture->pixels.size());
    }
    return {std::move(own), hash.value()};
}

}  // namespace

TerrainPictures bakeTerrain(const GroundPaint& paint, const Job& job) {
    const terrain::Ground& ground = paint.ground();
    const ChunkRaster raster(ground.width(), ground.depth());
    TerrainPictures pictures;
    const int columns = (ground.width() + Rtin::kTile - 1) / Rtin::kTile;
    const int rows = (ground.depth() + Rtin::kTile - 1) / Rtin::kTile;
    pictures.chunks.resize(static_cast<size_t>(columns) * static_cast<size_t>(rows));
    if (pictures.chunks.empty() || job.stopped()) return pictures;
    const Baker baker(paint, raster);
    std::vector<std::shared_ptr<const Tile>> tiles(static_cast<size_t>(baker.columns() * baker.rows()));
    std::vector<uint64_t> keys(tiles.size());
    parallelFor(job.threads, static_cast<int>(tiles.size()), [&](int i) {
        const int column = i % baker.columns(), row = i / baker.columns();
        const auto at = static_cast<size_t>(i);
        if (job.memo != nullptr) keys[at] = baker.keyOf(column, row);
        tiles[at] = memoised(job, "ground tile", keys[at], [&] { return baker.bake(column, row, job); });
    });
    if (job.stopped()) return pictures;
    const auto whole =
        memoised(job, "ground", hashOf(keys), [&] { return assembled(raster, baker.columns(), tiles, job); });
    pictures.whole = whole->colour;
    parallelFor(job.threads, static_cast<int>(pictures.chunks.size()), [&](int i) {
        if (job.stopped()) return;
        const int column = i % columns, row = i / columns;
        const int width = raster.sideOf(ChunkRaster::cellsOf(column, ground.width()));
        const int height = raster.sideOf(ChunkRaster::cellsOf(row, ground.depth()));
        const int west = column * raster.perChunk() - ChunkRaster::kBorder;
        const int north = row * raster.perChunk() - ChunkRaster::kBorder;
        const uint64_t under = combine(static_cast<uint64_t>(i), baker.keyUnder(keys, west, north, width, height));
        const auto cut =
            memoised(job, "ground chunk", under, [&] { return cutOut(*whole, west, north, width, height); });
        // Pixels that did not change stay the same picture.
        pictures.chunks[static_cast<size_t>(i)] = memoisedAs(job, "ground picture", cut->hash, cut->pictures);
    });
    return pictures;
}

}  // namespace sketchwalk::scene
