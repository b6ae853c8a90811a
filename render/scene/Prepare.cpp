#include <algorithm>
#include <glm/common.hpp>
#include <map>

#include "core/assets/LevelOfDetail.h"
#include "core/base/Hash.h"
#include "core/base/Parallel.h"
#include "core/preview/Tone.h"
#include "render/scene/Plinth.h"
#include "render/scene/PrepareGround.h"
#include "render/scene/Prepared.h"

namespace sketchwalk::render {
namespace {

constexpr int kTilesASide = 4;

void addPicture(ContentHash& hash, const std::shared_ptr<const Image>& image) {
    if (!image) return;
    const int size[] = {image->width, image->height, image->channels};
    hash.add(size, sizeof size);
    hash.add(image->pixels.data(), image->pixels.size());
}

void addMaterial(ContentHash& hash, const assets::Material& m) {
    hash.add(m.name);
    const float values[] = {m.colour.x, m.colour.y, m.colour.z, m.alpha,
                            m.glow.x,   m.glow.y,   m.glow.z,   m.doubleSided ? 1.0f : 0.0f};
    hash.add(values, sizeof values);
    if (!m.pictures) return;
    addPicture(hash, m.pictures->colour);
    addPicture(hash, m.pictures->normal);
    addPicture(hash, m.pictures->glow);
}

// The part of the last scene with that key.
template <class Part>
std::shared_ptr<const Part> kept(const std::vector<std::shared_ptr<const Part>>& last, uint64_t key) {
    for (const auto& part : last) {
        if (part && part->key == key) return part;
    }
    return nullptr;
}

using Chunks = std::vector<const scene::TerrainChunk*>;

// One picture of several chunks' pictures side by side, each with its own border. `cell`: pixels a chunk gets.
Texels joined(const Chunks& chunks, int across, int down, bool normals) {
    const auto pictureOf = [&](const scene::TerrainChunk& chunk) -> std::shared_ptr<const Image> {
        if (!chunk.material.pictures) return nullptr;
        return normals ? chunk.material.pictures->normal : chunk.material.pictures->colour;
    };
    int cell = 0;
    for (const auto* chunk : chunks) {
        if (const auto image = chunk ? pictureOf(*chunk) : nullptr)
            cell = std::max({cell, image->width, image->height});
    }
    if (cell == 0) return {};
    if (across == 1 && down == 1) return texelsOf(pictureOf(*chunks[0]));
    Texels out{cell * across, cell * down, {}};
    out.bytes.fill(static_cast<char>(normals ? 0x80 : 0x60), static_cast<qsizetype>(out.width) * out.height * 4);
    for (int i = 0; i < across * down; ++i) {
        const auto* chunk = chunks[static_cast<size_t>(i)];
        const auto image = chunk ? pictureOf(*chunk) : nullptr;
        if (image == nullptr) continue;
        const Texels part = texelsOf(image);
        const QByteArray bytes = part.rgba();
        for (int y = 0; y < part.height; ++y) {
            const auto to = (static_cast<qsizetype>(i / across * cell + y) * out.width + i % across * cell) * 4;
            std::copy_n(bytes.constData() + static_cast<qsizetype>(y) * part.width * 4, part.width * 4,
                        out.bytes.data() + to);
        }
    }
    return out;
}

assets::Mesh meshOf(const std::vector<SheetPart>& parts) {
    assets::Mesh mesh;
    assets::Primitive& to = mesh.primitives.emplace_back();
    for (const SheetPart& part : parts) {
        for (const assets::Primitive& p : part.mesh->primitives) {
            const auto first = static_cast<uint32_t>(to.positions.size());
            to.positions.insert(to.positions.end(), p.positions.begin(), p.positions.end());
            to.normals.insert(to.normals.end(), p.normals.begin(), p.normals.end());
            for (const glm::vec2 uv : p.uvs) to.uvs.push_back(uv * part.scale + part.move);
            for (const uint32_t corner : p.indices) to.indices.push_back(first + corner);
        }
    }
    return mesh;
}

std::shared_ptr<const PreparedTile> makeTile(const Chunks& chunks, int across, int down, uint64_t key, int column,
                                             int row, bool withDetail) {
    auto tile = std::make_shared<PreparedTile>();
    tile->key = key;
    tile->column = column;
    tile->row = row;
    tile->colour = joined(chunks, across, down, false);
    if (withDetail) tile->normal = joined(chunks, across, down, true);
    int cell = 1;
    for (const auto* chunk : chunks) {
        if (chunk && chunk->material.pictures && chunk->material.pictures->colour) {
            const Image& image = *chunk->material.pictures->colour;
            cell = std::max({cell, image.width, image.height});
        }
    }
    std::vector<SheetPart> parts;
    for (int i = 0; i < across * down; ++i) {
        const auto* chunk = chunks[static_cast<size_t>(i)];
        if (chunk == nullptr || !chunk->mesh || chunk->mesh->primitives.empty()) continue;
        SheetPart part{chunk->mesh.get(), glm::vec2(1), glm::vec2(0)};
        if (across * down > 1 && chunk->material.pictures && chunk->material.pictures->colour) {
            const Image& image = *chunk->material.pictures->colour;
            part.scale = glm::vec2(image.width, image.height) / glm::vec2(cell * across, cell * down);
            part.move = glm::vec2(i % across, i / across) / glm::vec2(across, down);
        }
        parts.push_back(part);
    }
    tile->levels[0] = sheetVertices(parts);
    if (!parts.empty()) {
        const auto coarser = assets::levelsOfDetail(meshOf(parts));
        for (size_t level = 0; level < coarser.size() && level + 1 < kLevels; ++level) {
            const SheetPart whole{&coarser[level], glm::vec2(1), glm::vec2(0)};
            tile->levels[level + 1] = sheetVertices(std::span(&whole, 1));
        }
    }
    for (auto& level : tile->levels) {
        if (!level.empty()) addSkirts(level, 1.5f);
    }
    return tile;
}

void prepareTiles(Prepared& out, const Prepared* last, int threads, const std::stop_token& stop) {
    int columns = 0, rows = 0;
    for (const auto& chunk : out.scene->chunks) {
        columns = std::max(columns, chunk.column + 1);
        rows = std::max(rows, chunk.row + 1);
    }
    if (columns == 0) return;
    const int side = (std::max(columns, rows) + kTilesASide - 1) / kTilesASide;
    const int tilesAcross = (columns + side - 1) / side, tilesDown = (rows + side - 1) / side;
    std::vector<Chunks> chunks(static_cast<size_t>(tilesAcross * tilesDown));
    const auto sizeOf = [&](int tile, int count) { return std::min(side, count - tile * side); };
    for (size_t t = 0; t < chunks.size(); ++t) {
        const auto tile = static_cast<int>(t);
        const auto across = sizeOf(tile % tilesAcross, columns), down = sizeOf(tile / tilesAcross, rows);
        chunks[t].resize(static_cast<size_t>(across * down));
    }
    for (const auto& chunk : out.scene->chunks) {
        const int tileColumn = chunk.column / side, tileRow = chunk.row / side;
        const int across = sizeOf(tileColumn, columns);
        chunks[static_cast<size_t>(tileRow * tilesAcross + tileColumn)]
              [static_cast<size_t>(chunk.row % side * across + chunk.column % side)] = &chunk;
    }
    out.tiles.resize(chunks.size());
    parallelFor(threads, static_cast<int>(chunks.size()), [&](int i) {
        if (stop.stop_requested()) return;
        const auto t = static_cast<size_t>(i);
        ContentHash hash;
        hash.add(&out.hasDetail, sizeof out.hasDetail);
        for (const auto* chunk : chunks[t]) {
            if (chunk == nullptr) continue;
            const uint64_t words[] = {chunk->mesh ? chunk->mesh->hash : 0, static_cast<uint64_t>(chunk->column),
                                      static_cast<uint64_t>(chunk->row), static_cast<uint64_t>(side)};
            hash.add(words, sizeof words);
            addMaterial(hash, chunk->material);
        }
        if (last) out.tiles[t] = kept(last->tiles, hash.value());
        if (out.tiles[t]) return;
        out.tiles[t] = makeTile(chunks[t], sizeOf(i % tilesAcross, columns), sizeOf(i / tilesAcross, rows),
                                hash.value(), i % tilesAcross, i / tilesAcross, out.hasDetail);
    });
}

std::shared_ptr<const PreparedWater> makeWater(const scene::WaterPart& part, uint64_t key) {
    auto water = std::make_shared<PreparedWater>();
    water->key = key;
    const SheetPart whole{part.mesh.get(), glm::vec2(1), glm::vec2(0)};
    water->vertices = sheetVertices(std::span(&whole, 1));
    const std::string& c = part.category;
    water->kind = c == "river" ? 1 : c == "swamp" ? 2 : c == "ice" ? 3 : c == "lava" ? 4 : 0;
    water->colour = preview::toLinear(part.material.colour);
    water->glow = preview::toLinear(part.material.glow);
    // The same figures as core/preview, so that both show the same water.
    water->foam = c == "sea" ? 1.0f : c == "lake" ? 0.7f : c == "river" ? 0.35f : 0.0f;
    water->murk = c == "swamp" ? 3.0f : c == "sea" ? 0.7f : 1.0f;
    water->pictureSize = part.pictureSize > 0 ? part.pictureSize : 1;
    if (const auto& pictures = part.material.pictures) {
        if (pictures->colour) water->colourPicture = texelsOf(pictures->colour);
        if (pictures->normal) water->normalPicture = texelsOf(pictures->normal);
        if (pictures->glow) water->glowPicture = texelsOf(pictures->glow);
    }
    return water;
}

std::shared_ptr<const PreparedAsset> makeAsset(const scene::Asset& from, const std::vector<assets::Material>& materials,
                                               uint64_t key) {
    auto asset = std::make_shared<PreparedAsset>();
    asset->key = key;
    asset->min = from.mesh->min;
    asset->max = from.mesh->max;
    asset->levels[0] = objectVertices(*from.mesh, materials);
    const auto coarser = assets::levelsOfDetail(*from.mesh);
    for (const auto& mesh : coarser) {
        if (asset->levelCount < kLevels) asset->levels[asset->levelCount++] = objectVertices(mesh, materials);
    }
    for (const auto& textured : asset->levels[0].textured) {
        const assets::Material& m = materials[static_cast<size_t>(textured.material)];
        PreparedAsset::Picture picture{textured.material, preview::toLinear(m.colour), plainTexels(255, 255, 255),
                                       plainTexels(0, 0, 0)};
        if (m.pictures->colour) picture.colourPicture = texelsOf(m.pictures->colour);
        if (m.pictures->glow) picture.glowPicture = texelsOf(m.pictures->glow);
        asset->pictures.push_back(std::move(picture));
    }
    return asset;
}

void prepareAssets(Prepared& out, const Prepared* last, int threads, const std::stop_token& stop) {
    const auto& scene = *out.scene;
    const auto count = static_cast<int>(scene.assets.size());
    std::vector<uint64_t> keys(scene.assets.size(), 0);
    parallelFor(threads, count, [&](int i) {
        const scene::Asset& asset = scene.assets[static_cast<size_t>(i)];
        if (stop.stop_requested() || !asset.mesh) return;
        ContentHash hash;
        hash.add(&asset.mesh->hash, sizeof asset.mesh->hash);
        for (const auto& p : asset.mesh->primitives) {
            if (static_cast<size_t>(p.material) < scene.materials.size())
                addMaterial(hash, scene.materials[static_cast<size_t>(p.material)]);
        }
        keys[static_cast<size_t>(i)] = hash.value();
    });
    // The same mesh under two names is two parts, each with copies of its own.
    std::map<uint64_t, uint64_t> alike;
    for (uint64_t& key : keys) {
        if (const uint64_t before = alike[key]++; before > 0) key = combine(key, before);
    }
    out.assets.resize(scene.assets.size());
    parallelFor(threads, count, [&](int i) {
        const scene::Asset& asset = scene.assets[static_cast<size_t>(i)];
        const uint64_t key = keys[static_cast<size_t>(i)];
        auto& to = out.assets[static_cast<size_t>(i)];
        if (stop.stop_requested() || !asset.mesh) {
            to = std::make_shared<PreparedAsset>();
            return;
        }
        if (last) to = kept(last->assets, key);
        if (!to) to = makeAsset(asset, scene.materials, key);
    });
    std::vector<InstanceTable::Shape> shapes;
    for (const auto& asset : out.assets) {
        InstanceTable::Shape shape{asset->min, asset->max, asset->levelCount, {}, {}};
        for (size_t level = 0; level < asset->levelCount; ++level) {
            const ObjectVertices& v = asset->levels[level];
            shape.draws[level] =
                (v.plain.empty() ? 0 : 1) + (v.glass.empty() ? 0 : 1) + static_cast<int>(v.textured.size());
            shape.triangles[level] = (v.plain.indexCount + v.glass.indexCount) / 3;
        }
        shapes.push_back(shape);
    }
    out.instances = std::make_shared<InstanceTable>(scene, shapes);
}

void preparePlinth(Prepared& out, const Prepared* last) {
    auto plinth = std::make_shared<Vertices>(plinthVertices(*out.scene));
    ContentHash hash;
    hash.add(plinth->bytes.constData(), static_cast<size_t>(plinth->bytes.size()));
    out.plinthKey = hash.value();
    out.plinth = last && last->plinthKey == out.plinthKey ? last->plinth : std::move(plinth);
}

// What the edge promises of the land beyond.
void prepareRim(Prepared& out) {
    const auto& colour = out.scene->terrainColour;
    const auto& ground = out.scene->ground;
    if (!colour || colour->channels < 3 || colour->width < 2 || !ground || ground->height.empty()) return;
    const auto& linear = preview::linearOfByte();
    glm::dvec3 sum(0);
    double heights = 0;
    constexpr int kSamples = 128;
    for (int i = 0; i < 4 * kSamples; ++i) {
        const double along = (i % kSamples + 0.5) / kSamples;
        const double x = i / kSamples == 0 ? 0 : i / kSamples == 1 ? 1 : along;
        const double y = i / kSamples == 2 ? 0 : i / kSamples == 3 ? 1 : along;
        const uint8_t* p =
            colour->at(static_cast<int>(x * (colour->width - 1)), static_cast<int>(y * (colour->height - 1)));
        sum += glm::dvec3(linear[p[0]], linear[p[1]], linear[p[2]]);
        heights += ground->heightAt({x * out.scene->extent.x, y * out.scene->extent.y});
    }
    out.rimColour = glm::vec3(sum / (4.0 * kSamples));
    out.rimHeight = static_cast<float>(heights / (4.0 * kSamples));
}

}  // namespace

std::shared_ptr<const Prepared> prepare(std::shared_ptr<const scene::Scene> scene,
                                        const std::shared_ptr<const Prepared>& last, bool withDetail, int threads,
                                        const std::stop_token& stop) {
    auto out = std::make_shared<Prepared>();
    out->scene = std::move(scene);
    out->hasDetail = withDetail;
    const Prepared* before = last.get();
    prepareTiles(*out, before, threads, stop);
    if (stop.stop_requested()) return nullptr;
    for (const auto& part : out->scene->waters) {
        if (!part.mesh || part.mesh->primitives.empty()) continue;
        ContentHash hash;
        hash.add(&part.mesh->hash, sizeof part.mesh->hash);
        hash.add(part.category);
        hash.add(&part.pictureSize, sizeof part.pictureSize);
        addMaterial(hash, part.material);
        auto water = before ? kept(before->waters, hash.value()) : nullptr;
        out->waters.push_back(water ? water : makeWater(part, hash.value()));
    }
    prepareAssets(*out, before, threads, stop);
    if (stop.stop_requested()) return nullptr;
    if (out->scene->ground)
        out->ground = prepareGround(*out->scene, before ? before->ground : nullptr, withDetail, stop);
    if (stop.stop_requested()) return nullptr;

    preparePlinth(*out, before);
    prepareRim(*out);
    out->min = glm::vec3(0);
    out->max = glm::vec3(out->scene->extent.x, 1, out->scene->extent.y);
    for (const auto& tile : out->tiles) {
        if (tile->levels[0].empty()) continue;
        out->min.y = std::min(out->min.y, tile->levels[0].min.y);
        out->max.y = std::max(out->max.y, tile->levels[0].max.y);
    }
    return out;
}

}  // namespace sketchwalk::render
