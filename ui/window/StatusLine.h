// The line under everything: what is being built and how far it is, where the pen is, whether all is kept. Window's
// thread.
#pragma once

#include <QLabel>
#include <QProgressBar>
#include <QStatusBar>
#include <QTimer>

#include "core/base/Geometry.h"

namespace sketchwalk::ui {

class StatusLine : public QStatusBar {
    Q_OBJECT

  public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setBuilding(bool building);
    void setProgress(const QString& stage, double fraction);
    void setPlace(Point metres, const QString& what);  // under the pen
    void setZoom(double percent);
    // Empty: all is kept. Else what keeps the drawing from being saved; stays until it is empty again.
    void setTrouble(const QString& text);
    void say(const QString& text);  // for some seconds

  private:
    QLabel* m_trouble;
    QLabel* m_stage;
    QProgressBar* m_spinner;
    QLabel* m_place;
    QLabel* m_zoom;
    QTimer m_patience;  // quick work shows no spinner at all
};

}  // namespace sketchwalk::ui
