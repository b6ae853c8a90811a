// Maps and worlds for the tests of the whole way through.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

#include "core/pipeline/Pipeline.h"
#include "core/sketch/Read.h"

namespace sketchwalk::test {

inline const pipeline::Resources& resources() {
    static const pipeline::Resources loaded = [] {
        auto result = pipeline::Resources::load();
        CHECK(result.has_value(), "the project's own resources must load");
        return std::move(*result);
    }();
    return loaded;
}

inline sketch::Sketch sample(const std::string& name) {
    const auto path = std::filesystem::path(SKETCHWALK_SOURCE_DIR) / "resources/samples" / (name + ".sketch.json");
    auto read = sketch::read(path, resources().catalogue);
    CHECK(read.has_value(), "the project's own samples must be readable");
    return read->sketch;
}

inline pipeline::World worldOf(const sketch::Sketch& sketch, int resolution, int threads = 2) {
    Job job;
    job.threads = threads;
    auto world = pipeline::generate(sketch, resources(), {resolution}, job);
    CHECK(world.has_value(), "a job that nobody stops makes a world");
    return std::move(*world);
}

}  // namespace sketchwalk::test
