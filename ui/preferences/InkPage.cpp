#include "ui/preferences/InkPage.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/canvas/StrokeEdits.h"
#include "ui/panels/Icons.h"

namespace sketchwalk::ui {
namespace {

constexpr int kSide = 52;  // of a small picture

QIcon pictureOf(const sketch::Style& style, QColor ink, qreal ratio) {
    QPixmap picture(QSize(kSide, kSide) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double scale = (kSide - 6) / sketch::kStyleSide;
    Box box;
    for (const Polyline& stroke : style.strokes) {
        for (const Point& p : stroke) box.include(p);
    }
    const Point shift = Point(kSide, kSide) * 0.5 - box.centre() * scale;
    for (const Polyline& stroke : style.strokes) {
        QPolygonF line;
        for (const Point& p : stroke) line << QPointF(p.x * scale + shift.x, p.y * scale + shift.y);
        line.size() > 1 ? painter.drawPolyline(line) : painter.drawPoint(line.front());
    }
    return QIcon(picture);
}

}  // namespace

InkPage::InkPage(InkMemory* memory, QWidget* parent)
    : QWidget(parent),
      m_memory(memory),
      m_remember(new QCheckBox(tr("&Remember how I draw things"))),
      m_count(new QLabel),
      m_list(new QListWidget),
      m_forget(new QPushButton(tr("&Forget all of it"))) {
    setObjectName(QStringLiteral("InkPage"));
    setAccessibleName(tr("Ink"));
    m_remember->setObjectName(QStringLiteral("prefRememberInk"));
    m_remember->setToolTip(tr("When you correct what ink was read as, that drawing is remembered for all others"));
    auto* note =
        new QLabel(tr("What you correct is kept in a file on this computer and goes nowhere else. A drawing takes "
                      "those along that its "
                      "ink is read with, so that it becomes the same world everywhere."));
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    m_count->setObjectName(QStringLiteral("rememberedInk"));
    m_list->setObjectName(QStringLiteral("rememberedDrawings"));
    m_list->setAccessibleName(tr("Drawings that are remembered"));
    m_list->setToolTip(tr("What you corrected, and what it shows"));
    m_list->setViewMode(QListView::IconMode);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setIconSize(QSize(kSide, kSide));
    m_list->setGridSize(QSize(kSide + 44, kSide + 34));
    m_list->setWordWrap(true);
    m_forget->setObjectName(QStringLiteral("prefForgetInk"));
    m_forget->setIcon(icon(QStringLiteral("delete")));
    m_forget->setToolTip(tr("The file is removed; drawings stay as they are"));
    m_forget->setAutoDefault(false);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_remember);
    column->addWidget(note);
    column->addWidget(m_count);
    column->addWidget(m_list, 1);
    column->addWidget(m_forget, 0, Qt::AlignLeading);
    connect(m_remember, &QCheckBox::toggled, memory, &InkMemory::setWish);
    connect(m_forget, &QPushButton::clicked, memory, &InkMemory::forgetAll);
    connect(memory, &InkMemory::changed, this, &InkPage::showWhatIsKnown);
    showWhatIsKnown();
}

void InkPage::showWhatIsKnown() {
    m_remember->setChecked(m_memory->wish() == InkMemory::Wish::yes);
    const auto& all = m_memory->all();
    const int count = all ? static_cast<int>(all->size()) : 0;
    m_count->setText(count == 0 ? tr("Nothing is remembered.") : tr("%n drawings are remembered:", nullptr, count));
    m_list->clear();
    m_list->setVisible(count > 0);
    m_forget->setEnabled(count > 0);
    for (int i = count - 1; i >= 0; --i) {  // newest first
        const sketch::Style& style = (*all)[static_cast<size_t>(i)];
        QString name = style.shows == "ink"     ? tr("stays ink")
                       : style.shows == "label" ? tr("writing")
                                                : brushName(style.shows);
        if (!name.isEmpty()) name[0] = name[0].toUpper();
        new QListWidgetItem(pictureOf(style, palette().color(QPalette::Text), devicePixelRatioF()), name, m_list);
    }
}

}  // namespace sketchwalk::ui
