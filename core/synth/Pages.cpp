#include "core/synth/Pages.h"

#include <algorithm>
#include <cmath>

#include "core/base/Hash.h"
#include "core/base/Trig.h"

namespace sketchwalk::synth {
namespace {

constexpr double kPageCell = 100, kLargestShare = 0.85;  // of a cell

double normal(uint64_t seed, uint64_t id) {  // sum of uniforms, unit variance
    double sum = 0;
    for (uint64_t i = 0; i < 4; ++i) sum += randomUnit(seed, "normal", id, i);
    return (sum - 2) * std::sqrt(3.0);
}

// Cells in reading order, as many as there are drawings.
std::vector<Point> cellsFor(size_t count, uint64_t seed, double occupied) {
    const auto wanted = static_cast<size_t>(static_cast<double>(count) / std::clamp(occupied, 0.1, 1.0));
    size_t side = 1;
    while (side * side < std::max(count, wanted)) ++side;
    std::vector<std::pair<uint64_t, size_t>> order;
    for (size_t i = 0; i < side * side; ++i) order.emplace_back(randomBits(seed, "cell", i), i);
    std::sort(order.begin(), order.end());
    order.resize(count);
    std::vector<size_t> chosen;
    for (const auto& [rank, cell] : order) chosen.push_back(cell);
    std::sort(chosen.begin(), chosen.end());
    std::vector<Point> cells;
    for (size_t cell : chosen) cells.push_back(Point{(cell % side) * kPageCell, (cell / side) * kPageCell});
    return cells;
}

void place(Strokes& strokes, Point cell, uint64_t seed, uint64_t number, const PageStyle& style) {
    Box box;
    for (const Polyline& stroke : strokes) {
        for (Point p : stroke) box.include(p);
    }
    const double share =
        std::clamp(style.fill * exact::pow(2, style.spread * normal(seed, number)), 0.12, kLargestShare);
    const double scale = share * kPageCell / std::max({box.size().x, box.size().y, 1e-9});
    const Point room = (Point{kPageCell, kPageCell} - box.size() * scale) * 0.5;
    const Point shift{(2 * randomUnit(seed, "x", number) - 1) * room.x * 0.7,
                      (2 * randomUnit(seed, "y", number) - 1) * room.y * 0.7};
    const Point to = cell + Point{kPageCell / 2, kPageCell / 2} + shift;
    for (Polyline& stroke : strokes) {
        for (Point& p : stroke) p = to + (p - box.centre()) * scale;
    }
}

}  // namespace

PageStyle pageStyle(uint64_t seed) {
    PageStyle style;
    style.spread = 0.6 * randomUnit(seed, "spread");
    style.fill = 0.5 + 0.25 * randomUnit(seed, "fill");
    style.occupied = 0.55 + 0.45 * randomUnit(seed, "occupied");
    style.interleaved = randomUnit(seed, "interleaved");
    return style;
}

Page composePage(const std::vector<PageDrawing>& drawings, uint64_t seed, const PageStyle& style) {
    Page page;
    const std::vector<Point> cells = cellsFor(drawings.size(), seed, style.occupied);
    std::vector<Strokes> placed;
    for (size_t i = 0; i < drawings.size(); ++i) {
        placed.push_back(drawings[i].strokes);
        place(placed.back(), cells[i], seed, i, style);
        page.things.push_back({drawings[i].symbol, {}});
    }
    const auto draw = [&](size_t thing, size_t stroke) {
        page.things[thing].strokes.push_back(static_cast<int>(page.strokes.size()));
        page.strokes.push_back(placed[thing][stroke]);
    };
    for (size_t i = 0; i < placed.size(); ++i) {
        const bool turns = i + 1 < placed.size() && randomUnit(seed, "turns", i) < style.interleaved;
        size_t mine = 0, others = 0;
        while (turns && mine < placed[i].size() && others < placed[i + 1].size()) {
            if (randomUnit(seed, "whose", i, mine + others) < 0.5) {
                draw(i, mine++);
            } else {
                draw(i + 1, others++);
            }
        }
        while (mine < placed[i].size()) draw(i, mine++);
        if (!turns) continue;
        ++i;
        while (others < placed[i].size()) draw(i, others++);
    }
    return page;
}

}  // namespace sketchwalk::synth
