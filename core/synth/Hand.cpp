#include "core/synth/Hand.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/Hash.h"
#include "core/base/Trig.h"

namespace sketchwalk::synth {
namespace {

// Numbers in order for one drawing; a counter of its own, shared with nobody.
class Dice {
  public:
    explicit Dice(uint64_t seed) : m_seed(seed) {}
    double unit() { return toUnit(combine(m_seed, m_count++)); }
    double between(double a, double b) { return a + (b - a) * unit(); }
    bool chance(double p) { return unit() < p; }
    double normal() {  // sum of uniforms (Irwin and Hall), unit variance, |x| <= 3.5
        double sum = 0;
        for (int i = 0; i < 4; ++i) sum += unit();
        return (sum - 2) * std::sqrt(3.0);
    }
    size_t below(size_t n) { return std::min(static_cast<size_t>(unit() * static_cast<double>(n)), n - 1); }

  private:
    uint64_t m_seed;
    uint64_t m_count = 0;
};

Box boxOf(const Strokes& strokes) {
    Box box;
    for (const Polyline& stroke : strokes) {
        for (Point p : stroke) box.include(p);
    }
    return box;
}

double inkOf(const Strokes& strokes) {
    double ink = 0;
    for (const Polyline& stroke : strokes) ink += lengthOf(stroke);
    return ink;
}

struct Turn {  // x' = a x + b y, y' = c x + d y
    double a = 1, b = 0, c = 0, d = 1;
    Point operator()(Point p) const { return {a * p.x + b * p.y, c * p.x + d * p.y}; }
};

Turn turn(double angle, double sx, double sy, double shear) {
    const double c = exact::cos(angle), s = exact::sin(angle);
    return {c * sx, (c * shear - s) * sy, s * sx, (s * shear + c) * sy};
}

// A smooth bend of the whole paper: offsets on a 4 x 4 grid over the unit square, bilinear between.
class Bend {
  public:
    Bend(Dice& dice, double strength) {
        for (Point& offset : m_offsets) offset = Point{dice.normal(), dice.normal()} * strength;
    }
    Point operator()(Point p) const {
        const double x = std::clamp(p.x * 3, 0.0, 2.999), y = std::clamp(p.y * 3, 0.0, 2.999);
        const size_t i = static_cast<size_t>(x), j = static_cast<size_t>(y);
        const double fx = smooth(x - static_cast<double>(i)), fy = smooth(y - static_cast<double>(j));
        const auto at = [this](size_t column, size_t row) { return m_offsets[row * 4 + column]; };
        return (at(i, j) * (1 - fx) + at(i + 1, j) * fx) * (1 - fy) +
               (at(i, j + 1) * (1 - fx) + at(i + 1, j + 1) * fx) * fy;
    }

