#include "render/scene/InstanceTable.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "render/camera/Lens.h"

namespace sketchwalk::render {
namespace {

// A row of things of 2 m (radius 1.73 m) every 10 m to the south of (0, 0, 0).
scene::Scene rowOf(int count) {
    scene::Scene scene;
    scene.assets.resize(1);
    scene::InstanceGroup group;
    for (int i = 0; i < count; ++i) {
        scene::Instance instance;
        instance.id = static_cast<uint64_t>(i) + 1;
        instance.position = {0, 0, 10.0f * static_cast<float>(i)};
        group.instances.push_back(instance);
    }
    scene.groups.push_back(group);
    return scene;
}
const InstanceTable::Shape kCube{{-1, 0, -1}, {1, 2, 1}, 3, {1000, 400, 100}, {1, 1, 1}};

ViewRange southFrom(glm::vec3 eye) {
    Lens lens;
    lens.pose = {eye, 0, 0, 10};
    lens.width = 1000;
    lens.height = 500;
    ViewRange range = lens.range(0, 10000);
    range.leastShare = 0;
    return range;
}

unsigned total(const Choice& choice) {
    unsigned n = 0;
    for (const auto& levels : choice.levels) {
        for (const auto& copies : levels) n += copies.count;
    }
    return n;
}

TEST(InstanceTable, LeavesOutWhatIsBehindTheEye) {
    const InstanceTable table(rowOf(10), {kCube});
    EXPECT_EQ(total(table.choose(southFrom({0, 1, -5}), {})), 10u);
    EXPECT_EQ(total(table.choose(southFrom({0, 1, 55}), {})), 4u);  // those at 60, 70, 80, 90
    EXPECT_EQ(total(table.choose(southFrom({0, 1, 500}), {})), 0u);
}

TEST(InstanceTable, FarCopiesAreCoarser) {
    const InstanceTable table(rowOf(100), {kCube});
    const Choice choice = table.choose(southFrom({0, 1, -5}), {});
    const auto& levels = choice.levels[0];
    // Of a picture of 2 tan(22.5) = 0.828 heights a metre away, 3.46 m fill a quarter at 16.7 m and 8 % at 52 m: the
    // copies at 5 and 15 m are full, those at 25, 35 and 45 m are the second level.
    EXPECT_EQ(levels[0].count, 2u);
    EXPECT_EQ(levels[1].count, 3u);
    EXPECT_EQ(levels[2].count, 95u);
    for (const auto& copies : levels)
        EXPECT_EQ(copies.bytes.size(), static_cast<qsizetype>(copies.count * kInstanceStride));
}

constexpr float kSelected = 4;  // in what marks() gives

// The part of each copy that shows, below 0 the rest of one, and kSelected more where it is selected.
std::vector<float> marks(const Choice::Copies& copies) {
    std::vector<float> marks;
    for (unsigned i = 0; i < copies.count; ++i) {
        float values[8];
        std::memcpy(values, copies.bytes.constData() + i * kInstanceStride, sizeof values);
        float step = std::floor(values[7]);  // the rest is the copy's own number
        const float selected = step >= 64 ? kSelected : 0;
        step -= step >= 64 ? 64 : 0;
        marks.push_back(selected + (step > kPartSteps ? kPartSteps - step : step) / kPartSteps);
    }
    return marks;
}

// The thing at 15 m fills 0.278 of the picture's height: above the limit of 0.25 by 0.56 of a fifth of it.
TEST(InstanceTable, LevelsAreDrawnIntoEachOtherWhereOneGivesWay) {
    const InstanceTable table(rowOf(100), {kCube});
    ViewRange range = southFrom({0, 1, -5});
    range.fade = 0.2f;
    const Choice choice = table.choose(range, {});
    const auto& levels = choice.levels[0];
    const auto first = marks(levels[0]), second = marks(levels[1]);
    ASSERT_EQ(first.size(), 2u);
    EXPECT_EQ(first[0], 0) << "at 5 m all of it shows";
    EXPECT_NEAR(first[1], 0.56f, 0.08f);
    ASSERT_EQ(second.size(), 4u);
    EXPECT_EQ(second[0], -first[1]) << "the rest of the same thing's pixels";
    EXPECT_EQ(second[1], 0);
    range.leastShare = 0.02f;
    const Choice small = table.choose(range, {1, 20});
    EXPECT_EQ(marks(small.levels[0][0])[0], kSelected);
    const auto third = marks(small.levels[0][2]);
    EXPECT_GT(third.back(), 0) << "what is nearly too small to see shows in part";
    EXPECT_LT(third.back(), 0.3f);
    EXPECT_EQ(third[third.size() - 2], kSelected) << "but what is selected, wholly";
}

TEST(InstanceTable, TooSmallToSeeIsLeftOutUnlessSelected) {
    const InstanceTable table(rowOf(100), {kCube});
    ViewRange range = southFrom({0, 1, -5});
    range.leastShare = 0.02f;  // reached at 209 m: copies 0..20 at 5..205 m
    EXPECT_EQ(total(table.choose(range, {})), 21u);
    EXPECT_EQ(total(table.choose(range, {100})), 22u);
}

TEST(InstanceTable, SelectedCopiesCarryTheirMark) {
    const InstanceTable table(rowOf(2), {kCube});
    const Choice choice = table.choose(southFrom({0, 1, -50}), {2});
    float marked = 0;
    for (const auto& copies : choice.levels[0]) {
        for (unsigned i = 0; i < copies.count; ++i) {
            float record[8];
            std::memcpy(record, copies.bytes.constData() + i * kInstanceStride, sizeof record);
            const bool isMarked = record[7] >= 64;
            marked += isMarked ? 1 : 0;
            if (isMarked) {
                EXPECT_FLOAT_EQ(record[2], 10);  // where copy 2 stands
            }
        }
    }
    EXPECT_FLOAT_EQ(marked, 1);
}

// A log that was pushed: it is drawn where it lies now, once, also where its old place is out of sight.
TEST(InstanceTable, MovedCopiesAreShownWhereTheyLie) {
    const InstanceTable table(rowOf(10), {kCube});
    const MovedCopy moved[] = {{3, 0, 2, {5, 0, 40}, glm::quat(-0.6f, 0, 0.8f, 0)}};
    const auto recordsAt = [&](const Choice& choice, glm::vec3 place) {
        std::vector<std::array<float, 8>> found;
        for (const auto& copies : choice.levels[0]) {
            for (unsigned i = 0; i < copies.count; ++i) {
                std::array<float, 8> record;
                std::memcpy(record.data(), copies.bytes.constData() + i * kInstanceStride, sizeof record);
                if (glm::distance(glm::vec3(record[0], record[1], record[2]), place) < 0.01f) found.push_back(record);
            }
        }
        return found;
    };
    const Choice all = table.choose(southFrom({0, 1, -5}), {}, moved);
    EXPECT_EQ(total(all), 10u);
    EXPECT_EQ(recordsAt(all, {0, 0, 20}).size(), 0u);  // where copy 3 stood
    ASSERT_EQ(recordsAt(all, {5, 0, 40}).size(), 1u);
    const auto record = recordsAt(all, {5, 0, 40})[0];
    EXPECT_FLOAT_EQ(record[3], 2);
    EXPECT_FLOAT_EQ(record[5], -0.8f);  // the same turn with a w above 0
    const MovedCopy ahead[] = {{1, 0, 1, {0, 0, 95}, glm::quat(1, 0, 0, 0)}};
    EXPECT_EQ(total(table.choose(southFrom({0, 1, 55}), {}, ahead)), 5u);
    const MovedCopy nonsense[] = {{1, 7, 1, {0, 0, 95}, glm::quat(1, 0, 0, 0)}};
    EXPECT_EQ(total(table.choose(southFrom({0, 1, -5}), {}, nonsense)), 9u);
    EXPECT_EQ(total(table.chooseShadows({{0, 0, 40}, {0, 1, 0}, 12}, moved)),
              total(table.chooseShadows({{0, 0, 40}, {0, 1, 0}, 12})) + 1);
}

TEST(InstanceTable, DrawsTogetherUntilTheyAreFewEnough) {
    const InstanceTable table(rowOf(100), {kCube});
    ViewRange range = southFrom({0, 1, -5});
    range.mostDraws = 2;
    const Choice two = table.choose(range, {});
    EXPECT_EQ(total(two), 100u);
    // Three copies of the second level cost 600 triangles each more, 95 of the third 900: the second joins the first.
    EXPECT_EQ(two.levels[0][0].count, 5u);
    EXPECT_EQ(two.levels[0][1].count, 0u);
    EXPECT_EQ(two.levels[0][2].count, 95u);
    range.mostDraws = 1;
    EXPECT_EQ(table.choose(range, {}).levels[0][0].count, 100u);
}

TEST(InstanceTable, WithTooManyAssetsTheSmallestGiveWayButNeverWhatIsSelected) {
    scene::Scene scene = rowOf(1);
    scene.groups[0].instances[0].position = {0, 0, 20};
    scene.assets.resize(3);
    for (int asset = 1; asset < 3; ++asset) {  // the same thing, 1 % as large
        scene::InstanceGroup group = scene.groups[0];
        group.asset = asset;
        group.instances[0].id = static_cast<uint64_t>(asset) + 100;
        group.instances[0].scale = asset == 1 ? 0.01f : 0.02f;
        scene.groups.push_back(group);
    }
    const InstanceTable table(scene, {kCube, kCube, kCube});
    ViewRange range = southFrom({0, 1, 0});
    range.mostDraws = 2;
    const Choice two = table.choose(range, {});
    EXPECT_EQ(total(two), 2u);
    EXPECT_EQ(two.levels[1][2].count, 0u);
    EXPECT_EQ(table.choose(range, {101}).levels[2][2].count, 0u);  // the other one goes
}

TEST(InstanceTable, ShadowsComeFromWhatStandsInTheRange) {
    const InstanceTable table(rowOf(10), {kCube});
    const Choice choice = table.chooseShadows({{0, 0, 0}, {0, 1, 0}, 25});
    EXPECT_EQ(total(choice), 3u);  // at 0, 10 and 20; the one at 30 reaches to 28.3
    EXPECT_EQ(choice.levels[0][1].count, 3u);
}

}  // namespace
}  // namespace sketchwalk::render
