#include "ui/panels/FlowLayout.h"

#include <QWidget>

namespace sketchwalk::ui {

FlowLayout::FlowLayout(int gap, QWidget* parent) : QLayout(parent), m_gap(gap) {
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.append(item);
}

QLayoutItem* FlowLayout::takeAt(int index) {
    return index >= 0 && index < count() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const {
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items) {
        if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
    }
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

QSize FlowLayout::sizeHint() const {
    int width = 0, height = 0;
    for (const QLayoutItem* item : m_items) {
        if (item->isEmpty()) continue;
        width += item->sizeHint().width() + (width > 0 ? m_gap : 0);
        height = qMax(height, item->sizeHint().height());
    }
    const QMargins margins = contentsMargins();
    return QSize(width, height) + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::cellWidth(int width) const {
    int least = 1;
    for (const QLayoutItem* item : m_items) {
        if (item->isEmpty()) continue;
        least = qMax(least, item->minimumSize().width());
    }
    const int columns = qMax(1, (width + m_gap) / (least + m_gap));
    return qMax(least, (width + m_gap) / columns - m_gap);
}

int FlowLayout::arrange(const QRect& rect, bool move) const {
    const QRect inside = rect.marginsRemoved(contentsMargins());
    const bool mirrored = parentWidget() != nullptr && parentWidget()->layoutDirection() == Qt::RightToLeft;
    const int cell = m_columns ? cellWidth(inside.width()) : 0;
    int x = inside.left(), y = inside.top();
    QList<std::pair<QLayoutItem*, QRect>> row;
    int rowHeight = 0;
    const auto finishRow = [&] {
        for (auto& [item, place] : row) {
            place.moveTop(y + (rowHeight - place.height()) / 2);
            if (mirrored) place.moveRight(inside.left() + inside.right() - place.left());
            if (move) item->setGeometry(place);
        }
        row.clear();
    };
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty()) continue;
        QSize size = item->sizeHint();
        if (m_columns) size.setWidth(cell);
        if (!row.isEmpty() && x + size.width() > inside.right() + 1) {
            finishRow();
            y += rowHeight + m_gap;
            x = inside.left();
            rowHeight = 0;
        }
        row.append({item, QRect(QPoint(x, y), size)});
        x += size.width() + m_gap;
        rowHeight = qMax(rowHeight, size.height());
    }
    finishRow();
    const QMargins margins = contentsMargins();
    return y + rowHeight - inside.top() + margins.top() + margins.bottom();
}

}  // namespace sketchwalk::ui
