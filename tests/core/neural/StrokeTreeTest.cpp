#include "core/neural/StrokeTree.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/base/Hash.h"

namespace sketchwalk::neural {
namespace {

Polyline box(double x, double y, double side) {
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}};
}

bool hasNode(const std::vector<StrokeNode>& tree, const std::vector<int>& strokes) {
    return std::any_of(tree.begin(), tree.end(), [&](const StrokeNode& n) { return n.strokes == strokes; });
}

TEST(StrokeTree, TouchingStrokesAreOneLeaf) {
    const auto tree = strokeTree({box(0, 0, 10), {{0, 0}, {5, -8}, {10, 0}}, box(4, 6, 2)});
    EXPECT_TRUE(hasNode(tree, {0, 1}));
    EXPECT_FALSE(hasNode(tree, {0}));
}

TEST(StrokeTree, StrokesDrawnInTurnsArePartedByWhereTheyLie) {
    // Two houses far apart, drawn stroke by stroke in turns.
    const auto tree =
        strokeTree({box(0, 0, 10), box(100, 0, 10), {{0, -1}, {5, -8}, {10, -1}}, {{100, -1}, {105, -8}, {110, -1}}});
    EXPECT_TRUE(hasNode(tree, {0, 2}));
    EXPECT_TRUE(hasNode(tree, {1, 3}));
}

TEST(StrokeTree, WhatLiesFarApartHasNoCommonNode) {
    const auto tree = strokeTree({box(0, 0, 10), box(300, 0, 10), {}});
    ASSERT_EQ(tree.size(), 2u);
    EXPECT_EQ(tree[0].parent, -1);
    EXPECT_EQ(tree[1].parent, -1);
}

TEST(StrokeTree, IsATreeOverAllStrokes) {
    for (uint64_t seed = 0; seed < 20; ++seed) {
        std::vector<Polyline> strokes;
        for (uint64_t i = 0; i < 40; ++i) {
            strokes.push_back(
                box(300 * randomUnit(seed, "x", i), 300 * randomUnit(seed, "y", i), 3 + 30 * randomUnit(seed, "s", i)));
        }
        const auto tree = strokeTree(strokes);
        std::vector<int> seen(strokes.size());
        for (size_t i = 0; i < tree.size(); ++i) {
            const StrokeNode& node = tree[i];
            EXPECT_TRUE(std::is_sorted(node.strokes.begin(), node.strokes.end()));
            EXPECT_LT(node.left, static_cast<int>(i));
            EXPECT_EQ(node.left < 0, node.right < 0);
            if (node.left >= 0) {
                const auto &l = tree[static_cast<size_t>(node.left)], &r = tree[static_cast<size_t>(node.right)];
                EXPECT_EQ(l.strokes.size() + r.strokes.size(), node.strokes.size());
                EXPECT_EQ(l.parent, static_cast<int>(i));
                EXPECT_EQ(r.parent, static_cast<int>(i));
            } else {
                for (int s : node.strokes) ++seen[static_cast<size_t>(s)];
            }
        }
        EXPECT_EQ(seen, std::vector<int>(strokes.size(), 1));
    }
}

}  // namespace
}  // namespace sketchwalk::neural
