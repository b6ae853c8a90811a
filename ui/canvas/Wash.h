// Watercolour and pen work on an area, pixel by pixel: paint that pools along the edge, an ink line with gaps and a
// tremble, shore lines, furrows, stipple and paving. What it paints on a pixel does not depend on the rectangle asked
// for.
#pragma once

#include <QImage>

#include "ui/canvas/DistanceField.h"
#include "ui/canvas/Frame.h"
#include "ui/canvas/Look.h"

namespace sketchwalk::ui {

struct WashStyle {
    const Look& look;
    const LookBook& book;
    uint64_t seed = 0;    // of the stroke
    double axis = 0;      // degrees on the map, along which furrows and paving run
    bool loose = false;   // a block pen: soft and rough
    double strength = 1;  // of the paint, by pressure
};

// How far from the edge something is painted, in pixels.
int washReach(const Look& look, const Frame& frame);
// The field's rectangle, as a picture to be drawn at its corner.
QImage paintWash(const DistanceField& field, const Frame& frame, const WashStyle& style);

}  // namespace sketchwalk::ui
