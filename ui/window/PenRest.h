// Tells when somebody draws on the sheet or is about to (the pen or the mouse travels over it), and when the hand has
// rested for a moment, so that what would make the pen wait can wait itself. Window's thread.
#pragma once

#include <QObject>
#include <QPointF>
#include <QTimer>

namespace sketchwalk::ui {

class PenRest : public QObject {
    Q_OBJECT

  public:
    explicit PenRest(QWidget* sheet, QObject* parent = nullptr);  // the sheet outlives it
    bool isAtWork() const { return m_atWork; }

  Q_SIGNALS:
    void atWorkChanged(bool atWork);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void work();
    void travel(QPointF to);

    bool m_atWork = false;
    QPointF m_restedAt;  // where the hand in the air was when it last rested
    QTimer m_rest;
};

}  // namespace sketchwalk::ui
