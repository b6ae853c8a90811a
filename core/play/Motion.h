// How the walker moves, tick by tick, in a Space. Knows nothing of Bullet and of scenes.
//
// The body is an upright capsule that begins one step's height over the feet: what is lower is walked over, and rays
// from there find the ground that the feet stand on. So steps need no search, and the edges of triangles never catch.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/play/Space.h"
#include "core/play/Walker.h"

namespace sketchwalk::play {

struct Waters {         // what lies over a place
    double level = 0;   // metres
    bool lava = false;  // nobody swims in it
};

struct Bounds {  // where one may be, metres
    double west = 0, north = 0, east = 0, south = 0;
};

class Motion {
  public:
    // The space must outlive it.
    Motion(Space& space, const WalkerSettings& settings, const Bounds& bounds,
           std::function<std::optional<Waters>(double x, double z)> waters);

    void place(const Vec& feet);  // on the ground there or below; that is then the safe place
    void tick(const Intent& intent);
    void rescue();  // back to the last safe place

    const Walker& walker() const { return m_now; }
    const Walker& before() const { return m_before; }  // a tick ago
    const Vec& safePlace() const { return m_safe; }

  private:
    struct Footing {
        double height = 0;  // metres
        Vec normal{0, 1, 0};
        int prop = -1;
    };
    // MotionGround.cpp
    std::optional<Footing> groundAt(const Vec& place, double above, double below) const;
    bool walkable(const Footing& ground) const { return ground.normal.y >= m_steepest; }
    bool isStep(const Vec& from, const Vec& direction) const;
    // Pushes the body out of what it touches; upright: along the map alone. False where it does not come free.
    bool comeFree(Vec& feet, bool upright);
    void touch(const Vec& feet, bool upright);  // what the body, and the legs, lie in
    bool fits(const Vec& feet, double height) const;
    void stride(const Vec& wish);
    void slide(const Vec& wish);
    void touchDown(const Footing& ground);
    void pushAway(const Contact& contact);
    // Motion.cpp
    void fall(const Intent& intent, const Vec& wish);
    void leap(const Intent& intent, const Vec& wish);
    void posture(const Intent& intent);
    void keepSafe();
    double bodyHeight() const;
    double speedLimit(const Intent& intent) const;
    Vec inside(Vec feet) const;

    Space& m_space;
    WalkerSettings m_settings;
    Bounds m_bounds;
    std::function<std::optional<Waters>(double, double)> m_waters;
    double m_steepest = 0.7;  // least y of a normal that one stands on
    Walker m_now, m_before;
    Vec m_safe{0};
    Vec m_slideFrom{0};  // where a slide last made way
    double m_firm = 0;   // metres: height of the last ground that carried
    double m_sinceGround = 1, m_sinceJumpKey = 1, m_wedged = 0, m_sinceSafe = 0, m_unfree = 0;  // seconds
    double m_posture = 1.65;  // metres: eye height of the posture, gliding
    double m_eyeLag = 0;      // metres that the eye is still below or above where it belongs
    double m_pushLeft = 0;    // newton seconds that loose things may still get in this tick
    bool m_jumpHeld = false;
    std::vector<Contact> m_touched;
    mutable std::vector<Contact> m_probe;
};

}  // namespace sketchwalk::play
