#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/Parallel.h"
#include "core/preview/Stage.h"

namespace sketchwalk::preview {
namespace {

constexpr float kFineAbove = 13.0f, kCoarseAbove = 4.0f;  // pixels tall
constexpr float kNothingBelow = 0.2f;
constexpr int kCopiesAtOnce = 512;

}  // namespace

PassList::PassList(const Stage& stage, const Camera& camera, const Options& options, const Job& job)
    : m_options(options) {
    m_columns = (options.width + options.tileWidth - 1) / options.tileWidth;
    m_rows = (options.height + options.tileHeight - 1) / options.tileHeight;
    addSheets(stage, camera, job);
    addCopies(stage, camera, job);
    bin();
}

PassList::Rect PassList::rectOf(const Projector& projector, const Bounds& bounds) const {
    std::array<glm::vec3, 8> corners;
    for (size_t i = 0; i < 8; ++i) {
        corners[i] = projector.view({(i & 1) ? bounds.max.x : bounds.min.x, (i & 2) ? bounds.max.y : bounds.min.y,
                                     (i & 4) ? bounds.max.z : bounds.min.z});
    }
    float x0 = 1e30f, y0 = 1e30f, x1 = -1e30f, y1 = -1e30f;
    const auto include = [&](glm::vec3 v) {
        if (projector.perspective) v /= v.z;
        x0 = std::min(x0, v.x);
        x1 = std::max(x1, v.x);
        y0 = std::min(y0, v.y);
        y1 = std::max(y1, v.y);
    };
    for (size_t i = 0; i < 8; ++i) {
        if (!projector.perspective || corners[i].z >= kNear) {
            include(corners[i]);
            continue;
        }
        // A box that reaches behind the eye is seen where its edges cross the near plane.
        for (const size_t axis : {1u, 2u, 4u}) {
            const glm::vec3 here = corners[i], there = corners[i ^ axis];
            if (there.z > kNear) include(here + (there - here) * ((kNear - here.z) / (there.z - here.z)));
        }
    }
    if (x0 > x1) return {};
    const auto width = static_cast<float>(m_options.width), height = static_cast<float>(m_options.height);
    x0 += projector.centreX - 0.1f;
    x1 += projector.centreX + 0.1f;
    y0 += projector.centreY - 0.1f;
    y1 += projector.centreY + 0.1f;
    if (!(x1 >= 0 && y1 >= 0 && x0 < width && y0 < height)) return {};
    return {static_cast<int16_t>(static_cast<int>(std::max(x0, 0.0f)) / m_options.tileWidth),
            static_cast<int16_t>(static_cast<int>(std::max(y0, 0.0f)) / m_options.tileHeight),
            static_cast<int16_t>(static_cast<int>(std::min(x1, width - 1)) / m_options.tileWidth),
            static_cast<int16_t>(static_cast<int>(std::min(y1, height - 1)) / m_options.tileHeight)};
}

void PassList::addSheets(const Stage& stage, const Camera& camera, const Job& job) {
    const Projector projector = camera.projector();
    m_projected.resize(stage.sheets.size());
    parallelFor(job.threads, static_cast<int>(stage.sheets.size()), [&](int i) {
        const auto s = static_cast<size_t>(i);
        const Shape& sheet = stage.sheets[s];
        if (job.stopped() || (m_options.shadowsOnly && !stage.casts[s])) return;
        if (rectOf(projector, sheet.bounds).x0 > rectOf(projector, sheet.bounds).x1) return;
        auto& to = m_projected[s];
        to.resize(sheet.positions.size());
        for (size_t p = 0; p < to.size(); ++p) to[p] = projector(sheet.positions[p]);
    });
    if (job.stopped()) return;
    for (size_t s = 0; s < stage.sheets.size(); ++s) {
        if (m_projected[s].empty()) continue;
        const Shape& sheet = stage.sheets[s];
        for (const Shape::Cluster& cluster : sheet.clusters) {
            const Rect rect = rectOf(projector, cluster.bounds);
            if (rect.x0 > rect.x1) continue;
            m_items.push_back({&sheet, cluster.first, cluster.count, -1, m_projected[s].data(), -1e9f});
            m_rects.push_back(rect);
        }
    }
}

void PassList::addCopy(const Stage& stage, const Camera& camera, size_t index, std::vector<Item>& items,
                       std::vector<Rect>& rects) const {
    const Stage::Copy& copy = stage.copies[index];
    const Stage::Kind& kind = stage.kinds[copy.kind];
    const Projector projector = camera.projector(copy.placed);
    const Rect rect = rectOf(projector, kind.fine.bounds);
    if (rect.x0 > rect.x1) return;
    // Of a copy that reaches behind the eye the nearest part counts.
    const glm::vec3 middle = copy.placed((kind.fine.bounds.min + kind.fine.bounds.max) * 0.5f);
    const float away = glm::dot(camera.forward(), middle - camera.origin()) - kind.height * copy.placed.scale;
    const float q = camera.isPerspective() ? 1.0f / std::max(away, kNear) : 0.0f;
    const float pixels = kind.height * copy.placed.scale / camera.metresPerPixel(q);
    if (pixels < kNothingBelow) return;
    const Shape& shape = pixels > kFineAbove || kind.fine.faces() <= 24 ? kind.fine
                         : pixels > kCoarseAbove                        ? kind.coarse
                                                                        : kind.tiny;
    const Item item{&shape, 0, shape.faces(), static_cast<int32_t>(index), nullptr, copy.placed.position.y};
    if (shape.clusters.size() < 2 || (rect.x1 - rect.x0 + 1) * (rect.y1 - rect.y0 + 1) <= 6) {
        items.push_back(item);
        rects.push_back(rect);
        return;
    }
    for (const Shape::Cluster& cluster :
         shape.clusters) {  // large on the picture: cut up, so that no tile draws it all
        const Rect part = rectOf(projector, cluster.bounds);
        if (part.x0 > part.x1) continue;
        items.push_back(item);
        items.back().first = cluster.first;
        items.back().count = cluster.count;
        rects.push_back(part);
    }
}

void PassList::addCopies(const Stage& stage, const Camera& camera, const Job& job) {
    const int blocks = (static_cast<int>(stage.copies.size()) + kCopiesAtOnce - 1) / kCopiesAtOnce;
    std::vector<std::vector<Item>> items(static_cast<size_t>(blocks));
    std::vector<std::vector<Rect>> rects(static_cast<size_t>(blocks));
    parallelFor(job.threads, blocks, [&](int block) {
        if (job.stopped()) return;
        const auto b = static_cast<size_t>(block), first = b * kCopiesAtOnce;
        const size_t end = std::min(first + kCopiesAtOnce, stage.copies.size());
        for (size_t i = first; i < end; ++i) addCopy(stage, camera, i, items[b], rects[b]);
    });
    for (size_t b = 0; b < items.size(); ++b) {
        m_items.insert(m_items.end(), items[b].begin(), items[b].end());
        m_rects.insert(m_rects.end(), rects[b].begin(), rects[b].end());
    }
}

void PassList::bin() {
    m_starts.assign(static_cast<size_t>(m_columns) * static_cast<size_t>(m_rows) + 2, 0);
    const auto forTiles = [&](const Rect& rect, const auto& each) {
        for (int y = rect.y0; y <= rect.y1; ++y) {
            for (int x = rect.x0; x <= rect.x1; ++x)
                each(static_cast<size_t>(y) * static_cast<size_t>(m_columns) + static_cast<size_t>(x));
        }
    };
    for (const Rect& rect : m_rects) forTiles(rect, [&](size_t tile) { ++m_starts[tile + 2]; });
    for (size_t i = 2; i < m_starts.size(); ++i) m_starts[i] += m_starts[i - 1];
    m_binned.resize(m_starts.back());
    for (size_t i = 0; i < m_rects.size(); ++i) {
        forTiles(m_rects[i], [&](size_t tile) { m_binned[m_starts[tile + 1]++] = static_cast<uint32_t>(i); });
    }
}

}  // namespace sketchwalk::preview
