// What a step of a training learns from. Includes torch: only core/neural/torch sources may include this header.
#pragma once

#include <torch/torch.h>

#include "core/neural/RecogniserTraining.h"

namespace sketchwalk::neural {

struct Batch {
    torch::Tensor raster;  // N x kPlanes x kSide x kSide
    torch::Tensor points;  // N x kPointChannels x kPoints
    torch::Tensor labels;  // N: the class of each
};

// This process's drawings of a step, made by so many threads; on the CPU, in memory that a graphics card fetches from
// fast if they are for one.
Batch batchOf(const Lesson& lesson, uint64_t step, const TrainingPlan& plan, int threads, bool forCard);

}  // namespace sketchwalk::neural
