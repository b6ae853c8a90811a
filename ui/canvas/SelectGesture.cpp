#include "ui/canvas/SelectGesture.h"

#include <QBuffer>
#include <QImageReader>
#include <algorithm>
#include <cmath>

#include "ui/canvas/Gesture.h"
#include "ui/canvas/StrokeEdits.h"

namespace sketchwalk::ui {
namespace {

constexpr double kStillPixels = 6;
constexpr size_t kMostOutlined = 4000;  // points of a selection shown while it is moved

void paintOutlines(QPainter& painter, const SheetContext& sheet, const std::vector<document::DrawnPtr>& strokes,
                   const QTransform& change) {
    size_t points = 0;
    painter.setRenderHint(QPainter::Antialiasing);
    for (const document::DrawnPtr& drawn : strokes) {
        points += drawn->stroke.points.size();
        if (points > kMostOutlined) return;
        QPolygonF line;
        for (const auto& p : drawn->stroke.points) {
            const QPointF at = change.map(QPointF(p.at.x, p.at.y));
            line << sheet.view.toImage({at.x(), at.y()});
        }
        painter.setPen(QPen(QColor(38, 92, 140, 200), 2 * sheet.ratio, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(drawn->stroke.closed ? QBrush(QColor(38, 92, 140, 38)) : QBrush(Qt::NoBrush));
        if (line.size() == 1) {
            const double r = std::max(5.0, 0.5 * sheet.painter->stampSize(drawn->stroke).x * sheet.view.scale);
            painter.drawEllipse(line[0], r, r);
        } else if (drawn->stroke.closed) {
            painter.drawPolygon(line);
        } else {
            painter.drawPolyline(line);
        }
    }
}

QString doneWords(HandleFrame::Part part) {
    switch (part) {
        case HandleFrame::Part::scale:
            return SheetWords::tr("Scale %1");
        case HandleFrame::Part::turning:
            return SheetWords::tr("Turn %1");
        case HandleFrame::Part::none:
        case HandleFrame::Part::inside:
            break;
    }
    return SheetWords::tr("Move %1");
}

class SelectGesture : public Gesture {
  public:
    explicit SelectGesture(SheetContext& sheet) : m_sheet(sheet) {}

    void begin(const PenSample& sample) override {
        m_start = m_last = sample;
        const bool add = sample.keys.testFlag(Qt::ShiftModifier);
        if (const auto frame = selectionFrame(m_sheet); frame && !add) {
            m_frame = *frame;
            m_grip = m_frame.gripAt(sample.device, m_sheet.view, m_sheet.ratio);
        }
        if (m_grip.part == HandleFrame::Part::none && !add) {
            // What lies under the pen can be dragged at once.
            if (const auto there = m_sheet.topmostAt(sample.at, m_sheet.metresOf(5))) {
                m_sheet.selection.set({there->stroke.id});
                m_frame = *selectionFrame(m_sheet);
                m_grip.part = HandleFrame::Part::inside;
                m_fresh = true;
            }
        }
        m_moved = m_sheet.selected();
        m_lasso = {sample.at};
    }

    void move(const PenSample& sample) override {
        updateShown();
        m_last = sample;
        m_far = m_far || std::hypot(sample.device.x() - m_start.device.x(), sample.device.y() - m_start.device.y()) >
                             kStillPixels * m_sheet.ratio;
        if (m_grip.part == HandleFrame::Part::none) m_lasso.push_back(sample.at);
        updateShown();
    }

    void end(const PenSample& sample) override {
        move(sample);
        if (!m_far) {
            if (!m_fresh) tap(sample);
        } else if (m_grip.part == HandleFrame::Part::none) {
            lasso(sample);
        } else {
            commit();
        }
        m_moved.clear();
        m_lasso.clear();
    }

    void cancel() override {
        updateShown();
        m_moved.clear();
        m_lasso.clear();
    }

    void paint(QPainter& painter, const QRect&) const override {
        if (!m_far) return;
        if (m_grip.part == HandleFrame::Part::none) {
            QPolygonF line;
            for (const Point& p : m_lasso) line << m_sheet.view.toImage(p);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(QColor(38, 92, 140), 1.4 * m_sheet.ratio, Qt::DashLine));
            painter.setBrush(QColor(38, 92, 140, 26));
            painter.drawPolygon(line);
        } else if (!m_moved.empty()) {
            paintOutlines(painter, m_sheet, m_moved, change());
        }
    }
    Qt::CursorShape cursor() const override { return Qt::ArrowCursor; }

  private:
    QTransform change() const {
        const bool keep = m_last.keys.testFlag(Qt::ShiftModifier);
        Point to = m_last.at;
        const Toolbox::State& state = m_sheet.toolbox.state();
        if (state.snap && m_grip.part == HandleFrame::Part::inside) {
            const Point by = to - m_start.at;
            to = m_start.at +
                 Point(std::round(by.x / state.gridStep), std::round(by.y / state.gridStep)) * state.gridStep;
        }
        return m_frame.change(m_grip, m_start.at, to, keep);
    }

    void updateShown() const {
        if (m_grip.part == HandleFrame::Part::none) {
            Box box;
            for (const Point& p : m_lasso) box.include(p);
            if (!m_lasso.empty()) m_sheet.update(m_sheet.view.imageOf(box).adjusted(-4, -4, 4, 4));
            return;
        }
        const QTransform moved = change();
        QPolygonF corners;
        for (const Point& side : {Point(-1, -1), Point(1, -1), Point(1, 1), Point(-1, 1)}) {
            const Point at = m_frame.at(side);
            const QPointF to = moved.map(QPointF(at.x, at.y));
            corners << m_sheet.view.toImage({to.x(), to.y()});
        }
        m_sheet.update(corners.boundingRect().adjusted(-24, -24, 24, 24));
    }

    void tap(const PenSample& sample) {
        const auto there = m_sheet.topmostAt(sample.at, m_sheet.metresOf(7));
        std::vector<int64_t> ids;
        if (sample.keys.testFlag(Qt::ShiftModifier)) {
            ids = m_sheet.selection.strokes();
            if (there) {
                const auto found = std::find(ids.begin(), ids.end(), there->stroke.id);
                if (found == ids.end()) {
                    ids.push_back(there->stroke.id);
                } else {
                    ids.erase(found);
                }
            }
        } else if (there) {
            ids = {there->stroke.id};
        }
        m_sheet.selection.set(ids);
    }

    void lasso(const PenSample& sample) {
        std::vector<int64_t> ids;
        if (sample.keys.testFlag(Qt::ShiftModifier)) ids = m_sheet.selection.strokes();
        for (const document::DrawnPtr& drawn : m_sheet.index.touching(boundsOf(m_lasso))) {
            if (m_sheet.editable(*drawn) && mostlyInside(drawn->stroke, m_lasso)) ids.push_back(drawn->stroke.id);
        }
        m_sheet.selection.set(std::move(ids));
    }

    void commit() {
        const QTransform by = change();
        std::vector<document::DrawnPtr> changed;
        for (const document::DrawnPtr& drawn : m_moved) {
            document::Drawn copy = *drawn;
            copy.stroke = transformed(drawn->stroke, by, *m_sheet.painter);
            changed.push_back(std::make_shared<const document::Drawn>(std::move(copy)));
        }
        if (!changed.empty() && !by.isIdentity()) {
            m_sheet.drawing.replaceStrokes(changed, doneWords(m_grip.part).arg(strokesName(m_moved)));
        }
    }

    SheetContext& m_sheet;
    PenSample m_start, m_last;
    HandleFrame m_frame;
    HandleFrame::Grip m_grip;
    bool m_far = false, m_fresh = false;
    std::vector<document::DrawnPtr> m_moved;
    Ring m_lasso;
};

class UnderlayGesture : public Gesture {
  public:
    explicit UnderlayGesture(SheetContext& sheet) : m_sheet(sheet) {}

    void begin(const PenSample& sample) override {
        m_start = m_last = sample;
        const auto frame = underlayFrame(m_sheet);
        if (!frame) {
            m_sheet.notice(SheetWords::tr("There is no picture under the paper yet."));
            return;
        }
        m_frame = *frame;
        m_grip = m_frame.gripAt(sample.device, m_sheet.view, m_sheet.ratio);
    }
    void move(const PenSample& sample) override {
        m_sheet.update(moved().pixels(m_sheet.view, m_sheet.ratio));
        m_last = sample;
        m_sheet.update(moved().pixels(m_sheet.view, m_sheet.ratio));
    }
    void end(const PenSample& sample) override {
        move(sample);
        if (m_grip.part == HandleFrame::Part::none) return;
        const HandleFrame now = moved();
        const double grown = now.half.x / std::max(1e-9, m_frame.half.x);
        m_sheet.drawing.changeSettings(
            [&](document::Settings& settings) {
                if (!settings.underlay) return;
                settings.underlay->centre = now.centre;
                settings.underlay->turn = std::remainder(now.turn, 360.0);
                settings.underlay->metresPerPixel *= grown;
            },
            doneWords(m_grip.part).arg(SheetWords::tr("picture")));
    }
    void paint(QPainter& painter, const QRect&) const override {
        if (m_grip.part != HandleFrame::Part::none) moved().paint(painter, m_sheet.view, m_sheet.ratio);
    }

  private:
    HandleFrame moved() const {
        const bool keep = m_grip.part == HandleFrame::Part::scale || m_last.keys.testFlag(Qt::ShiftModifier);
        const QTransform by = m_frame.change(m_grip, m_start.at, m_last.at, keep);
        HandleFrame out = m_frame;
        const QPointF centre = by.map(QPointF(m_frame.centre.x, m_frame.centre.y));
        out.centre = {centre.x(), centre.y()};
        out.half = m_frame.half * std::sqrt(std::abs(by.determinant()));
        out.turn = m_frame.turn + std::atan2(by.m12(), by.m11()) * 180 / M_PI;
        return out;
    }
    SheetContext& m_sheet;
    PenSample m_start, m_last;
    HandleFrame m_frame;
    HandleFrame::Grip m_grip;
};

}  // namespace

std::optional<HandleFrame> selectionFrame(const SheetContext& sheet) {
    Box box;
    for (const document::DrawnPtr& drawn : sheet.selected()) {
        const sketch::Stroke& stroke = drawn->stroke;
        for (const auto& p : stroke.points) box.include(p.at);
        const StrokeForm form = sheet.painter->form(stroke);
        if (form == StrokeForm::stamp || form == StrokeForm::label) box.include(sheet.index.boxOf(stroke.id).grown(0));
    }
    if (box.min.x > box.max.x) return std::nullopt;
    return HandleFrame::around(box.grown(sheet.metresOf(6)));
}

std::optional<HandleFrame> underlayFrame(const SheetContext& sheet) {
    const auto& under = sheet.drawing.settings().underlay;
    if (!under || !under->file) return std::nullopt;
    QByteArray bytes = QByteArray::fromRawData(reinterpret_cast<const char*>(under->file->data()),
                                               static_cast<qsizetype>(under->file->size()));
    QBuffer buffer(&bytes);
    const QSize size = QImageReader(&buffer).size();  // reads the head of the file alone
    if (size.isEmpty()) return std::nullopt;
    return HandleFrame{under->centre, Point(size.width(), size.height()) * (0.5 * under->metresPerPixel), under->turn};
}

std::unique_ptr<Gesture> makeSelectGesture(SheetContext& sheet) {
    return std::make_unique<SelectGesture>(sheet);
}
std::unique_ptr<Gesture> makeUnderlayGesture(SheetContext& sheet) {
    return std::make_unique<UnderlayGesture>(sheet);
}

}  // namespace sketchwalk::ui
