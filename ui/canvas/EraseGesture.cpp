#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "ui/canvas/Cut.h"
#include "ui/canvas/Gesture.h"
#include "ui/canvas/StrokeEdits.h"

namespace sketchwalk::ui {
namespace {

double halfWidthOf(const StrokePainter& painter, const sketch::Stroke& stroke) {
    switch (painter.form(stroke)) {
        case StrokeForm::area:
            return 0;
        case StrokeForm::stamp:
            return 0.5 * std::min(painter.stampSize(stroke).x, painter.stampSize(stroke).y);
        case StrokeForm::label:
            return 0.5 * painter.lineWidth(stroke);
        case StrokeForm::line:
        case StrokeForm::ink:
            break;
    }
    return 0.5 * painter.lineWidth(stroke);
}

// What both erasers share: where they went, and a ring that shows how wide they are.
class Rubbing : public Gesture {
  public:
    explicit Rubbing(SheetContext& sheet) : m_sheet(sheet) { m_eraser.radius = sheet.toolbox.state().eraserWidth / 2; }
    void begin(const PenSample& sample) override { take(sample); }
    void move(const PenSample& sample) override { take(sample); }
    void cancel() override {
        m_sheet.update(
            m_sheet.view.imageOf(m_eraser.path.empty() ? Box{{0, 0}, {0, 0}} : m_eraser.box()).adjusted(-8, -8, 8, 8));
        m_eraser.path.clear();
    }

  protected:
    virtual void rubbed(const Eraser& piece) = 0;
    void take(const PenSample& sample) {
        Eraser piece{{sample.at}, m_eraser.radius};
        if (!m_eraser.path.empty()) piece.path.insert(piece.path.begin(), m_eraser.path.back());
        m_eraser.path.push_back(sample.at);
        rubbed(piece);
        m_sheet.update(m_sheet.view.imageOf(piece.box()).adjusted(-8, -8, 8, 8));
    }
    SheetContext& m_sheet;
    Eraser m_eraser;
};

class EraseGesture : public Rubbing {
  public:
    using Rubbing::Rubbing;
    void end(const PenSample& sample) override {
        take(sample);
        if (m_found.empty()) return;
        std::vector<int64_t> ids;
        for (const document::DrawnPtr& drawn : m_found) ids.push_back(drawn->stroke.id);
        const QString name = strokesName(m_found);
        m_found.clear();
        m_sheet.drawing.eraseStrokes(ids, SheetWords::tr("Erase %1").arg(name));
    }
    void cancel() override {
        for (const document::DrawnPtr& drawn : m_found) updateOf(*drawn);
        m_found.clear();
        Rubbing::cancel();
    }
    void paint(QPainter& painter, const QRect& part) const override {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(190, 48, 36, 170), 3 * m_sheet.ratio, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        for (const document::DrawnPtr& drawn : m_found) {
            const QRectF box = m_sheet.view.imageOf(m_sheet.index.boxOf(drawn->stroke.id));
            if (!box.intersects(QRectF(part))) continue;
            QPolygonF line;
            for (const auto& p : drawn->stroke.points) line << m_sheet.view.toImage(p.at);
            if (line.size() == 1) {
                painter.drawEllipse(line[0], 9 * m_sheet.ratio, 9 * m_sheet.ratio);
            } else if (drawn->stroke.closed) {
                painter.drawPolygon(line);
            } else {
                painter.drawPolyline(line);
            }
        }
    }

  protected:
    void rubbed(const Eraser& piece) override {
        for (const document::DrawnPtr& drawn : m_sheet.index.touching(piece.box())) {
            if (m_ids.contains(drawn->stroke.id) || !m_sheet.editable(*drawn)) continue;
            if (!touches(piece, drawn->stroke, halfWidthOf(*m_sheet.painter, drawn->stroke))) continue;
            m_ids.insert(drawn->stroke.id);
            m_found.push_back(drawn);
            updateOf(*drawn);
        }
    }

  private:
    void updateOf(const document::Drawn& drawn) const {
        m_sheet.update(m_sheet.view.imageOf(m_sheet.index.boxOf(drawn.stroke.id)).adjusted(-14, -14, 14, 14));
    }
    std::vector<document::DrawnPtr> m_found;
    std::unordered_set<int64_t> m_ids;
};

class CutGesture : public Rubbing {
  public:
    using Rubbing::Rubbing;
    void end(const PenSample& sample) override {
        take(sample);
        document::Document next = m_sheet.drawing.document();
        std::unordered_map<int64_t, std::vector<sketch::Stroke>> parts;
        std::vector<document::DrawnPtr> changed;
        for (const document::DrawnPtr& drawn : m_sheet.index.touching(m_eraser.box())) {
            if (!m_sheet.editable(*drawn)) continue;
            if (drawn->stroke.lock && !touches(m_eraser, drawn->stroke, 0)) continue;
            auto left = cut(m_eraser, drawn->stroke, halfWidthOf(*m_sheet.painter, drawn->stroke));
            if (!left) continue;
            parts.emplace(drawn->stroke.id, std::move(*left));
            changed.push_back(drawn);
        }
        m_eraser.path.clear();
        if (changed.empty()) return;
        std::vector<document::DrawnPtr> strokes;
        strokes.reserve(next.strokes.size());
        for (const document::DrawnPtr& drawn : next.strokes) {
            const auto found = parts.find(drawn->stroke.id);
            if (found == parts.end()) {
                strokes.push_back(drawn);
                continue;
            }
            bool first = true;  // what is left of a stroke keeps its id; parts that split off get their own
            for (sketch::Stroke& part : found->second) {
                if (!first) part.id = next.nextId++;
                first = false;
                strokes.push_back(
                    std::make_shared<const document::Drawn>(document::Drawn{std::move(part), drawn->layer}));
            }
        }
        next.strokes = std::move(strokes);
        m_sheet.drawing.commit(std::move(next), SheetWords::tr("Erase part of %1").arg(strokesName(changed)));
    }
    void paint(QPainter& painter, const QRect&) const override {
        QPolygonF line;
        for (const Point& p : m_eraser.path) line << m_sheet.view.toImage(p);
        QColor paper = m_sheet.painter->book().paper();
        paper.setAlpha(190);
        painter.setPen(
            QPen(paper, 2 * m_eraser.radius * m_sheet.view.scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        if (line.size() == 1) painter.drawPoint(line[0]);
        painter.drawPolyline(line);
    }

  protected:
    void rubbed(const Eraser&) override {}
};

}  // namespace

std::unique_ptr<Gesture> makeEraseGesture(SheetContext& sheet) {
    return std::make_unique<EraseGesture>(sheet);
}
std::unique_ptr<Gesture> makeCutGesture(SheetContext& sheet) {
    return std::make_unique<CutGesture>(sheet);
}

}  // namespace sketchwalk::ui
