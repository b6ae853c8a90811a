#include "ui/model/Tally.h"

#include <utility>

namespace sketchwalk::ui {

Tally::Tally(Drawing* drawing, KindOf kindOf, QObject* parent)
    : QObject(parent), m_drawing(drawing), m_kindOf(std::move(kindOf)) {
    connect(drawing, &Drawing::changed, this, &Tally::follow);
    connect(drawing, &Drawing::reset, this, &Tally::recount);
    recount();
}

int Tally::of(int64_t kind) const {
    const auto found = m_counts.find(kind);
    return found == m_counts.end() ? 0 : found->second;
}

void Tally::recount() {
    m_counts.clear();
    for (const document::DrawnPtr& drawn : m_drawing->document().strokes) ++m_counts[m_kindOf(*drawn)];
}

void Tally::follow(const document::Change& change) {
    if (change.after && change.before->extent != change.after->extent) {
        recount();
        return;
    }
    for (const document::Splice& splice : change.splices) {
        for (const document::DrawnPtr& drawn : splice.removed) --m_counts[m_kindOf(*drawn)];
        for (const document::DrawnPtr& drawn : splice.inserted) ++m_counts[m_kindOf(*drawn)];
    }
}

}  // namespace sketchwalk::ui
