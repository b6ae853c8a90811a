// The first gamepad there is, through SDL: it may be plugged in and out at any time. Where the program was built
// without SDL there is none. Window's thread.
#pragma once

#include <QString>
#include <memory>

namespace sketchwalk::ui {

struct PadState {                        // axes -1..1, past their dead zones
    double forward = 0, right = 0;       // left stick
    double lookRight = 0, lookDown = 0;  // right stick
    bool run = false;                    // left stick pressed, or a trigger
    bool jump = false;                   // the lower button
    bool crouch = false;                 // the right button
    bool menu = false;                   // the button in the middle right
    bool operator==(const PadState&) const = default;
};

// A stick's position with a round dead zone, growing evenly from its rim: no jump there, and full tilt stays full.
void pastDeadZone(double& x, double& y);

class Gamepad {
  public:
    Gamepad();
    ~Gamepad();
    Gamepad(const Gamepad&) = delete;
    Gamepad& operator=(const Gamepad&) = delete;

    PadState read();       // also notices what is plugged in and out; all at rest where there is none
    QString name() const;  // empty: none

  private:
    class Own;
    std::unique_ptr<Own> m_own;
};

}  // namespace sketchwalk::ui
