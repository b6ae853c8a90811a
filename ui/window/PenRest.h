// Tells when somebody draws on the sheet, and when the pen has rested for a moment, so that what would make it wait can
// wait itself. Window's thread.
#pragma once

#include <QObject>
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
    bool m_atWork = false;
    QTimer m_rest;
};

}  // namespace sketchwalk::ui
