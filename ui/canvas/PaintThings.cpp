// The parts of StrokePainter that draw single things, seen from above or standing, and lettering.
#include <QFont>
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "ui/canvas/PaintJob.h"

namespace sketchwalk::ui {
namespace {

constexpr double kLeastStamp = 11;  // pixels: things stay recognisable when the map is far away

// From the glyph's -50..50 to a turned box.
QTransform boxPlace(const Frame& frame, Point centre, double axis, double length, double width) {
    const QPointF at = frame.toImage(centre);
    QTransform place;
    place.translate(at.x(), at.y());
    place.rotate(frame.turn + axis);
    place.scale(length * frame.scale / 100, width * frame.scale / 100);
    return place;
}

void castShadow(QPainter& painter, const Glyph& glyph, const QTransform& place, double nib) {
    QColor shade("#2a1c10");
    shade.setAlpha(52);
    painter.fillPath(place.map(glyph.silhouette()).translated(1.7 * nib, 2.1 * nib), shade);
}

}  // namespace

void StrokePainter::paintStamp(const Job& job, Point at) const {
    if (job.look.stamp.empty()) {
        // A brush that is no thing, tapped: a dab of it.
        const double width = std::max(lineWidth(job.stroke), 3 / job.frame.scale);
        paintLine(job, {{at, 1, -1}, {at + Point(0.01, 0), 1, -1}}, width);
        return;
    }
    const Glyph& glyph = *job.look.stamp[(job.seed >> 4) % job.look.stamp.size()];
    Point size = stampSize(job.stroke);
    const double least = std::max(job.look.least, kLeastStamp) / job.frame.scale;
    if (glyph.plan()) {
        const double longer = std::max(size.x, size.y);
        if (longer < least) size *= least / longer;
        // A house is not set down with a ruler.
        const double turn = (static_cast<double>((job.seed >> 12) & 255) / 255 - 0.5) * 10;
        // Drawn along x; a boat is longer than wide.
        const bool deep = size.y > size.x;
        const QTransform place =
            deep ? boxPlace(job.frame, at, turn + 90, size.y, size.x) : boxPlace(job.frame, at, turn, size.x, size.y);
        if (size.y > 1) castShadow(job.painter, glyph, place, job.nib());
        glyph.paint(job.painter, place, tones(job, job.look.tone, size.x * job.frame.scale), job.seed);
        return;
    }
    const double width = std::max(size.x, 0.8 * least) * job.frame.scale;
    putGlyph(job, glyph, job.frame.toImage(at + Point(0, 0.3 * size.y)), width, job.look.tone, job.seed >> 20);
}

// A thing that was changed by hand: where it stands now, and a dotted way from where it was. Crossed out where it is
// gone.
void StrokePainter::paintEdit(const Job& job) const {
    const Point from = job.stroke.points.front().at, to = job.stroke.points.back().at;
    QPainter& painter = job.painter;
    painter.save();
    const QColor ink(60, 42, 28, 190);
    const double nib = std::max(1.2, 1.4 * job.nib());
    if (job.stroke.edit->removed) {
        const Point size = stampSize(job.stroke);
        const double arm = std::clamp(0.35 * std::max(size.x, size.y) * job.frame.scale, 4.0, 14.0);
        const QPointF at = job.frame.toImage(from);
        painter.setPen(QPen(ink, 1.5 * nib, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm));
        painter.drawLine(at + QPointF(-arm, arm), at + QPointF(arm, -arm));
    } else {
        if (distance(from, to) * job.frame.scale > 6) {
            painter.setPen(QPen(ink, nib, Qt::DotLine, Qt::RoundCap));
            painter.drawLine(job.frame.toImage(from), job.frame.toImage(to));
        }
        paintStamp(job, to);
    }
    painter.restore();
}

void StrokePainter::paintStampIn(const Job& job, const std::vector<Point>& footprint) const {
    if (job.look.stamp.empty()) return;
    const OrientedBox box = minimumBox(footprint);
    const Glyph& glyph = *job.look.stamp[(job.seed >> 4) % job.look.stamp.size()];
    if (glyph.plan()) {
        const double least = 6 / job.frame.scale;
        const double length = std::max(box.length, least), width = std::max(box.width, 0.6 * least);
        const QTransform place = boxPlace(job.frame, box.centre, axisOf(box), length, width);
        castShadow(job.painter, glyph, place, job.nib());
        glyph.paint(job.painter, place, tones(job, job.look.tone, width * job.frame.scale), job.seed);
        return;
    }
    const Box upright = boundsOf(footprint);
    const double width = std::max(upright.size().x, kLeastStamp / job.frame.scale) * job.frame.scale;
    const Point foot(upright.centre().x, upright.max.y - 0.1 * upright.size().y);
    putGlyph(job, glyph, job.frame.toImage(foot), width, job.look.tone, job.seed >> 20);
}

void StrokePainter::paintGroup(const Job& job, const QPainterPath& shape, double axis) const {
    const Glyph& glyph = *job.look.stamp.front();
    const double scale = job.frame.scale;
    Point size = stampSize(job.stroke);
    const double longer = std::max(size.x, size.y), wide = levelled(longer, scale, kLeastStamp);
    size *= wide / longer;
    if (!glyph.plan()) {
        Look::Marks marks;
        marks.glyphs = job.look.stamp;
        marks.size = size.x;
        marks.spacing = size.x + job.entry->groupSpacing * wide / longer;
        marks.tone = job.look.tone;
        paintGround(job, shape, axis, 1);
        paintMarks(job, marks, shape, 1e9);
        return;
    }
    const Point pitch(size.x + job.entry->groupSpacing * wide / longer,
                      size.y + job.entry->groupSpacing * wide / longer);
    const auto reach = static_cast<int>(2 * std::max(size.x, size.y) * scale) + 8;
    const QRect part =
        job.clip.adjusted(-reach, -reach, reach, reach).intersected(shape.boundingRect().toAlignedRect());
    if (part.isEmpty()) return;
    const auto inset = static_cast<int>(0.4 * std::min(size.x, size.y) * scale);
    const DistanceField field(shape, part, std::min(inset, 60) + 2);
    const double a = axis * M_PI / 180;
    const Point u(std::cos(a), std::sin(a)), v(-u.y, u.x);
    Box lattice;  // in the group's own directions
    const Box metres = job.frame.metresOf(QRectF(part));
    for (const Point& p :
         {metres.min, Point(metres.max.x, metres.min.y), metres.max, Point(metres.min.x, metres.max.y)}) {
        lattice.include({dot(p, u) / pitch.x, dot(p, v) / pitch.y});
    }
    for (auto j = static_cast<int64_t>(std::floor(lattice.min.y)); j <= static_cast<int64_t>(std::ceil(lattice.max.y));
         ++j) {
        for (auto i = static_cast<int64_t>(std::floor(lattice.min.x));
             i <= static_cast<int64_t>(std::ceil(lattice.max.x)); ++i) {
            const uint64_t bits = randomBits(job.seed, "group", static_cast<uint64_t>(i), static_cast<uint64_t>(j));
            const double jx = (static_cast<double>(bits & 255) / 255 - 0.5) * 0.3,
                         jy = (static_cast<double>((bits >> 8) & 255) / 255 - 0.5) * 0.3;
            const Point at = u * ((static_cast<double>(i) + 0.5 + jx) * pitch.x) +
                             v * ((static_cast<double>(j) + 0.5 + jy) * pitch.y);
            const QPointF pixel = job.frame.toImage(at);
            const QPoint whole(static_cast<int>(std::floor(pixel.x())), static_cast<int>(std::floor(pixel.y())));
            if (!part.contains(whole) || field.at(whole.x(), whole.y()) < static_cast<float>(std::min(inset, 60)))
                continue;
            const double turn = (static_cast<double>((bits >> 16) & 255) / 255 - 0.5) * 18;
            const QTransform place = boxPlace(job.frame, at, axis + turn, size.x, size.y);
            castShadow(job.painter, glyph, place, job.nib());
            glyph.paint(job.painter, place, tones(job, job.look.tone, size.x * scale), bits);
        }
    }
}

void StrokePainter::paintLabel(const Job& job) const {
    const QString text = QString::fromStdString(job.stroke.text);
    if (text.isEmpty()) return;
    const double height = std::max(lineWidth(job.stroke) * job.frame.scale, kLeastLetters);
    QFont font;
    font.setFamilies(m_book.letters());
    font.setItalic(true);
    font.setPixelSize(100);  // shaped once at a fixed size: hinting must not move letters from zoom to zoom
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setLetterSpacing(QFont::PercentageSpacing, 106);
    const QFontMetricsF metrics(font);
    const double k = height / 100;
    QPainterPath letters;
    letters.setFillRule(Qt::WindingFill);
    const double total = metrics.horizontalAdvance(text) * k;
    const std::vector<InkPoint> line = inkPoints(
        job.stroke.points, job.frame, QRectF(job.clip).adjusted(-1e6, -1e6, 1e6, 1e6), [](const auto&) { return 0.0; });
    if (line.size() > 1 && line.back().along > 0.6 * total) {
        const bool backwards = line.back().at.x() < line.front().at.x();  // never upside down
        double along = (line.back().along - total) / 2;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const double advance = metrics.horizontalAdvance(text.mid(i, 1)) * k;
            const double middle = along + advance / 2;
            const InkPlace at = placeAlong(line, backwards ? line.back().along - middle : middle);
            const QPointF up = backwards ? at.normal : -at.normal;
            QPainterPath letter;
            letter.addText(-advance / 2 / k, 0, font, text.mid(i, 1));
            QTransform place(-up.y() * k, up.x() * k, -up.x() * k, -up.y() * k, at.at.x(), at.at.y());
            letters.addPath(place.map(letter));
            along += advance;
        }
    } else {
        QPainterPath plain;
        plain.addText(0, 0, font, text);
        const QPointF at = job.frame.toImage(job.stroke.points[job.stroke.points.size() / 2].at);
        QTransform place;
        place.translate(at.x(), at.y());
        place.rotate(job.frame.turn);
        place.scale(k, k);
        place.translate(-total / k / 2, metrics.capHeight() / 2);
        letters = place.map(plain);
    }
    QColor halo = m_book.paper();
    halo.setAlpha(205);
    job.painter.strokePath(
        letters, QPen(halo, std::clamp(0.22 * height, 2.5, 12.0), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    job.painter.fillPath(letters, job.look.tone);
}

}  // namespace sketchwalk::ui
