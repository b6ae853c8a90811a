#include "core/print/Walls.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "core/base/Parallel.h"

namespace sketchwalk::print {
namespace {

constexpr double kLeastJump = 0.25;  // millimetres

// One cell with its corners counter-clockwise from the north-west, and its sides, each from one corner to the next.
struct Cell {
    struct Side {
        bool jump = false;
        Corner from, to;  // on the wall: at the height of the corner it starts at, and ends at
    };
    std::array<Corner, 4> corners;
    std::array<Side, 4> sides;
};

Corner onSide(const Corner& a, const Corner& b, int at, int32_t z) {
    return {a.x + (b.x - a.x) * at / kParts, a.y + (b.y - a.y) * at / kParts, z};
}

// The parts of a cell between its walls. Part p ends with the wall on side `wall[p]`; the next part starts behind it.
struct Parts {
    int count = 1;
    std::array<int, 4> of{};          // per corner
    std::array<int32_t, 4> height{};  // per part, at the cell's middle
    Corner middle;                    // but for the height
    Corner at(int part) const { return {middle.x, middle.y, height[static_cast<size_t>(part)]}; }
};

Parts partsOf(const Cell& cell) {
    Parts parts;
    size_t first = 0;
    while (!cell.sides[first].jump) ++first;
    int part = -1;
    std::array<int64_t, 4> sum{}, count{};
    int64_t x = 0, y = 0, jumps = 0;
    for (size_t i = 0; i < 4; ++i) {
        const size_t side = (first + i) % 4, corner = (side + 1) % 4;
        if (cell.sides[side].jump) {
            ++part;
            ++jumps;
            x += cell.sides[side].from.x;
            y += cell.sides[side].from.y;
        }
        parts.of[corner] = part;
    }
    parts.count = part + 1;
    for (size_t side = 0; side < 4; ++side) {
        if (!cell.sides[side].jump) continue;
        const auto behind = static_cast<size_t>(parts.of[side]), ahead = static_cast<size_t>(parts.of[(side + 1) % 4]);
        sum[behind] += cell.sides[side].from.z;
        sum[ahead] += cell.sides[side].to.z;
        ++count[behind];
        ++count[ahead];
    }
    for (size_t p = 0; p < static_cast<size_t>(parts.count); ++p)
        parts.height[p] = static_cast<int32_t>(sum[p] / count[p]);
    if (jumps == 1) {  // the wall ends in the cell's middle
        parts.middle = {cell.corners[0].x + kParts / 2, cell.corners[0].y + kParts / 2, 0};
    } else {
        parts.middle = {static_cast<int32_t>(x / jumps), static_cast<int32_t>(y / jumps), 0};
    }
    return parts;
}

// Four parts of which two opposite ones are higher than both others: their walls would cross in the middle.
bool isSaddle(const Parts& parts) {
    if (parts.count < 4) return false;
    int turns = 0, last = 0, first = 0;
    for (size_t i = 0; i < 4; ++i) {
        const int32_t rise = parts.height[(i + 1) % 4] - parts.height[i];
        const int sign = (rise > 0) - (rise < 0);
        if (sign == 0) continue;
        if (first == 0) first = sign;
        if (last != 0 && sign != last) ++turns;
        last = sign;
    }
    if (last != 0 && first != last) ++turns;
    return turns > 2;
}

// The two higher corners are cut off; the others stay joined across the middle.
void cutSaddle(const Cell& cell, const Parts& parts, std::vector<Facet>& out) {
    const auto height = [&](size_t corner) { return parts.height[static_cast<size_t>(parts.of[corner])]; };
    const size_t high = height(0) > height(1) ? 0 : 1;
    for (const size_t k : {high, high + 2}) {
        const Cell::Side &before = cell.sides[(k + 3) % 4], &after = cell.sides[k % 4];
        out.push_back({before.to, cell.corners[k % 4], after.from});
        out.push_back({before.to, after.from, after.to});
        out.push_back({before.to, after.to, before.from});
    }
    const std::array<Corner, 6> between{cell.sides[high].to,          cell.corners[high + 1],
                                        cell.sides[high + 1].from,    cell.sides[(high + 2) % 4].to,
                                        cell.corners[(high + 3) % 4], cell.sides[(high + 3) % 4].from};
    for (size_t i = 1; i + 1 < between.size(); ++i) out.push_back({between[0], between[i], between[i + 1]});
}

void cutParts(const Cell& cell, const Parts& parts, std::vector<Facet>& out) {
    std::vector<int32_t> levels(parts.height.begin(), parts.height.begin() + parts.count);
    std::sort(levels.begin(), levels.end());
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    for (size_t i = 0; i < 4; ++i) {
        const Corner &a = cell.corners[i], &b = cell.corners[(i + 1) % 4];
        const Corner atA = parts.at(parts.of[i]), atB = parts.at(parts.of[(i + 1) % 4]);
        const Cell::Side& side = cell.sides[i];
        if (!side.jump) {
            out.push_back({a, b, atA});
            continue;
        }
        out.push_back({a, side.from, atA});
        out.push_back({side.to, b, atB});
        // The wall's end in the middle passes every level between, since other walls end there too.
        std::vector<Corner> end{atB};
        if (atB.z < atA.z) {
            for (const int32_t z : levels) {
                if (z > atB.z && z < atA.z) end.push_back({atA.x, atA.y, z});
            }
        } else {
            for (auto z = levels.rbegin(); z != levels.rend(); ++z) {
                if (*z<atB.z&& * z> atA.z) end.push_back({atA.x, atA.y, *z});
            }
        }
        if (atA.z != atB.z) end.push_back(atA);
        out.push_back({side.from, side.to, end.front()});
        for (size_t k = 0; k + 1 < end.size(); ++k) out.push_back({side.from, end[k], end[k + 1]});
    }
}

}  // namespace

Walls::Walls(const Heights& heights, const Plate& plate, int threads)
    : m_heights(heights),
      m_least(static_cast<int32_t>(std::ceil(kLeastJump / heights.step))),
      m_across(plate.columns, plate.rows + 1),
      m_down(plate.columns + 1, plate.rows),
      m_cells(plate.columns, plate.rows, 0) {
    const Grid<uint16_t>& steps = heights.steps;
    parallelRows(threads, plate.rows + 1, [&](int y) {
        for (int x = 0; x <= plate.columns; ++x) {
            std::array<int32_t, kFine + 1> samples{};
            if (x < plate.columns && y > 0 && y < plate.rows) {
                for (int k = 0; k <= kFine; ++k) samples[static_cast<size_t>(k)] = steps(x * kFine + k, y * kFine);
                m_across(x, y) = jump(samples);
            }
            if (y < plate.rows && x > 0 && x < plate.columns) {
                for (int k = 0; k <= kFine; ++k) samples[static_cast<size_t>(k)] = steps(x * kFine, y * kFine + k);
                m_down(x, y) = jump(samples);
            }
        }
    });
    parallelRows(threads, plate.rows, [&](int y) {
        for (int x = 0; x < plate.columns; ++x) {
            m_cells(x, y) =
                m_across(x, y).there || m_across(x, y + 1).there || m_down(x, y).there || m_down(x + 1, y).there;
        }
    });
}

// A wall where one step between samples makes at least half of the whole difference.
Jump Walls::jump(const std::array<int32_t, kFine + 1>& samples) const {
    const int32_t whole = samples.back() - samples.front();
    if (std::abs(whole) < m_least) return {};
    int steepest = 0;
    for (int k = 1; k < kFine; ++k) {
        const auto i = static_cast<size_t>(k), j = static_cast<size_t>(steepest);
        if (std::abs(samples[i + 1] - samples[i]) > std::abs(samples[j + 1] - samples[j])) steepest = k;
    }
    const int32_t first = samples[static_cast<size_t>(steepest)], second = samples[static_cast<size_t>(steepest) + 1];
    if ((second > first) != (whole > 0) || 2 * std::abs(second - first) < std::abs(whole)) return {};
    return {true, kParts / kFine * steepest + kParts / kFine / 2, first, second};
}

void Walls::cut(int x, int y, std::vector<Facet>& out) const {
    Cell cell;
    const auto corner = [&](int cx, int cy) { return Corner{cx * kParts, cy * kParts, height(cx, cy)}; };
    cell.corners = {corner(x, y), corner(x, y + 1), corner(x + 1, y + 1), corner(x + 1, y)};
    const std::array<std::pair<const Jump*, bool>, 4> jumps{
        {{&m_down(x, y), true}, {&m_across(x, y + 1), true}, {&m_down(x + 1, y), false}, {&m_across(x, y), false}}};
    for (size_t i = 0; i < 4; ++i) {
        const auto& [jump, along] = jumps[i];
        if (!jump->there) continue;
        const Corner &a = cell.corners[i], &b = cell.corners[(i + 1) % 4];
        const int at = along ? jump->at : kParts - jump->at;
        cell.sides[i] = {true, onSide(a, b, at, along ? jump->first : jump->second),
                         onSide(a, b, at, along ? jump->second : jump->first)};
    }
    const Parts parts = partsOf(cell);
    if (isSaddle(parts)) {
        cutSaddle(cell, parts, out);
    } else {
        cutParts(cell, parts, out);
    }
}

}  // namespace sketchwalk::print
