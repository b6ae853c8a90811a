// The training itself; core/neural/RecogniserTraining.h says what it does.
#pragma once

#include "core/neural/RecogniserTraining.h"

namespace sketchwalk::neural {

Result<TrainingResult> torchTraining(const TrainingPlan& plan, const Lesson& lesson, const Job& job,
                                     const std::function<void(const TrainingProgress&)>& tell);

}  // namespace sketchwalk::neural