  private:
    static double smooth(double t) { return t * t * (3 - 2 * t); }
    std::array<Point, 16> m_offsets;
};

void skipStrokes(Strokes& strokes, Dice& dice, double wildness) {
    if (strokes.size() < 2) return;
    const double ink = inkOf(strokes);
    Strokes kept;
    for (Polyline& stroke : strokes) {
        const double share = lengthOf(stroke) / std::max(ink, 1e-9);
        if (!dice.chance(wildness * (share < 0.08 ? 0.2 : share < 0.3 ? 0.06 : 0.0))) kept.push_back(std::move(stroke));
    }
    if (!kept.empty()) strokes = std::move(kept);
}

void reorder(Strokes& strokes, Dice& dice, double wildness) {
    if (strokes.size() > 1 && dice.chance(0.25 * wildness)) {
        for (int i = 0; i < 2; ++i) std::swap(strokes[dice.below(strokes.size())], strokes[dice.below(strokes.size())]);
    }
    for (Polyline& stroke : strokes) {
        if (dice.chance(0.12 * wildness)) std::reverse(stroke.begin(), stroke.end());
    }
    if (strokes.size() > 1 && dice.chance(0.1 * wildness)) {  // the pen was not lifted
        const size_t at = dice.below(strokes.size() - 1);
        strokes[at].insert(strokes[at].end(), strokes[at + 1].begin(), strokes[at + 1].end());
        strokes.erase(strokes.begin() + static_cast<long>(at) + 1);
    }
}

// Overshoot or a gap at the last point.
void missEnd(Polyline& stroke, Dice& dice, double amount) {
    if (stroke.size() < 2) return;
    const Point last = stroke[stroke.size() - 2];
    const double size = distance(last, stroke.back());
    if (size < 1e-9) return;
    const double by = std::max(dice.normal() * amount, -0.5 * size);
    stroke.back() += (stroke.back() - last) * (by / size);
}

// With points between its own, at most `step` apart.
Polyline divided(const Polyline& line, double step) {
    Polyline out{line.front()};
    for (size_t i = 0; i + 1 < line.size(); ++i) {
        const int pieces = std::clamp(static_cast<int>(distance(line[i], line[i + 1]) / step) + 1, 1, 64);
        for (int k = 1; k <= pieces; ++k)
            out.push_back(line[i] + (line[i + 1] - line[i]) * (static_cast<double>(k) / pieces));
    }
    return out;
}

Polyline handDrawn(const Polyline& stroke, Dice& dice, const Bend& bend, double wildness) {
    const double tremor = 0.008 * wildness * dice.between(0.2, 1.5);
    const Turn own = turn(dice.normal() * 0.06 * wildness, 1 + dice.normal() * 0.05 * wildness,
                          1 + dice.normal() * 0.05 * wildness, 0);
    const Point shift = Point{dice.normal(), dice.normal()} * (0.018 * wildness);
    Point middle{0, 0};
    for (Point p : stroke) middle += p / static_cast<double>(stroke.size());
    Polyline out;
    for (Point p : divided(stroke, 0.09)) {
        const Point q = middle + own(p - middle) + shift;
        out.push_back(q + bend(q) + Point{dice.normal(), dice.normal()} * tremor);
    }
    missEnd(out, dice, 0.02 * wildness);
    return out;
}

}  // namespace

Strokes firstPart(const Strokes& drawing, double share) {
    double left = std::max(inkOf(drawing) * share, 1e-9);
    Strokes part;
    for (const Polyline& stroke : drawing) {
        if (left <= 0) break;
        Polyline line{stroke.front()};
        for (size_t i = 1; i < stroke.size() && left > 0; ++i) {
            const double step = distance(stroke[i - 1], stroke[i]);
            line.push_back(step <= left ? stroke[i] : stroke[i - 1] + (stroke[i] - stroke[i - 1]) * (left / step));
            left -= step;
        }
        part.push_back(std::move(line));
    }
    return part;
}

Strokes writtenWord(const HandBook& book, uint64_t seed) {
    Dice dice(seed);
    std::vector<const Strokes*> capitals, small;
    for (const auto& [letter, strokes] : book.letters) (letter < 'a' ? capitals : small).push_back(&strokes);
    Strokes word;
    if (capitals.empty() || small.empty()) return word;
    const bool shouting = dice.chance(0.3), joined = dice.chance(0.3);
    const size_t count = 2 + dice.below(8);
    double x = 0;
    for (size_t i = 0; i < count; ++i) {
        const bool capital = shouting || (i == 0 && dice.chance(0.7));
        const auto& from = capital ? capitals : small;
        const double size = 1 + 0.08 * dice.normal(), y = 4 * dice.normal();
        double right = x;
        Strokes letter = redraw(*from[dice.below(from.size())], combine(seed, i + 1000), {0.35, 0, false});
        for (Polyline& stroke : letter) {
            for (Point& p : stroke) {
                p = Point{x + p.x * size, 100 + (p.y - 100) * size + y};
                right = std::max(right, p.x);
            }
        }
        if (joined && !word.empty() && !capital) {  // the pen stays down
            word.back().insert(word.back().end(), letter[0].begin(), letter[0].end());
            letter.erase(letter.begin());
        }
        word.insert(word.end(), letter.begin(), letter.end());
        x = right + dice.between(8, 30);
    }
    return word;
}

Strokes redraw(const Strokes& model, uint64_t seed, const HandStyle& style) {
    Dice dice(seed);
    const double wild = style.wildness * dice.between(0.3, 1.15);
    const Box box = boxOf(model);
    const double size = std::max({box.size().x, box.size().y, 1e-9});
    Strokes strokes = model;
    for (Polyline& stroke : strokes) {
        for (Point& p : stroke) p = (p - box.min) * (1 / size);
    }
    skipStrokes(strokes, dice, wild);
    reorder(strokes, dice, wild);
    if (dice.chance(style.unfinished)) strokes = firstPart(strokes, dice.between(0.4, 1.0));
    const bool mirrored = style.mirror && dice.chance(0.5);
    const Turn whole = turn(dice.normal() * 0.13 * wild, exact::pow(2, dice.normal() * 0.25 * wild),
                            exact::pow(2, dice.normal() * 0.25 * wild), dice.normal() * 0.12 * wild);
    const Bend bend(dice, 0.035 * wild * dice.between(0.2, 1.6));
    for (Polyline& stroke : strokes) {
        stroke = handDrawn(stroke, dice, bend, wild);
        for (Point& p : stroke) {
            const Point q = whole(Point{mirrored ? 1 - p.x : p.x, p.y} - Point{0.5, 0.5}) + Point{0.5, 0.5};
            p = box.min + q * size;
        }
    }
    return strokes;
}

}  // namespace sketchwalk::synth
