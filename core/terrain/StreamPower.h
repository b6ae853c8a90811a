// Erosion by running water on a small height raster: implicit stream power (Braun and Willett, "A very efficient O(n)
// method to solve the stream power equation", 2013; for mountains Cordonnier et al., 2016), talus by thermal weathering
// (Musgrave, Kolb and Mace, 1989), and the priority-flood that makes a raster drain (Barnes, Lehman and Mulla, 2014).
#pragma once

#include <cstdint>

#include "core/base/Grid.h"
#include "core/base/Job.h"

namespace sketchwalk::terrain {

struct StreamPower {
    int iterations = 20;
    float uplift = 1;      // metres an iteration, times the uplift raster
    float strength = 1;    // erodibility times the time step, in samples and square roots of drained samples
    float unevenness = 0;  // 0..1: how much rock differs from sample to sample, so that gullies bend
    float hillslope = 4;   // samples: drainage area added everywhere, so that crests are rounded rather than needles
};

// Lifts and wears `height`. Samples where `fixed` is set keep their height and are where the water goes. Stops early
// when the job is stopped.
void wear(Grid<float>& height, const Grid<float>& uplift, const Grid<uint8_t>& fixed, const StreamPower& how,
          const Job& job);

// Moves material down wherever a step between neighbours is greater than `talus` (metres a sample; diagonals in
// proportion).
void settle(Grid<float>& height, const Grid<uint8_t>& fixed, float talus, int passes);

// Raises every hollow until it spills, with at least `slope` metres a sample toward the spill. Samples with `outlet`
// set, and the border, are where water leaves.
void drain(Grid<float>& height, const Grid<uint8_t>& outlet, float slope);

}  // namespace sketchwalk::terrain
