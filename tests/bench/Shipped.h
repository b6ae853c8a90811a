// What ships with the program, read once.
#pragma once

#include "core/pipeline/Pipeline.h"

inline const sketchwalk::pipeline::Resources& resources() {
    static const auto loaded = sketchwalk::pipeline::Resources::load().value();
    return loaded;
}
