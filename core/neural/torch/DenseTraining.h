// Trains a small dense network; core/neural/RecogniserTraining.h says what it does.
#pragma once

#include "core/neural/RecogniserTraining.h"

namespace sketchwalk::neural {

Result<DenseTrained> torchDenseTraining(const DensePlan& plan, const Job& job);

}  // namespace sketchwalk::neural
