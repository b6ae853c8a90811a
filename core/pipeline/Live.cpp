#include "core/pipeline/Live.h"

namespace sketchwalk::pipeline {

Result<World> Live::update(const sketch::Sketch& sketch, const terrain::ShapeOptions& options, const Job& job) {
    Job remembering = job;
    remembering.memo = m_memo.get();
    m_memo->begin();
    auto world = generate(sketch, m_resources, options, remembering);
    if (world) m_memo->finish();
    return world;
}

}  // namespace sketchwalk::pipeline
