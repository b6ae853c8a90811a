// The parts of StrokePainter that cover areas and follow lines.
#include <algorithm>
#include <cmath>

#include "ui/canvas/PaintJob.h"
#include "ui/canvas/Wash.h"

namespace sketchwalk::ui {
namespace {

QPen inkPen(const QColor& colour, double width, double alpha) {
    QColor tone = colour;
    tone.setAlphaF(static_cast<float>(alpha));
    return finePen(tone, width);
}

}  // namespace

void StrokePainter::paintGround(const Job& job, const QPainterPath& shape, double axis, double strength) const {
    const int reach = washReach(job.look, job.frame);
    const QRect touched = shape.boundingRect().toAlignedRect().adjusted(-reach, -reach, reach, reach);
    const QRect part = job.clip.intersected(touched);
    if (part.isEmpty()) return;
    const DistanceField field(shape, part, reach);
    if (!field.anyInside() && !job.look.shore.outside) return;
    const WashStyle style{job.look, m_book, job.seed, axis, job.loose(), strength};
    job.painter.drawImage(part.topLeft(), paintWash(field, job.frame, style));
}

void StrokePainter::putGlyph(const Job& job, const Glyph& glyph, QPointF foot, double width, const QColor& tone,
                             uint64_t hand) const {
    constexpr int kLargestSprite = 160;
    const int rounded = std::max(3, qRound(width));
    const GlyphTones its = tones(job, tone, rounded);
    if (rounded > kLargestSprite) {
        QTransform place;
        place.translate(foot.x(), foot.y());
        place.rotate(job.frame.turn);
        place.scale(rounded / 100.0, rounded / 100.0);
        glyph.paint(job.painter, place, its, combine(0x9e1, hand % 6));
        return;
    }
    const auto sprite = m_memory->sprites.sprite(glyph, rounded, job.frame.turn, its, hand);
    // On whole pixels of the grid, so that every picture shows the same ones.
    const QPoint at(static_cast<int>(std::floor(foot.x() + 0.5)), static_cast<int>(std::floor(foot.y() + 0.5)));
    job.painter.drawImage(at - sprite->anchor, sprite->picture);
}

GlyphTones StrokePainter::tones(const Job& job, const QColor& tone, double width) const {
    // Small drawings get a finer pen, or they would fill up.
    const double nib = job.nib() * std::clamp(std::sqrt(width / 26), 0.62, 1.5) * (job.loose() ? 0.85 : 1);
    const QColor &paper = m_book.paper(), its = tone.isValid() ? tone : job.look.tone;
    const auto part = [](int p, int t) { return (p + 4 * t) / 5; };
    const QColor fill(part(paper.red(), its.red()), part(paper.green(), its.green()), part(paper.blue(), its.blue()));
    return {fill, m_book.ink(), paper, nib};
}

void StrokePainter::paintMarks(const Job& job, const Look::Marks& marks, const QPainterPath& shape,
                               double fitWidth) const {
    const double scale = job.frame.scale;
    if (marks.one) {
        const Ring ring = outerRing(job.stroke);
        const double wide = std::max(0.86 * fitWidth * scale, marks.least);
        const QPointF foot = job.frame.toImage(boundsOf(ring).centre()) + QPointF(0, 0.34 * wide);
        putGlyph(job, *marks.glyphs[job.seed % marks.glyphs.size()], foot, wide, marks.tone, job.seed >> 8);
        return;
    }
    double size = marks.size;
    if (marks.fit > 0) size = std::clamp(fitWidth * marks.fit, 0.3 * marks.size, marks.size);
    const double wide = levelled(size, scale, marks.least * (marks.fit > 0 ? 0.75 : 1));
    const double spacing = marks.spacing * wide / marks.size;
    const auto tall = static_cast<int>(std::ceil(2 * wide * scale)) + 4;
    const int inset = static_cast<int>(std::ceil(marks.inset * job.nib()));
    // Feet may stand outside the picture and their heads reach into it.
    const QRect feet = job.clip.adjusted(-tall, -tall, tall, tall);
    const QRect part = feet.intersected(shape.boundingRect().toAlignedRect().adjusted(-2, -2, 2, 2));
    if (part.isEmpty()) return;
    const DistanceField field(shape, part, inset + 2);
    if (!field.anyInside()) return;
    const Box box = job.frame.metresOf(QRectF(part));
    // The lattice is the map's own, a little flatter than wide as drawings that stand are.
    const double dx = spacing, dy = spacing * 0.72;
    bool any = false;
    const auto row = [&](int64_t j) {
        for (auto i = static_cast<int64_t>(std::floor(box.min.x / dx)) - 1;
             i <= static_cast<int64_t>(std::floor(box.max.x / dx)) + 1; ++i) {
            const auto a = static_cast<uint64_t>(i), b = static_cast<uint64_t>(j);
            const uint64_t bits = randomBits(job.seed, "mark", a, b);
            if (static_cast<double>(bits & 1023) / 1023 > marks.share) continue;
            const double u = (static_cast<double>((bits >> 10) & 1023) / 1023 - 0.5) * marks.jitter;
            const double v = (static_cast<double>((bits >> 20) & 1023) / 1023 - 0.5) * marks.jitter;
            const double shift = (j & 1) != 0 ? 0.5 : 0;
            const QPointF foot = job.frame.toImage(
                {(static_cast<double>(i) + 0.5 + shift + u) * dx, (static_cast<double>(j) + 0.5 + v) * dy});
            const QPoint pixel(static_cast<int>(std::floor(foot.x())), static_cast<int>(std::floor(foot.y())));
            if (!part.contains(pixel) || field.at(pixel.x(), pixel.y()) < static_cast<float>(inset)) continue;
            any = true;
            const double grown = 0.82 + 0.36 * static_cast<double>((bits >> 30) & 255) / 255;
            const Glyph& glyph = *marks.glyphs[(bits >> 40) % marks.glyphs.size()];
            putGlyph(job, glyph, foot, wide * scale * grown, marks.tone, bits >> 50);
        }
    };
    for (auto j = static_cast<int64_t>(std::floor(box.min.y / dy)) - 1;
         j <= static_cast<int64_t>(std::floor(box.max.y / dy)) + 1; ++j)
        row(j);
    // A patch between all places of the lattice still shows what it is.
    const QRectF whole = shape.boundingRect();
    if (!any && marks.share >= 0.9 && std::min(whole.width(), whole.height()) < 2.5 * wide * scale) {
        const Ring ring = outerRing(job.stroke);
        const Point middle = job.stroke.closed ? boundsOf(ring).centre() : ring[ring.size() / 2];
        const double narrow = std::min(wide, std::max(0.35 * wide, fitWidth * 0.9));
        putGlyph(job, *marks.glyphs[job.seed % marks.glyphs.size()],
                 job.frame.toImage(middle) + QPointF(0, narrow * scale * 0.35), narrow * scale, marks.tone,
                 job.seed >> 8);
    }
}

void StrokePainter::paintAlong(const Job& job, const Look::Marks& marks, const std::vector<InkPoint>& line) const {
    if (line.size() < 2) return;
    const double scale = job.frame.scale, wide = levelled(marks.size, scale, marks.least);
    const double spacing = marks.spacing * wide / marks.size * scale, tall = 2 * wide * scale;
    struct Place {
        QPointF foot;
        uint64_t bits;
    };
    std::vector<Place> places;
    const double length = line.back().along;
    const int count = std::max(1, static_cast<int>(length / spacing));
    for (int i = 0; i < count; ++i) {
        const uint64_t bits = randomBits(job.seed, "along", static_cast<uint64_t>(i));
        const double jitter = (static_cast<double>(bits & 255) / 255 - 0.5) * 0.5;
        const InkPlace at = placeAlong(line, (i + 0.5 + jitter) * length / count);
        const double aside = (static_cast<double>((bits >> 8) & 255) / 255 - 0.5) * 0.35 * wide * scale;
        const QPointF foot = at.at + at.normal * aside + QPointF(0, wide * scale * 0.2);
        if (QRectF(job.clip).adjusted(-tall, -tall, tall, tall).contains(foot)) places.push_back({foot, bits});
    }
    std::stable_sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
        return job.frame.toMetres(a.foot).y < job.frame.toMetres(b.foot).y;
    });
    for (const Place& place : places) {
        const double grown = 0.75 + 0.5 * static_cast<double>((place.bits >> 16) & 255) / 255;
        putGlyph(job, *marks.glyphs[(place.bits >> 30) % marks.glyphs.size()], place.foot, wide * scale * grown,
                 marks.tone, place.bits >> 40);
    }
}

