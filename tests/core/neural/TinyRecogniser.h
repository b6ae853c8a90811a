// A tiny recogniser, trained here in a moment to tell upright lines from level ones and from circles.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

#include "core/base/Digest.h"
#include "core/base/File.h"
#include "core/base/Hash.h"
#include "core/neural/DrawingInput.h"
#include "core/neural/Recogniser.h"
#include "tests/support/Process.h"

namespace sketchwalk::neural {

inline Strokes drawing(int kind, uint64_t seed) {
    const auto wobble = [&](uint64_t i) { return 0.06 * (randomUnit(seed, "wobble", i) - 0.5); };
    Polyline line;
    for (uint64_t i = 0; i <= 16; ++i) {
        const double t = static_cast<double>(i) / 16, turn = 6.2832 * t;
        line.push_back(kind == 0   ? Point{wobble(i), t}
                       : kind == 1 ? Point{t, wobble(i)}
                                   : Point{std::cos(turn) + wobble(i), std::sin(turn) + wobble(i + 100)});
    }
    return {line};
}

inline int lesson(uint64_t number, std::span<float> raster, std::span<float> points) {
    const int kind = static_cast<int>(number % 3);
    fillInput(drawing(kind, number), raster, points);
    return kind;
}

inline TrainingPlan planFor(const std::filesystem::path& out, int64_t steps) {
    TrainingPlan plan;
    plan.symbolOfClass = {0, 1, -1};
    plan.out = out;
    plan.device = "cpu";
    plan.steps = steps;
    plan.batch = 12;
    plan.width = 4;
    return plan;
}

inline Result<TrainingResult> train(const TrainingPlan& plan, int threads = 1) {
    return trainRecogniser(plan, lesson, {{}, {}, threads}, [](const TrainingProgress&) {});
}

inline ModelCard cardFor(const std::filesystem::path& folder) {
    ModelCard card;
    card.name = "recogniser";
    card.inputs = kInputsVersion;
    card.weights = "weights.safetensors";
    const auto bytes = readFile(folder / card.weights);
    EXPECT_TRUE(bytes);
    card.sha256 = hexOf(sha256(*bytes));
    card.width = 4;
    card.features = static_cast<int>(kFeatures);
    card.classes = {{"upright", "tower"}, {"level", "path"}, {"circle", ""}};
    return card;
}

// Trained once for all tests of a program, in a folder where they may leave more.
inline const std::filesystem::path& trained() {
    static const test::TemporaryFolder folder;
    static const bool made = [] {
        const auto done = train(planFor(folder.path(), 60));
        EXPECT_TRUE(done) << done.error().text;
        EXPECT_TRUE(cardFor(folder.path()).write(folder / "recogniser.json"));
        return true;
    }();
    EXPECT_TRUE(made);
    return folder.path();
}

}  // namespace sketchwalk::neural
