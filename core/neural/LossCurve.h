// The curve of a training, as a table and as a picture.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/base/Error.h"

namespace sketchwalk::neural {

struct LossPoint {
    int64_t step = 0;
    double loss = 0;      // mean since the point before
    double accuracy = 0;  // 0..1, on the drawings of the training
    double rate = 0;      // learning rate
};

// OUT/loss.csv, and OUT/loss.png where there are two points or more. ErrorKind::output where they cannot be written.
Result<void> writeLossCurve(const std::filesystem::path& out, const std::vector<LossPoint>& curve);

// The table read again; empty where there is none.
std::vector<LossPoint> readLossCurve(const std::filesystem::path& out);

}  // namespace sketchwalk::neural