void StrokePainter::paintTicks(const Job& job, const std::vector<InkPoint>& line, double fromMiddle,
                               bool closed) const {
    if (line.size() < 2) return;
    const Look::Ticks& ticks = job.look.ticks;
    const double scale = job.frame.scale, spacing = levelled(ticks.spacing, scale, 3.4) * scale;
    const double length = std::max(ticks.length * scale, 5.0);
    const double reach = fromMiddle + 1.5 * length + 4;
    const QRectF clip = QRectF(job.clip).adjusted(-reach, -reach, reach, reach);
    const int count = static_cast<int>(line.back().along / spacing);
    job.painter.setBrush(Qt::NoBrush);
    for (int i = 0; i < count; ++i) {
        const uint64_t bits = randomBits(job.seed, "tick", static_cast<uint64_t>(i));
        const double jitter = (static_cast<double>(bits & 255) / 255 - 0.5) * 0.5;
        const InkPlace at = placeAlong(line, (i + 0.5 + jitter) * spacing);
        if (!clip.contains(at.at)) continue;
        const double grown = (i % 2 == 0 ? 1.0 : 0.55) * (0.8 + 0.4 * static_cast<double>((bits >> 8) & 255) / 255);
        const double lean = (static_cast<double>((bits >> 16) & 255) / 255 - 0.5) * 0.3;
        const auto tick = [&](double side) {
            const QPointF out = at.normal * side, along(out.y() * lean, -out.x() * lean);
            const QPointF from = at.at + out * fromMiddle;
            job.painter.setPen(inkPen(m_book.ink(), (i % 2 == 0 ? 1.15 : 0.85) * job.nib(), 0.85));
            job.painter.drawLine(from, from + (out + along) * length * grown);
        };
        if (closed || ticks.side > 0) {
            tick(ticks.side > 0 ? 1 : -1);
        } else {
            tick(-1);
            tick(1);
        }
    }
}

