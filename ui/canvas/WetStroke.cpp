#include "ui/canvas/WetStroke.h"

#include <algorithm>
#include <cmath>

namespace sketchwalk::ui {
namespace {

constexpr int kSide = 256;

QPolygonF outline(QPointF a, double r, QPointF b, double s) {
    const QPointF side = b - a;
    const double length = std::hypot(side.x(), side.y());
    const QPointF n = length > 1e-9 ? QPointF(-side.y(), side.x()) / length : QPointF(0, 1);
    const QPointF d = length > 1e-9 ? side / length : QPointF(1, 0);
    QPolygonF polygon;
    constexpr int kSteps = 8;
    for (int i = 0; i <= kSteps; ++i) {  // round the far end, then the near one
        const double t = -M_PI / 2 + M_PI * i / kSteps;
        polygon << b + (d * std::cos(t) + n * std::sin(t)) * s;
    }
    for (int i = 0; i <= kSteps; ++i) {
        const double t = M_PI / 2 + M_PI * i / kSteps;
        polygon << a + (d * std::cos(t) + n * std::sin(t)) * r;
    }
    return polygon;
}

}  // namespace

WetStroke::WetStroke(const StrokePainter& painter, const sketch::Stroke& kind, const Frame& grid)
    : m_look(painter.look(kind.brush)), m_grid{grid.scale, grid.turn, {0, 0}} {
    const Look& look = m_look;
    const double nib = m_grid.nib();
    const bool line = painter.form(kind) == StrokeForm::line || look.nib > 0;
    if (line && !look.along && !look.dashOn) {
        m_full = painter.pixelWidth(kind, m_grid.scale, 1) / 2;
        m_edge = look.nib > 0 ? 0 : look.edge.width * nib / 2;
        m_outer = look.nib > 0 ? look.tone : look.edge.tone;
        const QColor& paper = painter.book().paper();
        const auto part = [&](int p, int t) { return static_cast<int>(p + (t - p) * (0.35 + 0.6 * look.wash)); };
        m_inner = look.nib > 0 ? look.tone
                               : QColor(part(paper.red(), look.tone.red()), part(paper.green(), look.tone.green()),
                                        part(paper.blue(), look.tone.blue()));
        m_opacity = look.nib > 0 ? (kind.pen == sketch::Pen::block ? 0.55f : 0.95f) : static_cast<float>(look.cover);
    } else {
        m_full = 0.9 * nib;
        m_outer = m_inner = look.edge.width > 0 ? look.edge.tone : look.tone;
        m_opacity = 0.9f;
    }
}

WetStroke::Place WetStroke::placeOf(const sketch::StrokePoint& point) const {
    return {m_grid.toGrid(point.at), std::max(0.4, m_full * m_look.widthShare(point))};
}

void WetStroke::lay(const QPolygonF& polygon, const QColor& colour) {
    const QRect box = polygon.boundingRect().toAlignedRect().adjusted(-1, -1, 1, 1);
    for (int y = floorDiv(box.top(), kSide); y <= floorDiv(box.bottom(), kSide); ++y) {
        for (int x = floorDiv(box.left(), kSide); x <= floorDiv(box.right(), kSide); ++x) {
            QImage& piece = m_pieces[{x, y}];
            if (piece.isNull()) {
                piece = QImage(kSide, kSide, QImage::Format_ARGB32_Premultiplied);
                piece.fill(Qt::transparent);
            }
            QPainter painter(&piece);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.translate(-x * kSide, -y * kSide);
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            painter.drawPolygon(polygon, Qt::WindingFill);
        }
    }
    m_touched |= box;
}

void WetStroke::layPiece(const std::vector<Place>& piece) {
    for (size_t i = 0; i + 1 < piece.size(); ++i) {
        lay(outline(piece[i].at, piece[i].half + m_edge, piece[i + 1].at, piece[i + 1].half + m_edge), m_outer);
    }
    if (m_edge <= 0) return;
    m_recent.push_back(piece);
    if (m_recent.size() > 3) m_recent.erase(m_recent.begin());
    for (const std::vector<Place>& recent : m_recent) {
        for (size_t i = 0; i + 1 < recent.size(); ++i) {
            const double a = std::max(0.2, recent[i].half - m_edge), b = std::max(0.2, recent[i + 1].half - m_edge);
            lay(outline(recent[i].at, a, recent[i + 1].at, b), m_inner);
        }
    }
}

QRect WetStroke::add(const sketch::StrokePoint& point) {
    const QRect before = m_touched;
    m_touched = {};
    const Place now = placeOf(point);
    if (m_last.empty()) {
        layPiece({now, now});
    } else if (m_last.size() == 1) {
        const Place middle{(m_last[0].at + now.at) / 2, (m_last[0].half + now.half) / 2};
        layPiece({m_last[0], middle});
    } else {
        // From middle to middle, curved about the sample between: no corners however few samples come.
        const Place &a = m_last[0], &b = m_last[1];
        const QPointF from = (a.at + b.at) / 2, to = (b.at + now.at) / 2;
        const double r = (a.half + b.half) / 2, s = (b.half + now.half) / 2;
        const QPointF chord = to - from;
        const int steps = std::clamp(static_cast<int>(std::hypot(chord.x(), chord.y()) / 5), 1, 24);
        std::vector<Place> piece;
        for (int i = 0; i <= steps; ++i) {
            const double t = static_cast<double>(i) / steps;
            piece.push_back({from * (1 - t) * (1 - t) + b.at * 2 * t * (1 - t) + to * t * t, r + (s - r) * t});
        }
        layPiece(piece);
    }
    m_last.push_back(now);
    if (m_last.size() > 2) m_last.erase(m_last.begin());
    const QRect changed = m_touched;
    m_touched = before | changed;
    return changed;
}

QRect WetStroke::finish() {
    const QRect before = m_touched;
    m_touched = {};
    if (m_last.size() == 2) {
        const Place middle{(m_last[0].at + m_last[1].at) / 2, (m_last[0].half + m_last[1].half) / 2};
        layPiece({middle, m_last[1]});
    }
    const QRect changed = m_touched;
    m_touched = before | changed;
    return changed;
}

void WetStroke::clear() {
    m_last.clear();
    m_recent.clear();
    m_pieces.clear();
    m_touched = {};
}

QRect WetStroke::tailRect(const sketch::StrokePoint& pen) const {
    const Place now = placeOf(pen);
    QRectF box(now.at, QSizeF(0, 0));
    for (const Place& place : m_last) box |= QRectF(place.at, QSizeF(0.1, 0.1));
    const double margin = m_full * m_look.mostWidthShare({pen}) + m_edge + 3;
    return box.adjusted(-margin, -margin, margin, margin).toAlignedRect();
}

void WetStroke::paintTail(QPainter& painter, const Frame& view, const sketch::StrokePoint& pen) const {
    if (m_last.empty()) return;
    const Place now = placeOf(pen), last = m_last.back();
    const Place from = m_last.size() > 1 ? Place{(m_last[0].at + last.at) / 2, (m_last[0].half + last.half) / 2} : last;
    painter.save();
    painter.setOpacity(m_opacity);
    QTransform place;
    place.translate(-view.origin.x(), -view.origin.y());
    place.rotate(view.turn - m_grid.turn);
    place.scale(view.scale / m_grid.scale, view.scale / m_grid.scale);
    painter.setTransform(place, true);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_outer);
    painter.drawPolygon(outline(from.at, from.half + m_edge, last.at, last.half + m_edge), Qt::WindingFill);
    painter.drawPolygon(outline(last.at, last.half + m_edge, now.at, now.half + m_edge), Qt::WindingFill);
    if (m_edge > 0) {
        painter.setBrush(m_inner);
        painter.drawPolygon(
            outline(from.at, std::max(0.2, from.half - m_edge), last.at, std::max(0.2, last.half - m_edge)),
            Qt::WindingFill);
        painter.drawPolygon(
            outline(last.at, std::max(0.2, last.half - m_edge), now.at, std::max(0.2, now.half - m_edge)),
            Qt::WindingFill);
    }
    painter.restore();
}

void WetStroke::paint(QPainter& painter, const Frame& view, const QRect& part) const {
    painter.save();
    painter.setOpacity(m_opacity);
    if (m_grid.sameGrid(view)) {
        const QRect seen = part.translated(view.origin);
        for (auto it = m_pieces.constBegin(); it != m_pieces.constEnd(); ++it) {
            const QRect whole(it.key() * kSide, QSize(kSide, kSide)), cut = whole & seen & m_touched;
            if (!cut.isEmpty())
                painter.drawImage(cut.topLeft() - view.origin, it.value(), cut.translated(-whole.topLeft()));
        }
    } else {
        QTransform place;
        place.translate(-view.origin.x(), -view.origin.y());
        place.rotate(view.turn - m_grid.turn);
        place.scale(view.scale / m_grid.scale, view.scale / m_grid.scale);
        painter.setTransform(place, true);
        for (auto it = m_pieces.constBegin(); it != m_pieces.constEnd(); ++it)
            painter.drawImage(it.key() * kSide, it.value());
    }
    painter.restore();
}

}  // namespace sketchwalk::ui
