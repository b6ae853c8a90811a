#include "ui/canvas/StrokeEdits.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace sketchwalk::ui {
namespace {

Point mapped(const QTransform& change, Point p) {
    const QPointF q = change.map(QPointF(p.x, p.y));
    return {q.x(), q.y()};
}

// Where the thing stood stays as it was; the thing itself goes along, turns and grows.
void changeByHand(sketch::Stroke& out, const sketch::Stroke& before, const QTransform& change) {
    out.points.front() = before.points.front();
    const double turn = std::atan2(change.m12(), change.m11()) * 180 / M_PI;  // clockwise on the map
    if (out.edit->yaw && std::abs(turn) > 1e-9) out.edit->yaw = *out.edit->yaw - turn;
    out.edit->scale *= std::sqrt(std::abs(change.determinant()));
}

}  // namespace

bool canBe(const catalogue::Entry* entry, catalogue::DrawnAs how) {
    return entry && std::find(entry->drawn.begin(), entry->drawn.end(), how) != entry->drawn.end();
}

catalogue::DrawnAs shapeOf(const Toolbox::State& state, const catalogue::Entry* entry) {
    using catalogue::DrawnAs;
    if (!entry || entry->id == "ink") return DrawnAs::line;
    switch (state.shape) {
        case Shape::usual:
            break;
        case Shape::line:
            if (canBe(entry, DrawnAs::line)) return DrawnAs::line;
            break;
        case Shape::area:
            if (canBe(entry, DrawnAs::area)) return DrawnAs::area;
            break;
        case Shape::symbol:
            if (canBe(entry, DrawnAs::symbol)) return DrawnAs::symbol;
            break;
    }
    return entry->drawn.empty() ? DrawnAs::symbol : entry->drawn.front();
}

sketch::StrokePoint mapped(const QTransform& change, const sketch::StrokePoint& p) {
    sketch::StrokePoint out = p;
    out.at = mapped(change, p.at);
    if (p.lean == glm::vec2(0)) return out;
    const auto turned = glm::vec2(mapped(change, p.at + Point(p.lean)) - out.at);
    const float length = std::hypot(turned.x, turned.y);
    if (length > 0) out.lean = turned * (std::hypot(p.lean.x, p.lean.y) / length);
    return out;
}

sketch::Stroke transformed(const sketch::Stroke& stroke, const QTransform& change, const StrokePainter& painter) {
    sketch::Stroke out = stroke;
    if (stroke.lock) return out;  // what it holds lies where it lies
    for (sketch::StrokePoint& p : out.points) p = mapped(change, p);
    if (out.edit) changeByHand(out, stroke, change);
    for (Ring& hole : out.holes) {
        for (Point& p : hole) p = mapped(change, p);
    }
    for (Polyline& line : out.centreLines) {
        for (Point& p : line) p = mapped(change, p);
    }
    const double grown = std::sqrt(std::abs(change.determinant()));
    for (double& width : out.centreWidth) width *= grown;
    if (std::abs(grown - 1) > 1e-9) {
        const StrokeForm form = painter.form(stroke);
        if (form == StrokeForm::label) out.width = painter.lineWidth(stroke) * grown;
        if (form == StrokeForm::stamp) out.width = painter.stampSize(stroke).x * grown;
    }
    return out;
}

std::vector<QTransform> mirrorImages(Mirror mirror, Point extent) {
    const QTransform leftRight(-1, 0, 0, 1, extent.x, 0), topBottom(1, 0, 0, -1, 0, extent.y);
    switch (mirror) {
        case Mirror::none:
            break;
        case Mirror::leftRight:
            return {leftRight};
        case Mirror::topBottom:
            return {topBottom};
        case Mirror::both:
            return {leftRight, topBottom, leftRight * topBottom};
    }
    return {};
}

QString brushName(const std::string& brush) {
    return QCoreApplication::translate("Catalogue", QByteArray::fromStdString(brush).replace('_', ' '));
}

QString strokesName(const std::vector<document::DrawnPtr>& strokes) {
    if (strokes.size() == 1) return brushName(strokes[0]->stroke.brush);
    return QCoreApplication::translate("SheetWords", "%1 strokes").arg(strokes.size());
}

bool hits(const sketch::Stroke& stroke, Point at, double reach, const StrokePainter& painter) {
    Ring line;
    line.reserve(stroke.points.size());
    for (const sketch::StrokePoint& p : stroke.points) line.push_back(p.at);
    switch (painter.form(stroke)) {
        case StrokeForm::area: {
            // What lies in a lock is not covered by it.
            if (!stroke.lock && contains(Polygon{line, stroke.holes}, at)) return true;
            return nearestOnRing(line, at).distance <= reach;
        }
        case StrokeForm::line:
        case StrokeForm::ink:
            if (line.size() == 1) return distance(line[0], at) <= reach + painter.lineWidth(stroke) / 2;
            return nearestOnLine(line, at).distance <= reach + painter.lineWidth(stroke) / 2;
        case StrokeForm::stamp: {
            const Point half = painter.stampSize(stroke) * 0.5;
            const Point off = at - line[line.size() / 2];
            return std::abs(off.x) <= half.x + reach && off.y <= half.y + reach && off.y >= -2 * half.y - reach;
        }
        case StrokeForm::label: {
            const double letters = painter.lineWidth(stroke);
            const double half = 0.24 * letters * static_cast<double>(stroke.text.size());
            if (line.size() > 1 && nearestOnLine(line, at).distance <= reach + letters * 0.6) return true;
            const Point off = at - line[line.size() / 2];
            return std::abs(off.x) <= half + reach && std::abs(off.y) <= 0.6 * letters + reach;
        }
    }
    return false;
}

bool mostlyInside(const sketch::Stroke& stroke, const Ring& lasso) {
    const auto inside = std::count_if(stroke.points.begin(), stroke.points.end(),
                                      [&](const sketch::StrokePoint& p) { return contains(lasso, p.at); });
    return 2 * inside > static_cast<std::ptrdiff_t>(stroke.points.size());
}

}  // namespace sketchwalk::ui
