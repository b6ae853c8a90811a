// How samples of a hand become points of a line: palms kept off, trembles steadied, straight lines held straight,
// points drawn to the grid. Pure; each is owned by the gesture or sheet that uses it.
#pragma once

#include <optional>

#include "core/sketch/Sketch.h"

namespace sketchwalk::ui {

// Whether a touch may draw: not while the pen is near, nor just after, for then it is the palm.
class PalmGuard {
  public:
    static constexpr double kQuietSeconds = 0.5;
    void penSeen(double seconds) {  // any pen event, hovering too
        m_near = true;
        m_last = seconds;
    }
    void penLeft(double seconds) {
        m_near = false;
        m_last = seconds;
    }
    bool touchAllowed(double seconds) const {
        // A pen that was lifted out of reach unseen is forgotten, or fingers would stay dead for ever.
        if (m_near && seconds - m_last < 3) return false;
        return seconds - m_last >= kQuietSeconds;
    }

  private:
    bool m_near = false;
    double m_last = -1e9;
};

// A pulled string: the line follows the pen smoothly and, when the pen is lifted, ends where the pen is.
class Steady {
  public:
    explicit Steady(double strength) : m_tau(0.09 * strength) {}
    sketch::StrokePoint next(const sketch::StrokePoint& raw);
    // From where the line is to where the pen was last; nothing where it is there.
    std::vector<sketch::StrokePoint> rest() const;

  private:
    double m_tau;  // seconds
    std::optional<sketch::StrokePoint> m_at;
    sketch::StrokePoint m_raw;
};

// From a fixed start to the pen; `steps`: only at 0, 15, 30... degrees.
Point straightEnd(Point start, Point pen, bool steps);
Point snapped(Point p, double step);

}  // namespace sketchwalk::ui