void StrokePainter::paintAcross(const Job& job, const std::vector<InkPoint>& line) const {
    if (line.size() < 2) return;
    const Look::Across& across = job.look.across;
    const double spacing = levelled(across.spacing, job.frame.scale, 3.2) * job.frame.scale;
    const int count = static_cast<int>(line.back().along / spacing);
    for (int i = 0; i <= count; ++i) {
        const uint64_t bits = randomBits(job.seed, "across", static_cast<uint64_t>(i));
        const double jitter = (static_cast<double>(bits & 255) / 255 - 0.5) * 0.25;
        const InkPlace at = placeAlong(line, (i + jitter) * spacing + spacing / 2);
        if (!QRectF(job.clip).adjusted(-60, -60, 60, 60).contains(at.at)) continue;
        double half = across.length > 0 ? std::max(across.length * job.frame.scale / 2, 2.5) : line.front().half;
        half *= 0.92 + 0.12 * static_cast<double>((bits >> 8) & 255) / 255;
        job.painter.setPen(inkPen(m_book.ink(), across.width * job.nib(), 0.8));
        job.painter.drawLine(at.at - at.normal * half, at.at + at.normal * half);
    }
}

void StrokePainter::paintFlow(const Job& job, const std::vector<InkPoint>& line) const {
    const Look::Flow& flow = job.look.flow;
    const double scale = job.frame.scale, step = levelled(flow.step, scale, 5) * scale;
    const QRectF clip = QRectF(job.clip).adjusted(-8, -8, 8, 8);
    const double half = line.front().half;
    const int lanes = static_cast<int>((half - 0.6 * step) / step);
    job.painter.setBrush(Qt::NoBrush);
    for (int lane = -lanes; lane <= lanes; ++lane) {
        QPainterPath path;
        bool drawing = false;
        for (size_t i = 0; i + 1 < line.size(); ++i) {
            const QPointF side = line[i + 1].at - line[i].at;
            const double length = std::hypot(side.x(), side.y());
            if (length < 1e-6) continue;
            const auto stretch = static_cast<uint64_t>(line[i].along / (5 * step));
            const bool gap = randomUnit(job.seed, "flow", stretch, static_cast<uint64_t>(lane + 64)) < flow.gaps;
            const QPointF at =
                line[i].at + QPointF(-side.y(), side.x()) / length * lane * step * line[i].half / std::max(half, 1e-6);
            if (gap || !clip.contains(at)) {
                drawing = false;
            } else if (drawing) {
                path.lineTo(at);
            } else {
                path.moveTo(at);
                drawing = true;
            }
        }
        job.painter.strokePath(path, inkPen(flow.tone, flow.width * job.nib(), flow.alpha));
    }
}

}  // namespace sketchwalk::ui
