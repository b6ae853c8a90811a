// Where things that are built into the ground find it: bridges over a gorge, sections of a fence, waterfalls at a step
// of the land, caves in a hillside. Pure functions of the ground.
#pragma once

#include "core/base/Geometry.h"
#include "core/terrain/Ground.h"

namespace sketchwalk::scene {

// Metres from a straight deck between two feet down to the lowest ground below it (water is no ground); at least 1.5,
// at most 60.
double depthBelowDeck(const terrain::Ground& ground, Point from, Point to, double startsAt, double endsAt);

// The height in the middle of a section whose ends stand on the ground at a and b. It sinks a little where the ground
// between them lies so much lower that its foundation would hang free: at most 0.3 m.
double sectionHeight(const terrain::Ground& ground, Point a, Point b);

// A fall of water from the step of the land that is the steepest behind its foot. Heights and lengths in metres.
struct Fall {
    double below = 0;  // the water or ground it lands on
    double drop = 0;   // 0 where there is no step
    double back = 0;   // from the foot to the top of the step
};
// `front` is the unit vector that the water flows along, `foot` where it lands; the step is looked for within `reach`.
Fall fallAt(const terrain::Ground& ground, Point foot, Point front, double reach);

// How the mouth of a cave looks out of a hillside.
struct Hillside {
    bool steep = false;  // else the ground is too flat to say where a mouth should look
    double yaw = 0;      // degrees: downhill
};
Hillside hillsideAt(const terrain::Ground& ground, Point middle, double radius);
// The ground at the foot of a mouth that looks along yaw: the lowest along its front.
double mouthHeight(const terrain::Ground& ground, Point middle, double yaw, double width, double depth);

}  // namespace sketchwalk::scene
