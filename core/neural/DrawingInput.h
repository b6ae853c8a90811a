// What the recogniser sees of a drawing: a small raster, and a row of points. One function makes it, for training and
// reading alike; kInputsVersion changes with it, and weights made for another version are refused.
#pragma once

#include <span>
#include <vector>

#include "core/base/Geometry.h"

namespace sketchwalk::neural {

inline constexpr int kInputsVersion = 1;

// Raster: kSide x kSide, row 0 on top, planes one after the other: ink (coverage 0..1), time (coverage times how early
// it was drawn: 1 first, 0.2 last), and the stroke's direction as coverage times cos and sin of twice its angle, so
// that a line drawn backwards looks the same.
inline constexpr int kSide = 64;
inline constexpr int kPlanes = 4;
inline constexpr int kRasterSize = kPlanes * kSide * kSide;

// Points: kPoints along the ink in drawing order, channels one after the other: x, y (-1..1), direction x, y (unit),
// 1 at a stroke's first and at its last point, and which part of all ink lies before (0..1).
inline constexpr int kPoints = 128;
inline constexpr int kPointChannels = 7;
inline constexpr int kPointsSize = kPointChannels * kPoints;

struct InputLook {
    double lineWidth = 1.3;  // pixels
    bool mirrored = false;   // left and right
};

// Writes kRasterSize and kPointsSize floats. The drawing may be anywhere and of any size: its longer side becomes 58
// pixels. Strokes of one point are dots. Without any ink all is 0.
void fillInput(const std::vector<Polyline>& strokes, std::span<float> raster, std::span<float> points,
               const InputLook& look = {});

}  // namespace sketchwalk::neural
