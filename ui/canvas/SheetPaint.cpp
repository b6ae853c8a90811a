// What lies over the tiles: grid, wet ink, handles, pulses, the walker, rulers.
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <chrono>
#include <cmath>

#include "ui/canvas/SheetParts.h"

namespace sketchwalk::ui {
namespace {

const QColor kSteel(38, 92, 140);

// The roundest number of metres that is at least this long on the screen.
double roundStep(double metresPerPixel, double leastPixels) {
    const double least = metresPerPixel * leastPixels;
    const double ten = std::pow(10.0, std::floor(std::log10(least)));
    for (const double k : {1.0, 2.0, 5.0}) {
        if (k * ten >= least) return k * ten;
    }
    return 10 * ten;
}

}  // namespace

void Sheet::Parts::paint(const QRect& widgetPart) {
    const double r = context.ratio;
    {
        QPainter painter(&q);
        painter.scale(1 / r, 1 / r);
        const QRect part =
            QRectF(widgetPart.x() * r, widgetPart.y() * r, widgetPart.width() * r, widgetPart.height() * r)
                .toAlignedRect();
        painter.setClipRect(part);
        const bool dark = q.palette().color(QPalette::Window).lightness() < 128;
        tiles.paint(painter, context.view, part, context.painter->book().desk(dark));
        for (const auto& wet : context.drying) wet->paint(painter, context.view, part);
        paintGrid(painter, part);
        if (gesture) {
            painter.save();
            gesture->paint(painter, part);
            painter.restore();
        }
        paintOverlays(painter, part);
    }
    if (waiting.empty()) return;
    const qint64 now = steadyNs();
    std::vector<Latency> done;
    done.swap(waiting);
    for (Latency& latency : done) {
        latency.paintedNs = now;
        if (probe) probe(latency);
    }
}

void Sheet::Parts::paintOverlays(QPainter& painter, const QRect& part) {
    const double r = context.ratio;
    if (walker || wedge) paintWalker(painter);
    labels.paint(painter, part);
    if (frame && !gesture && frame->pixels(context.view, r).intersects(QRectF(part))) {
        painter.save();
        frame->paint(painter, context.view, r);
        painter.restore();
    }
    if (context.toolbox.state().mirror != Mirror::none) paintMirror(painter);
    if (!flashes.empty()) paintFlashes(painter);
    if (keyPenShown) {
        painter.setPen(QPen(kSteel, 2 * r));
        painter.drawLine(keyPen - QPointF(12 * r, 0), keyPen + QPointF(12 * r, 0));
        painter.drawLine(keyPen - QPointF(0, 12 * r), keyPen + QPointF(0, 12 * r));
    }
    if (rulers && (part.left() < kRuler * r || part.top() < kRuler * r)) paintRulers(painter);
    if (rulers && part.bottom() > (q.height() - 46) * r && part.left() < 220 * r) paintScaleBar(painter);
}

void Sheet::Parts::paintGrid(QPainter& painter, const QRect& part) const {
    const Toolbox::State& state = context.toolbox.state();
    if (!state.grid || state.gridStep <= 0) return;
    double step = state.gridStep;
    while (step * context.view.scale < 6 * context.ratio) step *= 2;
    const Point extent = context.drawing.settings().extent;
    const Box box = context.view.metresOf(QRectF(part));
    const double x0 = std::max(0.0, box.min.x), x1 = std::min(extent.x, box.max.x);
    const double y0 = std::max(0.0, box.min.y), y1 = std::min(extent.y, box.max.y);
    painter.setRenderHint(QPainter::Antialiasing, context.view.turn != 0);
    const auto pen = [&](int64_t number) {
        return QPen(QColor(90, 66, 40, number % 5 == 0 ? 92 : 46),
                    number % 5 == 0 ? 1.2 * context.ratio : context.ratio);
    };
    for (auto i = static_cast<int64_t>(std::ceil(x0 / step)); static_cast<double>(i) * step <= x1; ++i) {
        painter.setPen(pen(i));
        painter.drawLine(context.view.toImage({static_cast<double>(i) * step, y0}),
                         context.view.toImage({static_cast<double>(i) * step, y1}));
    }
    for (auto i = static_cast<int64_t>(std::ceil(y0 / step)); static_cast<double>(i) * step <= y1; ++i) {
        painter.setPen(pen(i));
        painter.drawLine(context.view.toImage({x0, static_cast<double>(i) * step}),
                         context.view.toImage({x1, static_cast<double>(i) * step}));
    }
}

void Sheet::Parts::paintMirror(QPainter& painter) const {
    const Point extent = context.drawing.settings().extent;
    const Mirror mirror = context.toolbox.state().mirror;
    painter.setPen(QPen(QColor(38, 92, 140, 150), 1.2 * context.ratio, Qt::DashDotLine));
    if (mirror != Mirror::topBottom)
        painter.drawLine(context.view.toImage({extent.x / 2, 0}), context.view.toImage({extent.x / 2, extent.y}));
    if (mirror != Mirror::leftRight)
        painter.drawLine(context.view.toImage({0, extent.y / 2}), context.view.toImage({extent.x, extent.y / 2}));
}

void Sheet::Parts::paintFlashes(QPainter& painter) const {
    const double now = static_cast<double>(clock.elapsed()) / 1000;
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Flash& flash : flashes) {
        const document::DrawnPtr drawn = context.index.find(flash.stroke);
        if (!drawn) continue;
        const double left = std::max(0.0, flash.until - now);
        const int strength = static_cast<int>(190 * std::min(1.0, left) * (0.6 + 0.4 * std::cos(left * 12)));
        painter.setPen(
            QPen(QColor(228, 140, 30, strength), 5 * context.ratio, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        QPolygonF line;
        for (const auto& p : drawn->stroke.points) line << context.view.toImage(p.at);
        if (line.size() == 1) {
            const double radius =
                std::max(14.0, 0.7 * context.painter->stampSize(drawn->stroke).x * context.view.scale);
            painter.drawEllipse(line[0], radius, radius);
        } else if (drawn->stroke.closed) {
            painter.drawPolygon(line);
        } else {
            painter.drawPolyline(line);
        }
    }
}

QRectF Sheet::Parts::walkerRect() const {
    QRectF rect;
    const double dot = 16 * context.ratio;
    if (walker) rect |= QRectF(context.view.toImage(*walker), QSizeF(0.1, 0.1)).adjusted(-dot, -dot, dot, dot);
    if (wedge) {
        const double reach = wedge->reach * context.view.scale + 4;
        rect |= QRectF(context.view.toImage(wedge->eye), QSizeF(0.1, 0.1)).adjusted(-reach, -reach, reach, reach);
    }
    return rect;
}

void Sheet::Parts::paintWalker(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing);
    const double r = context.ratio;
    if (wedge) {
        QPolygonF fan;
        fan << context.view.toImage(wedge->eye);
        for (int i = -8; i <= 8; ++i) {
            fan << context.view.toImage(wedge->eye + directionOf(wedge->yaw + wedge->spread * i / 16) * wedge->reach);
        }
        painter.save();
        QPolygonF paper;
        const Point extent = context.drawing.settings().extent;
        for (const Point& corner : {Point(0, 0), Point(extent.x, 0), extent, Point(0, extent.y)}) {
            paper << context.view.toImage(corner);
        }
        QPainterPath clip;
        clip.addPolygon(paper);
        painter.setClipPath(clip, Qt::IntersectClip);
        painter.setPen(QPen(QColor(38, 92, 140, 120), r));
        painter.setBrush(QColor(38, 92, 140, 30));
        painter.drawPolygon(fan);
        painter.restore();
    }
    if (!walker) return;
    const QPointF at = context.view.toImage(*walker);
    QPointF ahead = context.view.toImage(*walker + directionOf(walkerYaw)) - at;
    const double length = std::hypot(ahead.x(), ahead.y());
    ahead = length > 1e-9 ? ahead / length : QPointF(0, 1);
    const QPointF aside(-ahead.y(), ahead.x());
    painter.setPen(QPen(QColor(255, 250, 238), 2 * r));
    painter.setBrush(QColor(184, 50, 42));
    painter.drawPolygon(QPolygonF({at + ahead * 13 * r, at + aside * 6 * r, at - aside * 6 * r}));
    painter.drawEllipse(at, 6 * r, 6 * r);
}

void Sheet::Parts::paintRulers(QPainter& painter) const {
    painter.save();
    painter.scale(context.ratio, context.ratio);
    painter.setRenderHint(QPainter::Antialiasing, false);
    QFont font = q.font();
    font.setPixelSize(10);
    painter.setFont(font);
    paintRuler(painter, true);
    paintRuler(painter, false);
    const QColor ground = q.palette().color(QPalette::Window);
    painter.fillRect(0, 0, kRuler, kRuler, ground);
    painter.setPen(q.palette().color(QPalette::WindowText));
    painter.drawText(QRect(0, 0, kRuler, kRuler), Qt::AlignCenter, QStringLiteral("m"));
    painter.restore();
}

// Where the sheet is turned, a ruler still measures along its own edge, from where the paper's zero lies.
void Sheet::Parts::paintRuler(QPainter& painter, bool across) const {
    const QColor ground = q.palette().color(QPalette::Window), ink = q.palette().color(QPalette::WindowText);
    const int length = across ? q.width() : q.height();
    painter.fillRect(across ? QRect(0, 0, length, kRuler) : QRect(0, 0, kRuler, length), ground);
    QColor faint = ink;
    faint.setAlpha(120);
    painter.setPen(faint);
    if (across) {
        painter.drawLine(0, kRuler, length, kRuler);
    } else {
        painter.drawLine(kRuler, 0, kRuler, length);
    }
    const double metresPerPixel = context.ratio / context.view.scale;
    const double step = roundStep(metresPerPixel, 64), fine = step / 10;
    const QPointF zero = q.toWidget({0, 0});
    const double origin = across ? zero.x() : zero.y();
    const auto first = static_cast<int64_t>(std::floor(-origin * metresPerPixel / fine));
    for (int64_t i = first;; ++i) {
        const double metres = static_cast<double>(i) * fine;
        const int at = qRound(origin + metres / metresPerPixel);
        if (at > length) break;
        if (at < kRuler) continue;
        const bool whole = i % 10 == 0;
        const int tick = whole ? kRuler : i % 5 == 0 ? 8 : 4;
        painter.setPen(faint);
        if (across) {
            painter.drawLine(at, kRuler - tick, at, kRuler);
        } else {
            painter.drawLine(kRuler - tick, at, kRuler, at);
        }
        if (!whole) continue;
        // The mark keeps the minus before the number where one reads from the right.
        const QString text = QChar(0x200e) + QString::number(metres, 'g', 6);
        painter.setPen(ink);
        if (across) {
            painter.drawText(at + 3, 11, text);
        } else {
            painter.save();
            painter.translate(11, at - 3);
            painter.rotate(-90);
            painter.drawText(0, 0, text);
            painter.restore();
        }
    }
}

void Sheet::Parts::paintScaleBar(QPainter& painter) const {
    painter.save();
    painter.scale(context.ratio, context.ratio);
    const double metresPerPixel = context.ratio / context.view.scale;
    const double metres = roundStep(metresPerPixel, 80);
    const double wide = metres / metresPerPixel;
    const QPointF corner(kRuler + 14, q.height() - 20);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(250, 242, 222, 215));
    painter.drawRoundedRect(QRectF(corner.x() - 8, corner.y() - 18, wide + 16, 32), 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int i = 0; i < 4; ++i) {  // as old maps have it
        painter.setBrush(i % 2 == 0 ? QColor(59, 42, 28) : QColor(250, 242, 222));
        painter.setPen(QColor(59, 42, 28));
        painter.drawRect(QRectF(corner.x() + wide * i / 4, corner.y() + 2, wide / 4, 5));
    }
    QFont font = q.font();
    font.setPixelSize(11);
    painter.setFont(font);
    painter.setPen(QColor(59, 42, 28));
    const QString text = metres >= 1000 ? Sheet::tr("%1 km").arg(metres / 1000) : Sheet::tr("%1 m").arg(metres);
    painter.drawText(QRectF(corner.x() - 8, corner.y() - 17, wide + 16, 18), Qt::AlignCenter, text);
    painter.restore();
}

}  // namespace sketchwalk::ui
