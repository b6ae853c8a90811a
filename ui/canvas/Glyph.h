// A small drawing in a few filled and inked shapes, in a space where its width is 100. Upright ones stand on (0, 0) and
// reach up (negative y); plan ones are seen from above, within -50..50, and are stretched to what they stand for. Ink
// is drawn anew each time with a hand's small errors, the same ones for the same seed.
#pragma once

#include <QColor>
#include <QImage>
#include <QPainterPath>
#include <QPen>
#include <QRectF>
#include <cstdint>
#include <memory>
#include <vector>

class QJsonObject;
class QPainter;

namespace sketchwalk::ui {

struct GlyphTones {
    QColor fill, ink, paper;
    double nib = 1;  // pixels, width of a usual line
};

// A pen for lines of this many pixels that looks the same in every picture of a tile.
QPen finePen(const QColor& colour, double width);

class Glyph {
  public:
    static Glyph read(const QJsonObject& data);

    bool plan() const { return m_plan; }
    const QRectF& bounds() const { return m_bounds; }  // with its ink
    const QPainterPath& silhouette() const { return m_layers.front().path; }
    // `place`: from its space to the picture; ink keeps its width whatever the place.
    void paint(QPainter& painter, const QTransform& place, const GlyphTones& tones, uint64_t seed) const;

  private:
    enum class Tone { none, fill, dark, light, shade, wood, paper, ink, fixed };
    struct Layer {
        Tone fill = Tone::none;
        QColor fixed;
        double line = 0;  // in usual lines; 0: none
        QPainterPath path;
    };
    static QColor colourOf(const Layer& layer, const GlyphTones& tones);

    std::vector<Layer> m_layers;
    QRectF m_bounds;
    bool m_plan = false;
};

// Pictures of upright glyphs for scattering by the thousand: painted once for each size and hand, then copied. Any
// thread.
class GlyphSprites {
  public:
    struct Sprite {
        QImage picture;
        QPoint anchor;  // the glyph's foot in the picture
    };
    GlyphSprites();
    ~GlyphSprites();
    // `width` in pixels, rounded; `turn` in degrees. `hand` picks one of a few variants.
    std::shared_ptr<const Sprite> sprite(const Glyph& glyph, int width, double turn, const GlyphTones& tones,
                                         uint64_t hand);

  private:
    struct Cache;
    std::unique_ptr<Cache> m_cache;
};

}  // namespace sketchwalk::ui
