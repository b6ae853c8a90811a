// What is heard, as numbers: levels, pitches, and that nothing clicks or grows without end.
#include "ui/play/Synth.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/play/WalkSound.h"

namespace sketchwalk::ui {
namespace {

std::vector<float> heard(Synth& synth, double seconds) {
    std::vector<float> samples(static_cast<size_t>(seconds * kSampleRate));
    synth.render(samples);
    return samples;
}

double level(const std::vector<float>& samples) {
    double sum = 0;
    for (const float s : samples) sum += static_cast<double>(s) * s;
    return std::sqrt(sum / static_cast<double>(samples.size()));
}

// Sign changes a second: twice the pitch of a tone, and a measure of brightness for noise.
double brightness(const std::vector<float>& samples) {
    int changes = 0;
    for (size_t i = 1; i < samples.size(); ++i) changes += (samples[i] < 0) != (samples[i - 1] < 0);
    return changes / (static_cast<double>(samples.size()) / kSampleRate);
}

TEST(Synth, IsSilentUntilSomethingHappens) {
    Synth synth;
    EXPECT_EQ(level(heard(synth, 1)), 0);
}

TEST(Synth, AStepIsShortAndLouderWhenTheFootComesDownHarder) {
    Synth soft, hard;
    soft.step(Footing::wood, 0.3f);
    hard.step(Footing::wood, 1);
    const auto quiet = heard(soft, 0.3), loud = heard(hard, 0.3);
    EXPECT_GT(level(quiet), 0.001);
    EXPECT_GT(level(loud), 2 * level(quiet));
    heard(hard, 0.7);
    EXPECT_LT(level(heard(hard, 0.2)), 1e-4);
}

TEST(Synth, GravelIsBrighterThanEarth) {
    Synth a, b;
    a.step(Footing::gravel, 1);
    b.step(Footing::earth, 1);
    EXPECT_GT(brightness(heard(a, 0.08)), 2 * brightness(heard(b, 0.08)));
}

TEST(Synth, WindAndWaterSwellAndDieAway) {
    for (const bool wind : {true, false}) {
        Synth synth;
        wind ? synth.setWind(0.5f) : synth.setWater(1);
        const auto first = heard(synth, 0.02);
        heard(synth, 3);
        const double full = level(heard(synth, 2));
        EXPECT_GT(full, 0.005) << wind;
        EXPECT_LT(level(first), 0.3 * full) << wind;  // no click
        wind ? synth.setWind(0) : synth.setWater(0);
        heard(synth, 6);
        EXPECT_LT(level(heard(synth, 1)), 0.05 * full) << wind;
    }
}

TEST(Synth, UnderWaterAllIsDull) {
    Synth above, below;
    below.setUnder(true);
    for (Synth* synth : {&above, &below}) synth->setWater(1);
    heard(above, 2);
    heard(below, 2);
    EXPECT_LT(brightness(heard(below, 1)), 0.8 * brightness(heard(above, 1)));
}

TEST(Synth, NeverLeavesItsRangeHoweverMuchHappens) {
    Synth synth;
    synth.setWind(1);
    synth.setWater(1);
    for (int i = 0; i < 200; ++i) {
        for (int k = 0; k < 8; ++k) synth.step(static_cast<Footing>(k), 1);
        synth.splash(1);
        for (const float s : heard(synth, 0.02)) {
            ASSERT_TRUE(std::isfinite(s));
            ASSERT_LE(std::abs(s), 1);
        }
    }
}

TEST(Synth, TheSameCallsGiveTheSameSamples) {
    Synth a, b;
    for (Synth* synth : {&a, &b}) {
        synth->setWind(0.4f);
        synth->step(Footing::snow, 0.8f);
    }
    EXPECT_EQ(heard(a, 0.5), heard(b, 0.5));
}

scene::Scene shoreScene() {
    scene::Scene scene;
    scene.extent = {40, 40};
    auto ground = std::make_shared<terrain::Ground>();
    ground->extent = scene.extent;
    ground->spacing = 1;
    ground->height = Grid<float>(41, 41, 2.0f);
    ground->surfaces = {"grass", "sand", "snow"};
    ground->surface = Grid<uint8_t>(40, 40, 0);
    ground->shore = Grid<float>(40, 40, 1e9f);
    for (int y = 0; y < 40; ++y) {
        for (int x = 0; x < 40; ++x) ground->shore(x, y) = static_cast<float>(x) - 10;
    }
    ground->surface(20, 20) = 1;
    ground->surface(30, 20) = 2;
    scene.ground = ground;
    return scene;
}

TEST(WalkSound, StepsSoundAsWhatLiesThere) {
    const scene::Scene scene = shoreScene();
    play::Walker walker;
    walker.feet = {5.5, 2, 5.5};
    EXPECT_EQ(footingAt(scene, walker), Footing::grass);
    walker.feet = {20.5, 2, 20.5};
    EXPECT_EQ(footingAt(scene, walker), Footing::sand);
    walker.feet = {30.5, 2, 20.5};
    EXPECT_EQ(footingAt(scene, walker), Footing::snow);
    walker.feet.y = 3.5;  // a bridge
    EXPECT_EQ(footingAt(scene, walker), Footing::wood);
    walker.submerged = 0.2;
    EXPECT_EQ(footingAt(scene, walker), Footing::shallows);
}

TEST(WalkSound, WaterIsHeardNearby) {
    const scene::Scene scene = shoreScene();
    EXPECT_FLOAT_EQ(waterHeardAt(scene, {5, 0, 5}), 1);
    EXPECT_NEAR(waterHeardAt(scene, {17.5, 0, 5}), 0.5, 0.01);
    EXPECT_LT(waterHeardAt(scene, {39, 0, 5}), 0.06);
}

}  // namespace
}  // namespace sketchwalk::ui
