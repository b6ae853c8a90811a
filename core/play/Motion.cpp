#include "core/play/Motion.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "core/base/Trig.h"

namespace sketchwalk::play {
namespace {

constexpr double kAirControl = 4;   // metres a second squared
constexpr double kSwimControl = 4;  // metres a second squared, also up and down
constexpr double kGrace = 0.1;      // seconds: a jump counts this long after the edge, or before the landing
constexpr double kEyeGlide = 12;    // per second
constexpr double kMostLag = 0.6;    // metres the eye may trail
constexpr double kSafeEvery = 0.5;  // seconds
constexpr double kAbyss = 60;       // metres under the last safe place: nothing is so deep
constexpr double kMostUnfree = 1;   // seconds inside something
constexpr double kLedge = 0.7;      // metres over the water that a swimmer climbs out to
constexpr double kFromRay = 0.02;   // metres

}  // namespace

Motion::Motion(Space& space, const WalkerSettings& settings, const Bounds& bounds,
               std::function<std::optional<Waters>(double, double)> waters)
    : m_space(space), m_settings(settings), m_bounds(bounds), m_waters(std::move(waters)) {
    m_steepest = exact::cos(exact::radians(settings.slope)) - 1e-4;
    m_now.eye = settings.eye;
}

double Motion::bodyHeight() const {
    return m_now.crouched ? m_settings.crouchedHeight : m_settings.height;
}

Vec Motion::inside(Vec feet) const {
    const double r = m_settings.radius;
    feet.x = std::clamp(feet.x, m_bounds.west + r, std::max(m_bounds.west + r, m_bounds.east - r));
    feet.z = std::clamp(feet.z, m_bounds.north + r, std::max(m_bounds.north + r, m_bounds.south - r));
    return feet;
}

void Motion::place(const Vec& feet) {
    m_now = Walker{};
    m_now.feet = inside(feet);
    m_now.eye = m_settings.eye;
    m_posture = m_settings.eye;
    m_eyeLag = m_wedged = m_sinceSafe = m_unfree = 0;
    m_sinceGround = m_sinceJumpKey = 1;
    if (const auto ground = groundAt(m_now.feet, m_settings.step, m_settings.step)) {
        m_now.feet.y = ground->height;
        m_now.stance = walkable(*ground) ? Stance::standing : Stance::sliding;
    }
    m_firm = m_now.feet.y;
    m_safe = m_slideFrom = m_now.feet;
    m_before = m_now;
}

void Motion::rescue() {
    const int rescues = m_now.rescues + 1;
    const double walked = m_now.walked;
    place(m_safe);
    m_now.rescues = rescues;
    m_now.walked = walked;
    m_before = m_now;  // no gliding through the world
}

double Motion::speedLimit(const Intent& intent) const {
    const double dry = m_now.crouched ? m_settings.crouch : intent.run ? m_settings.run : m_settings.walk;
    const double deep = std::clamp(m_now.submerged / (0.75 * m_settings.height), 0.0, 1.0);
    return std::min(dry, dry + (m_settings.swim - dry) * deep);
}

void Motion::posture(const Intent& intent) {
    const bool low = intent.crouch && m_now.stance != Stance::swimming;
    if (low && !m_now.crouched) m_now.crouched = true;
    if (!low && m_now.crouched && fits(m_now.feet, m_settings.height)) m_now.crouched = false;
}

// Whatever happens, one ends on ground that once carried.
void Motion::keepSafe() {
    const Walker& w = m_now;
    const bool finite = std::isfinite(w.feet.x + w.feet.y + w.feet.z + w.velocity.x + w.velocity.y + w.velocity.z);
    const auto water = finite ? m_waters(w.feet.x, w.feet.z) : std::nullopt;
    const bool burns = water && water->lava && w.feet.y < water->level;
    if (!finite || burns || w.feet.y < m_safe.y - kAbyss || m_unfree > kMostUnfree) {
        rescue();
        return;
    }
    // Under all ground there is: nothing below, but terrain above.
    if (w.stance == Stance::airborne && w.velocity.y < -1 &&
        !m_space.ray(w.feet + Vec(0, m_settings.step, 0), w.feet - Vec(0, kAbyss, 0), kTerrain)) {
        rescue();
        return;
    }
    m_sinceSafe += kTick;
    if (w.stance == Stance::standing && m_unfree == 0 && w.submerged < 0.5 && m_sinceSafe >= kSafeEvery &&
        !m_now.crouched) {
        m_safe = w.feet;
        m_sinceSafe = 0;
    }
}

// In the air and in water. The path within a tick is the exact parabola of its acceleration.
void Motion::fall(const Intent& intent, const Vec& wish) {
    const WalkerSettings& s = m_settings;
    const double wet = std::clamp(m_now.submerged / s.height, 0.0, 1.0);
    Vec& v = m_now.velocity;
    const double control = kAirControl + (kSwimControl - kAirControl) * wet;
    Vec change(wish.x - v.x, 0, wish.z - v.z);
    // In the air nothing brakes but a wish against it.
    if (wet == 0 && glm::dot(wish, wish) < 1e-6) change = Vec(0);
    if (const double length = glm::length(change); length > control * kTick) change *= control * kTick / length;
    v += change;

    double up = -s.gravity + s.gravity * wet * kWaterDensity / s.density;
    if (intent.jump && v.y < s.swim) up += wet * kSwimControl;
    if (intent.crouch && v.y > -s.swim) up -= wet * (kSwimControl + s.gravity * (kWaterDensity / s.density - 1));
    up -= wet * s.waterDrag * v.y;
    up -= (1 - wet) * s.gravity * v.y * std::abs(v.y) / (s.terminal * s.terminal);
    const Vec old = m_now.feet;
    Vec feet = inside(old + v * kTick + Vec(0, 0.5 * up * kTick * kTick, 0));
    v.y += up * kTick;

    const double reach = m_settings.step + std::max(0.0, old.y - feet.y);
    const auto ground = groundAt(feet, reach, 0);
    const bool landing = ground && glm::dot(v, ground->normal) < 0;
    if (ground) feet.y = std::max(feet.y, ground->height);
    comeFree(feet, false);
    // Pushed aside, the feet may be over higher ground.
    if (const auto aside = groundAt(feet, m_settings.step, 0)) feet.y = std::max(feet.y, aside->height);
    m_now.feet = feet;
    if (landing && m_now.feet.y <= ground->height + 0.05) touchDown(*ground);
}

// Jumps, and climbs out of water.
void Motion::leap(const Intent& intent, const Vec& wish) {
    m_sinceJumpKey = intent.jump && !m_jumpHeld ? 0 : m_sinceJumpKey + kTick;
    m_jumpHeld = intent.jump;
    const double rise = std::sqrt(2 * m_settings.gravity * m_settings.jump);
    if (m_sinceJumpKey < kGrace && m_sinceGround < kGrace && m_now.velocity.y <= 1e-9) {
        m_now.velocity.y = rise * (1 - 0.4 * std::clamp(m_now.submerged / m_settings.height, 0.0, 1.0));
        m_now.stance = m_now.submerged > 0.6 * m_settings.height ? Stance::swimming : Stance::airborne;
        m_sinceGround = m_sinceJumpKey = 1;
        return;
    }
    const double length = glm::length(wish);
    if (m_now.stance != Stance::swimming || !intent.jump || length < 0.2 || m_now.velocity.y > rise / 2) return;
    const double level = m_now.feet.y + m_now.submerged;
    if (m_now.submerged < 0.5 * m_settings.height || m_now.submerged >= m_settings.height) return;
    const Vec ahead = m_now.feet + wish * ((m_settings.radius + 0.25) / length);
    const auto ledge = m_space.ray({ahead.x, level + kLedge, ahead.z}, {ahead.x, level - 0.3, ahead.z}, kGround);
    if (!ledge || ledge->normal.y < m_steepest) return;
    const double climb = ledge->point.y - m_now.feet.y + kFromRay;
    if (!fits({ahead.x, ledge->point.y + kFromRay, ahead.z}, m_settings.height)) return;
    m_now.velocity.y = std::sqrt(2 * m_settings.gravity * climb);
    m_now.stance = Stance::airborne;
}

void Motion::tick(const Intent& intent) {
    m_before = m_now;
    m_now.landing = 0;
    m_now.onProp = false;
    const double yaw = exact::radians(intent.yaw), sine = exact::sin(yaw), cosine = exact::cos(yaw);
    Vec wish = Vec(sine, 0, cosine) * intent.forward + Vec(-cosine, 0, sine) * intent.right;
    if (const double length = glm::length(wish); length > 1) wish /= length;
    m_pushLeft = m_settings.push * kTick;
    posture(intent);
    wish *= speedLimit(intent);

    leap(intent, wish);
    const double floats = m_settings.height * m_settings.density / kWaterDensity;
    if (m_now.stance == Stance::standing && m_now.submerged > floats) m_now.stance = Stance::swimming;
    if (m_now.stance == Stance::standing) {
        stride(wish);
    } else if (m_now.stance == Stance::sliding) {
        slide(wish);
    } else {
        fall(intent, wish);
    }
    m_sinceGround = m_now.stance == Stance::standing ? 0 : m_sinceGround + kTick;

    const auto water = m_waters(m_now.feet.x, m_now.feet.z);
    m_now.submerged = water ? std::clamp(water->level - m_now.feet.y, 0.0, m_settings.height) : 0;
    if (m_now.stance == Stance::airborne && m_now.submerged > 0.5 * m_settings.height) m_now.stance = Stance::swimming;
    if (m_now.stance == Stance::swimming && m_now.submerged < 0.3 * m_settings.height) m_now.stance = Stance::airborne;
    keepSafe();

    // Steps lift the feet at once and the eye little by little.
    if (m_now.rescues == m_before.rescues) {
        const bool grounded = m_now.stance == Stance::standing && m_before.stance == Stance::standing;
        if (grounded) m_eyeLag += m_before.feet.y - m_now.feet.y;
        m_eyeLag = std::clamp(m_eyeLag, -kMostLag, kMostLag) * (1 - kEyeGlide * kTick);
        const double wanted = m_now.crouched ? m_settings.crouchedEye : m_settings.eye;
        m_posture += (wanted - m_posture) * kEyeGlide * kTick;
        m_now.eye = m_posture + m_eyeLag;
    }
}

}  // namespace sketchwalk::play
