// The ground as triangles: an adaptive mesh in chunks of 128 x 128 cells that meet without cracks.
#pragma once

#include <memory>
#include <vector>

#include "core/base/Job.h"
#include "core/scene/ChunkRaster.h"
#include "core/scene/Rtin.h"
#include "core/scene/Scene.h"
#include "core/terrain/Ground.h"

namespace sketchwalk::scene {

// The ground's triangulation. Immutable; any thread may read it. Keeps a reference to the ground, which must outlive
// it.
class TerrainMesh {
  public:
    TerrainMesh(const terrain::Ground& ground, int threads);

    int columns() const { return m_net.columns(); }
    int rows() const { return m_net.rows(); }
    double chunkSize() const { return Rtin::kTile * m_ground.spacing; }  // metres

    // The mesh misses the heightfield by about this much at most, in metres.
    static double tolerance(double spacing) { return 0.03 + 0.04 * spacing; }  // 5 cm at half a metre, 19 cm at four

    // Height of the drawn triangles at a map point, in metres; clamped to the map. How a tile is cut into triangles
    // depends on all of the tile, so what must not move under a distant edit stands on Ground::heightAt instead.
    double heightAt(Point p) const;
    // Rise in metres a metre at a map point: the length of the full-resolution heightfield's gradient.
    double steepnessAt(Point p) const;

    // World coordinates, one primitive with material 0, uv in the chunk's own picture (ChunkRaster: u east, v south),
    // unit normals of the full-resolution heightfield, tangents along u.
    TerrainChunk chunk(int column, int row, const Job& job = {}) const;
    std::vector<TerrainChunk> chunks(const Job& job) const;

  private:
    std::shared_ptr<const assets::Mesh> meshOf(int column, int row) const;
    uint64_t keyOf(int column, int row) const;  // of all that its mesh depends on
    const terrain::Ground& m_ground;
    Rtin m_net;
    ChunkRaster m_raster;
};

}  // namespace sketchwalk::scene
