#include "core/layout/LayoutHash.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace sketchwalk::layout {
namespace {

// Every change alone must give a hash that neither the plain part nor another change has.
template <class T>
void expectEachCounts(const T& plain, const std::vector<std::function<void(T&)>>& changes) {
    std::set<uint64_t> seen{hashOf(plain)};
    EXPECT_EQ(hashOf(T(plain)), *seen.begin());
    for (size_t i = 0; i < changes.size(); ++i) {
        T changed = plain;
        changes[i](changed);
        EXPECT_TRUE(seen.insert(hashOf(changed)).second) << "change " << i;
    }
}

TEST(LayoutHash, CountsAllOfARegion) {
    Region plain;
    plain.shape.outer = {{0, 0}, {4, 0}, {4, 4}};
    expectEachCounts<Region>(
        plain, {[](Region& r) { r.stroke = 2; }, [](Region& r) { r.id = "lake"; },
                [](Region& r) { r.qualities = {"murky"}; }, [](Region& r) { r.shape.outer[1].x = 4.000001; },
                [](Region& r) {
                    r.shape.holes = {{{1, 1}, {2, 1}, {2, 2}}};
                },
                [](Region& r) { r.exact = false; }, [](Region& r) { r.order = 3; }});
}

TEST(LayoutHash, CountsAllOfALine) {
    Line plain;
    plain.centre = {{0, 0}, {4, 0}};
    plain.width = {2, 2};
    expectEachCounts<Line>(plain, {[](Line& l) { l.stroke = 2; }, [](Line& l) { l.id = "road"; },
                                   [](Line& l) { l.qualities = {"paved"}; }, [](Line& l) { l.centre[0].y = -1; },
                                   [](Line& l) {
                                       l.centre.push_back({5, 0});
                                   },
                                   [](Line& l) { l.width[1] = 3; }, [](Line& l) { l.order = 3; },
                                   [](Line& l) { l.flowsIn = true; }, [](Line& l) { l.flowsOut = true; }});
}

TEST(LayoutHash, CountsAllOfARelief) {
    expectEachCounts<Relief>({}, {[](Relief& r) { r.stroke = 2; }, [](Relief& r) { r.id = "hill"; },
                                  [](Relief& r) { r.qualities = {"tall"}; },
                                  [](Relief& r) {
                                      r.shape.outer = {{0, 0}, {4, 0}, {4, 4}};
                                  },
                                  [](Relief& r) {
                                      r.spine = {{0, 0}, {4, 0}};
                                  },
                                  [](Relief& r) { r.width = 7; }, [](Relief& r) { r.order = 3; }});
}

TEST(LayoutHash, CountsAllOfAPlacement) {
    expectEachCounts<Placement>(
        {},
        {[](Placement& p) { p.id = 2; }, [](Placement& p) { p.stroke = 2; }, [](Placement& p) { p.category = "house"; },
         [](Placement& p) { p.qualities = {"red"}; }, [](Placement& p) { p.position.x = 1e-9; },
         [](Placement& p) { p.yaw = 90; }, [](Placement& p) { p.footprint.y = 2; },
         [](Placement& p) {
             p.outline = {{0, 0}, {1, 0}, {1, 1}};
         },
         [](Placement& p) {
             p.path = {{0, 0}, {1, 0}, {1, 1}};
         },
         [](Placement& p) { p.width = 3; }, [](Placement& p) { p.afloat = true; }});
}

TEST(LayoutHash, CountsTheOrderOfAll) {
    Relief a, b;
    a.stroke = 1, b.stroke = 2;
    EXPECT_NE(hashOfAll(std::vector{a, b}), hashOfAll(std::vector{b, a}));
    EXPECT_NE(hashOfAll(std::vector<Relief>{}), hashOfAll(std::vector{a}));
}

TEST(LayoutHash, TellsWordsFromTheirPieces) {
    Region joined, parted;
    joined.qualities = {"ab"};
    parted.qualities = {"a", "b"};
    EXPECT_NE(hashOf(joined), hashOf(parted));
}

}  // namespace
}  // namespace sketchwalk::layout
