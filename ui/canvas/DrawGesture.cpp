#include <algorithm>
#include <cmath>

#include "core/pipeline/Locks.h"
#include "ui/canvas/Cut.h"
#include "ui/canvas/Gesture.h"
#include "ui/canvas/PenRules.h"
#include "ui/canvas/StrokeEdits.h"

namespace sketchwalk::ui {
namespace {

using catalogue::DrawnAs;

constexpr double kTapPixels = 5;  // of the widget: a shorter gesture is a tap
constexpr double kOffPaper = 64;  // metres that a line may run off the paper

class DrawGesture : public Gesture {
  public:
    explicit DrawGesture(SheetContext& sheet)
        : m_sheet(sheet),
          m_state(sheet.toolbox.state()),
          m_steady(m_state.stabiliser),
          m_entry(sheet.painter->entry(m_state.brush)),
          m_shape(shapeOf(m_state, m_entry)) {
        m_kind.brush = m_state.brush;
        m_kind.pen = m_state.pen;
        m_kind.width = m_state.width;
        // A line in a plain way, so that it is shown as one while it is drawn.
        m_kind.points = {{Point(0, 0), 1, -1}, {Point(9, 0), 1, -1}};
    }

    void begin(const PenSample& sample) override {
        const document::Layer* layer = m_sheet.drawing.document().layer(m_state.layer);
        if (!layer) layer = &m_sheet.drawing.settings().layers.back();
        m_layer = layer->id;
        if (layer->locked || !layer->shown) {
            const QString name = QString::fromStdString(layer->name);
            m_sheet.notice(layer->locked ? SheetWords::tr("The layer \"%1\" is locked.").arg(name)
                                         : SheetWords::tr("The layer \"%1\" is hidden.").arg(name));
            return;
        }
        m_active = true;
        m_images = mirrorImages(m_state.mirror, m_sheet.drawing.settings().extent);
        m_images.insert(m_images.begin(), QTransform());
        for (size_t i = 0; i < m_images.size(); ++i) {
            m_wet.push_back(std::make_unique<WetStroke>(*m_sheet.painter, liveKind(), m_sheet.view));
        }
        m_start = sample;
        take(sample);
    }

    void move(const PenSample& sample) override {
        if (!m_active) return;
        m_travelled = std::max(
            m_travelled, std::hypot(sample.device.x() - m_start.device.x(), sample.device.y() - m_start.device.y()));
        take(sample);
    }

    void end(const PenSample& sample) override {
        if (!m_active) return;
        move(sample);
        if (!m_straight) {
            for (const sketch::StrokePoint& p : m_steady.rest()) addPoint(p);
        }
        const bool tap = m_travelled < kTapPixels * m_sheet.ratio;
        std::optional<sketch::Stroke> stroke = tap ? tapped() : drawn();
        updateTail();
        m_active = false;
        if (stroke && m_straight) layStraight(*stroke);
        for (auto& wet : m_wet) {
            m_sheet.update(deviceRect(wet->finish()));
            if (stroke) m_sheet.drying.push_back(std::move(wet));
        }
        if (!stroke) {
            m_wet.clear();
            return;
        }
        m_wet.clear();
        commit(std::move(*stroke));
    }

    void cancel() override {
        for (const auto& wet : m_wet) m_sheet.update(deviceRect(wet->touched()));
        updateTail();
        m_wet.clear();
        m_active = false;
    }

    void paint(QPainter& painter, const QRect& part) const override {
        if (!m_active) return;
        for (size_t i = 0; i < m_wet.size(); ++i) {
            m_wet[i]->paint(painter, m_sheet.view, part);
            for (const sketch::StrokePoint& p : m_tail) m_wet[i]->paintTail(painter, m_sheet.view, imageOf(p, i));
        }
        if (m_straight && m_shape == DrawnAs::area && m_tail.size() == 1) {
            painter.setPen(QPen(QColor(60, 42, 28, 160), m_sheet.ratio, Qt::DashLine));
            painter.setBrush(Qt::NoBrush);
            for (size_t i = 0; i < m_wet.size(); ++i) {
                const QPointF a = m_sheet.view.toImage(imageOf(m_points.front(), i).at);
                const QPointF b = m_sheet.view.toImage(imageOf(m_tail.front(), i).at);
                painter.drawRect(QRectF(a, b).normalized());
            }
        }
    }

