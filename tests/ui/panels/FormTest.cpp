#include "ui/panels/Form.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QLineEdit>
#include <QTest>

namespace sketchwalk::ui {
namespace {

TEST(Form, AHiddenRowTakesNoRoomAndComesBackWithItsName) {
    QWidget page;
    auto* form = new Form(&page);
    auto* first = new QLineEdit;
    auto* second = new QLineEdit;
    auto* answer = new QLabel("Words that are long enough to wrap where there is little room for them");
    answer->setWordWrap(true);
    form->addRow("&First", first);
    form->addRow(answer);
    const int without = form->minimumSize().height();
    form->addRow("&Second", second);
    const int with = form->minimumSize().height();
    EXPECT_GT(with, without);
    form->setRowVisible(second, false);
    EXPECT_EQ(form->minimumSize().height(), without);
    page.show();
    EXPECT_FALSE(second->isVisible());
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        EXPECT_EQ(label->isVisible(), label->buddy() != second);
    }
    form->setRowVisible(second, true);
    EXPECT_TRUE(second->isVisible());
    EXPECT_EQ(form->minimumSize().height(), with);
}

class TwoRows : public ::testing::Test {
  protected:
    TwoRows() {
        auto* form = new Form(&page);
        form->addRow("&First", first);
        form->addRow("&Second", second);
    }
    QWidget page;
    QLineEdit* first = new QLineEdit;
    QLineEdit* second = new QLineEdit;
};

TEST_F(TwoRows, RoomThatIsLeftLiesBelow) {
    page.resize(300, 600);
    page.show();
    EXPECT_LT(second->geometry().bottom(), 120);
    EXPECT_EQ(second->geometry().right(), first->geometry().right());
}

TEST_F(TwoRows, TheKeyOfANameLeadsToItsField) {
    page.show();
    page.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&page));
    first->setFocus();
    QTest::keyClick(&page, Qt::Key_S, Qt::AltModifier);
    EXPECT_TRUE(second->hasFocus());
}

}  // namespace
}  // namespace sketchwalk::ui
