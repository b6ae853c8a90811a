// What the pen is set to: tool, brush, width, and how lines are helped along. One for the window; panels change it, the
// sheet reads it. Part of no document.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include "core/sketch/Sketch.h"

namespace sketchwalk::ui {

enum class Tool {
    brush,      // draws with the brush: a line, an area, a symbol, ink, as the brush says
    label,      // writes words
    erase,      // whole strokes
    erasePart,  // what lies under the eraser
    select,     // lasso; moves, turns and scales what is selected
    pan,        // moves the paper
    underlay    // moves, turns and scales the picture under the paper
};

enum class Mirror { none, leftRight, topBottom, both };  // about the paper's middle

// How a brush that can be drawn in several ways is drawn now.
enum class Shape { usual, line, area, symbol };

class Toolbox : public QObject {
    Q_OBJECT

  public:
    struct State {
        Tool tool = Tool::brush;
        std::string brush = "river";  // catalogue id, or "ink"
        Shape shape = Shape::usual;
        sketch::Pen pen = sketch::Pen::detail;
        double width = 0;         // metres; 0: the catalogue's
        double eraserWidth = 6;   // metres
        double stabiliser = 0.3;  // 0 off .. 1 strongest
        Mirror mirror = Mirror::none;
        bool grid = false;
        bool snap = false;     // to the grid
        double gridStep = 8;   // metres
        bool penOnly = false;  // fingers pan and zoom, and never draw
        int64_t layer = 1;     // where new strokes go
        bool operator==(const State&) const = default;
    };

    explicit Toolbox(QObject* parent = nullptr) : QObject(parent) {}

    const State& state() const { return m_state; }
    void set(const State& state);
    template <class Change>
    void change(Change&& change) {  // change(State&)
        State next = m_state;
        change(next);
        set(next);
    }
    void chooseBrush(const std::string& id);  // also chooses the brush tool, and remembers it among the recent ones
    const QStringList& recent() const { return m_recent; }  // newest first, at most kRecent
    void setRecent(const QStringList& ids);
    static constexpr int kRecent = 8;

  Q_SIGNALS:
    void changed();
    void recentChanged();

  private:
    State m_state;
    QStringList m_recent;
};

}  // namespace sketchwalk::ui
