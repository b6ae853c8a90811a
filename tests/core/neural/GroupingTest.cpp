// Trees made by hand, with chances that can be worked out on paper.
#include "core/neural/Grouping.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <filesystem>

#include "core/neural/NodeShape.h"

namespace sketchwalk::neural {
namespace {

namespace fs = std::filesystem;

// Two leaves and what they make together.
std::vector<StrokeNode> pair() {
    std::vector<StrokeNode> tree(3);
    tree[0].strokes = {0};
    tree[1].strokes = {1};
    tree[2].strokes = {0, 1};
    tree[2].left = 0;
    tree[2].right = 1;
    tree[0].parent = tree[1].parent = 2;
    return tree;
}

Judgement judged(double part, double one, double many) {
    return {std::log(part), std::log(one), std::log(many)};
}

TEST(Grouping, ChancesAreThoseOfAllCutsTogether) {
    const std::vector<Judgement> judgements = {judged(0.5, 0.5, 1e-9), judged(0.5, 0.5, 1e-9), judged(0.2, 0.3, 0.5)};
    const auto chances = chancesInCut(pair(), judgements);
    // Whole: 0.3 times the parts' 0.5 * 0.5, which count with an exponent of 0.3; apart: 0.5 * 0.5 * 0.5.
    const double whole = 0.3 * std::pow(0.25, 0.3), apart = 0.5 * 0.25;
    EXPECT_NEAR(chances[2], whole / (whole + apart), 1e-9);
    EXPECT_NEAR(chances[0], apart / (whole + apart), 1e-9);
    EXPECT_EQ(chances[0], chances[1]);
}

TEST(Grouping, TheBestCutHoldsEveryStrokeOnce) {
    EXPECT_EQ(bestCut(pair(), {0.1, 0.1, 0.9}), std::vector<int>{2});
    EXPECT_EQ(bestCut(pair(), {0.9, 0.9, 0.1}), (std::vector<int>{0, 1}));
    // One of two right is not better than nothing gained by parting.
    EXPECT_EQ(bestCut(pair(), {0.4, 0.4, 0.55}), std::vector<int>{2});
}

TEST(Grouping, WithoutWeightsGapsDecide) {
    const std::vector<Polyline> near = {{{0, 0}, {10, 0}}, {{0, 0.6}, {10, 0.6}}};
    const std::vector<Polyline> far = {{{0, 0}, {10, 0}}, {{0, 4}, {10, 4}}};
    for (const auto& [page, symbols] : {std::pair(near, 1U), std::pair(far, 2U)}) {
        const auto tree = strokeTree(page);
        std::vector<Judgement> judgements;
        for (const auto& shape : nodeShapes(tree, page)) judgements.push_back(Grouping().judge(shape));
        EXPECT_EQ(bestCut(tree, chancesInCut(tree, judgements)).size(), symbols);
    }
}

TEST(NodeShape, IsTheSameAtAnyPlaceAndScale) {
    std::vector<Polyline> page = {{{0, 0}, {10, 0}}, {{0, 2}, {10, 2}}, {{30, 0}, {40, 8}}, {{32, 1}, {38, -3}}};
    std::vector<Polyline> moved = page;
    for (Polyline& line : moved) {
        for (Point& p : line) p = p * 4.0 + Point{64, -128};
    }
    const auto a = nodeShapes(strokeTree(page), page), b = nodeShapes(strokeTree(moved), moved);
    ASSERT_EQ(a.size(), b.size());
    for (size_t i = 0; i < a.size(); ++i) {
        for (size_t k = 0; k < kNodeNumbers; ++k) EXPECT_NEAR(a[i][k], b[i][k], 1e-5) << i << " " << k;
    }
}

TensorToWrite numbers(std::vector<int64_t> shape, const std::vector<float>& values) {
    TensorToWrite tensor{Number::f32, std::move(shape), std::vector<uint8_t>(values.size() * sizeof(float))};
    std::memcpy(tensor.bytes.data(), values.data(), tensor.bytes.size());
    return tensor;
}

TEST(DenseNet, ComputesWhatItsTensorsSay) {
    const fs::path path = fs::temp_directory_path() / ("dense" + std::to_string(::getpid()) + ".safetensors");
    std::map<std::string, TensorToWrite> tensors = {{"a.mean", numbers({2}, {1, 0})},
                                                    {"a.scale", numbers({2}, {2, 1})},
                                                    {"a.0.weight", numbers({3, 2}, {1, 0, 0, 1, -1, -1})},
                                                    {"a.0.bias", numbers({3}, {0, 1, 0})},
                                                    {"a.1.weight", numbers({1, 3}, {1, 2, 3})},
                                                    {"a.1.bias", numbers({1}, {0.5F})}};
    ASSERT_TRUE(writeSafetensors(path, tensors));
    const auto read = [&] { return DenseNet::read(*Safetensors::open(path), "a", 2, 1, "some file"); };
    const auto net = read();
    ASSERT_TRUE(net) << net.error().text;
    // (2, 3) becomes (2, 3) after the shift and the scale; relu(2, 4, -5); 2 + 8 + 0.5.
    EXPECT_EQ((*net)(std::vector<float>{2, 3}), std::vector<float>{10.5F});
    EXPECT_FALSE(DenseNet::read(*Safetensors::open(path), "a", 3, 1, "some file"));
    EXPECT_FALSE(DenseNet::read(*Safetensors::open(path), "a", 2, 2, "some file"));
    EXPECT_FALSE(DenseNet::read(*Safetensors::open(path), "b", 2, 1, "some file"));
    tensors["a.1.bias"] = numbers({1}, {NAN});
    ASSERT_TRUE(writeSafetensors(path, tensors));
    ASSERT_FALSE(read());
    EXPECT_NE(read().error().text.find("some file"), std::string::npos);
    tensors["a.1.bias"] = numbers({1}, {0});
    tensors["a.1.weight"] = numbers({1, 2}, {1, 1});
    ASSERT_TRUE(writeSafetensors(path, tensors));
    EXPECT_FALSE(read());
    fs::remove(path);
}

}  // namespace
}  // namespace sketchwalk::neural
