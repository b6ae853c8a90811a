// Keys and pointer of who walks, sent to a plain widget as a person's would come.
#include "ui/play/WalkControls.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QMouseEvent>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>
#include <cmath>

namespace sketchwalk::ui {
namespace {

class Controls : public ::testing::Test {
  protected:
    void SetUp() override {
        m_view.resize(400, 300);
        m_view.setFocusPolicy(Qt::StrongFocus);
        m_view.show();
        m_view.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&m_view));
        m_controls.begin(&m_view, 90);
    }
    void move(QPointF at) {
        QMouseEvent event(QEvent::MouseMove, at, m_view.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&m_view, &event);
    }
    QPointF middle() const { return QPointF(m_view.rect().center()); }

    QWidget m_view;
    WalkControls m_controls;
};

TEST_F(Controls, LettersAndArrowsWalkAlike) {
    const std::pair<Qt::Key, Qt::Key> pairs[] = {
        {Qt::Key_W, Qt::Key_Up}, {Qt::Key_S, Qt::Key_Down}, {Qt::Key_A, Qt::Key_Left}, {Qt::Key_D, Qt::Key_Right}};
    const double wanted[][2] = {{1, 0}, {-1, 0}, {0, -1}, {0, 1}};
    for (size_t i = 0; i < 4; ++i) {
        for (const Qt::Key key : {pairs[i].first, pairs[i].second}) {
            QTest::keyPress(&m_view, key);
            EXPECT_EQ(m_controls.intent().forward, wanted[i][0]) << i;
            EXPECT_EQ(m_controls.intent().right, wanted[i][1]) << i;
            QTest::keyRelease(&m_view, key);
            EXPECT_EQ(m_controls.intent().forward, 0);
            EXPECT_EQ(m_controls.intent().right, 0);
        }
    }
}

TEST_F(Controls, OppositeKeysCancelAndBothOfOneKindCountOnce) {
    QTest::keyPress(&m_view, Qt::Key_W);
    QTest::keyPress(&m_view, Qt::Key_Up);
    EXPECT_EQ(m_controls.intent().forward, 1);
    QTest::keyPress(&m_view, Qt::Key_S);
    EXPECT_EQ(m_controls.intent().forward, 0);
}

TEST_F(Controls, ShiftRunsSpaceJumpsAndCOrControlCrouch) {
    QTest::keyPress(&m_view, Qt::Key_Shift);
    EXPECT_TRUE(m_controls.intent().run);
    QTest::keyPress(&m_view, Qt::Key_W, Qt::ShiftModifier);
    EXPECT_TRUE(m_controls.intent().run);
    QTest::keyRelease(&m_view, Qt::Key_Shift);
    EXPECT_FALSE(m_controls.intent().run);
    QTest::keyPress(&m_view, Qt::Key_Space);
    EXPECT_TRUE(m_controls.intent().jump);
    QTest::keyRelease(&m_view, Qt::Key_Space);
    EXPECT_FALSE(m_controls.intent().jump);
    for (const Qt::Key key : {Qt::Key_C, Qt::Key_Control}) {
        QTest::keyPress(&m_view, key);
        EXPECT_TRUE(m_controls.intent().crouch);
        QTest::keyRelease(&m_view, key);
        EXPECT_FALSE(m_controls.intent().crouch);
    }
}

TEST_F(Controls, ThePointerTurnsTheHeadAsOneExpects) {
    move(middle());
    EXPECT_EQ(m_controls.yaw(), 90);
    move(middle() + QPointF(60, 0));  // right of east is south, which is yaw 0
    EXPECT_NEAR(m_controls.yaw(), 90 - 60 * 0.15, 1e-9);
    move(middle() + QPointF(60, -40));  // away: up
    EXPECT_NEAR(m_controls.pitch(), 40 * 0.15, 1e-9);
    WalkSettings other;
    other.invert = true;
    other.sensitivity = 2;
    m_controls.setSettings(other);
    move(middle() + QPointF(60, -20));
    EXPECT_NEAR(m_controls.pitch(), 40 * 0.15 + 20 * 0.3, 1e-9);
}

