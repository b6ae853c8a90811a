// Trains the recogniser: AdamW (Loshchilov and Hutter, 2019), a rate that rises, stays and sinks at the end, clipped
// gradients, and a moving average of the weights, which is what is kept. Knows no data: drawings come from the caller.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/Error.h"
#include "core/base/Job.h"
#include "core/neural/Safetensors.h"

namespace sketchwalk::neural {

inline constexpr int64_t kFeatures = 256;  // of each branch

struct TrainingPlan {
    std::vector<int> symbolOfClass;  // one per class: which symbol it means, -1: none of these
    std::filesystem::path out;       // folder for checkpoint, loss.csv, loss.png
    std::string device = "auto";     // auto, cpu, cuda
    double minutes = 10;             // the training ends here, or at `steps`
    int64_t steps = 0;               // 0: by the clock alone; else the same steps give the same weights
    int64_t batch = 64;
    int64_t width = 16;
    double rate = 2e-3;  // highest learning rate
    uint64_t seed = 1;
    bool resume = false;
    bool shortened = false;  // convolutions in bfloat16: faster where the device has it (a processor with AVX-512 BF16)

    struct Other {                      // a trained net
        std::filesystem::path weights;  // safetensors
        int64_t width = 0;              // its own
        std::vector<int> rowOfClass;    // which of its classes means the same, one per class; -1: none does
    };
    std::optional<Other> from;    // of this width; whose weights to start from in place of random ones
    bool midway = false;          // keep the middle between `from` and what it became (Wortsman et al., 2022)
    std::vector<Other> teachers;  // whose opinion of what they know counts beside the label (Hinton et al., 2015)
    std::vector<bool> certain;    // one per class, or none: whose labels are right, so that no teacher is asked

    // Several processes learn as one: each draws `batch` of every step's processes * batch drawings. Only rank 0
    // writes.
    int processes = 1;
    int rank = 0;
    std::string rendezvous;  // HOST:PORT where rank 0 listens, or a file that all can write; with processes > 1
};

// Writes drawing `number` of the training into the buffers (DrawingInput.h) and returns its class. Called from several
// threads at once; must be a function of `number` alone.
using Lesson = std::function<int(uint64_t number, std::span<float> raster, std::span<float> points)>;

struct TrainingProgress {
    int64_t step = 0;
    double part = 0;  // 0..1 of the schedule
    double loss = 0;  // mean of the last steps
    double accuracy = 0;
    double perSecond = 0;  // drawings
};

struct TrainingResult {
    int64_t steps = 0;
    double seconds = 0;  // spent in training, over all resumptions
    bool finished = false;
};

// Leaves OUT/weights.safetensors (fp16, the average), OUT/checkpoint.pt, OUT/loss.csv and OUT/loss.png. Stopped early
// by the job (of rank 0, where there are several), it leaves a checkpoint to resume from. Errors: no such device, a
// checkpoint or weights of another network, other processes that do not come, a full disk.
Result<TrainingResult> trainRecogniser(const TrainingPlan& plan, const Lesson& lesson, const Job& job,
                                       const std::function<void(const TrainingProgress&)>& tell);

// A dense network (DenseNet.h) that names rows of numbers: AdamW and a cosine schedule, over all rows so many
// times.
struct DensePlan {
    size_t inputs = 0;
    std::vector<float> rows;      // labels.size() x inputs
    std::vector<int64_t> labels;  // 0 .. outputs - 1
    int outputs = 2;
    std::vector<int> hidden;  // widths of the layers between
    int epochs = 20;
    double decay = 1e-3, dropout = 0.1;
    uint64_t seed = 1;
};

struct DenseTrained {
    std::map<std::string, TensorToWrite> tensors;  // mean, scale, 0.weight, 0.bias, ...
    double loss = 0;                               // over the last epoch
};

Result<DenseTrained> trainDense(const DensePlan& plan, const Job& job);

}  // namespace sketchwalk::neural
