// Shapes of an SVG drawing as plain lines.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/base/Geometry.h"

namespace sketchwalk::sketch {

// x' = a x + c y + e, y' = b x + d y + f, as SVG's matrix(a b c d e f).
struct Affine {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
    Point operator()(Point p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
    Affine operator*(const Affine& inner) const;
    double scale() const;  // of lengths, on average
};

// The transform attribute: matrix translate scale rotate skewX skewY, in any number. What is not understood is left
// out.
Affine parseTransform(std::string_view text);

// The next number of a list, which commas and spaces part; moves the text on. Empty where there is none. Never
// infinite.
std::optional<double> takeNumber(std::string_view& text);

struct SubPath {
    Polyline points;
    bool closed = false;
};

// Takes moves, lines and curves in the shape's own space; keeps lines in the drawing's, flat to `tolerance` there.
class PathSink {
  public:
    PathSink(const Affine& toDrawing, double tolerance, size_t& pointsLeft)
        : m_toDrawing(toDrawing), m_tolerance(tolerance), m_pointsLeft(pointsLeft) {}
    void moveTo(Point p);
    void lineTo(Point p);
    void cubicTo(Point control1, Point control2, Point p);
    void arcTo(Point radii, double turnDegrees, bool large, bool sweep, Point p);
    void close();
    Point at() const { return m_at; }
    std::vector<SubPath> take() { return std::move(m_paths); }

  private:
    void keep(Point drawn);

    Affine m_toDrawing;
    double m_tolerance;
    size_t& m_pointsLeft;  // of the whole drawing: a hostile file cannot swell
    Point m_at{0, 0}, m_start{0, 0};
    std::vector<SubPath> m_paths;
};

// The d attribute: M L H V C S Q T A Z, absolute and relative. Ends quietly where it is broken, as browsers do; false
// then.
bool parsePath(std::string_view d, PathSink& sink);

}  // namespace sketchwalk::sketch
