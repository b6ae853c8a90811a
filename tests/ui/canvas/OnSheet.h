// A sheet on a screen that nobody sees, with hands to draw on it.
#pragma once

#include <gtest/gtest.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <QPointingDevice>
#include <QTabletEvent>
#include <QTest>
#include <QTouchEvent>
#include <QWheelEvent>

#include "core/catalogue/Catalogue.h"
#include "ui/canvas/Sheet.h"
#include "ui/model/Drawing.h"
#include "ui/model/Selection.h"
#include "ui/model/Toolbox.h"

namespace sketchwalk::ui {

inline const catalogue::Catalogue& theCatalogue() {
    static const auto loaded = catalogue::Catalogue::load(SKETCHWALK_SOURCE_DIR "/resources");
    EXPECT_TRUE(loaded.has_value());
    return *loaded;
}

class OnSheet : public testing::Test {
  protected:
    OnSheet() {
        sheet.resize(800, 600);
        sheet.show();
        sheet.fitAll();
        toolbox.change([](Toolbox::State& state) { state.stabiliser = 0; });
    }

    QPointF at(double x, double y) const { return sheet.toWidget({x, y}); }
    void send(QEvent& event) { QApplication::sendEvent(&sheet, &event); }
    void mouse(QEvent::Type type, QPointF p, Qt::KeyboardModifiers keys = {}, Qt::MouseButton button = Qt::LeftButton) {
        const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::MouseButtons(button);
        QMouseEvent event(type, p, sheet.mapToGlobal(p), type == QEvent::MouseMove ? Qt::NoButton : button, held, keys);
        send(event);
    }
    // Through points in metres, with the mouse.
    void drag(const std::vector<Point>& path, Qt::KeyboardModifiers keys = {}) {
        mouse(QEvent::MouseButtonPress, at(path.front().x, path.front().y), keys);
        for (size_t i = 1; i < path.size(); ++i) mouse(QEvent::MouseMove, at(path[i].x, path[i].y), keys);
        mouse(QEvent::MouseButtonRelease, at(path.back().x, path.back().y), keys);
    }
    void tap(double x, double y, Qt::KeyboardModifiers keys = {}) { drag({{x, y}}, keys); }
    std::vector<Point> loop(double x, double y, double r) const {
        std::vector<Point> path;
        for (int i = 0; i <= 30; ++i) path.push_back({x + r * std::cos(i * 0.2), y + r * std::sin(i * 0.2)});
        return path;
    }
    void pen(QEvent::Type type, QPointF p, double pressure, quint64 ms, Qt::MouseButton button = Qt::LeftButton,
             QPointingDevice::PointerType kind = QPointingDevice::PointerType::Pen) {
        // Never destroyed: Qt would look for an application that is gone by then.
        static const auto& tip =
            *new QPointingDevice("pen", 11, QInputDevice::DeviceType::Stylus, QPointingDevice::PointerType::Pen,
                                 QInputDevice::Capability::Position | QInputDevice::Capability::Pressure, 1, 2);
        static const auto& rubber =
            *new QPointingDevice("rubber", 12, QInputDevice::DeviceType::Stylus, QPointingDevice::PointerType::Eraser,
                                 QInputDevice::Capability::Position | QInputDevice::Capability::Pressure, 1, 2);
        const bool eraser = kind == QPointingDevice::PointerType::Eraser;
        QTabletEvent event(type, eraser ? &rubber : &tip, p, sheet.mapToGlobal(p), pressure, 12, -8, 0, 0, 0, {},
                           type == QEvent::TabletMove ? Qt::NoButton : button,
                           type == QEvent::TabletRelease ? Qt::NoButton : Qt::MouseButtons(button));
        event.setTimestamp(ms);
        send(event);
    }
    // Fingers, as the screen tells of them: one that is not down yet is pressed, whatever `type` says of the others.
    void touch(QEvent::Type type, const std::vector<QPointF>& fingers) {
        static QPointingDevice* const screen = QTest::createTouchDevice();
        QTest::QTouchEventWidgetSequence event = QTest::touchEvent(&sheet, screen, false);
        for (int i = 0; i < 2; ++i) {
            const bool named = static_cast<size_t>(i) < fingers.size();
            const QPoint p = named ? fingers[static_cast<size_t>(i)].toPoint() : m_finger[i];
            if (type == QEvent::TouchEnd || !named) {
                if (m_down[i]) event.release(i, p, &sheet);
                m_down[i] = false;
            } else {
                m_down[i] ? event.move(i, p, &sheet) : event.press(i, p, &sheet);
                m_down[i] = true;
            }
            m_finger[i] = p;
        }
        event.commit();
    }
    // Until the sheet shows the document as it is.
    void settle() {
        QElapsedTimer timer;
        timer.start();
        while (!sheet.settled() && timer.elapsed() < 60000) QTest::qWait(5);
        ASSERT_TRUE(sheet.settled());
        QTest::qWait(5);
    }
    QImage picture() { return sheet.grab().toImage(); }
    const std::vector<document::DrawnPtr>& strokes() const { return drawing.document().strokes; }
    const sketch::Stroke& last() const { return strokes().back()->stroke; }
    QString label() const { return QString::fromStdString(drawing.history().steps().back().label); }
    size_t steps() const { return drawing.history().position(); }
    void put(sketch::Stroke stroke, int64_t layer = 1) { drawing.addStroke(std::move(stroke), layer, "Put"); }
    static sketch::Stroke line(const std::string& brush, const std::vector<Point>& path, double width = 0) {
        sketch::Stroke stroke;
        stroke.brush = brush;
        stroke.width = width;
        for (const Point& p : path) stroke.points.push_back({p, 1, -1});
        return stroke;
    }
    static sketch::Stroke square(const std::string& brush, double x, double y, double side) {
        sketch::Stroke stroke = line(brush, {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}});
        stroke.closed = true;
        return stroke;
    }

    bool m_down[2] = {false, false};
    QPoint m_finger[2];
    Drawing drawing;
    Toolbox toolbox;
    Selection selection;
    Sheet sheet{drawing, toolbox, selection, theCatalogue()};
};

}  // namespace sketchwalk::ui
