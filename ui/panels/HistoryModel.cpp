#include "ui/panels/HistoryModel.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace sketchwalk::ui {

namespace {

constexpr int kPicturesKept = 300;

QString timeText(int64_t at) {
    if (at <= 0) return {};
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(at);
    const QLocale locale;
    return when.date() == QDate::currentDate() ? locale.toString(when.time(), QLocale::ShortFormat)
                                               : locale.toString(when, QLocale::ShortFormat);
}

// The same word, the same colour; calm ones, that are seen on light and dark.
QColor colourOf(const std::string& brush) {
    uint32_t hash = 2166136261u;
    for (const char c : brush) hash = (hash ^ static_cast<uint8_t>(c)) * 16777619u;
    return QColor::fromHsv(static_cast<int>(hash % 360), 150, 190);
}

QPainterPath pathOf(const sketch::Stroke& stroke) {
    QPainterPath path;
    for (const sketch::StrokePoint& point : stroke.points) {
        const QPointF at(point.at.x, point.at.y);
        if (path.elementCount() == 0)
            path.moveTo(at);
        else
            path.lineTo(at);
    }
    if (stroke.closed) path.closeSubpath();
    return path;
}

}  // namespace

QImage plainPicture(const document::Step& step, QSize size) {
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    std::vector<document::DrawnPtr> strokes;
    for (const document::Splice& splice : step.change.splices) {
        strokes.insert(strokes.end(), splice.inserted.begin(), splice.inserted.end());
    }
    if (strokes.empty()) {
        for (const document::Splice& splice : step.change.splices) {
            strokes.insert(strokes.end(), splice.removed.begin(), splice.removed.end());
        }
    }
    QRectF bounds;
    for (const document::DrawnPtr& drawn : strokes) {
        QRectF box = pathOf(drawn->stroke).boundingRect();
        box.adjust(-1, -1, 1, 1);
        bounds = bounds.isNull() ? box : bounds.united(box);
    }
    if (strokes.empty() || !bounds.isValid()) return image;
    const double scale = qMin((size.width() - 6) / bounds.width(), (size.height() - 6) / bounds.height());
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(size.width() / 2.0, size.height() / 2.0);
    painter.scale(scale, scale);
    painter.translate(-bounds.center());
    for (const document::DrawnPtr& drawn : strokes) {
        const sketch::Stroke& stroke = drawn->stroke;
        const QColor colour = colourOf(stroke.brush);
        QPen pen(colour, qMax(stroke.closed ? 0.0 : stroke.width, 1.8 / scale), Qt::SolidLine, Qt::RoundCap,
                 Qt::RoundJoin);
        if (stroke.points.size() == 1) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            painter.drawEllipse(QPointF(stroke.points[0].at.x, stroke.points[0].at.y), 0.6, 0.6);
            continue;
        }
        painter.setPen(pen);
        QColor fill = colour;
        fill.setAlpha(110);
        painter.setBrush(stroke.closed ? QBrush(fill) : QBrush(Qt::NoBrush));
        painter.drawPath(pathOf(stroke));
    }
    return image;
}

HistoryModel::HistoryModel(Drawing* drawing, QObject* parent)
    : QAbstractListModel(parent), m_drawing(drawing), m_painter(plainPicture), m_pictures(kPicturesKept) {
    m_rows = static_cast<int>(drawing->history().steps().size()) + 1;
}

void HistoryModel::setPainter(HistoryPanel::Painter painter) {
    m_painter = painter ? std::move(painter) : plainPicture;
    m_pictures.clear();
    Q_EMIT dataChanged(index(0), index(m_rows - 1));
}

void HistoryModel::refresh() {
    const int rows = static_cast<int>(m_drawing->history().steps().size()) + 1;
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
    Q_EMIT dataChanged(index(0), index(m_rows - 1));
}

void HistoryModel::restart() {
    beginResetModel();
    m_pictures.clear();
    m_rows = static_cast<int>(m_drawing->history().steps().size()) + 1;
    endResetModel();
}

QImage HistoryModel::picture(int row, QSize size) const {
    if (row < 1 || row >= m_rows) return {};
    const document::Step& step = m_drawing->history().steps()[static_cast<size_t>(row - 1)];
    if (step.change.splices.empty()) return {};
    // A step can give way to another at its place; what it holds tells them apart.
    const document::Splice& first = step.change.splices.front();
    const void* drawn = first.inserted.empty() ? (first.removed.empty() ? nullptr : first.removed.front().get())
                                               : first.inserted.front().get();
    const QString key = QStringLiteral("%1 %2 %3 %4x%5")
                            .arg(row)
                            .arg(step.at)
                            .arg(reinterpret_cast<quintptr>(drawn))
                            .arg(size.width())
                            .arg(size.height());
    if (const QImage* known = m_pictures.object(key)) return *known;
    auto* made = new QImage(m_painter(step, size));
    const QImage picture = *made;
    m_pictures.insert(key, made);
    return picture;
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_rows) return {};
    const auto row = static_cast<size_t>(index.row());
    const document::History& history = m_drawing->history();
    const bool undone = row > history.position();
    if (role == undoneRole) return undone;
    const document::Step* step = row > 0 && row <= history.steps().size() ? &history.steps()[row - 1] : nullptr;
    const QString label = step != nullptr ? QString::fromStdString(step->label) : tr("Where it began");
    const QString time = step != nullptr ? timeText(step->at) : QString();
    switch (role) {
        case Qt::DisplayRole:
            return label;
        case timeRole:
            return time;
        case Qt::ToolTipRole:
            return time.isEmpty() ? label : tr("%1, %2").arg(label, time);
        case Qt::AccessibleTextRole:
            return undone ? tr("%1, %2, undone").arg(label, time) : tr("%1, %2").arg(label, time);
        default:
            return {};
    }
}

}  // namespace sketchwalk::ui
