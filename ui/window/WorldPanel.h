// The right half of the window: the world, and below it how one looks at it. Shows a plain explanation where nothing
// can be drawn. Window's thread.
#pragma once

#include <QLabel>
#include <QStackedWidget>
#include <QWidget>

#include "render/viewport/Viewport.h"
#include "ui/model/Selection.h"
#include "ui/window/WorldBuilder.h"

class QAction;
class QComboBox;
class QHBoxLayout;
class QSlider;

namespace sketchwalk::ui {

class WorldPanel : public QWidget {
    Q_OBJECT

  public:
    explicit WorldPanel(Selection* selection, QWidget* parent = nullptr);  // the selection outlives it

    // Qt 3D takes a moment to start: the window shows itself first and calls this then. `why` in plain words where
    // there is nothing to start it with.
    void startViewport();
    render::Viewport* viewport() const { return m_viewport; }  // null before, and where nothing can be drawn

    void show(BuiltWorldPtr world);  // null: nothing yet
    const BuiltWorldPtr& world() const { return m_world; }
    void lookAtSelection();
    void addToBar(QAction* action);  // as a button with words, first in the bar

  Q_SIGNALS:
    void viewportStarted();
    void thingPicked(std::optional<uint64_t> object);  // a thing of the world was clicked; null: something else
    void strokePicked(int64_t stroke);                 // its object was clicked; it is selected already
    void worldShown();                                 // what was given to show() is completely there

  private:
    QWidget* bar();
    void followPick(const std::optional<render::Pick>& pick);
    void markSelection();
    std::vector<const scene::Instance*> selectedInstances() const;

    Selection* m_selection;
    BuiltWorldPtr m_world;
    std::optional<uint64_t> m_thing;  // the one that was clicked; null: what is marked is what is selected
    render::Viewport* m_viewport = nullptr;
    QStackedWidget* m_pages;
    QLabel* m_words;
    QSlider* m_time;
    QLabel* m_clock;
    QHBoxLayout* m_bar = nullptr;
    QComboBox* m_quality;
};

}  // namespace sketchwalk::ui