TEST_F(Controls, OneTurnsAroundWithoutAnEdgeInTheWay) {
    // A long pull to the right: the pointer is put back whenever it went far, and nothing of the way is lost or
    // doubled.
    move(middle());
    double pulled = 0;
    QPointF at = middle();
    for (int i = 0; i < 400; ++i) {
        at += QPointF(10, 0);
        pulled += 10;
        move(at);
        if (at.x() > middle().x() + 100) at = middle();  // where the program put it
    }
    const double wanted = std::fmod(90 - pulled * 0.15 + 7200, 360);
    EXPECT_NEAR(std::abs(std::remainder(m_controls.yaw() - wanted, 360)), 0, 1e-6);
}

TEST_F(Controls, NobodyLooksFartherThanStraightUp) {
    move(middle());
    for (int i = 0; i < 20; ++i) {
        move(middle() + QPointF(0, -70));
        move(middle());
        m_controls.turnTo(m_controls.yaw(), m_controls.pitch() + 15);
    }
    EXPECT_LE(m_controls.pitch(), 87);
    EXPECT_GT(m_controls.pitch(), 80);
}

TEST_F(Controls, KeysOfTheWindowSleepWhileOneWalks) {
    QShortcut shortcut(Qt::Key_W, &m_view);
    QSignalSpy fired(&shortcut, &QShortcut::activated);
    QSignalSpy leaves(&m_controls, &WalkControls::leaveWanted), pictures(&m_controls, &WalkControls::pictureWanted);
    m_view.activateWindow();
    QTest::keyPress(&m_view, Qt::Key_W);
    EXPECT_TRUE(fired.isEmpty());
    EXPECT_EQ(m_controls.intent().forward, 1);
    QTest::keyClick(&m_view, Qt::Key_F12);
    EXPECT_EQ(pictures.size(), 1);
    QTest::keyClick(&m_view, Qt::Key_Escape);
    EXPECT_EQ(leaves.size(), 1);
    m_controls.end();
    QTest::keyRelease(&m_view, Qt::Key_W);
    QTest::keyClick(&m_view, Qt::Key_W);
    EXPECT_EQ(fired.size(), 1);
}

TEST_F(Controls, WhoLooksAwayStandsStillAndHasThePointerBack) {
    ASSERT_NE(QApplication::overrideCursor(), nullptr);
    EXPECT_EQ(QApplication::overrideCursor()->shape(), Qt::BlankCursor);
    QTest::keyPress(&m_view, Qt::Key_W);
    QEvent away(QEvent::WindowDeactivate);
    QApplication::sendEvent(&m_view, &away);
    EXPECT_EQ(m_controls.intent().forward, 0);
    EXPECT_EQ(QApplication::overrideCursor(), nullptr);
    QTest::mouseClick(&m_view, Qt::LeftButton);
    EXPECT_NE(QApplication::overrideCursor(), nullptr);
    m_controls.end();
    EXPECT_EQ(QApplication::overrideCursor(), nullptr);
}

TEST(Gamepad, ADeadZoneIsRoundAndGrowsFromItsRim) {
    double x = 0.1, y = 0.1;
    pastDeadZone(x, y);
    EXPECT_EQ(x, 0);
    EXPECT_EQ(y, 0);
    x = 0.181;
    y = 0;
    pastDeadZone(x, y);
    EXPECT_NEAR(x, 0.001 / 0.82, 1e-9);
    x = -1;
    pastDeadZone(x, y);
    EXPECT_NEAR(x, -1, 1e-12);
    x = 0.8;
    y = 0.8;  // corners of square sticks: full tilt, not more
    pastDeadZone(x, y);
    EXPECT_NEAR(std::hypot(x, y), 1, 1e-12);
    EXPECT_NEAR(x, y, 1e-12);
}

TEST(Gamepad, WithoutOneEverythingIsAtRest) {
    Gamepad pad;
    if (!pad.name().isEmpty()) GTEST_SKIP() << "there is one: " << pad.name().toStdString();
    EXPECT_EQ(pad.read(), PadState{});
}

}  // namespace
}  // namespace sketchwalk::ui
