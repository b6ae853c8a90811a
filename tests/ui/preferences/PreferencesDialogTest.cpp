// The preferences: every wish is kept and followed.
#include "ui/preferences/PreferencesDialog.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSlider>
#include <QTest>
#include <QTreeWidget>
#include <algorithm>
#include <cmath>

#include "tests/support/Process.h"
#include "ui/model/InkMemory.h"
#include "ui/preferences/KeyBindings.h"
#include "ui/preferences/Language.h"
#include "ui/preferences/Theme.h"

namespace sketchwalk::ui {
namespace {

class Preferences : public ::testing::Test {
  protected:
    void SetUp() override {
        QSettings().clear();
        for (const char* name : {"file.open", "edit.undo"}) {
            auto* action = new QAction(name, &m_owner);
            action->setObjectName(name);
            action->setShortcut(name[0] == 'f' ? QKeySequence("Ctrl+O") : QKeySequence("Ctrl+Z"));
            m_bindings.add({action});
        }
        m_colour = new QAction("As painted", &m_owner);
        m_dialog = std::make_unique<PreferencesDialog>(&m_toolbox, &m_bindings, &m_memory, QList<QAction*>{m_colour});
        m_dialog->show();
    }
    void TearDown() override { setTheme(Theme::system); }
    void choose(const char* name, int index) {
        auto* box = m_dialog->findChild<QComboBox*>(name);
        ASSERT_NE(box, nullptr);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
    QTreeWidgetItem* row(const QString& text) {
        return m_dialog->findChild<QTreeWidget*>("keysList")->findItems(text, Qt::MatchExactly).value(0);
    }

    QObject m_owner;
    Toolbox m_toolbox;
    KeyBindings m_bindings;
    test::TemporaryFolder m_folder;
    InkMemory m_memory{m_folder / "memory.json"};
    QAction* m_colour = nullptr;
    std::unique_ptr<PreferencesDialog> m_dialog;
};

TEST_F(Preferences, TheThemeChangesAtOnceAndIsKept) {
    const QColor before = QApplication::palette().color(QPalette::Window);
    choose("theme", 2);
    EXPECT_EQ(keptTheme(), Theme::dark);
    EXPECT_LT(QApplication::palette().color(QPalette::Window).lightness(), 80);
    EXPECT_GT(QApplication::palette().color(QPalette::WindowText).lightness(), 180);
    choose("theme", 1);
    EXPECT_GT(QApplication::palette().color(QPalette::Window).lightness(), 200);
    choose("theme", 0);
    EXPECT_EQ(QApplication::palette().color(QPalette::Window), before);
}

// WCAG 2.1's contrast between words and what they stand on.
double contrast(const QColor& one, const QColor& other) {
    const auto light = [](const QColor& colour) {
        const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const double a = light(one), b = light(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

TEST_F(Preferences, WordsCanBeReadInBothThemes) {
    for (const Theme theme : {Theme::light, Theme::dark}) {
        const QPalette palette = paletteOf(theme);
        for (const auto& [words, ground] :
             {std::pair(QPalette::WindowText, QPalette::Window), std::pair(QPalette::Text, QPalette::Base),
              std::pair(QPalette::Text, QPalette::AlternateBase), std::pair(QPalette::ButtonText, QPalette::Button),
              std::pair(QPalette::HighlightedText, QPalette::Highlight), std::pair(QPalette::Link, QPalette::Window),
              std::pair(QPalette::ToolTipText, QPalette::ToolTipBase)}) {
            EXPECT_GE(contrast(palette.color(words), palette.color(ground)), 4.5) << words << " on " << ground;
        }
        EXPECT_GE(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)), 3.0);
    }
}

TEST_F(Preferences, LanguageAndSizeAreKeptAndSayThatTheyWaitForTheNextStart) {
    auto* note = m_dialog->findChild<QLabel*>("restartNote");
    EXPECT_TRUE(note->isHidden());
    auto* language = m_dialog->findChild<QComboBox*>("language");
    EXPECT_EQ(language->count(), languages().size() + 1);
    choose("language", language->count() - 1);
    EXPECT_EQ(keptLanguage(), languages().last());
    EXPECT_FALSE(note->isHidden());
    choose("language", 0);
    EXPECT_TRUE(note->isHidden());
    choose("scale", 3);
    EXPECT_EQ(keptScale(), 150);
    EXPECT_FALSE(note->isHidden());
}

TEST_F(Preferences, ThePensWishesReachTheToolboxAndTheNextWindow) {
    keepPenWishes(&m_toolbox);
    m_dialog->findChild<QCheckBox*>("prefPenOnly")->click();
    EXPECT_TRUE(m_toolbox.state().penOnly);
    m_dialog->findChild<QSlider*>("prefStabiliser")->setValue(70);
    EXPECT_DOUBLE_EQ(m_toolbox.state().stabiliser, 0.7);
    Toolbox next;
    keepPenWishes(&next);
    EXPECT_TRUE(next.state().penOnly);
    EXPECT_DOUBLE_EQ(next.state().stabiliser, 0.7);
}

TEST_F(Preferences, KeysAreSearchedChangedAndConflictsToldBeforehand) {
    auto* list = m_dialog->findChild<QTreeWidget*>("keysList");
    auto* edit = m_dialog->findChild<QKeySequenceEdit*>("keysEdit");
    auto* take = m_dialog->findChild<QPushButton*>("keysTake");
    const auto* words = m_dialog->findChild<QLabel*>("keysWords");
    EXPECT_EQ(list->topLevelItemCount(), 2 + KeyBindings::fixed().size()) << "the paper's own keys are listed too";
    m_dialog->findChild<QLineEdit*>("keysSearch")->setText("ctrl+z");
    EXPECT_TRUE(row("file.open")->isHidden());
    EXPECT_FALSE(row("edit.undo")->isHidden());
    m_dialog->findChild<QLineEdit*>("keysSearch")->clear();

    list->setCurrentItem(row("file.open"));
    EXPECT_FALSE(take->isEnabled()) << "it has these already";
    edit->setKeySequence(QKeySequence("Ctrl+Z"));
    EXPECT_TRUE(words->text().contains("edit.undo")) << qPrintable(words->text());
    EXPECT_TRUE(take->isEnabled());
    take->click();
    EXPECT_EQ(row("file.open")->text(1), "Ctrl+Z");
    EXPECT_EQ(row("edit.undo")->text(1), "");
    edit->setKeySequence(QKeySequence(Qt::Key_Space));
    EXPECT_FALSE(take->isEnabled());
    EXPECT_FALSE(words->text().isEmpty());
    m_dialog->findChild<QPushButton*>("keysResetAll")->click();
    EXPECT_EQ(row("edit.undo")->text(1), "Ctrl+Z");
    EXPECT_EQ(row("file.open")->text(1), "Ctrl+O");
}

TEST_F(Preferences, ThePapersColoursAreTheWindowsOwnActions) {
    int chosen = 0;
    QObject::connect(m_colour, &QAction::triggered, [&] { ++chosen; });
    choose("paperColours", 0);
    EXPECT_EQ(chosen, 1);
}

}  // namespace
}  // namespace sketchwalk::ui
