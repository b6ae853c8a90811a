// Training through the real command, on a handful of drawings: what lies there afterwards, and several processes as
// one.
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/app/Cli.h"

namespace sketchwalk::test {
namespace {

namespace fs = std::filesystem;

// Forty drawings each of two categories: upright and level zigzags.
fs::path handful(const fs::path& folder, const std::string& level = "house", const std::string& upright = "cat") {
    const fs::path data = folder / "data";
    fs::create_directories(data);
    for (const bool house : {true, false}) {
        std::ofstream file(data / ((house ? level : upright) + ".ndjson"));
        for (int i = 0; i < 40; ++i) {
            std::ostringstream along, across;
            for (int k = 0; k <= 8; ++k) {
                along << (k ? "," : "") << 30 * k;
                across << (k ? "," : "") << (k % 2) * (40 + i);
            }
            file << R"({"key_id":")" << (house ? "h" : "c") << i << R"(","word":"x","recognized":true,"drawing":[[[)"
                 << (house ? along : across).str() << "],[" << (house ? across : along).str() << "]]]}\n";
        }
    }
    return data;
}

// The loss of the curve's last point.
double lastLoss(const fs::path& out) {
    std::ifstream file(out / "loss.csv");
    std::string line, last;
    while (std::getline(file, line)) last = line;
    long long step = 0;
    double loss = NAN;
    EXPECT_EQ(std::sscanf(last.c_str(), "%lld,%lf", &step, &loss), 2) << last;
    return loss;
}

Outcome train(const fs::path& data, const fs::path& out, std::vector<std::string> more,
              const std::string& width = "4") {
    std::vector<std::string> all = {"train",    "recogniser", "--data",  data.string(), "--out",     out.string(),
                                    "--device", "cpu",        "--width", width,         "--threads", "1"};
    all.insert(all.end(), more.begin(), more.end());
    return cli(all);
}

TEST(Train, TwoProcessesLearnAsOneWithTheDoubleBatch) {
    const TemporaryFolder folder;
    const fs::path data = handful(folder.path());
    const auto two = train(data, folder / "two", {"--batch", "6", "--steps", "5", "--processes", "2"});
    ASSERT_EQ(two.status, 0) << two.err;
    const auto one = train(data, folder / "one", {"--batch", "12", "--steps", "5"});
    ASSERT_EQ(one.status, 0) << one.err;
    const auto half = train(data, folder / "half", {"--batch", "6", "--steps", "5"});
    ASSERT_EQ(half.status, 0) << half.err;
    EXPECT_NEAR(lastLoss(folder / "two") / lastLoss(folder / "one"), 1, 1e-4);
    EXPECT_GT(std::abs(lastLoss(folder / "half") / lastLoss(folder / "one") - 1), 1e-3);  // else the test says nothing
}

TEST(Train, StartsFromAnotherModelAndRefusesWhatDoesNotFit) {
    const TemporaryFolder folder;
    const fs::path data = handful(folder.path());
    ASSERT_EQ(train(data, folder / "first", {"--batch", "12", "--steps", "30"}).status, 0);
    const auto from = train(data, folder / "second",
                            {"--batch", "12", "--steps", "2", "--rate", "1e-6", "--from", (folder / "first").string()});
    ASSERT_EQ(from.status, 0) << from.err;
    ASSERT_EQ(train(data, folder / "anew", {"--batch", "12", "--steps", "2", "--rate", "1e-6"}).status, 0);
    EXPECT_LT(lastLoss(folder / "second"), lastLoss(folder / "anew") - 0.2);
    EXPECT_EQ(train(data, folder / "third", {"--from", (folder / "nothing").string()}).status, 4);
    EXPECT_EQ(
        train(data, folder / "third", {"--processes", "2", "--rank", "2", "--rendezvous", (folder / "x").string()})
            .status,
        2);
}

// The book says what categories mean; a network need not learn anew when it says something else.
TEST(Train, CalibratingGivesCategoriesTheMeaningThatTheBookHasNow) {
    const TemporaryFolder folder;
    const fs::path data = handful(folder.path()), card = folder / "net" / "recogniser.json";
    ASSERT_EQ(train(data, folder / "net", {"--batch", "12", "--steps", "30"}).status, 0);
    auto other = nlohmann::json::parse(std::ifstream(card));
    const auto right = other;
    other["quickdraw"] = {{"house", "castle"}};
    for (auto& one : other["classes"]) {
        if (one["name"] == "house") one["symbol"] = "castle";
    }
    ASSERT_NE(other, right);
    std::ofstream(card) << other;
    ASSERT_EQ(train(data, folder / "net", {"--calibrate"}).status, 0);
    EXPECT_EQ(nlohmann::json::parse(std::ifstream(card)), right);
}

// How well a network tells houses from cats on drawings that were held out, without examples to compare with.
double auroc(const fs::path& data, const fs::path& out) {
    auto card = nlohmann::json::parse(std::ifstream(out / "recogniser.json"));
    card.erase("examples");
    std::ofstream(out / "recogniser.json") << card;
    const auto measured =
        cli({"train", "recogniser", "--data", data.string(), "--out", out.string(), "--figures", "--json"});
    EXPECT_EQ(measured.status, 0) << measured.err;
    return nlohmann::json::parse(measured.out)["auroc"];
}

TEST(Train, ATeachersOpinionCountsMoreThanTheLabel) {
    const TemporaryFolder folder;
    const fs::path data = handful(folder.path() / "right");
    const fs::path swapped = handful(folder.path() / "swapped", "cat", "house");
    const std::vector<std::string> steps{"--batch", "12", "--steps", "80"};
    ASSERT_EQ(train(swapped, folder / "teacher", {"--batch", "12", "--steps", "300"}).status, 0);
    ASSERT_EQ(train(data, folder / "alone", steps).status, 0);
    std::vector<std::string> taught = steps;
    taught.insert(taught.end(), {"--teacher", (folder / "teacher").string()});
    ASSERT_EQ(train(data, folder / "taught", taught).status, 0);
    EXPECT_GT(auroc(data, folder / "alone"), 0.9);
    EXPECT_LT(auroc(data, folder / "taught"), 0.1);
    const auto card = nlohmann::json::parse(std::ifstream(folder / "taught" / "recogniser.json"));
    EXPECT_EQ(card["training"]["teachers"][0]["steps"], 300) << "how the teacher was made is told too";

    const fs::path more = handful(folder.path() / "more", "house", "pig");  // it cannot tell pigs: they are learnt
    taught.back() = (folder / "alone").string();
    EXPECT_EQ(train(more, folder / "third", taught).status, 0);
    EXPECT_GT(auroc(more, folder / "third"), 0.9);
    EXPECT_EQ(train(data, folder / "fourth", taught, "8").status, 0) << "of another width";
    auto stranger = nlohmann::json::parse(std::ifstream(folder / "alone" / "recogniser.json"));
    for (auto& one : stranger["classes"]) one["name"] = "another " + one["name"].get<std::string>();
    std::ofstream(folder / "alone" / "recogniser.json") << stranger;
    const auto refused = train(data, folder / "fifth", taught);
    EXPECT_EQ(refused.status, 4) << "knows nothing of this";
    EXPECT_NE(refused.err.find("must know some of this"), std::string::npos) << refused.err;
    EXPECT_EQ(train(data, folder / "sixth", {"--teacher", (folder / "nothing").string()}).status, 4);
}

}  // namespace
}  // namespace sketchwalk::test
