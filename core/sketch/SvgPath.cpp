#include "core/sketch/SvgPath.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

#include "core/base/Trig.h"

namespace sketchwalk::sketch {
namespace {

constexpr double kHalfTurn = 3.14159265358979323846;
constexpr int kMostPieces = 200;  // of one curve

double lengthOfVector(Point p) {
    return std::sqrt(p.x * p.x + p.y * p.y);
}

void skipSpace(std::string_view& text) {
    size_t n = 0;
    while (n < text.size() && std::strchr(" \t\r\n\f,", text[n]) != nullptr && text[n] != '\0') ++n;
    text.remove_prefix(n);
}

// A flag of an arc: one digit, which the next number may follow without a space.
std::optional<bool> takeFlag(std::string_view& text) {
    skipSpace(text);
    if (text.empty() || (text[0] != '0' && text[0] != '1')) return {};
    const bool flag = text[0] == '1';
    text.remove_prefix(1);
    return flag;
}

std::optional<Point> takePoint(std::string_view& text) {
    const auto x = takeNumber(text);
    if (!x) return {};
    const auto y = takeNumber(text);
    if (!y) return {};
    return Point{*x, *y};
}

class PathReader {
  public:
    PathReader(std::string_view d, PathSink& sink) : m_text(d), m_sink(sink) {}

    bool run() {
        for (;;) {
            skipSpace(m_text);
            if (m_text.empty()) return true;
            const char c = m_text[0];
            if (std::strchr("MmLlHhVvCcSsQqTtAaZz", c) != nullptr && c != '\0') {
                m_command = c;
                m_text.remove_prefix(1);
            } else if (m_command == 0 || m_command == 'z' || m_command == 'Z') {
                return false;
            }
            if (m_first && m_command != 'M' && m_command != 'm') return false;
            m_first = false;
            if (!step()) return false;
        }
    }

  private:
    bool relative() const { return m_command >= 'a'; }
    Point absolute(Point p) const { return relative() ? m_sink.at() + p : p; }

    bool step() {
        const Point from = m_sink.at();
        const char kind = relative() ? m_command : static_cast<char>(m_command - 'A' + 'a');
        bool good = false;
        switch (kind) {
            case 'm':
                good = move();
                break;
            case 'l':
                good = line();
                break;
            case 'h':
            case 'v':
                good = straight(kind == 'h');
                break;
            case 'c':
            case 's':
                good = cubic(kind == 's', from);
                break;
            case 'q':
            case 't':
                good = quadratic(kind == 't', from);
                break;
            case 'a':
                good = arc();
                break;
            default:
                m_sink.close();
                good = true;
        }
        if (kind != 'c' && kind != 's') m_cubic.reset();
        if (kind != 'q' && kind != 't') m_quadratic.reset();
        return good;
    }

    bool move() {
        const auto p = takePoint(m_text);
        if (!p) return false;
        m_sink.moveTo(absolute(*p));
        m_command = relative() ? 'l' : 'L';  // more pairs are lines
        return true;
    }
    bool line() {
        const auto p = takePoint(m_text);
        if (p) m_sink.lineTo(absolute(*p));
        return p.has_value();
    }
    bool straight(bool horizontal) {
        const auto v = takeNumber(m_text);
        if (!v) return false;
        Point p = m_sink.at();
        double& along = horizontal ? p.x : p.y;
        along = relative() ? along + *v : *v;
        m_sink.lineTo(p);
        return true;
    }
    bool cubic(bool smooth, Point from) {
        Point first = m_cubic ? from * 2.0 - *m_cubic : from;
        if (!smooth) {
            const auto p = takePoint(m_text);
            if (!p) return false;
            first = absolute(*p);
        }
        const auto second = takePoint(m_text);
        if (!second) return false;
        const auto end = takePoint(m_text);
        if (!end) return false;
        const Point control = absolute(*second);
        m_sink.cubicTo(first, control, absolute(*end));
        m_cubic = control;
        return true;
    }
    bool quadratic(bool smooth, Point from) {
        Point control = m_quadratic ? from * 2.0 - *m_quadratic : from;
        if (!smooth) {
            const auto p = takePoint(m_text);
            if (!p) return false;
            control = absolute(*p);
        }
        const auto end = takePoint(m_text);
        if (!end) return false;
        const Point to = absolute(*end);
        m_sink.cubicTo(from + (control - from) * (2.0 / 3), to + (control - to) * (2.0 / 3), to);
        m_quadratic = control;
        return true;
    }
    bool arc() {
        const auto radii = takePoint(m_text);
        if (!radii) return false;
        const auto turn = takeNumber(m_text);
        if (!turn) return false;
        const auto large = takeFlag(m_text);
        if (!large) return false;
        const auto sweep = takeFlag(m_text);
        if (!sweep) return false;
        const auto end = takePoint(m_text);
        if (!end) return false;
        m_sink.arcTo(*radii, *turn, *large, *sweep, absolute(*end));
        return true;
    }

