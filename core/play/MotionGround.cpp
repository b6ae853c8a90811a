// What the walker does on the ground: finding it, striding over it, sliding on what is too steep, keeping out of walls.
#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>

#include "core/play/Motion.h"

namespace sketchwalk::play {
namespace {

constexpr double kGroundControl = 25;  // metres a second squared
constexpr double kSlideControl = 5;    // metres a second squared
constexpr double kSkin = 0.02;         // metres over a step's height that still counts as one
constexpr double kFoot = 0.12;         // metres around the axis where a foot finds hold
constexpr double kCrack = 0.1;         // metres: what is deeper and narrower than feet is stepped over
constexpr double kFree = 1e-4;         // metres that a body may lie in another
constexpr double kStuck = 0.02;        // metres that it may not
constexpr double kWallShare = 0.3;     // least share of a normal along the map that counts as a wall's
constexpr double kAnkle = 0.12;        // metres: what is lower is stepped on, however light
constexpr double kLight = 140;         // kilograms: what 400 N move against the friction of a log
constexpr double kMostPush = 0.1;      // metres at once
constexpr double kAdvance = 0.05;      // metres that a slide must make
constexpr double kWedged = 0.3;        // within so many seconds
constexpr int kPushes = 8;
constexpr std::array kAhead{0.1, 0.2, 0.3, 0.45};  // metres within which a step must end

Vec along(const Vec& v) {
    return {v.x, 0, v.z};
}

}  // namespace

// The ground under a place, from `above` metres over it to `below` under it.
std::optional<Motion::Footing> Motion::groundAt(const Vec& place, double above, double below) const {
    const auto look = [&](double x, double z) {
        return m_space.ray({x, place.y + above + kSkin, z}, {x, place.y - below, z}, kGround);
    };
    const auto footing = [](const Hit& hit) {
        return Footing{hit.point.y, hit.normal, hit.layer == kProp ? hit.body : -1};
    };
    const auto middle = look(place.x, place.z);
    if (middle && middle->point.y > place.y - kCrack) return footing(*middle);
    std::optional<Hit> best;
    int higher = 0;
    for (const auto& [x, z] : {std::pair(kFoot, 0.0), {-kFoot, 0.0}, {0.0, kFoot}, {0.0, -kFoot}}) {
        const auto hit = look(place.x + x, place.z + z);
        if (!hit) continue;
        if (middle && hit->point.y > middle->point.y + kCrack) ++higher;
        if (hit->normal.y >= m_steepest && (!best || hit->point.y > best->point.y)) best = hit;
    }
    if (middle && (higher < 3 || !best)) return footing(*middle);
    return best ? std::optional(footing(*best)) : std::nullopt;
}

// Whether the steep ground at a place ends within reach in ground that carries, no higher than a step over the last.
bool Motion::isStep(const Vec& from, const Vec& direction) const {
    for (const double d : kAhead) {
        const auto ground = groundAt(from + direction * d, m_settings.step, m_settings.step);
        if (ground && walkable(*ground)) return ground->height <= m_firm + m_settings.step + kSkin;
    }
    return false;
}

void Motion::pushAway(const Contact& contact) {
    Vec& v = m_now.velocity;
    const double into = -glm::dot(v, contact.normal);
    const double yields = std::max(0.0, -glm::dot(m_space.prop(contact.body).velocity, contact.normal));
    if (into <= yields) return;
    const double impulse = std::min(m_pushLeft, (into - yields) * m_settings.mass);
    if (impulse <= 0) return;
    m_space.push(contact.body, contact.point, contact.normal * -impulse);
    m_pushLeft -= impulse;
}

// Who stands pushes with the legs too what is light enough for it; what is heavier and low is stepped over.
void Motion::touch(const Vec& feet, bool upright) {
    const double step = m_settings.step;
    m_space.contacts(feet + Vec(0, step, 0), m_settings.radius, bodyHeight() - step, kFree, m_touched);
    if (!upright || m_space.props() == 0) return;
    m_space.contacts(feet + Vec(0, kAnkle, 0), m_settings.radius, bodyHeight() - kAnkle, kFree, m_probe);
    for (const Contact& contact : m_probe) {
        if (contact.prop && m_space.propMass(contact.body) <= kLight && glm::length(along(contact.normal)) > kWallShare)
            m_touched.push_back(contact);
    }
}

bool Motion::comeFree(Vec& feet, bool upright) {
    for (int i = 0; i < kPushes; ++i) {
        touch(feet, upright);
        const auto deepest = std::max_element(m_touched.begin(), m_touched.end(),
                                              [](const Contact& a, const Contact& b) { return a.depth < b.depth; });
        if (deepest == m_touched.end() || deepest->depth <= kFree) return true;
        if (deepest->prop) pushAway(*deepest);
        Vec out = deepest->normal;
        double distance = deepest->depth;
        if (upright) {
            const double wall = glm::length(along(out));
            if (wall > kWallShare) {
                out = along(out) / wall;
                distance /= wall;
            } else {  // a ceiling or an edge right below: back to where one comes from
                const Vec back = -along(m_now.velocity);
                if (glm::dot(back, back) < 1e-9) return deepest->depth < kStuck;
                out = glm::normalize(back);
            }
        }
        feet = inside(feet + out * std::min(distance, kMostPush));
        if (const double into = glm::dot(m_now.velocity, out); into < 0) {
            const double yields =
                deepest->prop ? std::max(0.0, -glm::dot(m_space.prop(deepest->body).velocity, out)) : 0;
            m_now.velocity -= out * std::min(0.0, into + yields);
        }
    }
    touch(feet, upright);
    return std::all_of(m_touched.begin(), m_touched.end(), [](const Contact& c) { return c.depth < kStuck; });
}

bool Motion::fits(const Vec& feet, double height) const {
    m_space.contacts(feet + Vec(0, m_settings.step, 0), m_settings.radius, height - m_settings.step, 0, m_probe);
    return std::all_of(m_probe.begin(), m_probe.end(), [](const Contact& c) { return c.depth < kStuck; });
}

void Motion::touchDown(const Footing& ground) {
    m_now.landing = static_cast<float>(std::max(0.0, -m_now.velocity.y));
    m_now.feet.y = ground.height;
    m_now.onProp = ground.prop >= 0;
    m_wedged = 0;
    if (walkable(ground)) {
        m_now.stance = Stance::standing;
        m_now.velocity.y = 0;
        m_firm = ground.height;
    } else {
        m_now.stance = Stance::sliding;
        m_slideFrom = m_now.feet;
        m_now.velocity -= ground.normal * std::min(0.0, glm::dot(m_now.velocity, ground.normal));
    }
}

void Motion::stride(const Vec& wish) {
    Vec& v = m_now.velocity;
    v.y = 0;
    Vec change = wish - v;
    if (const double length = glm::length(change); length > kGroundControl * kTick)
        change *= kGroundControl * kTick / length;
    v += change;
    const Vec from = m_now.feet;
    const double step = m_settings.step;

    Vec to = from;
    std::optional<Footing> ground;
    const auto settle = [&] {
        to = inside(from + v * kTick);
        bool free = true;
        for (int i = 0; i < 3; ++i) {
            free = comeFree(to, true);
            ground = groundAt(to, step - (to.y - from.y), step + (to.y - from.y));
            if (!ground || std::abs(ground->height - to.y) < 1e-4) break;
            to.y = ground->height;
        }
        return free;
    };
    const auto rises = [&] { return ground && !walkable(*ground) && ground->height > from.y + 1e-4; };
    const auto leads = [&] {
        const Vec uphill = -along(ground->normal);
        return (glm::dot(v, v) > 1e-6 && isStep(to, glm::normalize(v))) ||
               (glm::dot(uphill, uphill) > 1e-6 && isStep(to, glm::normalize(uphill)));
    };
    bool free = settle();
    if (rises() && !leads()) {  // too steep: as a wall
        const Vec uphill = glm::normalize(-along(ground->normal));
        v -= uphill * std::max(0.0, glm::dot(v, uphill));
        free = settle();
        if (rises() && !leads()) free = false;
    }
    if (!free) {
        v = Vec(0);
        to = from;
        const bool was = comeFree(to, true);
        m_unfree = was ? 0 : m_unfree + kTick;
        ground = groundAt(to, step, step);
        if (ground) to.y = ground->height;
    } else {
        m_unfree = 0;
    }
    m_now.walked += glm::length(along(to - from));
    m_now.feet = to;
    m_now.onProp = ground && ground->prop >= 0;
    if (!ground) {
        m_now.stance = Stance::airborne;
    } else if (walkable(*ground)) {
        m_firm = ground->height;
        m_wedged = 0;
    } else if (m_wedged <= kWedged && (glm::dot(wish, wish) < 1e-6 || ground->height <= from.y + 1e-4)) {
        m_now.stance = Stance::sliding;
        m_wedged = 0;
        m_slideFrom = to;
    }
}

void Motion::slide(const Vec& wish) {
    const WalkerSettings& s = m_settings;
    Vec& v = m_now.velocity;
    const Vec from = m_now.feet;
    const auto under = groundAt(from, s.step, s.step);
    if (!under) {
        m_now.stance = Stance::airborne;
        return;
    }
    const Vec n = under->normal;
    Vec pull = Vec(0, -s.gravity, 0) + n * (s.gravity * n.y);
    const double speed = glm::length(v);
    if (speed > 1e-6) pull -= v * (std::min(s.slideFriction * s.gravity * n.y, speed / kTick) / speed);
    // One steers along the slope and down it, never up.
    Vec steer = wish - n * glm::dot(wish, n);
    const Vec uphill = glm::length(along(n)) > 1e-6 ? glm::normalize(-along(n)) : Vec(0);
    steer -= uphill * std::max(0.0, glm::dot(steer, uphill));
    steer.y = 0;
    if (const double length = glm::length(steer); length > 1e-6) pull += steer * (kSlideControl / length);

    Vec to = inside(from + v * kTick + pull * (0.5 * kTick * kTick));
    v += pull * kTick;
    comeFree(to, true);
    const auto ground = groundAt(to, s.step + std::max(0.0, from.y - to.y), s.step);
    m_now.walked += glm::length(along(to - from));
    m_now.feet = to;
    if (!ground) {
        m_now.stance = Stance::airborne;
        return;
    }
    m_now.feet.y = ground->height;
    v -= ground->normal * glm::dot(v, ground->normal);
    if (walkable(*ground)) {
        m_now.stance = Stance::standing;
        m_firm = ground->height;
        m_wedged = 0;
        return;
    }
    // Between two slopes nothing slides any more: one stands in the gully.
    if (glm::length(m_now.feet - m_slideFrom) > kAdvance) {
        m_slideFrom = m_now.feet;
        m_wedged = 0;
    }
    m_wedged += kTick;
    if (m_wedged > kWedged) {
        m_now.stance = Stance::standing;
        m_firm = ground->height;
    }
}

}  // namespace sketchwalk::play
