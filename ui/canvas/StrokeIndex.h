// Which strokes lie where: finds those of a tile or under the pen among tens of thousands, in drawing order. Follows
// the document change by change. Owned by the window's thread.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/document/History.h"
#include "ui/canvas/StrokePainter.h"

namespace sketchwalk::ui {

class StrokeIndex {
  public:
    void reset(const document::Document& document, const StrokePainter& painter);
    // `document` as it is after the change.
    void apply(const document::Change& change, const document::Document& document, const StrokePainter& painter);

    // Those whose picture may touch the box, in the document's order.
    std::vector<document::DrawnPtr> touching(const Box& metres) const;
    document::DrawnPtr find(int64_t stroke) const;  // null where unknown
    size_t size() const { return m_order.size(); }
    // What a stroke's picture covers at a large scale; an empty box where unknown.
    Box boxOf(int64_t stroke) const;

  private:
    struct Slot {
        document::DrawnPtr drawn;
        Box box;
        uint64_t cell = 0;
        size_t position = 0;
    };
    Slot* add(const document::DrawnPtr& drawn, const StrokePainter& painter);
    void forget(Slot* slot);

    std::unordered_map<int64_t, Slot> m_slots;  // by stroke; slots stay where they are
    std::vector<Slot*> m_order;
    std::unordered_map<uint64_t, std::vector<Slot*>> m_cells;
};

}  // namespace sketchwalk::ui
