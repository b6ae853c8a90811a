// How each brush looks on the sheet: resources/sheet.json. Widths of ink are pixels at 100 % zoom, everything else
// metres unless said. Immutable after loading, so any thread may read it.
#pragma once

#include <QColor>
#include <QString>
#include <QStringList>
#include <map>
#include <string>
#include <vector>

#include "core/catalogue/Catalogue.h"
#include "core/sketch/Sketch.h"
#include "ui/canvas/Glyph.h"
#include "ui/canvas/SheetColours.h"

namespace sketchwalk::ui {

struct Look {
    struct Marks {  // small drawings scattered over an area, or strung along a line
        std::vector<const Glyph*> glyphs;
        double spacing = 5, size = 5;  // metres; size: width of one
        double share = 1;              // of the places that get one
        double inset = 2;              // pixels, least distance of their feet from the edge
        double least = 8;              // pixels: where they would be narrower, fewer and wider ones stand
        double jitter = 0.8;           // 0 in rows .. 1 anywhere
        double fit = 0;                // > 0: as wide as this share of the area's own width, when that is less
        bool one = false;              // exactly one, as large as the area
        QColor tone;                   // of their ink or fill; invalid: the look's
        explicit operator bool() const { return !glyphs.empty(); }
    };
    struct Edge {  // the ink line around
        double width = 0, alpha = 0.9, gaps = 0;
        QColor tone;
    };
    struct Shore {  // lines that follow the edge
        int count = 0;
        double step = 4;  // pixels
        bool outside = false;
        QColor tone;
    };
    struct Lines {  // furrows
        double spacing = 0, width = 0.8, alpha = 0.5, wander = 1, gaps = 0.2, least = 4;
        QColor tone;
    };
    struct Dots {
        double spacing = 0, size = 0.7, share = 0.3, edge = 0.3;
        QColor tone;
    };
    struct Bricks {
        double width = 0, height = 0, alpha = 0.4, least = 4;
    };
    struct Flow {  // broken lines along a line's run
        double width = 0, alpha = 0.5, step = 2, gaps = 0.5;
        QColor tone;
    };
    struct Ticks {  // short strokes across the edge; side 1 outward (right of a line), -1 inward (both sides of a line)
        double spacing = 0, length = 4;
        int side = 1;
    };
    struct Across {                                 // planks, posts, stones of a line
        double spacing = 0, width = 1, length = 0;  // length 0: as wide as the line
    };

    QColor tone{128, 128, 128};
    double wash = 0.6;    // how strong the colour is, 0..1
    double cover = 0.92;  // how much it hides what is below, 0..1
    double pool = 0.3;    // how much darker the paint dries along the edge, 0..1
    Edge edge;
    Shore shore;
    Lines lines;
    Dots dots;
    Bricks bricks;
    Flow flow;
    Ticks ticks;
    Across across;
    Marks marks, along;
    double dashOn = 0, dashOff = 0;
    double thin = 0;   // metres; > 0: a line is painted this wide whatever its real width
    double least = 0;  // pixels, least width of a line or a stamp
    double nib = 0;    // metres, width of plain ink; 0: not plain ink
    std::vector<const Glyph*> stamp;
    double stampSize = 0;                           // metres; 0: the catalogue's
    double widthByPressure = 0, inkByPressure = 0;  // 0 none .. 1 all
    // What a pen does that leans, up to lying flat: how many times its width it gains, what share of its ink it loses.
    double widthByTilt = 0, inkByTilt = 0;

    // Of the full width (may be above 1) and of the full ink that this sample of a pen leaves.
    double widthShare(const sketch::StrokePoint& pen) const;
    double inkShare(const std::vector<sketch::StrokePoint>& pen) const;        // one for a whole stroke
    double mostWidthShare(const std::vector<sketch::StrokePoint>& pen) const;  // at full pressure
};

class LookBook {
  public:
    // From the program's own data, with which it cannot do without; CHECKs that they are whole.
    LookBook(const catalogue::Catalogue& catalogue, SheetColours colours);

    const Look& look(const std::string& brush) const;  // a plain one where unknown
    // Of an entry of which that quality was said; null where it looks as ever.
    const Look* lookWhere(const std::string& entry, const std::string& quality) const;
    const Glyph* glyph(const std::string& name) const;
    const QColor& paper() const { return m_paper; }
    const QColor& agedPaper() const { return m_agedPaper; }
    const QColor& ink() const { return m_ink; }
    QColor desk(bool dark) const { return dark ? m_darkDesk : m_desk; }
    const QStringList& letters() const { return m_letters; }

  private:
    std::map<std::string, Glyph> m_glyphs;
    std::map<std::string, Look, std::less<>> m_looks;
    Look m_plain;
    QColor m_paper, m_agedPaper, m_ink, m_desk, m_darkDesk;
    QStringList m_letters;
};

}  // namespace sketchwalk::ui
