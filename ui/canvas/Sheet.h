// The sheet of paper that the user draws on. Reads pen, mouse, touch and keys, and turns each finished gesture into one
// commit of the Drawing; paints the drawing from tiles made by worker threads, and the stroke under the pen at once.
// Never changes the document any other way, and never waits for a worker. Lives on the window's thread; owns nothing
// that it is given.
#pragma once

#include <QImage>
#include <QWidget>
#include <functional>
#include <memory>
#include <optional>

#include "core/catalogue/Catalogue.h"
#include "core/document/Document.h"
#include "core/neural/InkSymbol.h"
#include "ui/canvas/SheetColours.h"

namespace sketchwalk::ui {

class Drawing;
class Toolbox;
class Selection;

// Where the paper lies under the window.
struct SheetView {
    Point centre{128, 128};  // metres, in the middle of the widget
    double zoom = 100;       // percent; 100 is kPixelsPerMetre
    double turn = 0;         // degrees, the paper turned clockwise
    bool operator==(const SheetView&) const = default;
};

class Sheet : public QWidget {
    Q_OBJECT

  public:
    static constexpr double kPixelsPerMetre = 4;  // at 100 %: one pixel is 0.25 m
    static constexpr double kLeastZoom = 1, kGreatestZoom = 3200;

    // All four outlive the sheet.
    Sheet(Drawing& drawing, Toolbox& toolbox, Selection& selection, const catalogue::Catalogue& catalogue,
          QWidget* parent = nullptr);
    ~Sheet() override;

    // Widget pixels (device independent) and metres on the map.
    QPointF toWidget(Point metres) const;
    Point toMetres(QPointF widget) const;

    const SheetView& view() const;
    void setView(const SheetView& view);
    void fitAll();               // the whole paper, unturned
    void zoomBy(double factor);  // about the widget's middle
    void showBox(const Box& metres);

    // Scrolls there when it is out of sight, and pulses it for a second.
    void showStroke(int64_t stroke);
    void flash(int64_t stroke);  // pulses it where it is
    // The walker's place and where they look (degrees, as Geometry.h says); none: nobody walks.
    void setWalker(std::optional<Point> place, double yaw = 0);
    // What the world view sees: a wedge from `eye`; `spread` in degrees, `reach` in metres.
    void setWorldView(std::optional<Point> eye, double yaw = 0, double spread = 60, double reach = 60);

    SheetColours colours() const;
    void setColours(SheetColours colours);
    bool rulersShown() const;
    void setRulersShown(bool shown);

    // What was read of the drawing's ink; null: nothing. Its labels come when the pen rests, never while it draws.
    void setInk(neural::InkSymbolsPtr symbols);
    neural::InkSymbolsPtr ink() const;  // as the labels show it
    bool inkShown() const;
    void setInkShown(bool shown);
    QRectF inkLabel(int64_t stroke) const;  // the caption of what the stroke is part of; empty: it has none

    // Called after the pixels of a pen or mouse sample are painted, with the sample's own timestamp (nanoseconds, of
    // QInputEvent::timestamp) and the steady clock when it came in and when its pixels were done.
    struct Latency {
        qint64 timestampNs = 0, arrivedNs = 0, paintedNs = 0;
    };
    void setLatencyProbe(std::function<void(const Latency&)> probe);
    // Whether every visible tile shows the document as it is now. Tests and pictures wait for it.
    bool settled() const;
    // Whether a gesture (a stroke, a drag) is under way.
    bool busy() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  public Q_SLOTS:
    // On the selection; each is one step of history and does nothing where nothing is selected.
    void eraseSelected();
    void duplicateSelected();
    void bringToFront();
    void sendToBack();
    void rebrushSelected(const QString& brush);
    void selectAll();
    void cancelGesture();  // as Esc does
    // As a tap on the label of what is selected, else on that of the next one after the last that was asked about.
    void askAboutInk();

  Q_SIGNALS:
    void viewChanged(const SheetView& view);
    // Under the pen or mouse, in metres; for a status line.
    void hovered(Point metres, int64_t stroke);
    void settledChanged(bool settled);
    // What could not be done, in plain words: "This layer is locked".
    void notice(const QString& text);
    // What was read of this stroke and others is doubted: its label was tapped; both lie there in the widget.
    void inkAsked(int64_t stroke, const QRect& where);
    // Closed outlines, drawn with the brush that locks; they are no part of the drawing yet.
    void lockDrawn(const std::vector<sketch::Stroke>& outlines, int64_t layer);
    // A context menu is wanted here: the selection is up to date.
    void menuWanted(const QPoint& widget);

  protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    struct Parts;
    std::unique_ptr<Parts> m;
};

}  // namespace sketchwalk::ui
