#include "core/base/Parallel.h"

#include <gtest/gtest.h>

#include <numeric>
#include <stdexcept>

#include "core/base/Hash.h"

using namespace sketchwalk;

TEST(Parallel, DoesEveryPieceOnce) {
    for (int threads : {1, 2, 5}) {
        std::vector<int> done(1003, 0);
        parallelFor(
            threads, 1003, [&](int i) { ++done[static_cast<size_t>(i)]; }, 7);
        EXPECT_EQ(std::accumulate(done.begin(), done.end(), 0), 1003);
        EXPECT_EQ(*std::max_element(done.begin(), done.end()), 1);
    }
    parallelFor(4, 0, [](int) { FAIL(); });
}

TEST(Parallel, HandsTheExceptionToTheCaller) {
    const auto fails = [](int i) {
        if (i == 57) throw std::runtime_error("57");
    };
    EXPECT_THROW(parallelFor(3, 100, fails), std::runtime_error);
}

TEST(Hash, RandomNumbersDependOnEveryCounterAndSpreadEvenly) {
    EXPECT_NE(randomBits(1, "tree", 2, 3), randomBits(1, "tree", 3, 2));
    EXPECT_NE(randomBits(1, "tree", 2), randomBits(2, "tree", 1));
    EXPECT_NE(randomBits(1, "tree"), randomBits(1, "bush"));
    double sum = 0;
    for (uint64_t i = 0; i < 10000; ++i) sum += randomUnit(42, "mean", i);
    EXPECT_NEAR(sum / 10000, 0.5, 0.01);
}

TEST(Hash, ContentHashSeesEveryByteAndItsPlace) {
    const auto hash = [](std::string_view text) {
        ContentHash h;
        h.add(text);
        return h.value();
    };
    EXPECT_NE(hash("sketchwalk"), hash("sketchwalj"));
    EXPECT_NE(hash("ab"), hash("ba"));
    EXPECT_NE(hash(""), hash(std::string_view("\0", 1)));
    EXPECT_EQ(hash("a longer text of many words"), hash("a longer text of many words"));
}
