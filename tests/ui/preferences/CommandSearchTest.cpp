// Finding a command by a few letters, with the keyboard alone.
#include "ui/preferences/CommandSearch.h"

#include <gtest/gtest.h>

#include <QLineEdit>
#include <QListWidget>
#include <QTest>

namespace sketchwalk::ui {
namespace {

class Search : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto command = [&](const char* name, const char* where, bool possible = true) {
            return Command{name, where, {}, {}, possible, [this, name] { m_done.append(name); }};
        };
        m_search = new CommandSearch(
            {command("Save as", "File"), command("Select all", "Edit"), command("Undo", "Edit", false),
             command("River", "Brush"), command("Full screen", "View")},
            &m_window);
        m_window.show();
        m_search->show();
        m_words = m_search->findChild<QLineEdit*>("commandWords");
        m_list = m_search->findChild<QListWidget*>("commandList");
    }
    void type(const char* letters) { QTest::keyClicks(m_words, letters); }
    void press(Qt::Key key) { QTest::keyClick(m_words, key); }
    QString current() const { return m_list->currentItem() ? m_list->currentItem()->text() : QString(); }

    QWidget m_window;
    CommandSearch* m_search;
    QLineEdit* m_words;
    QListWidget* m_list;
    QStringList m_done;
};

TEST_F(Search, AFewLettersAndEnterDoIt) {
    type("riv");
    EXPECT_EQ(current(), "River – Brush");
    press(Qt::Key_Return);
    QCoreApplication::processEvents();
    EXPECT_EQ(m_done, QStringList{"River"});
    EXPECT_FALSE(m_search->isVisible());
}

TEST_F(Search, ArrowsChoose) {
    type("s");
    ASSERT_GE(m_list->count(), 3);
    const QString first = current();
    press(Qt::Key_Down);
    EXPECT_NE(current(), first);
    press(Qt::Key_Up);
    EXPECT_EQ(current(), first);
    press(Qt::Key_Up);
    EXPECT_EQ(current(), first) << "it stops at the end";
}

TEST_F(Search, WhatIsNotPossibleNowStandsLastAndDoesNothing) {
    EXPECT_EQ(m_list->count(), 5);
    EXPECT_EQ(m_list->item(4)->text(), "Undo – Edit");
    type("undo");
    EXPECT_EQ(m_list->count(), 1);
    press(Qt::Key_Return);
    QCoreApplication::processEvents();
    EXPECT_TRUE(m_done.isEmpty());
}

TEST_F(Search, NothingFoundSaysSo) {
    type("qqq");
    EXPECT_EQ(m_list->count(), 0);
    EXPECT_FALSE(m_list->isVisible());
    press(Qt::Key_Return);
    EXPECT_TRUE(m_search->isVisible());
    press(Qt::Key_Escape);
    EXPECT_FALSE(m_search->isVisible());
}

TEST(CommandMatch, BeginningsOfWordsCountMoreThanLettersInside) {
    const auto score = [](const char* wanted, const char* name, const char* where = "Edit") {
        return matchOf(wanted, Command{name, where, {}, {}, true, {}});
    };
    EXPECT_GT(score("sel", "Select all"), score("sel", "Look at what is selected"));
    EXPECT_GT(score("look sel", "Look at what is selected"), 0);
    EXPECT_GT(score("edit all", "Select all"), 0) << "the menu's name helps";
    EXPECT_GT(score("fsc", "Full screen"), 0);
    EXPECT_EQ(score("xyz", "Full screen"), 0);
    EXPECT_GT(score("", "Anything"), 0);
}

}  // namespace
}  // namespace sketchwalk::ui
