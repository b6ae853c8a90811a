#include "core/neural/Recogniser.h"

#include <glm/gtc/packing.hpp>

#include "core/neural/InkMeaning.h"
#include "core/neural/LossCurve.h"
#include "core/neural/PersonalStyles.h"
#include "core/neural/Safetensors.h"
#include "core/sketch/Read.h"
#include "tests/core/neural/TinyRecogniser.h"

namespace sketchwalk::neural {
namespace {

namespace fs = std::filesystem;

// Stops after that step, however many are planned.
void trainUntil(int64_t step, const TrainingPlan& plan, int threads) {
    std::stop_source source;
    const auto done =
        trainRecogniser(plan, lesson, {source.get_token(), {}, threads}, [&](const TrainingProgress& progress) {
            if (progress.step >= step) source.request_stop();
        });
    ASSERT_TRUE(done) << done.error().text;
    EXPECT_EQ(done->steps, step);
}

TEST(Recogniser, LearnsAndSaysWhatIsNone) {
    const auto recogniser = Recogniser::load(trained());
    ASSERT_TRUE(recogniser) << recogniser.error().text;
    EXPECT_EQ(recogniser->symbols(), (std::vector<std::string>{"path", "tower"}));
    const auto readings = recogniser->read({drawing(0, 1001), drawing(1, 1002), drawing(2, 1003)}, kAllViews);
    ASSERT_TRUE(readings);
    EXPECT_EQ((*readings)[0].best().symbol, 1);
    EXPECT_EQ((*readings)[1].best().symbol, 0);
    EXPECT_GT((*readings)[2].none, 0.5);
    EXPECT_LT((*readings)[0].none, 0.5);
    for (const Reading& r : *readings) EXPECT_NEAR(r.none + r.chances[0] + r.chances[1], 1, 1e-6);
    EXPECT_TRUE(fs::exists(trained() / "loss.csv"));
}

TEST(Recogniser, TheSameStepsGiveTheSameWeights) {
    const fs::path one = trained() / "one", two = trained() / "two";
    ASSERT_TRUE(train(planFor(one, 4)));
    ASSERT_TRUE(train(planFor(two, 4)));
    EXPECT_EQ(*readFile(one / "weights.safetensors"), *readFile(two / "weights.safetensors"));
    TrainingPlan longer = planFor(two, 6);
    longer.resume = true;
    const auto more = train(longer);
    ASSERT_TRUE(more) << more.error().text;
    EXPECT_EQ(more->steps, 6);
}

// While the rate stays, it does not matter how long the whole is to be.
TEST(Recogniser, ATrainingThatIsTakenUpAgainIsTheSameAlsoWithAnotherEnd) {
    for (const int threads : {1, 3}) {
        const fs::path straight = trained() / "straight", broken = trained() / "broken-off";
        fs::remove_all(broken);
        trainUntil(5, planFor(straight, 50000), threads);
        trainUntil(2, planFor(broken, 50000), threads);
        TrainingPlan rest = planFor(broken, 20000);
        rest.resume = true;
        trainUntil(5, rest, threads);
        EXPECT_EQ(*readFile(straight / "weights.safetensors"), *readFile(broken / "weights.safetensors"));
    }
}

TEST(Recogniser, ThreadsThatShareABatchLearnAsWellAndAlwaysTheSame) {
    const fs::path one = trained() / "threads", two = trained() / "threads-again";
    for (const fs::path& folder : {one, two}) {
        TrainingPlan plan = planFor(folder, 60);
        plan.batch = 24;
        ASSERT_TRUE(train(plan, 2));
        EXPECT_GT(readLossCurve(folder).back().accuracy, 0.9);
    }
    EXPECT_EQ(*readFile(one / "weights.safetensors"), *readFile(two / "weights.safetensors"));
}

TEST(Recogniser, LearnsInBfloat16) {
    const fs::path folder = trained() / "bfloat16";
    TrainingPlan plan = planFor(folder, 60);
    plan.shortened = true;
    ASSERT_TRUE(train(plan));
    EXPECT_GT(readLossCurve(folder).back().accuracy, 0.9);
    EXPECT_NE(*readFile(folder / "weights.safetensors"), *readFile(trained() / "weights.safetensors"));
}

std::vector<float> lastLayerIn(const fs::path& folder) {
    const auto file = Safetensors::open(folder / "weights.safetensors");
    EXPECT_TRUE(file);
    const TensorView& layer = file->tensors().at("head.weight");
    std::vector<float> weights;
    for (size_t i = 0; i < layer.bytes.size(); i += 2) {
        weights.push_back(glm::unpackHalf1x16(static_cast<uint16_t>(layer.bytes[i] | layer.bytes[i + 1] << 8)));
    }
    return weights;
}

TEST(Recogniser, MidwayLiesBetweenWhereATrainingStartedAndWhereItCame) {
    TrainingPlan plan = planFor(trained() / "whole-way", 5);
    plan.from = {trained() / "weights.safetensors", 4, {0, 1, 2}};
    ASSERT_TRUE(train(plan));
    plan.out = trained() / "midway";
    plan.midway = true;
    ASSERT_TRUE(train(plan));
    const auto start = lastLayerIn(trained()), end = lastLayerIn(trained() / "whole-way"),
               between = lastLayerIn(plan.out);
    ASSERT_EQ(between.size(), start.size());
    float far = 0;
    for (size_t i = 0; i < start.size(); ++i) {
        EXPECT_NEAR(between[i], (start[i] + end[i]) / 2, 2e-4F);
        far = std::max(far, std::abs(start[i] - end[i]));
    }
    EXPECT_GT(far, 5e-3F) << "else the test says nothing";
}

TEST(Recogniser, OneCorrectionIsKeptForDrawingsLikeIt) {
    const auto recogniser = Recogniser::load(trained());
    ASSERT_TRUE(recogniser);
    const auto readings = recogniser->read({drawing(2, 1), drawing(2, 2), drawing(0, 3)});
    ASSERT_TRUE(readings);
    PersonalStyles styles;
    styles.correct((*readings)[0], 0);
    EXPECT_EQ(styles.apply((*readings)[1]).best().symbol, 0);
    EXPECT_GE(styles.apply((*readings)[1]).best().confidence, 0.5);
    EXPECT_EQ(styles.apply((*readings)[2]).best().symbol, 1);
}

sketch::Style styleOf(int kind, uint64_t seed, const std::string& shows) {
    return {shows, drawing(kind, seed)};
}

TEST(Recogniser, WhatItIsTaughtHoldsForDrawingsLikeItAlsoWhereTheNetworkKnowsNoName) {
    auto recogniser = Recogniser::load(trained());
    ASSERT_TRUE(recogniser);
    ASSERT_TRUE(recogniser->teach({styleOf(2, 1, "castle"), styleOf(1, 2, "ink")}));
    EXPECT_EQ(recogniser->symbols(), (std::vector<std::string>{"path", "tower", "castle"}));
    const std::vector<Strokes> drawings{drawing(2, 8), drawing(1, 9), drawing(0, 10)};
    auto readings = recogniser->read(drawings);
    ASSERT_TRUE(readings);
    EXPECT_EQ((*readings)[0].best().symbol, 2);
    EXPECT_GT((*readings)[1].none, 0.5);
    EXPECT_EQ((*readings)[2].best().symbol, 1);
    for (const Reading& r : *readings) EXPECT_NEAR(r.none + r.chances[0] + r.chances[1] + r.chances[2], 1, 1e-6);
    // What was taught before is gone with the next teaching.
    ASSERT_TRUE(recogniser->teach({}));
    readings = recogniser->read(drawings);
    ASSERT_TRUE(readings);
    EXPECT_EQ(recogniser->symbols().size(), 2u);
    EXPECT_GT((*readings)[0].none, 0.5);
    EXPECT_EQ((*readings)[1].best().symbol, 0);
}

TEST(Recogniser, RefusesModelsThatDoNotFit) {
    const fs::path folder = trained() / "broken";
    fs::create_directories(folder);
    fs::copy_file(trained() / "weights.safetensors", folder / "weights.safetensors",
                  fs::copy_options::overwrite_existing);
    const auto refused = [&](const ModelCard& card, const std::string& because) {
        EXPECT_TRUE(card.write(folder / "recogniser.json"));
        const auto loaded = Recogniser::load(folder);
        ASSERT_FALSE(loaded) << because;
        EXPECT_EQ(loaded.error().kind, ErrorKind::resource);
        EXPECT_NE(loaded.error().text.find(because), std::string::npos) << loaded.error().text;
    };
    const ModelCard right = cardFor(trained());
    ModelCard card = right;
    card.name = "other";
    refused(card, "another network");
    card = right;
    card.inputs = 999;
    refused(card, "other inputs");
    card = right;
    card.sha256[0] = card.sha256[0] == '0' ? '1' : '0';
    refused(card, "not those of the card");
    card = right;
    card.width = 8;
    refused(card, "another shape");
    card = right;
    for (int i = 0; i < 100; ++i) card.more["deep"] = nlohmann::ordered_json::array({card.more["deep"]});
    refused(card, "nests too deep");
    card = right;
    card.weights = "nothing.safetensors";
    refused(card, "missing");
    card = right;
    card.weights = "../weights.safetensors";
    refused(card, "elsewhere");
    EXPECT_FALSE(Recogniser::load(folder / "nowhere"));
}

TEST(Recogniser, WhatADrawingIsNearToCountsBesideWhatTheNetworkSays) {
    const auto alone = Recogniser::load(trained());
    ASSERT_TRUE(alone);
    const auto readings = alone->read({drawing(0, 1), drawing(1, 1), drawing(0, 2)});
    ASSERT_TRUE(readings);
    ASSERT_EQ(alone->symbols(), (std::vector<std::string>{"path", "tower"}));
    const fs::path folder = trained() / "examples";
    fs::create_directories(folder);
    fs::copy_file(trained() / "weights.safetensors", folder / "weights.safetensors",
                  fs::copy_options::overwrite_existing);
    const auto chanceWith = [&](int classOfUpright, int classOfLevel) {
        Examples examples(2 * kFeatures);
        examples.add((*readings)[0].features, classOfUpright);
        examples.add((*readings)[1].features, classOfLevel);
        EXPECT_TRUE(examples.write(folder / "examples.safetensors"));
        ModelCard card = cardFor(trained());
        card.examples = {"examples.safetensors", hexOf(sha256(*readFile(folder / "examples.safetensors")))};
        EXPECT_TRUE(card.write(folder / "recogniser.json"));
        const auto beside = Recogniser::load(folder);
        EXPECT_TRUE(beside) << beside.error().text;
        const auto again = beside->read({drawing(0, 2)});
        EXPECT_TRUE(again);
        EXPECT_NEAR((*again)[0].none, (*readings)[2].none, 1e-6) << "whether it shows a symbol is the network's to say";
        EXPECT_NEAR((*again)[0].chances[0] + (*again)[0].chances[1] + (*again)[0].none, 1, 1e-9);
        return (*again)[0].chances[1];
    };
    const double before = (*readings)[2].chances[1];
    EXPECT_LT(chanceWith(1, 0), before - 0.01) << "upright lines are paths, say the examples";
    EXPECT_GE(chanceWith(0, 1), before) << "they agree with the network";
    ModelCard card = cardFor(trained());
    card.examples = {"examples.safetensors", card.sha256};
    ASSERT_TRUE(card.write(folder / "recogniser.json"));
    EXPECT_FALSE(Recogniser::load(folder)) << "another file than the card means";
}

TEST(Recogniser, ATeacherIsNotAskedWhereTheLabelIsCertain) {
    const auto weightsOf = [](const TrainingPlan& plan) {
        EXPECT_TRUE(train(plan));
        return *readFile(plan.out / "weights.safetensors");
    };
    const auto alone = weightsOf(planFor(trained() / "alone", 4));
    TrainingPlan plan = planFor(trained() / "taught", 4);
    plan.teachers = {{trained() / "weights.safetensors", 4, {1, 0, 2}}};  // it takes upright for level
    EXPECT_NE(weightsOf(plan), alone);
    plan.certain = {true, true, true};
    EXPECT_EQ(weightsOf(plan), alone);
}

TEST(Recogniser, StopsBetweenPasses) {
    const auto recogniser = Recogniser::load(trained());
    ASSERT_TRUE(recogniser);
    std::stop_source source;
    source.request_stop();
    const auto readings = recogniser->read({drawing(0, 1)}, 1, {source.get_token(), {}, 1});
    ASSERT_FALSE(readings);
    EXPECT_EQ(readings.error().kind, ErrorKind::interrupted);
}

TEST(Recogniser, PartsAPageIntoItsSymbols) {
    const auto recogniser = Recogniser::load(trained());
    ASSERT_TRUE(recogniser);
    std::vector<Polyline> page;
    for (int i = 0; i < 6; ++i) {
        Polyline line = drawing(i % 2, static_cast<uint64_t>(i))[0];
        for (Point& p : line) p = p * 30.0 + Point{i * 100.0, 0};
        page.push_back(line);
    }
    const auto symbols = readPage(*recogniser, page);
    ASSERT_TRUE(symbols);
    ASSERT_EQ(symbols->size(), 6u);
    for (size_t i = 0; i < 6; ++i) EXPECT_EQ((*symbols)[i].reading.best().symbol, i % 2 == 0 ? 1 : 0);
    const auto grouped = readPage(*recogniser, page, {5, 5, -1, -1, -1, -1});
    ASSERT_TRUE(grouped);
    EXPECT_EQ(grouped->front().strokes, (std::vector<int>{0, 1}));
}

TEST(Recogniser, InkStandsOnTheMapAsWhatItShows) {
    const auto recogniser = Recogniser::load(trained());
    const auto catalogue = catalogue::Catalogue::load(fs::path(SKETCHWALK_SOURCE_DIR) / "resources");
    ASSERT_TRUE(recogniser && catalogue);
    sketch::Sketch sketch;
    for (int i = 0; i < 2; ++i) {
        sketch::Stroke stroke;
        stroke.id = 10 + i;
        stroke.brush = i == 0 ? "ink" : "lake";
        const Strokes upright = drawing(0, 7);
        for (Point p : upright[0]) stroke.points.push_back({p * 40.0 + Point{50.0 + 100 * i, 50}});
        sketch.strokes.push_back(std::make_shared<sketch::Stroke>(stroke));
    }
    EXPECT_TRUE(hasInk(sketch));
    const auto symbols = readInk(sketch, *recogniser);
    ASSERT_TRUE(symbols);
    ASSERT_EQ(symbols->size(), 1u);
    EXPECT_TRUE(symbols->front().taken);
    Diagnostics diagnostics;
    const auto meant = withMeaning(sketch, *symbols, *catalogue, diagnostics);
    ASSERT_EQ(meant.strokes.size(), 2u);
    EXPECT_EQ(meant.strokes[0]->brush, "tower");
    EXPECT_EQ(meant.strokes[0]->id, 10);
    EXPECT_EQ(meant.strokes[1], sketch.strokes[1]);
    EXPECT_EQ(diagnostics.size(), 1u);
    EXPECT_FALSE(hasInk(meant));
}

// So that the window, which reads a page after each stroke, reads the same of it as the command line.
TEST(Recogniser, LooksThatAreRememberedChangeNothingOfWhatIsRead) {
    const auto recogniser = Recogniser::load(trained());
    ASSERT_TRUE(recogniser);
    PageMemory memory(PageMemory::Keeps::looks);
    std::vector<Polyline> page;
    for (int i = 0; i < 6; ++i) {
        const Strokes drawn = drawing(i % 3, 20 + static_cast<uint64_t>(i));
        for (Polyline line : drawn) {
            for (Point& p : line) p = p * 40.0 + Point{60.0 * i, 30};
            page.push_back(std::move(line));
            const auto afresh = readPage(*recogniser, page);
            const auto grown = readPage(*recogniser, page, {}, {}, &memory);
            ASSERT_TRUE(afresh && grown);
            ASSERT_EQ(afresh->size(), grown->size());
            for (size_t k = 0; k < afresh->size(); ++k) {
                const PageSymbol &a = (*afresh)[k], &b = (*grown)[k];
                EXPECT_EQ(a.strokes, b.strokes);
                EXPECT_EQ(a.reading.best().symbol, b.reading.best().symbol);
                EXPECT_NEAR(a.reading.none, b.reading.none, 1e-4);
            }
        }
    }
}

sketch::Sketch inkOf(int kind, const std::string& shows, std::optional<int64_t> group = {}) {
    sketch::Sketch sketch;
    const Strokes upright = drawing(kind, 7);
    for (int i = 0; i < 2; ++i) {
        sketch::Stroke stroke;
        stroke.id = 10 + i;
        stroke.brush = "ink";
        stroke.shows = shows;
        stroke.group = group;
        for (const Point& p : upright[0]) stroke.points.push_back({p * 40.0 + Point{60.0 + 90 * i, 60}});
        sketch.strokes.push_back(std::make_shared<sketch::Stroke>(stroke));
    }
    return sketch;
}

TEST(Recogniser, WhatThePersonSaidOfInkHoldsWithAndWithoutANetwork) {
    const auto recogniser = Recogniser::load(trained());
    const auto catalogue = catalogue::Catalogue::load(fs::path(SKETCHWALK_SOURCE_DIR) / "resources");
    ASSERT_TRUE(recogniser && catalogue);
    const auto made = [&](const sketch::Sketch& sketch, Diagnostics& diagnostics) {
        const auto read = readInk(sketch, *recogniser);
        EXPECT_TRUE(read);
        const auto said = saidSymbols(sketch);
        Diagnostics same;
        const auto meant = withMeaning(sketch, *read, *catalogue, diagnostics);
        const auto alone = withMeaning(sketch, said, *catalogue, same);
        EXPECT_EQ(sketch::writeJson(alone), sketch::writeJson(meant));
        EXPECT_EQ(same.size(), diagnostics.size());
        return meant;
    };
    Diagnostics diagnostics;
    auto meant = made(inkOf(0, "castle", 3), diagnostics);
    ASSERT_EQ(meant.strokes.size(), 1u) << "one group, one castle";
    EXPECT_EQ(meant.strokes[0]->brush, "castle");
    EXPECT_EQ(meant.strokes[0]->id, 10);
    diagnostics.clear();
    meant = made(inkOf(0, "a ruined castle"), diagnostics);
    ASSERT_EQ(meant.strokes.size(), 2u) << "no group, two of them";
    EXPECT_EQ(meant.strokes[0]->brush, "a ruined castle");
    for (const char* stays : {"ink", "label"}) {
        diagnostics.clear();
        meant = made(inkOf(0, stays, 3), diagnostics);
        EXPECT_EQ(meant.strokes.size(), 2u);
        EXPECT_TRUE(hasInk(meant));
        EXPECT_TRUE(diagnostics.empty());
    }
    diagnostics.clear();
    meant = made(inkOf(0, "zxqvw", 3), diagnostics);
    EXPECT_EQ(meant.strokes.size(), 2u);
    ASSERT_EQ(diagnostics.size(), 1u);
    EXPECT_EQ(diagnostics[0].severity, Severity::warning);
    EXPECT_EQ(diagnostics[0].stroke, 10);
}

}  // namespace
}  // namespace sketchwalk::neural
