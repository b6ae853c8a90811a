#include "core/neural/torch/Batch.h"

#include "core/base/Parallel.h"
#include "core/neural/DrawingInput.h"

namespace sketchwalk::neural {

Batch batchOf(const Lesson& lesson, uint64_t step, const TrainingPlan& plan, int threads, bool forCard) {
    const int64_t size = plan.batch;
    const uint64_t first =
        (step * static_cast<uint64_t>(plan.processes) + static_cast<uint64_t>(plan.rank)) * static_cast<uint64_t>(size);
    const auto numbers = torch::TensorOptions().pinned_memory(forCard);
    Batch batch{torch::empty({size, kPlanes, kSide, kSide}, numbers),
                torch::empty({size, kPointChannels, kPoints}, numbers),
                torch::empty({size}, numbers.dtype(torch::kLong))};
    auto* raster = batch.raster.data_ptr<float>();
    auto* points = batch.points.data_ptr<float>();
    auto* labels = batch.labels.data_ptr<int64_t>();
    parallelFor(threads, static_cast<int>(size), [&](int i) {
        labels[i] =
            lesson(first + static_cast<uint64_t>(i), {raster + static_cast<ptrdiff_t>(i) * kRasterSize, kRasterSize},
                   {points + static_cast<ptrdiff_t>(i) * kPointsSize, kPointsSize});
    });
    return batch;
}

}  // namespace sketchwalk::neural
