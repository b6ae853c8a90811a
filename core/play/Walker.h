// The one who walks: what they are, what they wish, and how they stand. Plain values in the scene's metres and axes
// (X east, Y up, Z south), seconds, degrees of yaw as everywhere (0 looks south along +Z, 90 east along +X).
#pragma once

#include <cstdint>
#include <glm/vec3.hpp>

namespace sketchwalk::play {

inline constexpr double kWaterDensity = 1000;  // kilograms a cubic metre

constexpr int kTicksPerSecond = 120;
constexpr double kTick = 1.0 / kTicksPerSecond;  // seconds; physics knows no other step

struct WalkerSettings {
    double height = 1.8;          // metres, standing            [> crouchedHeight]
    double crouchedHeight = 1.1;  // metres                      [> step + 2 radius is not needed, > step is]
    double radius = 0.3;          // metres, of the body         [0.1..1; wider than narrow doors sticks in them]
    double eye = 1.65;            // metres over the feet        [< height]
    double crouchedEye = 0.95;    // metres over the feet        [< crouchedHeight]
    double walk = 2.0;            // metres a second, along the map
    double run = 5.0;             // metres a second
    double crouch = 1.0;          // metres a second, crouched
    double swim = 1.4;            // metres a second
    double jump = 1.0;            // metres that the feet rise, without drag
    double step = 0.4;            // metres: the highest step    [higher walks up walls]
    double slope = 45;            // degrees: the steepest ground one stands on; beyond one slides
    double slideFriction =
        0.3;                 // Coulomb's coefficient on ground too steep to stand on   [tan(slope) and more: sticks]
    double mass = 75;        // kilograms
    double push = 400;       // newtons: the most that a loose thing is pushed with
    double density = 850;    // kilograms a cubic metre, lungs full: below water's 1000 floats
    double waterDrag = 1.2;  // per second, wholly submerged: how fast water takes speed away
    double terminal = 55;    // metres a second: the speed at which air holds a fall
    double gravity = 9.81;   // metres a second squared
};

struct Intent {          // what keys, stick or bot ask for, during one tick
    double forward = 0;  // -1..1 along the yaw
    double right = 0;    // -1..1
    double yaw = 180;    // degrees
    bool run = false;
    bool jump = false;    // held; a jump begins when it goes down, swimming up lasts while it is down
    bool crouch = false;  // held; swimming: dives
};

enum class Stance { standing, airborne, sliding, swimming };

struct Walker {
    glm::dvec3 feet{0};      // metres: the lowest point of the body's axis
    glm::dvec3 velocity{0};  // metres a second
    Stance stance = Stance::airborne;
    bool crouched = false;
    bool onProp = false;   // stands on something loose
    double eye = 1.65;     // metres over the feet; glides over steps and between standing and crouching
    double submerged = 0;  // metres of the body under water
    double walked = 0;     // metres along the ground since placed: footsteps follow it
    int rescues = 0;       // times brought back to the last safe place since placed
    float landing = 0;     // metres a second downward, in the tick of a landing; else 0
    glm::dvec3 eyes() const { return {feet.x, feet.y + eye, feet.z}; }
};

}  // namespace sketchwalk::play
