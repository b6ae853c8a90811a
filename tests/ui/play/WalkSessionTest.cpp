// The walkable world on its own clock, and what shows of it beside the viewport.
#include "ui/play/WalkSession.h"

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QElapsedTimer>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QThread>

#include "tests/core/play/Lands.h"
#include "ui/play/WalkDialog.h"
#include "ui/play/WalkSettings.h"

namespace sketchwalk::ui {
namespace {

bool waitFor(const std::function<bool()>& condition, int milliseconds = 20000) {
    return QTest::qWaitFor(condition, milliseconds);
}

TEST(WalkSession, StandsWhereItWasPutAndWalksOn) {
    WalkSession session;
    QSignalSpy ready(&session, &WalkSession::ready);
    session.enter(play::flat(), Point(20, 25));
    EXPECT_FALSE(session.isReady());
    ASSERT_TRUE(waitFor([&] { return !ready.isEmpty(); }));
    EXPECT_NEAR(session.walker().feet.x, 20, 1e-6);
    EXPECT_NEAR(session.walker().feet.z, 25, 1e-6);
    session.setIntent(play::toward(play::kEast));
    ASSERT_TRUE(waitFor([&] { return session.walker().feet.x > 24; }));
    session.leave();
    EXPECT_FALSE(session.isReady());
}

// The window draws a picture for half a second: the walker gets just as far meanwhile.
TEST(WalkSession, ABusyWindowHoldsNobodyUp) {
    WalkSession session;
    QSignalSpy ready(&session, &WalkSession::ready);
    session.enter(play::flat(), Point(5, 30));
    ASSERT_TRUE(waitFor([&] { return !ready.isEmpty(); }));
    session.setIntent(play::toward(play::kEast));
    QElapsedTimer timer;
    timer.start();
    const int before = session.ticks();
    while (timer.elapsed() < 1000) QThread::msleep(250);  // no event is seen to
    const double seconds = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
    const int ticks = session.ticks() - before;
    EXPECT_LE(ticks, (seconds + 0.12) * play::kTicksPerSecond);  // what it was behind with when asked first
    EXPECT_GT(ticks, seconds * play::kTicksPerSecond * 0.5);     // a crowded machine may lose some, never all
    EXPECT_GT(session.walker().feet.x, 5.8);
}

TEST(WalkSession, ANewWorldTakesTheOldOnesPlaceUnderTheFeet) {
    WalkSession session;
    QSignalSpy ready(&session, &WalkSession::ready);
    session.enter(play::flat(), Point(20, 25));
    ASSERT_TRUE(waitFor([&] { return ready.size() == 1; }));
    session.enter(play::landscape([](float) { return 7.0f; }), std::nullopt);
    ASSERT_TRUE(waitFor([&] { return ready.size() == 2; }));
    EXPECT_NEAR(session.walker().feet.x, 20, 1e-6);
    EXPECT_NEAR(session.walker().feet.y, 7, 1e-3);
}

TEST(WalkSession, OnlyTheLatestOfManyWorldsIsEntered) {
    WalkSession session;
    QSignalSpy ready(&session, &WalkSession::ready);
    for (int i = 1; i <= 10; ++i)
        session.enter(play::landscape([=](float) { return static_cast<float>(i); }), Point(9, 9));
    ASSERT_TRUE(waitFor([&] { return session.isReady() && std::abs(session.walker().feet.y - 10) < 1e-3; }));
    session.leave();
    QTest::qWait(50);
    EXPECT_FALSE(session.isReady());
}

TEST(WalkSession, AWorldWithoutGroundIsSaidInWords) {
    WalkSession session;
    QSignalSpy failed(&session, &WalkSession::failed);
    session.enter(std::make_shared<scene::Scene>(), std::nullopt);
    ASSERT_TRUE(waitFor([&] { return !failed.isEmpty(); }));
    EXPECT_TRUE(failed[0][0].toString().contains("no ground"));
}

TEST(WalkSession, EndsAtOnceWhateverItDoes) {
    for (int i = 0; i < 5; ++i) {
        WalkSession session;
        session.enter(play::flat(), std::nullopt);
        if (i % 2 == 0) QTest::qWait(10 * i);
    }
}

TEST(WalkSettings, AreKeptAndNonsenseIsNot) {
    QSettings().clear();
    WalkSettings settings;
    EXPECT_EQ(WalkSettings::kept(), settings);
    settings = {88, 2.5, true, false, false};
    settings.keep();
    EXPECT_EQ(WalkSettings::kept(), settings);
    QSettings().setValue("walk/fieldOfView", 4000);
    QSettings().setValue("walk/sensitivity", -3);
    EXPECT_EQ(WalkSettings::kept().fieldOfView, 100);
    EXPECT_EQ(WalkSettings::kept().sensitivity, 0.2);
    QSettings().clear();
}

TEST(WalkDialog, ChangesAreFeltAtOnce) {
    WalkDialog dialog({}, nullptr);
    QSignalSpy changed(&dialog, &WalkDialog::changed);
    const auto last = [&] { return changed.last()[0].value<WalkSettings>(); };
    dialog.findChild<QSlider*>("fieldOfView")->setValue(90);
    EXPECT_EQ(last().fieldOfView, 90);
    dialog.findChild<QSlider*>("sensitivity")->setValue(10);
    EXPECT_NEAR(last().sensitivity, 2, 1e-9);
    dialog.findChild<QCheckBox*>("invert")->click();
    EXPECT_TRUE(last().invert);
    dialog.findChild<QCheckBox*>("trail")->click();
    EXPECT_FALSE(last().trail);
    EXPECT_EQ(last().fieldOfView, 90);
}

}  // namespace
}  // namespace sketchwalk::ui
