#include "ui/canvas/StrokePainter.h"

#include <algorithm>
#include <cmath>

#include "ui/canvas/PaintJob.h"

namespace sketchwalk::ui {
namespace {

using catalogue::DrawnAs;
using catalogue::Kind;

constexpr double kPlainWidth = 4;    // metres, of a line for which the catalogue names none
constexpr double kPlainLetters = 9;  // metres, height of a label's line
constexpr double kTapLength = 0.5;   // metres: a shorter stroke is a tap

bool drawnAs(const catalogue::Entry* entry, DrawnAs how) {
    return entry && std::find(entry->drawn.begin(), entry->drawn.end(), how) != entry->drawn.end();
}

Box boxOf(const sketch::Stroke& stroke) {
    Box box;
    for (const sketch::StrokePoint& p : stroke.points) box.include(p.at);
    return box;
}

bool isTap(const sketch::Stroke& stroke) {
    if (stroke.points.size() < 2) return true;
    const Box box = boxOf(stroke);
    return box.size().x < kTapLength && box.size().y < kTapLength;
}

}  // namespace

double axisOf(const OrientedBox& box) {
    const double degrees = std::atan2(box.axis.y, box.axis.x) * 180 / M_PI;
    return std::fmod(degrees + 360, 180);
}

StrokePainter::StrokePainter(const catalogue::Catalogue& catalogue, SheetColours colours)
    : m_catalogue(catalogue), m_book(catalogue, colours), m_memory(std::make_unique<Memory>()) {
    for (const catalogue::Entry& entry : catalogue.entries())
        m_memory->ids.emplace(entry.id, Known{&entry, &m_book.look(entry.id)});
}
StrokePainter::~StrokePainter() = default;

const StrokePainter::Known& StrokePainter::known(const std::string& brush) const {
    if (const auto found = m_memory->ids.find(brush); found != m_memory->ids.end()) return found->second;
    const std::scoped_lock lock(m_memory->mutex);
    if (const auto found = m_memory->phrases.find(brush); found != m_memory->phrases.end()) return found->second;
    const catalogue::Meaning meaning = m_catalogue.resolve(brush);
    Known known{meaning.entry, &m_book.look(meaning.entry ? meaning.entry->id : brush)};
    for (const std::string& quality : meaning.qualities) {
        const Look* own = meaning.entry ? m_book.lookWhere(meaning.entry->id, quality) : nullptr;
        if (own != nullptr) known.look = own;
    }
    return m_memory->phrases.emplace(brush, known).first->second;
}

const catalogue::Entry* StrokePainter::entry(const std::string& brush) const {
    return known(brush).entry;
}

const Look& StrokePainter::look(const std::string& brush) const {
    return *known(brush).look;
}

StrokeForm StrokePainter::form(const sketch::Stroke& stroke) const {
    const catalogue::Entry* found = entry(stroke.brush);
    const std::string& id = found ? found->id : stroke.brush;
    if (stroke.edit) return StrokeForm::stamp;
    if (id == "label") return StrokeForm::label;
    if (look(stroke.brush).nib > 0) return StrokeForm::ink;
    if (isTap(stroke)) return StrokeForm::stamp;
    if (stroke.closed && stroke.points.size() > 2) return StrokeForm::area;
    if (!found || drawnAs(found, DrawnAs::line)) return StrokeForm::line;
    return drawnAs(found, DrawnAs::area) && stroke.points.size() > 2 ? StrokeForm::area : StrokeForm::stamp;
}

double StrokePainter::lineWidth(const sketch::Stroke& stroke) const {
    if (stroke.width > 0) return stroke.width;
    const catalogue::Entry* found = entry(stroke.brush);
    const Look& its = look(stroke.brush);
    if (its.nib > 0) return its.nib;
    if (found && found->id == "label") return kPlainLetters;
    return found && found->lineWidth > 0 ? found->lineWidth : kPlainWidth;
}

double StrokePainter::pixelWidth(const sketch::Stroke& stroke, double scale, float pressure) const {
    const Look& its = look(stroke.brush);
    const double metres = its.thin > 0 ? its.thin : lineWidth(stroke);
    const double share = 1 - its.widthByPressure * (1 - std::clamp(pressure, 0.0f, 1.0f));
    const double least = its.nib > 0 ? 1.1 : std::max(its.least, 1.2);
    return std::max(metres * scale, least) * share;
}

Point StrokePainter::stampSize(const sketch::Stroke& stroke) const {
    const catalogue::Entry* found = entry(stroke.brush);
    const Look& its = look(stroke.brush);
    Point size = found ? Point(found->size.width, found->size.depth) : Point(4, 4);
    if (its.stampSize > 0) size = {its.stampSize, its.stampSize};
    if (stroke.width > 0 && size.x > 0) size *= stroke.width / size.x;
    return size;
}

Box StrokePainter::reach(const sketch::Stroke& stroke, double scale) const {
    const Look& its = look(stroke.brush);
    Box box = boxOf(stroke);
    double metres = 0, pixels = 10;
    const auto marks = [&](const Look::Marks& m) {
        if (m) metres = std::max(metres, 2 * std::max(m.size, m.least * 2 / scale));
        if (m.one) metres = std::max(metres, 0.8 * std::max(box.size().x, box.size().y));
    };
    switch (form(stroke)) {
        case StrokeForm::label: {
            const double letters = std::max(lineWidth(stroke), kLeastLetters / scale);
            metres = letters * (1.5 + 0.45 * static_cast<double>(stroke.text.size()));
            break;
        }
        case StrokeForm::ink:
            metres = lineWidth(stroke) * its.mostWidthShare(stroke.points);
            break;
        case StrokeForm::stamp: {
            const Point size = stampSize(stroke);
            metres = 2 * std::max({size.x, size.y, std::max(its.least, 16.0) / scale});
            break;
        }
        case StrokeForm::line:
            metres = 0.6 * pixelWidth(stroke, scale, 1) / scale * its.mostWidthShare(stroke.points);
            [[fallthrough]];
        case StrokeForm::area:
            marks(its.marks);
            marks(its.along);
            metres += its.ticks.length + its.across.length;
            if (!its.stamp.empty()) metres += std::max(stampSize(stroke).x, 16 / scale);
            break;
    }
    if (its.shore.outside) pixels += its.shore.step * its.shore.count * 4;
    return box.grown(metres + pixels * 2.4 / scale);
}

void StrokePainter::paint(QPainter& painter, const sketch::Stroke& stroke, const Frame& frame,
                          const QRect& clip) const {
    if (stroke.points.empty()) return;
    const QRectF touched = frame.imageOf(reach(stroke, frame.scale));
    const QRect part = clip.intersected(touched.toAlignedRect());
    if (part.isEmpty()) return;
    const catalogue::Entry* found = entry(stroke.brush);
    const Job job{painter, stroke, found, look(stroke.brush), frame, part, mix(static_cast<uint64_t>(stroke.id))};
    switch (form(stroke)) {
        case StrokeForm::label:
            paintLabel(job);
            break;
        case StrokeForm::ink:
            paintInk(job);
            break;
        case StrokeForm::stamp:
            if (stroke.edit) {
                paintEdit(job);
            } else if (isTap(stroke)) {
                paintStamp(job, stroke.points[stroke.points.size() / 2].at);
            } else {
                paintStampIn(job, outerRing(stroke));
            }
            break;
        case StrokeForm::line:
            paintLine(job, stroke.points, lineWidth(stroke));
            break;
        case StrokeForm::area:
            paintArea(job);
            break;
    }
}

// How far around the picture a line must be exact: what stands on it reaches in from there.
QRectF StrokePainter::lineClip(const Job& job) {
    const Look& look = job.look;
    const double metres =
        std::max({look.ticks.length * 1.5, look.along ? 2.4 * look.along.size : 0, look.across.length});
    const double pixels = look.along ? 2.4 * 2 * look.along.least : 0;
    const double margin = 48 + std::max(metres * job.frame.scale, pixels);
    return QRectF(job.clip).adjusted(-margin, -margin, margin, margin);
}

void StrokePainter::paintArea(const Job& job) const {
    const bool barrier = job.entry && (job.entry->family == "barrier" || job.entry->id == "bridge");
    if (barrier && !job.stroke.centreLines.empty()) {
        // A patch that was drawn as a line: it runs as its centre lines say.
        for (size_t i = 0; i < job.stroke.centreLines.size(); ++i) {
            std::vector<sketch::StrokePoint> points;
            for (const Point& p : job.stroke.centreLines[i]) points.push_back({p, 1, -1});
            const double width = i < job.stroke.centreWidth.size() ? job.stroke.centreWidth[i] : lineWidth(job.stroke);
            if (points.size() > 1) paintLine(job, points, width);
        }
        return;
    }
    const Ring ring = outerRing(job.stroke);
    const OrientedBox box = minimumBox(ring);
    const bool object = job.entry && job.entry->kind == Kind::object && !job.look.stamp.empty();
    const double size = std::abs(signedArea(ring));
    if (object && !job.look.marks && size <= job.entry->groupAbove) {
        paintStampIn(job, ring);
        return;
    }
    const QPainterPath shape = areaPath(job.stroke, job.frame, QRectF(job.clip).adjusted(-64, -64, 64, 64));
    if (object && !job.look.marks) {
        paintGroup(job, shape, axisOf(box));
        return;
    }
    paintGround(job, shape, axisOf(box), 1);
    if (job.look.ticks.spacing > 0) {
        std::vector<sketch::StrokePoint> points = job.stroke.points;
        points.push_back(points.front());
        if (signedArea(ring) > 0) std::reverse(points.begin(), points.end());
        paintTicks(job, inkPoints(points, job.frame, lineClip(job), [](const auto&) { return 0.0; }), 0, true);
    }
    if (job.look.marks) paintMarks(job, job.look.marks, shape, box.width);
}

void StrokePainter::paintLine(const Job& job, const std::vector<sketch::StrokePoint>& points, double width) const {
    const Look& look = job.look;
    const double metres = look.thin > 0 ? look.thin : width;
    const double full = std::max(metres * job.frame.scale, std::max(look.least, 1.2)) / 2;
    const auto half = [&](const sketch::StrokePoint& p) { return full * look.widthShare(p); };
    const QRectF clip = lineClip(job);
    const std::vector<InkPoint> line = inkPoints(points, job.frame, clip, half);
    if (line.empty()) return;
    const double tremble = job.loose() ? 0.22 : 0.05;
    QPainterPath shape;
    shape.setFillRule(Qt::WindingFill);
    if (look.dashOn > 0) {
        const double on = std::max(look.dashOn * job.frame.scale, 5.0);
        const double off = std::max(look.dashOff * job.frame.scale, 3.5) + 2 * full * 0.6;
        for (const auto& piece : dashed(line, on, off)) shape.addPath(ribbonPath(piece, clip, job.seed, tremble));
    } else {
        shape = ribbonPath(line, clip, job.seed, tremble, look.across.spacing > 0);
    }
    const double strength = look.inkShare(points);
    const InkPoint &first = line.front(), &last = line.back();
    const double axis =
        std::atan2(last.at.y() - first.at.y(), last.at.x() - first.at.x()) * 180 / M_PI - job.frame.turn;
    paintGround(job, shape, axis, strength);
    if (look.flow.width > 0) paintFlow(job, line);
    if (look.across.spacing > 0) paintAcross(job, line);
    if (look.ticks.spacing > 0) paintTicks(job, line, full, false);
    if (look.along) {
        paintAlong(job, look.along, line);
    } else if (look.marks) {
        paintMarks(job, look.marks, shape, metres);
    }
}

void StrokePainter::paintInk(const Job& job) const {
    const Look& look = job.look;
    const double width = lineWidth(job.stroke), full = std::max(width * job.frame.scale, 1.1) / 2;
    const auto half = [&](const sketch::StrokePoint& p) { return std::max(0.3, full * look.widthShare(p)); };
    const QRectF clip = QRectF(job.clip).adjusted(-8, -8, 8, 8);
    const std::vector<InkPoint> line = inkPoints(job.stroke.points, job.frame, clip, half);
    QColor ink = look.tone;
    ink.setAlphaF(static_cast<float>((job.loose() ? 0.55 : 0.95) * look.inkShare(job.stroke.points)));
    job.painter.fillPath(ribbonPath(line, clip, job.seed, job.loose() ? 0.35 : 0.14), ink);
}

}  // namespace sketchwalk::ui
