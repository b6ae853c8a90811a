// The door to libtorch. It lies in a module of its own, loaded when the first network is asked for, so that the program
// starts as fast as without it; behind the door is core/neural/torch.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/Error.h"
#include "core/neural/RecogniserTraining.h"

namespace sketchwalk::neural {

struct RecogniserModel {  // which network to build, and where its weights lie
    std::filesystem::path weights;
    int classes = 0;
    int width = 0;
    int features = 0;            // of each branch
    std::string device = "cpu";  // auto, cpu, cuda
    int threads = 1;
};

struct RecogniserPass {
    std::vector<float> logits;    // count x classes
    std::vector<float> features;  // count x 2 features
};

// Runs `count` drawings (DrawingInput.h, one after the other) through the network. Not from two threads at once.
using RunRecogniser =
    std::function<Result<RecogniserPass>(std::span<const float> raster, std::span<const float> points, int count)>;

struct Backend {
    Result<RunRecogniser> (*openRecogniser)(const RecogniserModel& model);
    Result<TrainingResult> (*trainRecogniser)(const TrainingPlan& plan, const Lesson& lesson, const Job& job,
                                              const std::function<void(const TrainingProgress&)>& tell);
    Result<DenseTrained> (*trainDense)(const DensePlan& plan, const Job& job);
};

// Loads the module once; from any thread. ErrorKind::resource where it or libtorch is missing.
Result<const Backend*> backend();

}  // namespace sketchwalk::neural
