#include "core/terrain/Relief.h"

#include <algorithm>
#include <string_view>

#include "core/base/Hash.h"
#include "core/base/Memo.h"
#include "core/base/Parallel.h"
#include "core/layout/LayoutHash.h"

namespace sketchwalk::terrain {

namespace {

bool digs(std::string_view id) {
    return id == "valley" || id == "basin";
}

double wish(const std::vector<std::string>& qualities) {
    double factor = 1;
    for (const std::string& word : qualities) {
        if (word == "tall" || word == "high" || word == "big" || word == "huge" || word == "steep" || word == "deep")
            factor = std::max(factor, 1.3);
        if (word == "small" || word == "low" || word == "little" || word == "gentle" || word == "shallow")
            factor = std::min(factor, 0.7);
    }
    return factor;
}

// Blends pieces that rise: the greater counts, rounded where they meet; nothing changes where either is absent.
float together(float a, float b) {
    return smoothMax(a, b, std::min({std::min(a, b) * 2, 6.0f}));
}

void blend(Grid<float>& up, Grid<float>& down, const NodeBox& all, const Lift& piece, bool crowns, int threads) {
    if (piece.box.empty()) return;
    parallelRows(threads, piece.box.height(), [&](int y) {
        const float* from = piece.metres.row(y);
        float* rise = up.row(piece.box.y0 + y - all.y0) + (piece.box.x0 - all.x0);
        float* dig = down.row(piece.box.y0 + y - all.y0) + (piece.box.x0 - all.x0);
        for (int x = 0; x < piece.box.width(); ++x) {
            const float lift = from[x];
            if (lift < 0) dig[x] = -together(-dig[x], -lift);
            // A summit set on a mountain adds to it, for else it would vanish inside.
            if (lift > 0) rise[x] = crowns ? std::max(lift, rise[x] + 0.5f * lift) : together(rise[x], lift);
        }
    });
}

// Whether most of an outline runs along or through a drawn sea.
bool liesInSea(const Polygon& drawn, const layout::Layout& layout, double spacing) {
    const Polygon shape = usable(drawn);
    if (shape.outer.empty()) return false;
    std::vector<Polygon> seas;
    for (const layout::Region& region : layout.regions) {
        if (region.id == "sea") seas.push_back(usable(region.shape));
    }
    const size_t stride = std::max<size_t>(1, shape.outer.size() / 48);
    size_t asked = 0, beside = 0;
    for (size_t i = 0; i < shape.outer.size(); i += stride, ++asked) {
        const Point p = shape.outer[i];
        beside += std::any_of(seas.begin(), seas.end(), [&](const Polygon& sea) {
            if (sea.outer.empty()) return false;
            double nearest = nearestOnRing(sea.outer, p).distance;
            for (const Ring& hole : sea.holes) nearest = std::min(nearest, nearestOnRing(hole, p).distance);
            return nearest < 4 + 2 * spacing || contains(sea, p);
        });
    }
    return 2 * beside > asked;
}

void mark(Grid<uint8_t>& marks, const Lift& piece, bool hollow) {
    if (piece.box.empty() || !(hollow || !piece.ownShore.empty())) return;
    for (int y = 0; y < piece.box.height(); ++y) {
        for (int x = 0; x < piece.box.width(); ++x) {
            uint8_t& node = marks(piece.box.x0 + x, piece.box.y0 + y);
            if (hollow && piece.metres(x, y) < -0.02f) node |= kHollow;
            if (!hollow && piece.ownShore(x, y)) node |= kOwnShore;
        }
    }
}

}  // namespace

double heightOf(const ReliefTask& task, double diameter) {
    const catalogue::ReliefShape& shape = task.shape;
    const double share = shape.heightPerWidth > 0 ? shape.heightPerWidth : 0.15;
    const double most = shape.maxHeight > 0 ? shape.maxHeight : 100;
    // What is very wide grows less in height, as real ranges do.
    const double width = diameter <= 300 ? diameter : 300 + (diameter - 300) * 0.35;
    return std::clamp(share * width, std::min(shape.minHeight, most), most) * wish(task.drawn.qualities);
}

Lifts shapeReliefs(const Grid<float>& base, const layout::Layout& layout, const Frame& frame,
                   const catalogue::Catalogue& catalogue, uint64_t setting, const Job& job) {
    Lifts lifts;
    for (const layout::Relief& relief : layout.reliefs) lifts.emplace_back(&relief, nullptr);
    std::stable_sort(lifts.begin(), lifts.end(),
                     [](const auto& a, const auto& b) { return a.first->order < b.first->order; });
    parallelFor(job.threads, static_cast<int>(lifts.size()), [&](int i) {
        auto& [relief, lift] = lifts[static_cast<size_t>(i)];
        const layout::Relief& drawn = *relief;
        const catalogue::Entry* entry = catalogue.find(drawn.id);
        if (job.stopped()) return;
        const ReliefTask task{drawn,
                              entry ? entry->relief : catalogue::ReliefShape{},
                              frame,
                              base,
                              randomBits(layout.seed, "relief", static_cast<uint64_t>(drawn.stroke)),
                              drawn.id == "island" && liesInSea(drawn.shape, layout, frame.spacing),
                              lifts.size() == 1 ? job.threads : 1};
        const uint64_t read = combine(combine(setting, layout::hashOf(drawn)), task.inSea ? 1 : 0);
        lift = memoised(job, "relief", read,
                        [&] { return drawn.id == "plateau" || drawn.id == "cliff" ? scarp(task) : massif(task, job); });
    });
    return lifts;
}

void raiseReliefs(Grid<float>& height, Grid<uint8_t>& marks, const Lifts& lifts, const Frame& frame, int threads) {
    NodeBox all{frame.nodesX(), frame.nodesY(), -1, -1};
    for (const auto& [drawn, piece] : lifts) {
        if (piece->box.empty()) continue;
        all = {std::min(all.x0, piece->box.x0), std::min(all.y0, piece->box.y0), std::max(all.x1, piece->box.x1),
               std::max(all.y1, piece->box.y1)};
    }
    if (all.empty()) return;
    Grid<float> up(all.width(), all.height()), down(all.width(), all.height());
    // Peaks come last: they crown what is there.
    for (const bool crowns : {false, true}) {
        for (const auto& [drawn, piece] : lifts) {
            if ((drawn->id == "peak") == crowns) blend(up, down, all, *piece, crowns, threads);
        }
    }
    for (const auto& [drawn, piece] : lifts) mark(marks, *piece, digs(drawn->id));
    parallelRows(threads, all.height(), [&](int y) {
        float* to = height.row(all.y0 + y) + all.x0;
        for (int x = 0; x < all.width(); ++x) to[x] += up(x, y) + down(x, y);
    });
}

}  // namespace sketchwalk::terrain
