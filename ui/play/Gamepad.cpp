#include "ui/play/Gamepad.h"

#include <algorithm>
#include <cmath>

#ifdef SKETCHWALK_SDL
#define SDL_MAIN_HANDLED
#include <SDL.h>
#endif

namespace sketchwalk::ui {
namespace {

constexpr double kDeadZone = 0.18;  // share of a stick's way

}  // namespace

void pastDeadZone(double& x, double& y) {
    const double length = std::hypot(x, y);
    if (length <= kDeadZone) {
        x = y = 0;
        return;
    }
    const double grown = std::min((length - kDeadZone) / (1 - kDeadZone), 1.0) / length;
    x *= grown;
    y *= grown;
}

#ifdef SKETCHWALK_SDL

class Gamepad::Own {
  public:
    ~Own() {
        close();
        if (m_works) SDL_QuitSubSystem(SDL_INIT_GAMECONTROLLER);
    }
    void look() {
        begin();
        if (!m_works) return;
        SDL_Event event;  // plugged in and out; emptied so that the queue does not fill
        while (SDL_PollEvent(&event) != 0) {
        }
        if (pad && SDL_GameControllerGetAttached(pad) == SDL_FALSE) close();
        for (int i = 0; !pad && i < SDL_NumJoysticks(); ++i) {
            if (SDL_IsGameController(i) == SDL_TRUE) pad = SDL_GameControllerOpen(i);
        }
    }
    void close() {
        if (pad) SDL_GameControllerClose(pad);
        pad = nullptr;
    }
    double axis(SDL_GameControllerAxis which) const { return SDL_GameControllerGetAxis(pad, which) / 32767.0; }
    bool button(SDL_GameControllerButton which) const { return SDL_GameControllerGetButton(pad, which) != 0; }

    SDL_GameController* pad = nullptr;

  private:
    // Looking for gamepads takes a moment: only once somebody walks.
    void begin() {
        if (m_begun) return;
        m_begun = true;
        // Qt has the window and the signals; SDL only listens to gamepads, also while its own window is none.
        SDL_SetMainReady();
        SDL_SetHint(SDL_HINT_JOYSTICK_ALLOW_BACKGROUND_EVENTS, "1");
        SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
        m_works = SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER) == 0;
    }

    bool m_begun = false;
    bool m_works = false;
};

PadState Gamepad::read() {
    m_own->look();
    PadState state;
    if (!m_own->pad) return state;
    state.right = m_own->axis(SDL_CONTROLLER_AXIS_LEFTX);
    state.forward = -m_own->axis(SDL_CONTROLLER_AXIS_LEFTY);
    state.lookRight = m_own->axis(SDL_CONTROLLER_AXIS_RIGHTX);
    state.lookDown = m_own->axis(SDL_CONTROLLER_AXIS_RIGHTY);
    pastDeadZone(state.right, state.forward);
    pastDeadZone(state.lookRight, state.lookDown);
    state.run = m_own->button(SDL_CONTROLLER_BUTTON_LEFTSTICK) || m_own->axis(SDL_CONTROLLER_AXIS_TRIGGERLEFT) > 0.5;
    state.jump = m_own->button(SDL_CONTROLLER_BUTTON_A);
    state.crouch = m_own->button(SDL_CONTROLLER_BUTTON_B);
    state.menu = m_own->button(SDL_CONTROLLER_BUTTON_START);
    return state;
}

QString Gamepad::name() const {
    return m_own->pad ? QString::fromUtf8(SDL_GameControllerName(m_own->pad)) : QString();
}

#else

class Gamepad::Own {};

PadState Gamepad::read() {
    return {};
}

QString Gamepad::name() const {
    return {};
}

#endif

Gamepad::Gamepad() : m_own(std::make_unique<Own>()) {}
Gamepad::~Gamepad() = default;

}  // namespace sketchwalk::ui
