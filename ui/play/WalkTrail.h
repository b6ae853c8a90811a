// The way one walked, on the paper: a soft line over the sheet that takes no events. Follows the sheet's view.
#pragma once

#include <QPointer>
#include <QWidget>
#include <vector>

#include "ui/canvas/Sheet.h"

namespace sketchwalk::ui {

class WalkTrail : public QWidget {
    Q_OBJECT

  public:
    explicit WalkTrail(Sheet* sheet);

    void add(Point metres);  // a new place, where it is far enough from the last
    void begin();            // another walk: nothing is joined to it
    void clear();
    const std::vector<std::vector<Point>>& walks() const { return m_walks; }

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QPointer<Sheet> m_sheet;
    std::vector<std::vector<Point>> m_walks;
};

}  // namespace sketchwalk::ui
