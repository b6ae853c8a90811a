// The insides of Sheet, shared by its sources. Private to this room.
#pragma once

#include <QCursor>
#include <QElapsedTimer>
#include <QInputEvent>
#include <QPointer>
#include <QTimer>
#include <chrono>

#include "ui/canvas/Gesture.h"
#include "ui/canvas/HandleFrame.h"
#include "ui/canvas/InkLabels.h"
#include "ui/canvas/LabelEditor.h"
#include "ui/canvas/PenRules.h"
#include "ui/canvas/Sheet.h"
#include "ui/canvas/Tiles.h"

class QKeyEvent;
class QMouseEvent;
class QNativeGestureEvent;
class QTabletEvent;
class QTouchEvent;
class QWheelEvent;

namespace sketchwalk::ui {

inline qint64 steadyNs() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

constexpr double kZoomStep = 1.189207;  // of a wheel's notch: four of them double

struct Sheet::Parts {
    Parts(Sheet& sheet, Drawing& drawing, Toolbox& toolbox, Selection& selection,
          const catalogue::Catalogue& catalogue);

    // SheetView
    void applyView(const SheetView& next);
    void zoomAt(QPointF widget, double factor, double turn = 0);
    void panBy(QPointF devicePixels);
    void wantTiles();
    void regrid();
    QRect deviceRect() const;
    bool onSight(const Box& metres) const;
    SheetContent content(const Box& metres, double scale) const;

    // SheetInput
    enum class Hand { none, mouse, pen, touch, keys };
    bool mouse(QMouseEvent* event);
    bool tablet(QTabletEvent* event);
    bool touch(QTouchEvent* event);
    bool wheel(QWheelEvent* event);
    bool native(QNativeGestureEvent* event);
    bool key(QKeyEvent* event, bool down);
    void beginGesture(Hand by, std::unique_ptr<Gesture> what, const PenSample& sample);
    void endGesture(const PenSample& sample);
    void dropGesture();
    void twoFingers(QTouchEvent& event);
    void hover(QPointF widget);
    PenSample sampleOf(QPointF widget, float pressure, Qt::KeyboardModifiers keys, quint64 timestamp);
    PenSample sampleOf(const QTabletEvent& event, float pressure);
    void noteArrival(const QInputEvent& event);
    void updateCursor();
    bool keyboardPen(QKeyEvent* event);

    // SheetInk
    void moveGesture(const PenSample& sample);
    void takeInk();
    void askInk(size_t symbol);
    void noteInkPress(const PenSample& sample);
    bool isInkTap(const PenSample& sample) const;

    // SheetPaint
    void paint(const QRect& widgetPart);
    void paintGrid(QPainter& painter, const QRect& part) const;
    void paintMirror(QPainter& painter) const;
    void paintFlashes(QPainter& painter) const;
    void paintWalker(QPainter& painter) const;
    void paintRulers(QPainter& painter) const;
    void paintRuler(QPainter& painter, bool across) const;
    void paintScaleBar(QPainter& painter) const;
    void paintOverlays(QPainter& painter, const QRect& part);
    QRectF walkerRect() const;

    // Sheet
    void documentChanged(const document::Change& change);
    void documentReset();
    void tilesPainted(const QRect& gridPixels);
    void dropDried();
    void frameChanged();  // what is selected, or how it lies
    void openEditor(std::vector<sketch::StrokePoint> path, int64_t existing);
    void finishEditor(bool keep);
    void updateDevice(const QRectF& devicePixels);
    void reorder(bool toFront);

    Sheet& q;
    SheetContext context;
    Tiles tiles;
    SheetView view;
    SheetColours colours = SheetColours::catalogue;
    static constexpr int kRuler = 22;  // pixels
    bool rulers = true;
    double viewScale = 0, viewTurn = 0;
    QTimer regridTimer;

    std::unique_ptr<Gesture> gesture;
    Hand hand = Hand::none;
    QElapsedTimer clock;  // since the sheet was made
    quint64 gestureStamp = 0;
    double gestureStart = 0;
    PenSample lastSample;
    PalmGuard palm;
    bool spaceDown = false, turning = false;
    double fingersTurned = 0;
    QPointF keyPen;
    bool keyPenShown = false;
    QCursor ringCursor;
    int cursorSize = -1;
    Tool cursorTool = Tool::brush;

    std::optional<HandleFrame> frame;  // of the selection or the picture, when its tool is chosen
    struct Flash {
        int64_t stroke = 0;
        double until = 0;
    };
    std::vector<Flash> flashes;
    QTimer flashTimer;
    std::optional<Point> walker;
    double walkerYaw = 0;
    struct Wedge {
        Point eye{0, 0};
        double yaw = 0, spread = 60, reach = 60;
    };
    std::optional<Wedge> wedge;

    InkLabels labels;
    neural::InkSymbolsPtr nextInk;
    QTimer inkTimer;
    struct InkPress {
        size_t symbol = 0;
        QPointF at;
    };
    std::optional<InkPress> inkPress;  // where the gesture began on a label
    bool inkStrayed = false;
    int64_t askedInk = 0;  // a stroke of what was asked about last; 0: nothing yet

    QPointer<LabelEditor> editor;
    std::vector<sketch::StrokePoint> editorPath;
    int64_t editorStroke = 0;

    std::function<void(const Latency&)> probe;
    std::vector<Latency> waiting;
};

}  // namespace sketchwalk::ui
