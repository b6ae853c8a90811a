// The layers, topmost first: their order, names, what is shown, locked and how opaque; and which one is drawn on. Every
// change is one step of history. Keys: arrows choose, F2 renames, Delete deletes, Ctrl+Up and Ctrl+Down move, Space
// shows and hides, L locks. Window's thread.
#pragma once

#include <QWidget>
#include <functional>

#include "ui/model/Drawing.h"
#include "ui/model/Toolbox.h"

class QLabel;
class QListView;
class QSlider;
class QToolButton;

namespace sketchwalk::ui {

class LayersModel;

class LayersPanel : public QWidget {
    Q_OBJECT

  public:
    // Both outlive it.
    LayersPanel(Drawing* drawing, Toolbox* toolbox, QWidget* parent = nullptr);

    // For a menu. What cannot be done now does nothing.
    void addLayer();
    void removeLayer();
    void renameLayer();
    void moveLayer(int by);  // +1: one higher

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QWidget* buttons();
    QWidget* opacityRow();
    void refresh();
    void followLayer();  // the toolbox draws on a layer that exists
    void showCurrent();
    void place(int64_t id, size_t position);  // counted from the lowest

    Drawing* m_drawing;
    Toolbox* m_toolbox;
    LayersModel* m_model;
    QListView* m_list;
    QSlider* m_opacity;
    QLabel* m_opacityText;
    QToolButton* m_remove;
    QToolButton* m_up;
    QToolButton* m_down;
    std::vector<int64_t> m_order;  // as it was, to know who takes a lost layer's place
    bool m_refreshing = false;
};

}  // namespace sketchwalk::ui
