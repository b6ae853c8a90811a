#include "ui/canvas/StrokeIndex.h"

#include <algorithm>
#include <cmath>

namespace sketchwalk::ui {
namespace {

// Squares of 16 m, 64 m, 256 m...: a stroke lies in the one square that holds its middle, of the first size that is as
// large as the stroke. So it reaches at most half a square beyond it.
constexpr int kLevels = 6;
double sideOf(int level) {
    return 16.0 * std::pow(4.0, level);
}

int levelOf(const Box& box) {
    const double size = std::max(box.size().x, box.size().y);
    int level = 0;
    while (level + 1 < kLevels && sideOf(level) < size) ++level;
    return level;
}

uint64_t cellOf(int level, int64_t x, int64_t y) {
    return (static_cast<uint64_t>(level) << 60) | ((static_cast<uint64_t>(x) & 0x3fffffff) << 30) |
           (static_cast<uint64_t>(y) & 0x3fffffff);
}

int64_t columnOf(double metres, double side) {
    return static_cast<int64_t>(std::floor(std::clamp(metres, -1e6, 1e6) / side));
}

}  // namespace

void StrokeIndex::reset(const document::Document& document, const StrokePainter& painter) {
    m_cells.clear();
    m_order.clear();
    m_slots.clear();
    m_slots.reserve(document.strokes.size());
    m_order.reserve(document.strokes.size());
    for (const document::DrawnPtr& drawn : document.strokes) {
        m_order.push_back(add(drawn, painter));
        m_order.back()->position = m_order.size() - 1;
    }
}

void StrokeIndex::apply(const document::Change& change, const document::Document& document,
                        const StrokePainter& painter) {
    for (auto splice = change.splices.rbegin(); splice != change.splices.rend(); ++splice) {
        if (splice->at + splice->removed.size() > m_order.size()) {
            reset(document, painter);
            return;
        }
    }
    // The most frequent change: nothing that was there moves.
    if (change.splices.size() == 1 && change.splices[0].at == m_order.size()) {
        for (const document::DrawnPtr& drawn : change.splices[0].inserted) {
            m_order.push_back(add(drawn, painter));
            m_order.back()->position = m_order.size() - 1;
        }
        return;
    }
    // Two passes, since a stroke may leave one place and come back in another; each linear, however many the splices.
    for (const document::Splice& splice : change.splices) {
        for (size_t i = splice.at; i < splice.at + splice.removed.size(); ++i) forget(m_order[i]);
    }
    std::vector<Slot*> next;
    next.reserve(document.strokes.size());
    size_t from = 0;
    const auto keepUpTo = [&](size_t at) {
        next.insert(next.end(), m_order.begin() + static_cast<std::ptrdiff_t>(from),
                    m_order.begin() + static_cast<std::ptrdiff_t>(at));
    };
    for (const document::Splice& splice : change.splices) {
        keepUpTo(splice.at);
        for (const document::DrawnPtr& drawn : splice.inserted) next.push_back(add(drawn, painter));
        from = splice.at + splice.removed.size();
    }
    keepUpTo(m_order.size());
    m_order = std::move(next);
    for (size_t i = 0; i < m_order.size(); ++i) m_order[i]->position = i;
}

StrokeIndex::Slot* StrokeIndex::add(const document::DrawnPtr& drawn, const StrokePainter& painter) {
    Slot& slot = m_slots[drawn->stroke.id];
    slot.drawn = drawn;
    slot.box = painter.reach(drawn->stroke, 1e6);
    const int level = levelOf(slot.box);
    const Point middle = slot.box.centre();
    slot.cell = cellOf(level, columnOf(middle.x, sideOf(level)), columnOf(middle.y, sideOf(level)));
    m_cells[slot.cell].push_back(&slot);
    return &slot;
}

void StrokeIndex::forget(Slot* slot) {
    std::vector<Slot*>& cell = m_cells[slot->cell];
    if (const auto found = std::find(cell.begin(), cell.end(), slot); found != cell.end()) {
        *found = cell.back();
        cell.pop_back();
    }
    m_slots.erase(slot->drawn->stroke.id);
}

std::vector<document::DrawnPtr> StrokeIndex::touching(const Box& metres) const {
    std::vector<std::pair<size_t, const Slot*>> found;  // by position, so that sorting looks at nothing else
    const auto look = [&](const std::vector<Slot*>& cell) {
        for (const Slot* slot : cell) {
            if (slot->box.overlaps(metres)) found.emplace_back(slot->position, slot);
        }
    };
    for (int level = 0; level < kLevels; ++level) {
        const double side = sideOf(level);
        // The largest squares hold strokes larger than themselves too.
        const double reach = level + 1 == kLevels ? 1e6 : side / 2 + 1;
        const int64_t x0 = columnOf(metres.min.x - reach, side), x1 = columnOf(metres.max.x + reach, side);
        const int64_t y0 = columnOf(metres.min.y - reach, side), y1 = columnOf(metres.max.y + reach, side);
        if (static_cast<double>(x1 - x0 + 1) * static_cast<double>(y1 - y0 + 1) > static_cast<double>(m_cells.size())) {
            for (const auto& [key, cell] : m_cells) {
                if (static_cast<int>(key >> 60) == level) look(cell);
            }
            continue;
        }
        for (int64_t y = y0; y <= y1; ++y) {
            for (int64_t x = x0; x <= x1; ++x) {
                if (const auto cell = m_cells.find(cellOf(level, x, y)); cell != m_cells.end()) look(cell->second);
            }
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<document::DrawnPtr> out;
    out.reserve(found.size());
    for (const auto& [position, slot] : found) out.push_back(slot->drawn);
    return out;
}

document::DrawnPtr StrokeIndex::find(int64_t stroke) const {
    const auto found = m_slots.find(stroke);
    return found == m_slots.end() ? nullptr : found->second.drawn;
}

Box StrokeIndex::boxOf(int64_t stroke) const {
    const auto found = m_slots.find(stroke);
    return found == m_slots.end() ? Box() : found->second.box;
}

}  // namespace sketchwalk::ui
