#include "core/neural/Examples.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

#include "core/base/File.h"
#include "core/base/Hash.h"
#include "core/neural/Safetensors.h"
#include "tests/core/neural/ModelFile.h"

namespace sketchwalk::neural {
namespace {

namespace fs = std::filesystem;

constexpr size_t kWidth = 37;  // not a multiple of anything that is added up at once

std::vector<float> direction(uint64_t seed) {
    std::vector<float> numbers(kWidth);
    double length = 0;
    for (size_t i = 0; i < kWidth; ++i) {
        numbers[i] = static_cast<float>(randomUnit(seed, "direction", i) - 0.3);
        length += numbers[i] * numbers[i];
    }
    for (float& number : numbers) number /= static_cast<float>(std::sqrt(length));
    return numbers;
}

double cosine(const std::vector<float>& a, const std::vector<float>& b) {
    double sum = 0;
    for (size_t i = 0; i < kWidth; ++i) sum += static_cast<double>(a[i]) * b[i];
    return sum;
}

TEST(Examples, TheNearestOfEachLabelIsToldByItsWeight) {
    Examples examples(kWidth);
    for (uint64_t i = 0; i < 12; ++i) examples.add(direction(i), static_cast<int>(i % 3), i == 4 ? 0.5 : 1);
    examples.add(direction(100), Examples::kOther);
    examples.add(direction(4), 9);  // a label that nobody asks about
    const auto seen = direction(4);
    const auto [near, others] = examples.nearest(seen, 4);
    ASSERT_EQ(near.size(), 4u);
    for (int label = 0; label < 3; ++label) {
        double nearest = -1;
        for (uint64_t i = 0; i < 12; ++i) {
            if (static_cast<int>(i % 3) != label) continue;
            nearest = std::max(nearest, cosine(direction(i), seen) * (i == 4 ? 0.5 : 1));
        }
        EXPECT_NEAR(near[static_cast<size_t>(label)], nearest, 1e-5) << label;
    }
    EXPECT_EQ(near[3], Examples::kNowhere) << "no drawing shows this";
    EXPECT_NEAR(others, cosine(direction(100), seen), 1e-5);
}

class ExamplesFile : public ModelFile {
  protected:
    void SetUp() override {
        Examples examples(kWidth);
        for (uint64_t i = 0; i < 20; ++i) examples.add(direction(i), static_cast<int>(i % 2));
        ASSERT_TRUE(examples.write(path));
    }
    void expectRefused(size_t width, const std::vector<int>& labels, const std::string& because) {
        ModelFile::expectRefused(Examples::load(path, width, labels), because);
    }
};

TEST_F(ExamplesFile, KeepsWhatTheyShowAndHowTheyLook) {
    const auto loaded = Examples::load(path, kWidth, std::vector<int>{1, -1});  // class 0 is label 1; 1 is none
    ASSERT_TRUE(loaded) << loaded.error().text;
    EXPECT_EQ(loaded->size(), 20u);
    for (uint64_t i = 0; i < 20; i += 2) {
        const auto near = loaded->nearest(direction(i), 2);
        EXPECT_EQ(near.ofLabel[0], Examples::kNowhere);
        EXPECT_NEAR(near.ofLabel[1], 1, 0.01) << "it is there itself, as exactly as bytes allow";
        EXPECT_NEAR(loaded->nearest(direction(i + 1), 2).ofOthers, 1, 0.01);
    }
}

TEST_F(ExamplesFile, RefusesWhatDoesNotFit) {
    expectRefused(kWidth + 1, {0, 1}, "another shape");
    expectRefused(kWidth, {0}, "unknown classes");
    ASSERT_TRUE(writeSafetensors(path, {{"features", {Number::i8, {1, 37}, std::vector<uint8_t>(37)}}}));
    expectRefused(kWidth, {0, 1}, "missing");
    const auto writeScale = [this](std::vector<uint8_t> scale) {
        ASSERT_TRUE(writeSafetensors(path, {{"features", {Number::i8, {1, 37}, std::vector<uint8_t>(37)}},
                                            {"scales", {Number::f32, {1}, std::move(scale)}},
                                            {"classes", {Number::i64, {1}, std::vector<uint8_t>(8)}}}));
    };
    writeScale({0, 0, 0xC0, 0x7F});  // no number
    expectRefused(kWidth, {0, 1}, "no finite numbers");
    writeScale({0, 0, 0, 0x40});  // 2
    expectRefused(kWidth, {0, 1}, "impossible");
    fs::remove(path);
    EXPECT_FALSE(Examples::load(path, kWidth, std::vector<int>{0, 1}));
}

}  // namespace
}  // namespace sketchwalk::neural
