#include "core/synth/Pages.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sketchwalk::synth {
namespace {

const Strokes kTwo = {{{0, 0}, {10, 0}}, {{0, 5}, {10, 5}}};

std::vector<PageDrawing> drawings(size_t count) {
    return std::vector<PageDrawing>(count, {"house", kTwo});
}

TEST(Pages, HoldEveryStrokeOnceAndSayWhoseItIs) {
    for (uint64_t seed = 0; seed < 20; ++seed) {
        const Page page = composePage(drawings(17), seed, pageStyle(seed));
        ASSERT_EQ(page.things.size(), 17U);
        ASSERT_EQ(page.strokes.size(), 34U);
        std::vector<int> all;
        for (const auto& thing : page.things) {
            EXPECT_TRUE(std::is_sorted(thing.strokes.begin(), thing.strokes.end()));
            all.insert(all.end(), thing.strokes.begin(), thing.strokes.end());
        }
        std::sort(all.begin(), all.end());
        for (int i = 0; i < 34; ++i) EXPECT_EQ(all[static_cast<size_t>(i)], i);
    }
}

TEST(Pages, DrawingsKeepToTheirCells) {
    for (uint64_t seed = 0; seed < 20; ++seed) {
        const Page page = composePage(drawings(12), seed, pageStyle(seed));
        std::vector<std::pair<int, int>> cells;
        for (const auto& thing : page.things) {
            Box box;
            for (int s : thing.strokes) box.include(boundsOf(page.strokes[static_cast<size_t>(s)]));
            const std::pair cell(static_cast<int>(box.centre().x / 100), static_cast<int>(box.centre().y / 100));
            EXPECT_GE(box.min.x, cell.first * 100);
            EXPECT_LE(box.max.x, cell.first * 100 + 100);
            EXPECT_GE(box.min.y, cell.second * 100);
            EXPECT_LE(box.max.y, cell.second * 100 + 100);
            cells.push_back(cell);
        }
        std::sort(cells.begin(), cells.end());
        EXPECT_EQ(std::adjacent_find(cells.begin(), cells.end()), cells.end());
    }
}

TEST(Pages, TheSameSeedDrawsTheSameAndTurnsAreTaken) {
    const Page one = composePage(drawings(10), 3, {0.3, 0.6, 0.9, 1}),
               two = composePage(drawings(10), 3, {0.3, 0.6, 0.9, 1});
    EXPECT_EQ(one.strokes, two.strokes);
    const auto inTurns = [](const Page& page) {
        return std::any_of(page.things.begin(), page.things.end(),
                           [](const auto& thing) { return thing.strokes[1] != thing.strokes[0] + 1; });
    };
    EXPECT_TRUE(inTurns(one));
    EXPECT_FALSE(inTurns(composePage(drawings(10), 3, {0.3, 0.6, 0.9, 0})));
}

}  // namespace
}  // namespace sketchwalk::synth
