#include "ui/canvas/PenRules.h"

#include <algorithm>
#include <cmath>

namespace sketchwalk::ui {

sketch::StrokePoint Steady::next(const sketch::StrokePoint& raw) {
    const double passed = m_at ? std::clamp<double>(raw.seconds - m_raw.seconds, 0.0005, 0.05) : 0;
    m_raw = raw;
    if (!m_at || m_tau <= 0) {
        m_at = raw;
        return raw;
    }
    const double share = 1 - std::exp(-passed / m_tau);
    sketch::StrokePoint next = raw;
    next.at = m_at->at + (raw.at - m_at->at) * share;
    m_at = next;
    return next;
}

std::vector<sketch::StrokePoint> Steady::rest() const {
    std::vector<sketch::StrokePoint> points;
    if (!m_at) return points;
    const Point left = m_raw.at - m_at->at;
    const double length = std::hypot(left.x, left.y);
    if (length < 1e-9) return points;
    constexpr int kPieces = 4;
    for (int i = 1; i <= kPieces; ++i) {
        sketch::StrokePoint p = m_raw;
        p.at = i == kPieces ? m_raw.at : m_at->at + left * (static_cast<double>(i) / kPieces);
        points.push_back(p);
    }
    return points;
}

Point straightEnd(Point start, Point pen, bool steps) {
    if (!steps) return pen;
    const Point to = pen - start;
    constexpr double kStep = M_PI / 12;
    const double angle = std::round(std::atan2(to.y, to.x) / kStep) * kStep;
    const Point direction(std::cos(angle), std::sin(angle));
    return start + direction * std::max(0.0, to.x * direction.x + to.y * direction.y);
}

Point snapped(Point p, double step) {
    return step > 0 ? Point(std::round(p.x / step) * step, std::round(p.y / step) * step) : p;
}

}  // namespace sketchwalk::ui
