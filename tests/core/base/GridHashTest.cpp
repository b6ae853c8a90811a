#include "core/base/GridHash.h"

#include <gtest/gtest.h>

#include <utility>

namespace sketchwalk {
namespace {

TEST(GridHash, TellsRastersApart) {
    Grid<float> a(7, 5, 1.0f);
    const uint64_t plain = hashOf(a);
    EXPECT_EQ(hashOf(Grid<float>(7, 5, 1.0f)), plain);
    EXPECT_NE(hashOf(Grid<float>(5, 7, 1.0f)), plain);
    for (size_t i = 0; i < a.values().size(); ++i) {
        Grid<float> changed = a;
        changed.values()[i] = 1.0000001f;
        EXPECT_NE(hashOf(changed), plain) << i;
    }
}

TEST(GridHash, LooksAtAWindowAlone) {
    Grid<uint8_t> grid(16, 16);
    const auto window = [&] {
        WideHash hash;
        addWindow(hash, grid, 4, 4, 8, 8);
        return hash.value();
    };
    const uint64_t before = window();
    for (const auto& [x, y] : {std::pair(3, 4), std::pair(9, 8), std::pair(4, 3), std::pair(8, 9)}) grid(x, y) = 1;
    EXPECT_EQ(window(), before);
    grid(8, 8) = 1;
    EXPECT_NE(window(), before);
}

}  // namespace
}  // namespace sketchwalk