  private:
    sketch::Stroke liveKind() const {
        sketch::Stroke kind = m_kind;
        if (m_shape != DrawnAs::line) {  // an outline is drawn, thinly
            kind.closed = true;
            kind.points.push_back({Point(9, 9), 1, -1});
        }
        return kind;
    }
    sketch::StrokePoint imageOf(const sketch::StrokePoint& p, size_t image) const { return mapped(m_images[image], p); }
    QRectF deviceRect(const QRect& gridRect) const { return QRectF(gridRect.translated(-m_sheet.view.origin)); }

    Point onPaper(Point p) const {
        const Point extent = m_sheet.drawing.settings().extent;
        return {std::clamp(p.x, -kOffPaper, extent.x + kOffPaper), std::clamp(p.y, -kOffPaper, extent.y + kOffPaper)};
    }

    void take(const PenSample& sample) {
        sketch::StrokePoint raw{onPaper(sample.at), sample.pressure, static_cast<float>(sample.seconds), sample.lean};
        m_pressure = std::max(m_pressure, raw.pressure);
        const bool straight = sample.keys.testFlag(Qt::ShiftModifier) && !m_points.empty();
        updateTail();
        if (straight) {
            holdStraight(raw, sample.keys.testFlag(Qt::ControlModifier));
        } else {
            if (m_straight) release();
            if (m_state.snap) {
                snapTo(raw);
            } else {
                addPoint(m_steady.next(raw));
            }
            m_tail = {raw};
        }
        updateTail();
    }

    // Every mirror image of a point goes onto the sheet at once.
    void addPoint(const sketch::StrokePoint& p) {
        m_points.push_back(p);
        for (size_t i = 0; i < m_wet.size(); ++i) m_sheet.update(deviceRect(m_wet[i]->add(imageOf(p, i))));
    }

    void snapTo(sketch::StrokePoint raw) {
        const Point corner = snapped(raw.at, m_state.gridStep);
        const bool near = distance(corner, raw.at) < 0.4 * m_state.gridStep;
        if (!m_points.empty() && (!near || corner == m_points.back().at)) return;
        raw.at = corner;
        addPoint(raw);
    }

    // The line starts over: one side from its first point to the pen.
    void holdStraight(sketch::StrokePoint raw, bool steps) {
        if (!m_straight) {
            for (const auto& wet : m_wet) m_sheet.update(deviceRect(wet->touched()));
            for (const auto& wet : m_wet) wet->clear();
            m_points.resize(1);
            for (size_t i = 0; i < m_wet.size(); ++i) m_wet[i]->add(imageOf(m_points[0], i));
            m_straight = true;
        }
        const Point start = m_points.front().at;
        if (m_shape == DrawnAs::area && steps) {  // a square
            const Point to = raw.at - start;
            const double side = std::max(std::abs(to.x), std::abs(to.y));
            raw.at = start + Point(std::copysign(side, to.x), std::copysign(side, to.y));
        } else if (m_shape != DrawnAs::area) {
            raw.at = straightEnd(start, raw.at, steps);
        }
        if (m_state.snap && !steps) raw.at = snapped(raw.at, m_state.gridStep);
        m_tail = {raw};
    }
    // It was only shown as a tail until now.
    void layStraight(const sketch::Stroke& stroke) {
        for (size_t i = 0; i < m_wet.size(); ++i) {
            for (size_t k = 1; k < stroke.points.size(); ++k) m_wet[i]->add(imageOf(stroke.points[k], i));
            m_sheet.update(deviceRect(m_wet[i]->touched()));
        }
    }
    void release() {  // Shift let go: the line goes on from the straight one's end
        if (!m_tail.empty()) addPoint(m_tail.front());
        m_straight = false;
        m_steady = Steady(m_state.stabiliser);
    }

