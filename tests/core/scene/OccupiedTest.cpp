#include "core/scene/Occupied.h"

#include <gtest/gtest.h>

namespace sketchwalk::scene {
namespace {

TEST(Occupied, LetsCrownsTouchButNoTrunks) {
    Occupied occupied({100, 100});
    EXPECT_TRUE(occupied.free({50, 50}, 3));
    occupied.add({50, 50}, 5);
    EXPECT_FALSE(occupied.free({53.9, 50}, 3));  // half of 5 + 3 metres
    EXPECT_TRUE(occupied.free({54.1, 50}, 3));
    EXPECT_FALSE(occupied.free({53.9, 50}, 3));
}

TEST(Occupied, HashesWhatStandsAroundASquareAndNothingElse) {
    Occupied here({200, 200}), there({200, 200});
    for (Occupied* occupied : {&here, &there}) occupied->add({50, 50}, 2);
    EXPECT_EQ(here.hashAround(40, 40, 20, 4), there.hashAround(40, 40, 20, 4));
    there.add({150, 150}, 2);
    EXPECT_EQ(here.hashAround(40, 40, 20, 4), there.hashAround(40, 40, 20, 4));
    there.add({62, 50}, 2);  // within the margin
    EXPECT_NE(here.hashAround(40, 40, 20, 4), there.hashAround(40, 40, 20, 4));
}

TEST(Occupied, HashesTheSameInAnyOrder) {
    Occupied one({100, 100}), other({100, 100});
    one.add({50, 50}, 2);
    one.add({51, 52}, 3);
    other.add({51, 52}, 3);
    other.add({50, 50}, 2);
    EXPECT_EQ(one.hashAround(40, 40, 20, 4), other.hashAround(40, 40, 20, 4));
}

}  // namespace
}  // namespace sketchwalk::scene
