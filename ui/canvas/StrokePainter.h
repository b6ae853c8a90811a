// Paints strokes as a hand-inked map: every brush in its own look. What lands on a pixel depends on the stroke, the
// scale and the turn alone, so that pictures painted apart fit together. Immutable but for caches that guard
// themselves: any number of threads may paint at once.
#pragma once

#include <QPainter>
#include <memory>

#include "core/catalogue/Catalogue.h"
#include "core/sketch/Sketch.h"
#include "ui/canvas/DistanceField.h"
#include "ui/canvas/Frame.h"
#include "ui/canvas/InkLine.h"
#include "ui/canvas/Look.h"

namespace sketchwalk::ui {

// What a stroke is on the sheet, once its brush is understood.
enum class StrokeForm { area, line, stamp, label, ink };

class StrokePainter {
  public:
    // The catalogue outlives the painter.
    explicit StrokePainter(const catalogue::Catalogue& catalogue, SheetColours colours = SheetColours::catalogue);
    ~StrokePainter();

    // Onto a picture whose pixels are the frame's; `clip`: the rectangle of it that matters.
    void paint(QPainter& painter, const sketch::Stroke& stroke, const Frame& frame, const QRect& clip) const;

    // What it can touch, in metres, at this scale.
    Box reach(const sketch::Stroke& stroke, double scale) const;
    StrokeForm form(const sketch::Stroke& stroke) const;
    double lineWidth(const sketch::Stroke& stroke) const;                                 // metres, at full pressure
    Point stampSize(const sketch::Stroke& stroke) const;                                  // metres
    double pixelWidth(const sketch::Stroke& stroke, double scale, float pressure) const;  // of its line
    // Null where nothing of that name is known. A brush may be a phrase: "a wide river".
    const catalogue::Entry* entry(const std::string& brush) const;
    const Look& look(const std::string& brush) const;
    const LookBook& book() const { return m_book; }
    const catalogue::Catalogue& catalogue() const { return m_catalogue; }

  private:
    struct Known {  // what a brush means, and how it looks
        const catalogue::Entry* entry = nullptr;
        const Look* look = nullptr;
    };
    const Known& known(const std::string& brush) const;
    struct Job;  // one stroke on one picture
    static QRectF lineClip(const Job& job);
    void paintArea(const Job& job) const;
    void paintLine(const Job& job, const std::vector<sketch::StrokePoint>& points, double width) const;
    void paintStamp(const Job& job, Point at) const;
    void paintEdit(const Job& job) const;
    void paintStampIn(const Job& job, const std::vector<Point>& footprint) const;
    void paintInk(const Job& job) const;
    void paintLabel(const Job& job) const;
    void paintGround(const Job& job, const QPainterPath& shape, double axis, double strength) const;
    void paintMarks(const Job& job, const Look::Marks& marks, const QPainterPath& shape, double fitWidth) const;
    void paintGroup(const Job& job, const QPainterPath& shape, double axis) const;
    void paintAlong(const Job& job, const Look::Marks& marks, const std::vector<InkPoint>& line) const;
    void paintTicks(const Job& job, const std::vector<InkPoint>& line, double fromMiddle, bool closed) const;
    void paintAcross(const Job& job, const std::vector<InkPoint>& line) const;
    void paintFlow(const Job& job, const std::vector<InkPoint>& line) const;
    void putGlyph(const Job& job, const Glyph& glyph, QPointF foot, double width, const QColor& tone,
                  uint64_t hand) const;
    GlyphTones tones(const Job& job, const QColor& tone, double width) const;

    const catalogue::Catalogue& m_catalogue;
    LookBook m_book;
    struct Memory;
    std::unique_ptr<Memory> m_memory;
};

}  // namespace sketchwalk::ui