    void updateTail() {
        for (size_t i = 0; i < m_wet.size(); ++i) {
            for (const sketch::StrokePoint& p : m_tail) {
                m_sheet.update(deviceRect(m_wet[i]->tailRect(imageOf(p, i))));
                if (m_straight && m_shape == DrawnAs::area) {
                    const QPointF a = m_sheet.view.toImage(imageOf(m_points.front(), i).at),
                                  b = m_sheet.view.toImage(imageOf(p, i).at);
                    m_sheet.update(QRectF(a, b).normalized().adjusted(-2, -2, 2, 2));
                }
            }
        }
    }

    std::optional<sketch::Stroke> tapped() const {
        if (!canBe(m_entry, DrawnAs::symbol) && m_kind.brush != "ink") {
            m_sheet.notice(SheetWords::tr("Draw a line or go round an area with this brush."));
            return std::nullopt;
        }
        sketch::Stroke stroke = m_kind;
        sketch::StrokePoint point = m_points.front();
        point.pressure = m_pressure;
        point.seconds = 0;
        stroke.points = {point};
        return stroke;
    }

    std::optional<sketch::Stroke> drawn() const {
        sketch::Stroke stroke = m_kind;
        stroke.points = m_points;
        if (m_straight && !m_tail.empty()) {
            const sketch::StrokePoint a = m_points.front(), b = m_tail.front();
            stroke.points = {a, b};
            if (m_shape == DrawnAs::area) {
                stroke.points = {a, {Point(b.at.x, a.at.y), 1, -1}, b, {Point(a.at.x, b.at.y), 1, -1}};
                for (auto& p : stroke.points) p.seconds = -1;
            }
        }
        if (m_shape == DrawnAs::line) {
            if (stroke.points.size() < 2) return std::nullopt;
            return stroke;
        }
        Ring ring;
        for (const sketch::StrokePoint& p : stroke.points) ring.push_back(p.at);
        const bool encloses = ring.size() > 2 && std::abs(signedArea(ring)) >= kLeastArea;
        if (m_shape == DrawnAs::area || canBe(m_entry, DrawnAs::area)) {
            if (encloses) {
                stroke.closed = true;
                return stroke;
            }
            if (m_shape == DrawnAs::area) return std::nullopt;
        }
        if (canBe(m_entry, DrawnAs::line) && stroke.points.size() > 1) return stroke;
        stroke.points = {stroke.points[stroke.points.size() / 2]};  // a thing that is only ever set down
        return stroke;
    }

    void commit(sketch::Stroke stroke) {
        const bool placed = stroke.points.size() == 1 && stroke.brush != "ink";
        const QString name = brushName(stroke.brush);
        std::vector<sketch::Stroke> copies;
        for (const QTransform& image : m_images) copies.push_back(transformed(stroke, image, *m_sheet.painter));
        if (m_entry && pipeline::isLock(m_entry->id)) return m_sheet.lock(std::move(copies), m_layer);
        m_sheet.drawing.addStrokes(std::move(copies), m_layer,
                                   (placed ? SheetWords::tr("Place %1") : SheetWords::tr("Draw %1")).arg(name));
    }

