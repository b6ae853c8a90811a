#include "ui/panels/PictureList.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QWheelEvent>

#include "ui/panels/Icons.h"

namespace sketchwalk::ui {

namespace {
constexpr int kPictureRole = Qt::UserRole + 1, kPaleRole = Qt::UserRole + 2;
}

PictureList::PictureList(QSize picture, QWidget* parent) : QListWidget(parent), m_picture(picture) {
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setIconSize(picture);
    setGridSize(QSize(picture.width() + 16, picture.height() + fontMetrics().lineSpacing() + 20));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideMiddle);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem* item) { Q_EMIT chosen(pathOf(item)); });
}

QListWidgetItem* PictureList::addCard(const QString& title, const QPixmap& picture, const QString& toolTip,
                                      const QString& path) {
    auto* item = new QListWidgetItem(title, this);
    item->setToolTip(toolTip);
    item->setData(Qt::UserRole, path);
    item->setData(Qt::AccessibleTextRole, title);
    item->setTextAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setPicture(item, picture);
    return item;
}

void PictureList::setPicture(QListWidgetItem* item, const QPixmap& picture, bool pale) {
    item->setData(kPictureRole, picture);
    item->setData(kPaleRole, pale);
    paintCard(item);
}

void PictureList::paintCard(QListWidgetItem* item) {
    const auto picture = item->data(kPictureRole).value<QPixmap>();
    const qreal ratio = devicePixelRatioF();
    QPixmap card(m_picture * ratio);
    card.setDevicePixelRatio(ratio);
    card.fill(Qt::transparent);
    QPainter painter(&card);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath frame;
    frame.addRoundedRect(QRectF(QPointF(0, 0), QSizeF(m_picture)), 6, 6);
    painter.fillPath(frame, palette().color(QPalette::AlternateBase));
    painter.setClipPath(frame);
    if (item->data(kPaleRole).toBool()) painter.setOpacity(0.4);
    if (picture.isNull()) {
        const QSize size(56, 56);
        painter.setOpacity(painter.opacity() * 0.5);
        icon(QStringLiteral("map"))
            .paint(&painter, QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, size, QRect(QPoint(), m_picture)));
    } else {  // fills the card; what stands over is cut
        const QSizeF size = QSizeF(picture.size()).scaled(QSizeF(m_picture), Qt::KeepAspectRatioByExpanding);
        const QPointF corner((m_picture.width() - size.width()) / 2, (m_picture.height() - size.height()) / 2);
        painter.drawPixmap(QRectF(corner, size), picture, QRectF(picture.rect()));
    }
    painter.end();
    QIcon face(card);
    face.addPixmap(card, QIcon::Selected);  // no tint over the picture: the frame around it says that it is chosen
    item->setIcon(face);
}

void PictureList::changeEvent(QEvent* event) {
    QListWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    for (int row = 0; row < count(); ++row) paintCard(item(row));
}

void PictureList::fit() {
    const int columns = qMax(1, viewport()->width() / gridSize().width());
    const int rows = (count() + columns - 1) / columns;
    setFixedHeight(qMax(1, rows) * gridSize().height() + 4);
}

void PictureList::keyPressEvent(QKeyEvent* event) {
    const QListWidgetItem* item = currentItem();
    if (item != nullptr &&
        (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)) {
        Q_EMIT chosen(pathOf(item));
        return;
    }
    if (item != nullptr && event->key() == Qt::Key_Delete) {
        Q_EMIT removeWanted(pathOf(item));
        return;
    }
    QListWidget::keyPressEvent(event);
}

void PictureList::resizeEvent(QResizeEvent* event) {
    QListWidget::resizeEvent(event);
    fit();
}

void PictureList::wheelEvent(QWheelEvent* event) {
    event->ignore();  // the page scrolls
}

void PictureList::focusInEvent(QFocusEvent* event) {
    if (currentItem() == nullptr && count() > 0) setCurrentRow(0);
    QListWidget::focusInEvent(event);
}

}  // namespace sketchwalk::ui
