// How far each pixel lies from the edge of a shape: positive inside, in pixels, exact up to `reach` and capped there.
// What it says of a pixel is the same whatever rectangle was asked for.
#pragma once

#include <QPainterPath>
#include <QRect>
#include <vector>

namespace sketchwalk::ui {

class DistanceField {
  public:
    // `shape` in the coordinates of `rect`. A shape that is larger than the rectangle costs no more than one that fits.
    DistanceField(const QPainterPath& shape, const QRect& rect, int reach);

    const QRect& rect() const { return m_rect; }
    bool anyInside() const { return m_anyInside; }
    float at(int x, int y) const {  // inside rect
        return m_distance[static_cast<size_t>(y - m_rect.y()) * static_cast<size_t>(m_rect.width()) +
                          static_cast<size_t>(x - m_rect.x())];
    }
    const float* row(int y) const {
        return m_distance.data() + static_cast<size_t>(y - m_rect.y()) * static_cast<size_t>(m_rect.width());
    }

  private:
    QRect m_rect;
    std::vector<float> m_distance;
    bool m_anyInside = false;
};

}  // namespace sketchwalk::ui
