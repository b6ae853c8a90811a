#include "ui/canvas/Wash.h"

#include <algorithm>
#include <cmath>

#include "core/base/Hash.h"
#include "ui/canvas/Grain.h"

namespace sketchwalk::ui {
namespace {

struct Paint {  // not premultiplied, 0..1
    float r = 0, g = 0, b = 0, a = 0;
};
struct Tint {
    float r, g, b;
    explicit Tint(const QColor& c)
        : r(static_cast<float>(c.redF())), g(static_cast<float>(c.greenF())), b(static_cast<float>(c.blueF())) {}
};

void over(Paint& below, const Tint& tint, float alpha) {
    if (alpha <= 0) return;
    const float rest = below.a * (1 - alpha), sum = alpha + rest;
    below.r = (tint.r * alpha + below.r * rest) / sum;
    below.g = (tint.g * alpha + below.g * rest) / sum;
    below.b = (tint.b * alpha + below.b * rest) / sum;
    below.a = sum;
}

// Everything that does not change from pixel to pixel.
class Washer {
  public:
    Washer(const Frame& frame, const WashStyle& style);
    Paint at(int x, int y, float distance, float mx, float my) const;  // grid pixel; metres along and across the axis

  private:
    float edgeDistance(int x, int y, float distance) const;
    void addGround(Paint& paint, int x, int y, float d) const;
    void addShore(Paint& paint, int x, int y, float distance) const;
    void addLines(Paint& paint, int x, int y, float mx, float my) const;
    void addDots(Paint& paint, float d, float mx, float my) const;
    void addBricks(Paint& paint, int x, int y, float mx, float my) const;
    void addEdge(Paint& paint, int x, int y, float d) const;
    static float levelled(double spacing, double scale, double least) {  // fewer where they would be too close
        while (spacing * scale < least) spacing *= 2;
        return static_cast<float>(spacing);
    }

