#include "core/scene/TerrainMesh.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/base/GridHash.h"
#include "core/base/Memo.h"
#include "core/base/Parallel.h"

namespace sketchwalk::scene {
namespace {

// Along water the tolerance shrinks, because the shoreline is where the ground meets the level: on a bank of 1 in 10 a
// miss of 5 cm would move it by 50 cm.
constexpr double kShoreTolerance = 0.4;
constexpr float kSteepest = 1.5f;  // rise over run beyond which the mesh may miss no further
constexpr float kShoreBand = 3;    // metres on either side, or two cells
// Readers that look up the nearest vertex on a coarse grid must not be far off either: no edge longer than 1/256 of the
// map spans more than this.
double mostRiseFor(double coarse) {
    return std::max(0.5, 0.25 * coarse);
}

// What counts is how far the mesh lies from the ground straight across it: on a slope less than straight down.
bool missesAcross(const Grid<float>& height, Node n, float miss, float tolerance, double spacing) {
    const float dx = height.clamped(n.x + 1, n.y) - height.clamped(n.x - 1, n.y);
    const float dy = height.clamped(n.x, n.y + 1) - height.clamped(n.x, n.y - 1);
    const auto across = static_cast<float>(2 * spacing);
    const float squared = std::min((dx * dx + dy * dy) / (across * across), kSteepest * kSteepest);
    return miss * miss > tolerance * tolerance * (1 + squared);
}

Rtin triangulate(const terrain::Ground& ground, int threads) {
    const Grid<float>& height = ground.height;
    const int width = ground.width(), depth = ground.depth();
    const float tolerance = static_cast<float>(TerrainMesh::tolerance(ground.spacing));
    const float shoreTolerance = tolerance * static_cast<float>(kShoreTolerance);
    const float band = std::max(kShoreBand, static_cast<float>(2 * ground.spacing));
    const double coarse = std::max(ground.extent.x, ground.extent.y) / 256;
    const int longEdge = std::max(2, static_cast<int>(coarse / ground.spacing));
    const float mostRise = static_cast<float>(mostRiseFor(coarse));
    const bool paddedEast = width % Rtin::kTile != 0, paddedSouth = depth % Rtin::kTile != 0;
    const bool hasShore = !ground.shore.empty();
    return Rtin(width, depth, threads, [&](Node n, Node a, Node b) {
        if (n.x > width || n.y > depth) return false;
        if ((paddedEast && n.x == width) || (paddedSouth && n.y == depth)) return true;
        const float here = height(n.x, n.y), atA = height.clamped(a.x, a.y), atB = height.clamped(b.x, b.y);
        const float miss = std::abs(here - 0.5f * (atA + atB));
        if (miss > tolerance && missesAcross(height, n, miss, tolerance, ground.spacing)) return true;
        const int length = std::max(std::abs(a.x - b.x), std::abs(a.y - b.y));
        if (length > longEdge && std::abs(atA - atB) > mostRise) return true;
        return miss > shoreTolerance && hasShore && std::abs(ground.shore.clamped(n.x, n.y)) < band;
    });
}

glm::vec3 normalAt(const Grid<float>& height, int x, int y, double spacing) {
    const int west = std::max(x - 1, 0), east = std::min(x + 1, height.width() - 1);
    const int north = std::max(y - 1, 0), south = std::min(y + 1, height.height() - 1);
    const double dx = (height(east, y) - height(west, y)) / (std::max(east - west, 1) * spacing);
    const double dy = (height(x, south) - height(x, north)) / (std::max(south - north, 1) * spacing);
    const double length = std::sqrt(dx * dx + 1 + dy * dy);
    return {static_cast<float>(-dx / length), static_cast<float>(1 / length), static_cast<float>(-dy / length)};
}

// East along the ground. With u east and v south, the picture's up is north, which is cross(normal, tangent): w = +1.
glm::vec4 eastOn(glm::vec3 n) {
    const double length = std::sqrt(static_cast<double>(n.x) * n.x + static_cast<double>(n.y) * n.y);
    if (length < 1e-6) return {1, 0, 0, 1};
    return {static_cast<float>(n.y / length), static_cast<float>(-n.x / length), 0, 1};
}

}  // namespace

TerrainMesh::TerrainMesh(const terrain::Ground& ground, int threads)
    : m_ground(ground), m_net(triangulate(ground, threads)), m_raster(ground.width(), ground.depth()) {}

double TerrainMesh::heightAt(Point p) const {
    const Grid<float>& height = m_ground.height;
    const double x = std::clamp(p.x / m_ground.spacing, 0.0, static_cast<double>(m_ground.width()));
    const double y = std::clamp(p.y / m_ground.spacing, 0.0, static_cast<double>(m_ground.depth()));
    const auto [a, b, c] = m_net.locate(x, y);
    const double area = static_cast<double>((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
    const double u = ((x - a.x) * (c.y - a.y) - (y - a.y) * (c.x - a.x)) / area;
    const double v = ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / area;
    const double atA = height.clamped(a.x, a.y), atB = height.clamped(b.x, b.y), atC = height.clamped(c.x, c.y);
    return atA + u * (atB - atA) + v * (atC - atA);
}

double TerrainMesh::steepnessAt(Point p) const {
    const Grid<float>& height = m_ground.height;
    const double x = p.x / m_ground.spacing, y = p.y / m_ground.spacing;
    const double dx = bilinear(height, x + 1, y) - bilinear(height, x - 1, y);
    const double dy = bilinear(height, x, y + 1) - bilinear(height, x, y - 1);
    return std::sqrt(dx * dx + dy * dy) / (2 * m_ground.spacing);
}

std::shared_ptr<const assets::Mesh> TerrainMesh::meshOf(int column, int row) const {
    constexpr int kSide = Rtin::kTile + 1;
    const int width = m_ground.width(), depth = m_ground.depth();
    const int west = column * Rtin::kTile, north = row * Rtin::kTile;
    const int cellsWide = ChunkRaster::cellsOf(column, width), cellsDeep = ChunkRaster::cellsOf(row, depth);
    auto mesh = std::make_shared<assets::Mesh>();
    assets::Primitive& out = mesh->primitives.emplace_back();
    std::vector<int> vertexAt(static_cast<size_t>(kSide) * kSide, -1);
    const auto vertex = [&](Node n) {
        int& index = vertexAt[static_cast<size_t>(n.y - north) * kSide + static_cast<size_t>(n.x - west)];
        if (index < 0) {
            index = static_cast<int>(out.positions.size());
            out.positions.emplace_back(static_cast<float>(std::min(n.x * m_ground.spacing, m_ground.extent.x)),
                                       m_ground.height(n.x, n.y),
                                       static_cast<float>(std::min(n.y * m_ground.spacing, m_ground.extent.y)));
            out.normals.push_back(normalAt(m_ground.height, n.x, n.y, m_ground.spacing));
            out.tangents.push_back(eastOn(out.normals.back()));
            out.uvs.emplace_back(m_raster.coordinate(n.x - west, cellsWide),
                                 m_raster.coordinate(n.y - north, cellsDeep));
        }
        return static_cast<uint32_t>(index);
    };
    m_net.triangles(column, row, [&](Node a, Node b, Node c) {
        if (std::max({a.x, b.x, c.x}) > width || std::max({a.y, b.y, c.y}) > depth) return;
        for (const Node n : {a, b, c}) out.indices.push_back(vertex(n));
    });
    assets::finish(*mesh);
    return mesh;
}

uint64_t TerrainMesh::keyOf(int column, int row) const {
    const int west = column * Rtin::kTile, north = row * Rtin::kTile, east = west + Rtin::kTile,
              south = north + Rtin::kTile;
    WideHash hash;
    for (const int64_t number : {column, row, m_ground.width(), m_ground.depth()})
        hash.add(static_cast<uint64_t>(number));
    hash.add(&m_ground.extent, sizeof m_ground.extent);
    hash.add(&m_ground.spacing, sizeof m_ground.spacing);
    addWindow(hash, m_net.keptNodes(), west, north, east, south);
    addWindow(hash, m_ground.height, west - 1, north - 1, east + 1, south + 1);  // normals look at the neighbours
    return hash.value();
}

TerrainChunk TerrainMesh::chunk(int column, int row, const Job& job) const {
    assets::Material material;
    material.name = "terrain_" + std::to_string(column) + "_" + std::to_string(row);
    material.colour = {1, 1, 1};  // the pictures have it all
    material.roughness = 1;
    const uint64_t key = job.memo != nullptr ? keyOf(column, row) : 0;
    auto mesh = *memoised(job, "terrain mesh", key, [&] { return meshOf(column, row); });
    return {column, row, std::move(material), std::move(mesh)};
}

std::vector<TerrainChunk> TerrainMesh::chunks(const Job& job) const {
    std::vector<TerrainChunk> all(static_cast<size_t>(columns()) * static_cast<size_t>(rows()));
    parallelFor(job.threads, static_cast<int>(all.size()), [&](int i) {
        if (!job.stopped()) all[static_cast<size_t>(i)] = chunk(i % columns(), i / columns(), job);
    });
    return all;
}

}  // namespace sketchwalk::scene
