// The tour: quiet, skippable, and never again.
#include "ui/tour/Tour.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QPushButton>
#include <QSettings>
#include <QTest>

namespace sketchwalk::ui {
namespace {

class TourOfAWindow : public ::testing::Test {
  protected:
    void SetUp() override {
        QSettings().clear();
        m_window.resize(900, 600);
        m_left.setParent(&m_window);
        m_left.setGeometry(0, 0, 200, 600);
        m_right.setParent(&m_window);
        m_right.setGeometry(200, 0, 700, 600);
        m_hidden.setParent(&m_window);
        m_hidden.hide();
        m_window.show();
    }
    Tour* start() {
        return new Tour(
            {{&m_left, "Left", "What is left."}, {&m_hidden, "Hidden", "?"}, {&m_right, "Right", "What is right."}},
            &m_window);
    }
    void press(const Tour* tour, const char* name) {
        QTest::mouseClick(tour->findChild<QPushButton*>(name), Qt::LeftButton);
    }
    bool isOver() {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return m_window.findChild<Tour*>() == nullptr && m_window.findChild<QWidget*>("tourMark") == nullptr;
    }
    QWidget m_window, m_left, m_right, m_hidden;
};

TEST_F(TourOfAWindow, LeadsOverWhatIsToBeSeenAndEnds) {
    Tour* tour = start();
    EXPECT_EQ(tour->step(), 0);
    EXPECT_TRUE(m_window.rect().contains(tour->geometry()));
    EXPECT_FALSE(tour->geometry().intersects(m_left.geometry())) << "beside what it is about";
    press(tour, "tourNext");
    EXPECT_EQ(tour->step(), 2) << "what is hidden is left out";
    EXPECT_TRUE(m_window.rect().contains(tour->geometry()));
    press(tour, "tourNext");
    EXPECT_TRUE(isOver());
}

TEST_F(TourOfAWindow, IsSkippedByButtonOrEscapeAndNeverComesAgain) {
    EXPECT_FALSE(Tour::wasOffered());
    Tour* tour = start();
    EXPECT_TRUE(Tour::wasOffered());
    press(tour, "tourSkip");
    EXPECT_TRUE(isOver());
    tour = start();
    QTest::keyClick(tour, Qt::Key_Escape);
    EXPECT_TRUE(isOver());
}

TEST_F(TourOfAWindow, StaysInTheWindowWhenThatShrinks) {
    const Tour* tour = start();
    m_window.resize(500, 400);
    QCoreApplication::processEvents();
    EXPECT_TRUE(m_window.rect().contains(tour->geometry()));
}

}  // namespace
}  // namespace sketchwalk::ui
