// Pictures of a library's models: each alone on neutral ground, from above at three quarters, and all on one sheet.
#pragma once

#include <vector>

#include "core/assets/Source.h"
#include "core/base/Image.h"
#include "core/base/Job.h"

namespace sketchwalk::library {

// RGB, `side` x `side` pixels (16..2048). However large the thing is, it fills the picture. ErrorKind::interrupted when
// stopped.
Result<Image> thumbnail(const assets::Built& built, int side, const Job& job);

// All of one size, row by row, as square as it gets; at least one.
Image contactSheet(const std::vector<Image>& pictures);

}  // namespace sketchwalk::library