    const Look& m_look;
    const Grain& m_grain = Grain::shared();
    float m_nib, m_scale, m_strength;
    bool m_loose;
    int m_dx, m_dy;
    uint64_t m_seed;
    Tint m_wash, m_edge, m_shore, m_lines, m_dots, m_ink;
    float m_furrow, m_dotSpacing, m_brickScale;
};

QColor washed(const WashStyle& style) {
    const QColor &paper = style.book.paper(), &tone = style.look.tone;
    const double wash = style.look.wash * style.strength * (style.loose ? 0.8 : 1);
    // Half as a glaze that the paper shines through, half as body colour.
    const auto part = [wash](int p, int t) {
        const double glaze = p * (1 - wash * (1 - t / 255.0)), body = p + (t - p) * wash;
        return static_cast<int>(std::lround((glaze + body) / 2));
    };
    return QColor(part(paper.red(), tone.red()), part(paper.green(), tone.green()), part(paper.blue(), tone.blue()));
}

Washer::Washer(const Frame& frame, const WashStyle& style)
    : m_look(style.look),
      m_nib(static_cast<float>(frame.nib())),
      m_scale(static_cast<float>(frame.scale)),
      m_strength(static_cast<float>(style.strength)),
      m_loose(style.loose),
      m_dx(static_cast<int>(mix(style.seed) & 511)),
      m_dy(static_cast<int>(mix(style.seed + 1) & 511)),
      m_seed(style.seed),
      m_wash(washed(style)),
      m_edge(style.look.edge.tone),
      m_shore(style.look.shore.tone),
      m_lines(style.look.lines.tone),
      m_dots(style.look.dots.tone),
      m_ink(style.book.ink()),
      m_furrow(levelled(std::max(0.1, style.look.lines.spacing), frame.scale, style.look.lines.least)),
      m_dotSpacing(levelled(std::max(0.1, style.look.dots.spacing), frame.scale, 3.4)),
      m_brickScale(1) {
    if (m_look.bricks.width > 0) {
        m_brickScale =
            levelled(m_look.bricks.height, frame.scale, m_look.bricks.least) / static_cast<float>(m_look.bricks.height);
    }
}

float Washer::edgeDistance(int x, int y, float distance) const {
    const float tremble = m_loose ? 2.4f : 0.8f;
    return distance + tremble * m_nib * m_grain.tremor(x + m_dx, y + m_dy);
}

void Washer::addGround(Paint& paint, int x, int y, float d) const {
    const float share = m_loose ? unit(d / (4 * m_nib) + 0.5f) : unit(d + 0.5f);
    if (share <= 0) return;
    const float pool = static_cast<float>(m_look.pool) * std::exp(-std::max(0.0f, d) / (4.5f * m_nib));
    const float cloud = m_grain.cloud(x + m_dy, y + m_dx), fibre = m_grain.fibre(x, y);
    const float dark = 1 - 0.3f * pool - 0.035f * cloud - 0.012f * fibre;
    Tint tint = m_wash;
    tint.r = unit(tint.r * dark);
    tint.g = unit(tint.g * dark);
    tint.b = unit(tint.b * (dark + 0.02f * pool));
    float alpha = static_cast<float>(m_look.cover) * share;
    if (m_loose) alpha *= unit(0.78f + 0.3f * fibre + 0.25f * cloud);
    over(paint, tint, unit(alpha));
}

void Washer::addShore(Paint& paint, int x, int y, float distance) const {
    const float side = m_look.shore.outside ? -distance : distance;
    const float d = side + 0.9f * m_nib * m_grain.cloud(x + m_dx + 77, y + m_dy);
    for (int k = 1; k <= m_look.shore.count; ++k) {
        const auto number = static_cast<float>(k);
        const float at = static_cast<float>(m_look.shore.step) * m_nib * number * (1 + 0.16f * (number - 1));
        const float line = unit(0.42f * m_nib - std::abs(d - at) + 0.5f);
        if (line <= 0) continue;
        const float rest = unit(0.8f - 0.6f * (number - 1) / static_cast<float>(m_look.shore.count));
        const float broken = unit((0.55f - 0.17f * number - m_grain.cloud(x + 131 * k, y + m_dx)) * 5);
        over(paint, m_shore, 0.75f * line * rest * broken);
    }
}

void Washer::addLines(Paint& paint, int x, int y, float mx, float my) const {
    const float wander = 0.12f * static_cast<float>(m_look.lines.wander) * m_grain.cloud(x + m_dx, y + m_dy);
    const float t = my / m_furrow + wander, number = std::floor(t + 0.5f);
    const float off = std::abs(t - number) * m_furrow * m_scale;
    const float width = static_cast<float>(m_look.lines.width) * m_nib;
    const float line = unit(width * (0.5f + 0.15f * m_grain.tremor(x, y)) - off + 0.5f);
    if (line <= 0) return;
    const int shift = static_cast<int>(mix(m_seed ^ static_cast<uint64_t>(static_cast<int64_t>(number))) & 511);
    const float along = m_grain.cloud(static_cast<int>(mx * m_scale) + shift, shift);
    const float drawn = unit((1.0f - 2 * static_cast<float>(m_look.lines.gaps) - along) * 6);
    over(paint, m_lines, static_cast<float>(m_look.lines.alpha) * line * drawn);
}

void Washer::addDots(Paint& paint, float d, float mx, float my) const {
    const float u = mx / m_dotSpacing, v = my / m_dotSpacing;
    const float i = std::floor(u), j = std::floor(v);
    const uint64_t bits = mix(m_seed + 0x51 * static_cast<uint64_t>(static_cast<int64_t>(i)) +
                              0x10003 * static_cast<uint64_t>(static_cast<int64_t>(j)));
    const float chance = static_cast<float>(bits & 1023) / 1023.0f;
    const float wanted = static_cast<float>(m_look.dots.share) +
                         static_cast<float>(m_look.dots.edge) * std::exp(-std::max(0.0f, d) / (8 * m_nib));
    if (chance > wanted) return;
    const float cx = 0.25f + 0.5f * static_cast<float>((bits >> 10) & 255) / 255.0f;
    const float cy = 0.25f + 0.5f * static_cast<float>((bits >> 18) & 255) / 255.0f;
    const float big = 0.75f + 0.5f * static_cast<float>((bits >> 26) & 255) / 255.0f;
    const float off = std::hypot(u - i - cx, v - j - cy) * m_dotSpacing * m_scale;
    over(paint, m_dots, 0.75f * unit(static_cast<float>(m_look.dots.size) * m_nib * big - off + 0.5f));
}

void Washer::addBricks(Paint& paint, int x, int y, float mx, float my) const {
    const float w = static_cast<float>(m_look.bricks.width) * m_brickScale;
    const float h = static_cast<float>(m_look.bricks.height) * m_brickScale;
    const float sway = 0.07f * m_grain.tremor(x + m_dx, y + m_dy);
    const float v = my / h + sway, row = std::floor(v);
    const float u = mx / w + sway + ((static_cast<int64_t>(row) & 1) != 0 ? 0.5f : 0.0f) +
                    0.2f * static_cast<float>(mix(static_cast<uint64_t>(static_cast<int64_t>(row))) & 255) / 255.0f;
    const float off =
        std::min(std::min(u - std::floor(u), std::floor(u) + 1 - u) * w, std::min(v - row, row + 1 - v) * h) * m_scale;
    const float drawn = unit((0.35f - m_grain.cloud(x + 201, y)) * 5);
    over(paint, m_ink, static_cast<float>(m_look.bricks.alpha) * drawn * unit(0.4f * m_nib - off + 0.5f));
}

void Washer::addEdge(Paint& paint, int x, int y, float d) const {
    const float width = static_cast<float>(m_look.edge.width) * m_nib * (m_loose ? 0.8f : 1.0f);
    if (width <= 0) return;
    const float half = 0.5f * width * (1 + 0.45f * m_grain.tremor(x + m_dy + 50, y + m_dx));
    float line = unit(half - std::abs(d) + 0.5f) * static_cast<float>(m_look.edge.alpha);
    if (line <= 0) return;
    const float gaps = static_cast<float>(m_look.edge.gaps) + (m_loose ? 0.35f : 0.0f);
    if (gaps > 0) line *= unit((0.62f - gaps - m_grain.cloud(x + m_dx + 311, y + m_dy)) * 6);
    over(paint, m_edge, line);
}

Paint Washer::at(int x, int y, float distance, float mx, float my) const {
    Paint paint;
    const float d = edgeDistance(x, y, distance);
    addGround(paint, x, y, d);
    if (m_look.shore.count > 0) addShore(paint, x, y, distance);
    if (d > 0.5f) {
        if (m_look.bricks.width > 0) addBricks(paint, x, y, mx, my);
        if (m_look.lines.spacing > 0 && d > 1.5f * m_nib) addLines(paint, x, y, mx, my);
        if (m_look.dots.spacing > 0) addDots(paint, d, mx, my);
    }
    addEdge(paint, x, y, d);
    return paint;
}

}  // namespace

int washReach(const Look& look, const Frame& frame) {
    const double nib = frame.nib();
    double reach = 4 + look.edge.width * nib + 2.4 * nib;
    if (look.pool > 0) reach = std::max(reach, 13 * nib);
    if (look.dots.spacing > 0 && look.dots.edge > 0) reach = std::max(reach, 20 * nib);
    if (look.shore.count > 0) {
        reach =
            std::max(reach, look.shore.step * nib * look.shore.count * (1 + 0.16 * (look.shore.count - 1)) + 3 * nib);
    }
    return static_cast<int>(std::ceil(reach));
}

QImage paintWash(const DistanceField& field, const Frame& frame, const WashStyle& style) {
    const QRect& rect = field.rect();
    QImage picture(rect.size(), QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    const Washer washer(frame, style);
    const float least = style.look.shore.outside ? -static_cast<float>(washReach(style.look, frame)) + 1
                                                 : -static_cast<float>(4 + 3.4 * frame.nib());
    const double a = style.axis * M_PI / 180, c = std::cos(a), s = std::sin(a);
    const Point step = frame.toMetres({1, 0}) - frame.toMetres({0, 0});
    const auto stepX = static_cast<float>(c * step.x + s * step.y),
               stepY = static_cast<float>(-s * step.x + c * step.y);
    for (int y = 0; y < rect.height(); ++y) {
        // From the grid's own corner, so that rounding is the same in every picture of it.
        const int gx = rect.x() + frame.origin.x(), gy = rect.y() + y + frame.origin.y();
        const Frame grid{frame.scale, frame.turn, {0, 0}};
        const Point m = grid.toMetres({0.5, gy + 0.5});
        const auto mx = static_cast<float>(c * m.x + s * m.y), my = static_cast<float>(-s * m.x + c * m.y);
        const float* distance = field.row(rect.y() + y);
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < rect.width(); ++x) {
            if (distance[x] < least) continue;
            const auto column = static_cast<float>(gx + x);
            const Paint p = washer.at(gx + x, gy, distance[x], mx + stepX * column, my + stepY * column);
            if (p.a <= 0) continue;
            const float k = p.a * 255;
            line[x] = qRgba(static_cast<int>(p.r * k + 0.5f), static_cast<int>(p.g * k + 0.5f),
                            static_cast<int>(p.b * k + 0.5f), static_cast<int>(k + 0.5f));
        }
    }
    return picture;
}

}  // namespace sketchwalk::ui