    std::string_view m_text;
    PathSink& m_sink;
    char m_command = 0;
    bool m_first = true;
    std::optional<Point> m_cubic, m_quadratic;  // the last control point, which S and T mirror
};

}  // namespace

Affine Affine::operator*(const Affine& inner) const {
    return {a * inner.a + c * inner.b, b * inner.a + d * inner.b,     a * inner.c + c * inner.d,
            b * inner.c + d * inner.d, a * inner.e + c * inner.f + e, b * inner.e + d * inner.f + f};
}

double Affine::scale() const {
    return std::sqrt(std::abs(a * d - b * c));
}

std::optional<double> takeNumber(std::string_view& text) {
    skipSpace(text);
    std::string_view rest = text;
    if (!rest.empty() && rest[0] == '+') rest.remove_prefix(1);
    // from_chars would take "inf" and "nan", which are no numbers here.
    const size_t digit = !rest.empty() && rest[0] == '-' ? 1 : 0;
    if (digit >= rest.size() || std::strchr("0123456789.", rest[digit]) == nullptr || rest[digit] == '\0') return {};
    double value = 0;
    const auto [end, code] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    if (code != std::errc{}) return {};
    text = rest.substr(static_cast<size_t>(end - rest.data()));
    return value;
}

Affine parseTransform(std::string_view text) {
    Affine all;
    for (int guard = 0; guard < 100; ++guard) {
        skipSpace(text);
        const size_t open = text.find('('), shut = text.find(')');
        if (open == std::string_view::npos || shut == std::string_view::npos || shut < open) break;
        std::string_view name = text.substr(0, open), list = text.substr(open + 1, shut - open - 1);
        while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
        text.remove_prefix(shut + 1);
        double v[6] = {};
        int n = 0;
        while (n < 6) {
            const auto number = takeNumber(list);
            if (!number) break;
            v[n++] = *number;
        }
        if (name == "matrix" && n == 6) {
            all = all * Affine{v[0], v[1], v[2], v[3], v[4], v[5]};
        } else if (name == "translate" && n >= 1) {
            all = all * Affine{1, 0, 0, 1, v[0], v[1]};
        } else if (name == "scale" && n >= 1) {
            all = all * Affine{v[0], 0, 0, n > 1 ? v[1] : v[0], 0, 0};
        } else if (name == "rotate" && n >= 1) {
            const double r = exact::radians(v[0]), s = exact::sin(r), c = exact::cos(r);
            all = all * Affine{1, 0, 0, 1, v[1], v[2]} * Affine{c, s, -s, c, 0, 0} * Affine{1, 0, 0, 1, -v[1], -v[2]};
        } else if ((name == "skewX" || name == "skewY") && n >= 1) {
            const double r = exact::radians(v[0]), tangent = exact::sin(r) / exact::cos(r);
            all = all * (name == "skewX" ? Affine{1, 0, tangent, 1, 0, 0} : Affine{1, tangent, 0, 1, 0, 0});
        }
    }
    return all;
}

void PathSink::keep(Point drawn) {
    if (m_pointsLeft == 0 || m_paths.empty()) return;
    --m_pointsLeft;
    m_paths.back().points.push_back(drawn);
}

void PathSink::moveTo(Point p) {
    m_at = m_start = p;
    m_paths.emplace_back();
    keep(m_toDrawing(p));
}

void PathSink::lineTo(Point p) {
    if (m_paths.empty() || m_paths.back().closed) moveTo(m_at);
    m_at = p;
    keep(m_toDrawing(p));
}

void PathSink::cubicTo(Point control1, Point control2, Point p) {
    if (m_paths.empty() || m_paths.back().closed) moveTo(m_at);
    const Point p0 = m_toDrawing(m_at), p1 = m_toDrawing(control1), p2 = m_toDrawing(control2), p3 = m_toDrawing(p);
    m_at = p;
    // The chord of a piece is off by at most 6/8 of the greatest second difference over the number of pieces squared.
    const double bend = std::max(lengthOfVector(p0 - p1 * 2.0 + p2), lengthOfVector(p1 - p2 * 2.0 + p3));
    const double wish = std::sqrt(0.75 * bend / m_tolerance);
    const int pieces = wish >= 1 && wish < kMostPieces ? static_cast<int>(std::ceil(wish))
                       : wish < kMostPieces            ? 1
                                                       : kMostPieces;
    for (int i = 1; i <= pieces; ++i) {
        const double t = static_cast<double>(i) / pieces, u = 1 - t;
        keep(i == pieces ? p3 : p0 * (u * u * u) + p1 * (3 * u * u * t) + p2 * (3 * u * t * t) + p3 * (t * t * t));
    }
}

// SVG 1.1, appendix F.6.5: from end points to the ellipse's middle; then at most a quarter turn a cubic.
void PathSink::arcTo(Point radii, double turnDegrees, bool large, bool sweep, Point p) {
    const Point from = m_at;
    double rx = std::abs(radii.x), ry = std::abs(radii.y);
    if (from == p) return;
    if (!(rx > 1e-12) || !(ry > 1e-12)) return lineTo(p);
    const double turn = exact::radians(turnDegrees), c = exact::cos(turn), s = exact::sin(turn);
    const Point half = (from - p) * 0.5;
    const Point flat{c * half.x + s * half.y, -s * half.x + c * half.y};
    const double reach = flat.x * flat.x / (rx * rx) + flat.y * flat.y / (ry * ry);
    if (!(reach < 1e12)) return lineTo(p);
    if (reach > 1) {
        rx *= std::sqrt(reach);
        ry *= std::sqrt(reach);
    }
    const double below = rx * rx * flat.y * flat.y + ry * ry * flat.x * flat.x;
    const double factor = std::sqrt(std::max(0.0, (rx * rx * ry * ry - below) / below)) * (large == sweep ? -1 : 1);
    const Point middle{factor * rx * flat.y / ry, -factor * ry * flat.x / rx};
    const Point centre = Point{c * middle.x - s * middle.y, s * middle.x + c * middle.y} + (from + p) * 0.5;
    const double start = exact::atan2((flat.y - middle.y) / ry, (flat.x - middle.x) / rx);
    double span = exact::atan2((-flat.y - middle.y) / ry, (-flat.x - middle.x) / rx) - start;
    if (sweep && span < 0) span += 2 * kHalfTurn;
    if (!sweep && span > 0) span -= 2 * kHalfTurn;
    if (!std::isfinite(span) || !std::isfinite(centre.x) || !std::isfinite(centre.y)) return lineTo(p);

    const int pieces = std::clamp(static_cast<int>(std::ceil(std::abs(span) / (kHalfTurn / 2) - 1e-9)), 1, 4);
    const double step = span / pieces, quarter = step / 4;
    const double handle = 4.0 / 3 * exact::sin(quarter) / exact::cos(quarter);
    const auto onEllipse = [&](double x, double y) {
        return centre + Point{c * rx * x - s * ry * y, s * rx * x + c * ry * y};
    };
    for (int i = 0; i < pieces; ++i) {
        const double t0 = start + step * i, t1 = t0 + step;
        const double c0 = exact::cos(t0), s0 = exact::sin(t0), c1 = exact::cos(t1), s1 = exact::sin(t1);
        cubicTo(onEllipse(c0 - handle * s0, s0 + handle * c0), onEllipse(c1 + handle * s1, s1 - handle * c1),
                i + 1 == pieces ? p : onEllipse(c1, s1));
    }
}

void PathSink::close() {
    if (!m_paths.empty()) m_paths.back().closed = true;
    m_at = m_start;
}

bool parsePath(std::string_view d, PathSink& sink) {
    return PathReader(d, sink).run();
}

}  // namespace sketchwalk::sketch
