// Those on routes go in the window while nobody walks. Needs a screen (tests/render/xvfb.sh).
#include "ui/play/RoutePlayer.h"

#include <gtest/gtest.h>

#include <QSettings>
#include <QTest>

#include "core/base/File.h"
#include "tests/support/Process.h"
#include "ui/play/WalkMode.h"
#include "ui/window/MainWindow.h"

namespace sketchwalk::ui {
namespace {

const catalogue::Catalogue& catalogue() {
    static const auto loaded = catalogue::Catalogue::load(resourceFolder());
    return *loaded;
}

TEST(RoutePlayer, PlaysWhenWishedAndStandsWhileThePenDrawsOrSomebodyWalks) {
    QSettings().clear();
    QSettings().setValue("walk/sound", false);
    test::TemporaryFolder folder;
    MainWindow window(catalogue(), folder / "unsaved");
    window.resize(1000, 600);
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
    const auto waitFor = [](const std::function<bool()>& condition) { return QTest::qWaitFor(condition, 120000); };
    ASSERT_TRUE(waitFor([&] { return window.worldPanel()->viewport() != nullptr; }));
    window.worldPanel()->viewport()->setQuality(render::Quality::low);
    window.files()->open(QString(SKETCHWALK_SOURCE_DIR) + "/resources/samples/village.sketch.json");
    ASSERT_TRUE(waitFor([&] { return window.isSettled() && window.builder()->latest(); }));
    auto* player = window.findChild<RoutePlayer*>();
    ASSERT_NE(player, nullptr);
    QAction* action = (*window.actions())["view.routes"];
    action->trigger();
    EXPECT_FALSE(player->isRunning());  // nobody goes anywhere

    const Point extent = window.drawing()->settings().extent;
    sketch::Stroke route;
    route.brush = "cow";
    for (int i = 0; i < 8; ++i) route.points.push_back({extent * (0.3 + 0.05 * i), 1, -1});
    window.drawing()->addStroke(route, 1, "Draw");
    ASSERT_TRUE(waitFor([&] { return window.isSettled() && player->isRunning(); }));
    ASSERT_TRUE(waitFor([&] { return player->seconds() > 1; }));

    player->setPenAtWork(true);
    EXPECT_FALSE(player->isRunning());
    const double stood = player->seconds();
    player->setPenAtWork(false);
    EXPECT_TRUE(player->isRunning());
    EXPECT_EQ(player->seconds(), stood);  // they go on from there

    (*window.actions())["world.walk"]->trigger();
    ASSERT_TRUE(waitFor([&] { return window.walkMode()->isReady(); }));
    EXPECT_TRUE(waitFor([&] { return !player->isRunning(); }));
    window.walkMode()->end();
    EXPECT_TRUE(player->isRunning());

    action->trigger();
    EXPECT_FALSE(player->isRunning());
    EXPECT_EQ(player->seconds(), 0);
    EXPECT_FALSE(QSettings().value("window/playRoutes").toBool());
}

}  // namespace
}  // namespace sketchwalk::ui
