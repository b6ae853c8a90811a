// What is computed on a graphics card is what is computed on the processor. Where there is no CUDA, only that this is
// said; installer/trainer/check runs these on a machine that has it.
#include <cstdlib>

#include "core/neural/LossCurve.h"
#include "core/synth/Hand.h"
#include "tests/core/neural/TinyRecogniser.h"

namespace sketchwalk::neural {
namespace {

namespace fs = std::filesystem;

// Only a card that is missing may be passed over, not one that fails; and none where one is to be checked.
bool hasCuda() {
    const auto there = Recogniser::load(trained(), {"cuda", 1});
    if (there) return true;
    EXPECT_EQ(there.error().kind, ErrorKind::usage) << there.error().text;
    EXPECT_EQ(std::getenv("SKETCHWALK_NEEDS_CUDA"), nullptr) << there.error().text;
    return false;
}

#define SKIP_WITHOUT_CUDA() \
    if (!hasCuda()) GTEST_SKIP() << "no CUDA here"

TrainingPlan planOnCuda(const fs::path& out, int64_t steps) {
    TrainingPlan plan = planFor(out, steps);
    plan.device = "cuda";
    return plan;
}

std::vector<float> lossesOf(const fs::path& folder) {
    std::vector<float> losses;
    for (const LossPoint& point : readLossCurve(folder)) losses.push_back(static_cast<float>(point.loss));
    return losses;
}

TEST(Device, WithoutCudaItIsSaidInPlainWordsAndAutoTakesTheProcessor) {
    if (hasCuda()) GTEST_SKIP() << "CUDA is here";
    const auto refused = Recogniser::load(trained(), {"cuda", 1});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::usage);
    EXPECT_NE(refused.error().text.find("CUDA"), std::string::npos) << refused.error().text;
    EXPECT_FALSE(train(planOnCuda(trained() / "refused", 2)));
    EXPECT_TRUE(Recogniser::load(trained(), {"auto", 1}));
}

// The network that is shipped, on what the hand draws from its book: half precision changes no name, and hardly a
// claim.
TEST(Device, HalfPrecisionOnCudaReadsAsTheProcessorDoes) {
    SKIP_WITHOUT_CUDA();
    const fs::path models = resourceFolder() / "models";
    const auto onProcessor = Recogniser::load(models), onCard = Recogniser::load(models, {"cuda", 1});
    ASSERT_TRUE(onProcessor) << onProcessor.error().text;
    ASSERT_TRUE(onCard) << onCard.error().text;
    const auto book = synth::HandBook::load();
    ASSERT_TRUE(book) << book.error().text;
    std::vector<Strokes> drawings;
    for (const auto& [symbol, ways] : book->drawn) {
        for (const Strokes& way : ways) drawings.push_back(synth::redraw(way, drawings.size()));
    }
    ASSERT_GT(drawings.size(), 200u);
    const auto slow = onProcessor->look(drawings, kAllViews), fast = onCard->look(drawings, kAllViews);
    ASSERT_TRUE(slow);
    ASSERT_TRUE(fast) << fast.error().text;
    ASSERT_EQ(slow->logits.size(), fast->logits.size());
    double most = 0, largest = 0;
    for (size_t i = 0; i < slow->logits.size(); ++i) {
        most = std::max(most, std::abs(static_cast<double>(slow->logits[i] - fast->logits[i])));
        largest = std::max(largest, std::abs(static_cast<double>(slow->logits[i])));
    }
    std::printf("%zu drawings: outputs up to %.2f differ by %.4f at most\n", drawings.size(), largest, most);
    EXPECT_LT(most, 0.01 * largest);
    const auto said = onProcessor->read(drawings, kAllViews), saidFast = onCard->read(drawings, kAllViews);
    ASSERT_TRUE(said && saidFast);
    int others = 0;
    double off = 0;
    for (size_t i = 0; i < said->size(); ++i) {
        const Guess one = (*said)[i].best(), two = (*saidFast)[i].best();
        if (one.symbol != two.symbol) ++others;
        off = std::max(off, std::abs(one.confidence - two.confidence));
    }
    std::printf("%d other first guesses, confidence differs by %.4f at most\n", others, off);
    EXPECT_LE(others, static_cast<int>(drawings.size() / 200)) << "only where two were as likely";
    EXPECT_LT(off, 0.03);
}

TEST(Device, OnCudaATrainingBeginsAsOnTheProcessorAndLearns) {
    SKIP_WITHOUT_CUDA();
    const fs::path here = trained() / "here", there = trained() / "there";
    ASSERT_TRUE(train(planFor(here, 3)));
    ASSERT_TRUE(train(planOnCuda(there, 3), 3));
    ASSERT_EQ(lossesOf(here).size(), 1u);
    EXPECT_NEAR(lossesOf(there).at(0) / lossesOf(here)[0], 1, 0.01) << "the same drawings, dice and weights";
    for (const bool shortened : {false, true}) {
        const fs::path folder = trained() / (shortened ? "there-bfloat16" : "there-float");
        TrainingPlan plan = planOnCuda(folder, 60);
        plan.shortened = shortened;
        const auto done = train(plan, 4);
        ASSERT_TRUE(done) << done.error().text;
        EXPECT_GT(readLossCurve(folder).back().accuracy, 0.9) << shortened;
    }
}

TEST(Device, OnCudaATrainingGoesOnFromItsCheckpointWithATeacher) {
    SKIP_WITHOUT_CUDA();
    const fs::path folder = trained() / "there-again";
    TrainingPlan plan = planOnCuda(folder, 40);
    plan.from = {trained() / "weights.safetensors", 4, {0, 1, 2}};
    plan.midway = true;
    plan.teachers = {*plan.from};
    ASSERT_TRUE(train(plan, 2));
    plan.steps = 60;
    plan.resume = true;
    const auto more = train(plan, 2);
    ASSERT_TRUE(more) << more.error().text;
    EXPECT_EQ(more->steps, 60);
    EXPECT_GT(readLossCurve(folder).back().accuracy, 0.9);
}

}  // namespace
}  // namespace sketchwalk::neural
