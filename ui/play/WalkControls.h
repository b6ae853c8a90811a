// Keys, mouse and gamepad of who walks, as an intent and a direction to look in. While it is on, it takes the events of
// the widget that shows the world and holds the pointer in its middle, unseen. Window's thread.
#pragma once

#include <QObject>
#include <QPointF>
#include <QPointer>
#include <QSet>

#include "core/play/Walker.h"
#include "ui/play/Gamepad.h"
#include "ui/play/WalkSettings.h"

class QKeyEvent;
class QMouseEvent;
class QWidget;

namespace sketchwalk::ui {

class WalkControls : public QObject {
    Q_OBJECT

  public:
    explicit WalkControls(QObject* parent = nullptr);
    ~WalkControls() override;

    void begin(QWidget* view, double yaw);  // degrees
    void end();
    bool isOn() const { return m_view != nullptr; }
    void setSettings(const WalkSettings& settings) { m_settings = settings; }

    play::Intent intent() const;
    double yaw() const { return m_yaw; }      // degrees, as in the scene
    double pitch() const { return m_pitch; }  // degrees, above 0 looks up
    void turnTo(double yaw, double pitch);
    // Reads the gamepad, which turns the head for so long. Once a picture.
    void advance(double seconds);

  Q_SIGNALS:
    void leaveWanted();     // Esc, or the gamepad's menu button
    void pictureWanted();   // F12
    void rescueWanted();    // Home: back to the last safe place
    void settingsWanted();  // Tab

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    bool pressKey(const QKeyEvent& event);
    void moveMouse(QPointF at);
    void look(double right, double down);  // degrees
    void hold(bool held);                  // the pointer
    QPointF middle() const;

    QPointer<QWidget> m_view;
    WalkSettings m_settings;
    Gamepad m_pad;
    PadState m_stick;
    QSet<int> m_keys;
    bool m_runs = false;  // Shift is down
    double m_yaw = 0, m_pitch = 0;
    bool m_holds = false;
    QPointF m_last;         // widget coordinates
    bool m_warped = false;  // the pointer is on its way back to the middle
};

}  // namespace sketchwalk::ui
