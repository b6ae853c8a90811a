// The way through for a window that follows the pen: the same worlds as generate(), made again only where an edit
// reaches.
#pragma once

#include "core/base/Memo.h"
#include "core/pipeline/Pipeline.h"

namespace sketchwalk::pipeline {

// Keeps the results of the last world's stages and parts, each under the hash of what it was made from
// (core/base/Memo.h), and nothing that the last world did not use. What an edit did not change is the same object in
// the next scene: a viewer compares pointers (TerrainChunk::mesh and its material's pictures, WaterPart::mesh and its
// material's pictures, Asset::mesh, Scene::terrainColour) and InstanceGroup::hash, and takes over the rest.
//
// Owned by one thread, usually a worker's; the worlds that it gives may be read by any.
class Live {
  public:
    // The resources must outlive it. Other resources, such as another library, are another Live.
    explicit Live(const Resources& resources) : m_resources(resources) {}

    // Bit for bit what generate() makes of the same sketch and options. Stopped, it returns ErrorKind::interrupted
    // within 50 ms, and what was known before stays known.
    Result<World> update(const sketch::Sketch& sketch, const terrain::ShapeOptions& options, const Job& job);

    void forget() { m_memo = std::make_unique<Memo>(); }  // frees all that is kept
    size_t kept() const { return m_memo->size(); }        // results

  private:
    const Resources& m_resources;
    std::unique_ptr<Memo> m_memo = std::make_unique<Memo>();
};

}  // namespace sketchwalk::pipeline
