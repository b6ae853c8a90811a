#include "core/layout/Routes.h"

#include <gtest/gtest.h>

#include "tests/core/layout/Sketches.h"

namespace sketchwalk::layout {
namespace {

sketch::Stroke& timed(sketch::Stroke& stroke, double seconds) {
    for (size_t i = 0; i < stroke.points.size(); ++i)
        stroke.points[i].seconds =
            static_cast<float>(seconds * static_cast<double>(i) / static_cast<double>(stroke.points.size() - 1));
    return stroke;
}

TEST(PlanRoutes, NameTheirFollowerByBrushWordsOrWhereTheyGo) {
    SketchMaker m;
    m.area("lake", {{100, 100}, {200, 100}, {200, 200}, {100, 200}});
    m.line("route", {{10, 10}, {60, 10}});
    m.line("a cow", {{10, 20}, {60, 20}});
    m.line("route", {{10, 30}, {60, 30}}).text = "an old cart";
    m.line("camera route", {{10, 40}, {60, 40}});
    m.line("route", {{110, 150}, {190, 150}});
    m.line("route", {{10, 50}, {60, 50}}).text = "Grandma";
    const Layout plan = m.plan();
    std::vector<std::string> who;
    for (const Route& route : plan.routes) who.push_back(route.follower);
    EXPECT_EQ(who, (std::vector<std::string>{"person", "cow", "cart", "camera", "boat", "person"}));
}

TEST(PlanRoutes, TimesThatCanBeKeptAreKept) {
    SketchMaker m;
    timed(m.line("route", {{10, 10}, {40, 10}, {70, 10}}), 40);  // 1.5 m/s
    const Layout plan = m.plan();
    ASSERT_EQ(plan.routes.at(0).points.size(), 3u);
    EXPECT_NEAR(plan.routes[0].points[1].seconds, 20, 1e-6);
    EXPECT_NEAR(plan.routes[0].points[2].seconds, 40, 1e-6);
}

TEST(PlanRoutes, APensPaceBecomesAFollowers) {
    const auto lasting = [](const char* who, double seconds) {
        SketchMaker m;
        timed(m.line(who, {{10, 10}, {60, 10}, {110, 10}}), seconds);
        return m.plan().routes.at(0).points.back().seconds;
    };
    // 100 m at a fifth of 256 m in a second is a hand's usual pace: a walk of 1.4 m/s.
    EXPECT_NEAR(lasting("route", 100 / 51.2), 100 / 1.4, 0.5);
    EXPECT_LT(lasting("route", 1.0), lasting("route", 3.0));  // a quicker hand, a quicker walk
    EXPECT_GE(lasting("route", 0.01), 100 / 4.0 - 1e-6);      // never above its fastest
    EXPECT_LE(lasting("route", 1e5), 100 / 0.4 + 1e-6);       // nor below its slowest
    EXPECT_LT(lasting("dog", 2), lasting("cow", 2));
}

TEST(PlanRoutes, LingeringIsKeptInShareAndNoStretchIsTooFast) {
    SketchMaker m;
    sketch::Stroke& stroke = m.line("route", {{10, 10}, {60, 10}, {110, 10}});
    stroke.points[1].seconds = 1.5f;
    stroke.points[0].seconds = 0;
    stroke.points[2].seconds = 2;
    const Route route = m.plan().routes.at(0);
    EXPECT_NEAR(route.points[1].seconds / route.points[2].seconds, 0.75, 0.01);
    for (size_t i = 1; i < route.points.size(); ++i)
        EXPECT_LE(distance(route.points[i].at, route.points[i - 1].at),
                  4.0 * (route.points[i].seconds - route.points[i - 1].seconds) + 1e-6);
}

TEST(PlanRoutes, HeightsComeFromPointsOrWords) {
    SketchMaker m;
    m.line("camera at 30 m", {{10, 10}, {60, 10}});
    m.line("camera", {{10, 20}, {60, 20}}).points[1].height = 12;
    const Layout plan = m.plan();
    EXPECT_EQ(plan.routes.at(0).points[0].height, 30);
    EXPECT_LT(plan.routes.at(1).points[0].height, 0);
    EXPECT_EQ(plan.routes.at(1).points[1].height, 12);
}

TEST(PlanRoutes, EndsThatMeetMakeARing) {
    SketchMaker m;
    m.line("dog", {{10, 10}, {60, 10}, {60, 60}, {10, 60}, {10, 12}});
    m.line("dog", {{10, 110}, {60, 110}});
    const Layout plan = m.plan();
    EXPECT_TRUE(plan.routes.at(0).loop);
    EXPECT_FALSE(plan.routes.at(1).loop);
}

}  // namespace
}  // namespace sketchwalk::layout
