// What ink may be instead: offered, searched, chosen with mouse and keys.
#include "ui/panels/InkPicker.h"

#include <QLineEdit>
#include <QListWidget>

#include "tests/ui/panels/Panel.h"

namespace sketchwalk::ui {
namespace {

class Picker : public Panel {
  protected:
    void open(const neural::InkSymbol& symbol) {
        m_window.setAccessibleName("Window");
        m_window.setFocusPolicy(Qt::StrongFocus);
        show(m_window, {800, 600});
        m_picker = new InkPicker(symbol, shipped(), {300, 200, 60, 20}, m_window.rect(), &m_window);
        connect(m_picker, &InkPicker::chosen, [this](const QString& shows) { m_chosen.append(shows); });
        connect(m_picker, &InkPicker::left, [this](bool byKey) { m_left.append(byKey); });
        m_rows = find<QListWidget>(*m_picker, "inkGuesses");
        m_words = find<QLineEdit>(*m_picker, "inkWords");
        QApplication::processEvents();
    }
    static neural::InkSymbol symbol() {
        neural::InkSymbol symbol;
        symbol.strokes = {7};
        symbol.symbol = "house";
        symbol.taken = true;
        symbol.guesses = {{"house", 0.7}, {"barn", 0.2}, {"market_stall", 0.05}, {"label", 0.02}, {"tent", 0.01}};
        return symbol;
    }
    QStringList shown() const {
        QStringList list;
        for (int i = 0; i < m_rows->count(); ++i) list.append(m_rows->item(i)->data(Qt::UserRole).toString());
        return list;
    }
    static void connect(InkPicker* picker, auto signal, auto slot) { QObject::connect(picker, signal, slot); }

    QWidget m_window;
    InkPicker* m_picker = nullptr;
    QListWidget* m_rows = nullptr;
    QLineEdit* m_words = nullptr;
    QStringList m_chosen;
    QList<bool> m_left;
};

TEST_F(Picker, OffersTheNextGuessesWritingAndNothingWithNamesAndIcons) {
    open(symbol());
    EXPECT_EQ(shown(), (QStringList{"house", "barn", "market_stall", "tent", "label", "ink"}));
    for (int i = 0; i < m_rows->count(); ++i) EXPECT_FALSE(m_rows->item(i)->icon().isNull());
    EXPECT_TRUE(m_rows->item(0)->text().startsWith("House"));
    EXPECT_NE(m_rows->item(0)->text(), "House") << "it is marked as what holds";
    EXPECT_EQ(m_rows->item(2)->text(), "Market stall");
    EXPECT_TRUE(m_words->hasFocus());
    EXPECT_TRUE(m_window.rect().contains(m_picker->geometry()));
    EXPECT_FALSE(m_picker->geometry().intersects(QRect(300, 200, 60, 20))) << "the label can be seen";
    expectNamed(*m_picker);
}

TEST_F(Picker, WhatWasSaidCanBeTakenBack) {
    neural::InkSymbol said = symbol();
    said.symbol = "statue";
    said.said = true;
    open(said);
    EXPECT_EQ(shown().front(), "statue");
    EXPECT_EQ(shown().back(), "");
    QTest::keyClick(m_words, Qt::Key_PageDown);
    QTest::keyClick(m_words, Qt::Key_Return);
    EXPECT_EQ(m_chosen, QStringList{""});
}

TEST_F(Picker, KeysAloneChooseAndLeave) {
    open(symbol());
    QTest::keyClick(m_words, Qt::Key_Down);
    QTest::keyClick(m_words, Qt::Key_Down);
    QTest::keyClick(m_words, Qt::Key_Up);
    QTest::keyClick(m_words, Qt::Key_Return);
    EXPECT_EQ(m_chosen, QStringList{"barn"});
    EXPECT_EQ(m_left, QList<bool>{true});
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    open(symbol());
    QTest::keyClicks(m_words, "ca");
    QTest::keyClick(m_words, Qt::Key_Escape);
    EXPECT_EQ(m_words->text(), "") << "first the words go";
    QTest::keyClick(m_words, Qt::Key_Escape);
    EXPECT_EQ(m_left.size(), 2);
    EXPECT_EQ(m_chosen.size(), 1);
}

TEST_F(Picker, ASearchFindsWhateverCanBeDrawn) {
    open(symbol());
    QTest::keyClicks(m_words, "lightho");
    ASSERT_EQ(shown(), QStringList{"lighthouse"});
    m_words->clear();
    QTest::keyClicks(m_words, "ruined castle");
    EXPECT_EQ(shown().front(), "ruined castle") << "words that say more than a name";
    m_words->clear();
    QTest::keyClicks(m_words, "zxqvw");
    EXPECT_EQ(m_rows->count(), 0);
    QTest::keyClick(m_words, Qt::Key_Return);
    EXPECT_TRUE(m_chosen.isEmpty());
    m_words->clear();
    QTest::keyClicks(m_words, "ink");
    EXPECT_FALSE(shown().contains("ink"));
}

TEST_F(Picker, ATapChoosesAndGoingElsewhereLeaves) {
    open(symbol());
    QTest::mouseClick(m_rows->viewport(), Qt::LeftButton, {}, m_rows->visualItemRect(m_rows->item(5)).center());
    EXPECT_EQ(m_chosen, QStringList{"ink"});
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    open(symbol());
    m_window.setFocus();
    QApplication::processEvents();
    EXPECT_EQ(m_left, (QList<bool>{true, false}));
    EXPECT_EQ(m_chosen.size(), 1);
}

}  // namespace
}  // namespace sketchwalk::ui