    SheetContext& m_sheet;
    const Toolbox::State m_state;
    Steady m_steady;
    const catalogue::Entry* m_entry;
    const DrawnAs m_shape;
    sketch::Stroke m_kind;
    int64_t m_layer = 1;
    bool m_active = false, m_straight = false;
    std::vector<QTransform> m_images;
    std::vector<std::unique_ptr<WetStroke>> m_wet;  // one an image
    std::vector<sketch::StrokePoint> m_points, m_tail;
    PenSample m_start;
    double m_travelled = 0;  // device pixels from the start, at most
    float m_pressure = 0;
};

class LabelGesture : public Gesture {
  public:
    explicit LabelGesture(SheetContext& sheet) : m_sheet(sheet) {}
    void begin(const PenSample& sample) override {
        m_start = sample;
        m_path = {{sample.at, 1, -1}};
    }
    void move(const PenSample& sample) override {
        m_path.push_back({sample.at, 1, -1});
        if (m_path.size() > 1) {
            const QPointF a = m_sheet.view.toImage(m_path[m_path.size() - 2].at);
            m_sheet.update(QRectF(a, sample.device).normalized().adjusted(-3, -3, 3, 3));
        }
    }
    void end(const PenSample& sample) override {
        const double far = std::hypot(sample.device.x() - m_start.device.x(), sample.device.y() - m_start.device.y());
        if (far < 3 * kTapPixels * m_sheet.ratio) m_path.resize(1);
        int64_t existing = 0;
        if (m_path.size() == 1) {
            const document::DrawnPtr there = m_sheet.topmostAt(sample.at, m_sheet.metresOf(4));
            if (there && there->stroke.brush == "label") existing = there->stroke.id;
        }
        Box box;
        for (const auto& p : m_path) box.include(p.at);
        m_sheet.update(m_sheet.view.imageOf(box).adjusted(-4, -4, 4, 4));
        m_sheet.write(std::move(m_path), existing);
        m_path.clear();
    }
    void cancel() override { m_path.clear(); }
    void paint(QPainter& painter, const QRect&) const override {
        QPolygonF line;
        for (const auto& p : m_path) line << m_sheet.view.toImage(p.at);
        painter.setPen(QPen(QColor(60, 42, 28, 140), m_sheet.ratio, Qt::DashLine));
        painter.drawPolyline(line);
    }
    Qt::CursorShape cursor() const override { return Qt::IBeamCursor; }

  private:
    SheetContext& m_sheet;
    PenSample m_start;
    std::vector<sketch::StrokePoint> m_path;
};

class PanGesture : public Gesture {
  public:
    explicit PanGesture(SheetContext& sheet) : m_sheet(sheet) {}
    void begin(const PenSample& sample) override { m_last = sample.device; }
    void move(const PenSample& sample) override {
        m_sheet.pan(sample.device - m_last);
        m_last = sample.device;
    }
    void end(const PenSample& sample) override { move(sample); }
    Qt::CursorShape cursor() const override { return Qt::ClosedHandCursor; }

  private:
    SheetContext& m_sheet;
    QPointF m_last;
};

}  // namespace

bool SheetContext::hit(const sketch::Stroke& stroke, Point at, double reach) const {
    return hits(stroke, at, reach, *painter);
}

std::unique_ptr<Gesture> makeDrawGesture(SheetContext& sheet) {
    return std::make_unique<DrawGesture>(sheet);
}
std::unique_ptr<Gesture> makeLabelGesture(SheetContext& sheet) {
    return std::make_unique<LabelGesture>(sheet);
}
std::unique_ptr<Gesture> makePanGesture(SheetContext& sheet) {
    return std::make_unique<PanGesture>(sheet);
}

std::unique_ptr<Gesture> makeGesture(Tool tool, SheetContext& sheet) {
    switch (tool) {
        case Tool::brush:
            return makeDrawGesture(sheet);
        case Tool::label:
            return makeLabelGesture(sheet);
        case Tool::erase:
            return makeEraseGesture(sheet);
        case Tool::erasePart:
            return makeCutGesture(sheet);
        case Tool::select:
            return makeSelectGesture(sheet);
        case Tool::pan:
            return makePanGesture(sheet);
        case Tool::underlay:
            return makeUnderlayGesture(sheet);
    }
    return makePanGesture(sheet);
}

}  // namespace sketchwalk::ui
