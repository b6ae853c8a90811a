// A stroke as it is being drawn: each sample adds its pixels once, so that a long stroke costs no more than a short
// one. Stays on the sheet until the tiles show it. In pixels of the grid it was drawn on.
#pragma once

#include <QHash>
#include <QImage>
#include <QRegion>

#include "ui/canvas/StrokePainter.h"

class QPainter;

namespace sketchwalk::ui {

class WetStroke {
  public:
    // `kind` tells brush, width and pen; its points do not matter.
    WetStroke(const StrokePainter& painter, const sketch::Stroke& kind, const Frame& grid);

    // Returns what changed, in pixels of the grid.
    QRect add(const sketch::StrokePoint& point);
    QRect finish();  // the pen is up: the last half piece
    void clear();
    const QRect& touched() const { return m_touched; }
    // The not yet settled end: from the last point to where the pen is.
    void paintTail(QPainter& painter, const Frame& view, const sketch::StrokePoint& pen) const;
    QRect tailRect(const sketch::StrokePoint& pen) const;
    void paint(QPainter& painter, const Frame& view, const QRect& part) const;

  private:
    struct Place {
        QPointF at;
        double half;
    };
    Place placeOf(const sketch::StrokePoint& point) const;
    void lay(const QPolygonF& polygon, const QColor& colour);
    void layPiece(const std::vector<Place>& piece);

    const Look& m_look;  // the painter's
    Frame m_grid;
    double m_full = 1, m_edge = 0;
    QColor m_inner, m_outer;
    float m_opacity = 1;
    std::vector<Place> m_last;                 // at most the last two
    std::vector<std::vector<Place>> m_recent;  // pieces whose middle is laid again over a new piece's edge
    QHash<QPoint, QImage> m_pieces;
    QRect m_touched;
};

}  // namespace sketchwalk::ui
