#include "ui/window/PenRest.h"

#include <gtest/gtest.h>

#include <QMouseEvent>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTabletEvent>
#include <QTest>
#include <QWidget>

namespace sketchwalk::ui {
namespace {

class PenRests : public testing::Test {
  protected:
    void pen(QEvent::Type type, QPointF at, bool down) {
        QTabletEvent event(type, &m_device, at, at, down ? 0.5 : 0, 0, 0, 0, 0, 0, Qt::NoModifier,
                           type == QEvent::TabletMove ? Qt::NoButton : Qt::LeftButton,
                           down ? Qt::LeftButton : Qt::NoButton);
        QCoreApplication::sendEvent(&m_sheet, &event);
    }

    QPointingDevice m_device{
        "pen", 1, QInputDevice::DeviceType::Stylus, QPointingDevice::PointerType::Pen, QInputDevice::Capability::Hover,
        1,     1};
    QWidget m_sheet;
    PenRest m_rest{&m_sheet};
    QSignalSpy m_changes{&m_rest, &PenRest::atWorkChanged};
};

TEST_F(PenRests, APenIsAtWorkFromItsPressUntilAMomentAfterItsRelease) {
    pen(QEvent::TabletPress, {100, 100}, true);
    EXPECT_TRUE(m_rest.isAtWork());
    QTest::qWait(500);
    EXPECT_TRUE(m_rest.isAtWork()) << "held down without moving";
    pen(QEvent::TabletRelease, {100, 100}, false);
    EXPECT_TRUE(m_rest.isAtWork());
    EXPECT_TRUE(QTest::qWaitFor([&] { return !m_rest.isAtWork(); }, 2000));
    EXPECT_EQ(m_changes.count(), 2);
}

TEST_F(PenRests, APenThatTravelsInTheAirIsAtWorkAndOneHeldStillIsNot) {
    for (int i = 0; i < 40; ++i) {
        pen(QEvent::TabletMove, QPointF(2 + i % 3, 2 - i % 2), false);
    }
    EXPECT_FALSE(m_rest.isAtWork()) << "a hand trembles";
    pen(QEvent::TabletMove, {60, 80}, false);
    EXPECT_TRUE(m_rest.isAtWork());
    EXPECT_TRUE(QTest::qWaitFor([&] { return !m_rest.isAtWork(); }, 2000));
    for (int i = 0; i < 40; ++i) pen(QEvent::TabletMove, QPointF(60 + i % 3, 80 - i % 2), false);
    EXPECT_FALSE(m_rest.isAtWork());
}

TEST_F(PenRests, AMouseOnItsWayCountsToo) {
    m_sheet.setMouseTracking(true);  // as the sheet has it
    QMouseEvent move(QEvent::MouseMove, QPointF(90, 20), QPointF(90, 20), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_sheet, &move);
    EXPECT_TRUE(m_rest.isAtWork());
}

TEST_F(PenRests, MovingOnThePaperDoesNotEndAStroke) {
    pen(QEvent::TabletPress, {10, 10}, true);
    for (int i = 0; i < 10; ++i) {
        pen(QEvent::TabletMove, QPointF(10 + 20 * i, 10), true);
        QTest::qWait(50);
        EXPECT_TRUE(m_rest.isAtWork());
    }
    EXPECT_EQ(m_changes.count(), 1);
}

}  // namespace
}  // namespace sketchwalk::ui
