#include "ui/panels/HistoryPanel.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/panels/HistoryModel.h"
#include "ui/panels/Icons.h"

namespace sketchwalk::ui {

namespace {

constexpr int kStepRow = 42, kPictureWide = 48, kPictureHigh = 36;

class StepDelegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {160, kStepRow}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem row = option;
        initStyleOption(&row, index);
        const QString label = row.text;
        row.text.clear();
        row.widget->style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

        const bool undone = index.data(HistoryModel::undoneRole).toBool();
        const bool selected = (option.state & QStyle::State_Selected) != 0;
        painter->save();
        if (undone) painter->setOpacity(0.45);
        const QRect frame(option.rect.left() + 4, option.rect.top() + (kStepRow - kPictureHigh) / 2, kPictureWide,
                          kPictureHigh);
        paintPicture(painter, frame, option, index, selected);
        const QRect words(frame.right() + 8, option.rect.top() + 3, option.rect.right() - frame.right() - 12,
                          kStepRow - 6);
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
        const QRect upper(words.left(), words.top(), words.width(), words.height() / 2);
        painter->drawText(upper, Qt::AlignLeading | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(label, Qt::ElideRight, upper.width()));
        QFont small = option.font;
        small.setPointSizeF(small.pointSizeF() * 0.85);
        painter->setFont(small);
        painter->setOpacity(painter->opacity() * 0.7);
        painter->drawText(upper.translated(0, upper.height()), Qt::AlignLeading | Qt::AlignVCenter,
                          index.data(HistoryModel::timeRole).toString());
        painter->restore();
    }

  private:
    static void paintPicture(QPainter* painter, const QRect& frame, const QStyleOptionViewItem& option,
                             const QModelIndex& index, bool selected) {
        const auto* model = qobject_cast<const HistoryModel*>(index.model());
        const qreal ratio = painter->device()->devicePixelRatioF();
        const QImage picture = model != nullptr ? model->picture(index.row(), frame.size() * ratio) : QImage();
        QColor paper = option.palette.color(QPalette::AlternateBase);
        if (selected) paper = option.palette.color(QPalette::Base);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(paper);
        painter->drawRoundedRect(frame, 3, 3);
        if (!picture.isNull()) {
            painter->drawImage(frame, picture);
            return;
        }
        const QRect middle(frame.center() - QPoint(10, 10), QSize(22, 22));
        icon(index.row() == 0 ? QStringLiteral("new") : QStringLiteral("settings")).paint(painter, middle);
    }
};

}  // namespace

HistoryPanel::HistoryPanel(Drawing* drawing, QWidget* parent)
    : QWidget(parent), m_drawing(drawing), m_model(new HistoryModel(drawing, this)), m_list(new QListView) {
    setObjectName(QStringLiteral("HistoryPanel"));
    setAccessibleName(tr("History"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->addWidget(m_list, 1);
    m_list->setObjectName(QStringLiteral("history"));
    m_list->setAccessibleName(tr("Steps, oldest first"));
    m_list->setToolTip(tr("Choose a step to go back, or forward, to it"));
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new StepDelegate(m_list));
    m_list->setModel(m_model);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (!m_following && index.isValid()) goTo(index.row());
    });
    connect(drawing, &Drawing::reset, this, [this] {
        m_following = true;
        m_model->restart();
        m_following = false;
    });
    connect(drawing, &Drawing::historyChanged, this, &HistoryPanel::follow);
    follow();
}

void HistoryPanel::setPainter(Painter painter) {
    m_model->setPainter(std::move(painter));
}

void HistoryPanel::follow() {
    if (m_following) return;
    m_following = true;
    m_model->refresh();
    const QModelIndex current = m_model->index(static_cast<int>(m_drawing->history().position()));
    m_list->setCurrentIndex(current);
    m_list->scrollTo(current);
    m_following = false;
}

void HistoryPanel::goTo(int row) {
    m_drawing->moveTo(static_cast<size_t>(row));
}

}  // namespace sketchwalk::ui
