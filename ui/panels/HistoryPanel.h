// Every step that made the drawing, with its time and a small picture of what it drew; choosing one goes there. Steps
// that were undone are pale. Pictures are made for the rows in sight only. Window's thread.
#pragma once

#include <QImage>
#include <QWidget>
#include <functional>

#include "ui/model/Drawing.h"

class QListView;

namespace sketchwalk::ui {

class HistoryModel;

class HistoryPanel : public QWidget {
    Q_OBJECT

  public:
    // A picture of what the step drew, `size` in device pixels; called on the window's thread while a row is painted.
    using Painter = std::function<QImage(const document::Step& step, QSize size)>;

    explicit HistoryPanel(Drawing* drawing, QWidget* parent = nullptr);  // the drawing outlives it

    void setPainter(Painter painter);  // none: strokes as plain lines in their brushes' colours

  private:
    void follow();
    void goTo(int row);

    Drawing* m_drawing;
    HistoryModel* m_model;
    QListView* m_list;
    bool m_following = false;
};

}  // namespace sketchwalk::ui
