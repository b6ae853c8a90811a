// Keys: delivered, changed, kept, and never two actions on one.
#include "ui/preferences/KeyBindings.h"

#include <gtest/gtest.h>

#include <QSettings>
#include <QSignalSpy>

namespace sketchwalk::ui {
namespace {

class Keys : public ::testing::Test {
  protected:
    void SetUp() override {
        QSettings().clear();
        make();
    }
    void make() {
        m_bindings.reset();
        m_owner = std::make_unique<QObject>();
        const auto add = [&](const char* name, const char* text, const QList<QKeySequence>& keys) {
            auto* action = new QAction(QString::fromLatin1(text), m_owner.get());
            action->setObjectName(QString::fromLatin1(name));
            action->setShortcuts(keys);
            return action;
        };
        m_undo = add("edit.undo", "&Undo", {QKeySequence("Ctrl+Z")});
        m_redo = add("edit.redo", "&Redo...", {QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")});
        m_none = add("edit.none", "Select &nothing", {});
        m_bindings = std::make_unique<KeyBindings>();
        m_bindings->add({m_undo, m_redo, m_none});
    }
    std::unique_ptr<QObject> m_owner;
    std::unique_ptr<KeyBindings> m_bindings;
    QAction *m_undo = nullptr, *m_redo = nullptr, *m_none = nullptr;
};

TEST_F(Keys, WhatIsChosenIsKeptForTheNextTime) {
    QSignalSpy changed(m_bindings.get(), &KeyBindings::changed);
    m_bindings->set(m_none, QKeySequence("Ctrl+J"));
    m_bindings->clear(m_undo);
    EXPECT_EQ(changed.size(), 2);
    make();
    EXPECT_EQ(m_none->shortcut(), QKeySequence("Ctrl+J"));
    EXPECT_TRUE(m_undo->shortcuts().isEmpty());
    EXPECT_EQ(m_redo->shortcuts().size(), 2);
    EXPECT_TRUE(m_bindings->isChanged(m_undo));
    EXPECT_FALSE(m_bindings->isChanged(m_redo));
}

TEST_F(Keys, AConflictIsToldAndWhoHadTheKeysLosesThem) {
    const auto conflict = m_bindings->conflictOf(QKeySequence("Ctrl+Y"), m_none);
    ASSERT_TRUE(conflict);
    EXPECT_EQ(conflict->action, m_redo);
    EXPECT_EQ(conflict->name, "Redo");
    EXPECT_FALSE(m_bindings->conflictOf(QKeySequence("Ctrl+Y"), m_redo)) << "its own keys are no conflict";
    EXPECT_FALSE(m_bindings->conflictOf(QKeySequence("Ctrl+J"), m_none));
    m_bindings->set(m_none, QKeySequence("Ctrl+Y"));
    EXPECT_EQ(m_redo->shortcuts(), QList<QKeySequence>{QKeySequence("Ctrl+Shift+Z")});
    EXPECT_EQ(m_none->shortcuts(), QList<QKeySequence>{QKeySequence("Ctrl+Y")});
}

TEST_F(Keys, KeysThatOnlyBeginAlikeMeetToo) {
    EXPECT_TRUE(m_bindings->conflictOf(QKeySequence("Ctrl+Y, Ctrl+1"), m_none));
}

TEST_F(Keys, ThePapersOwnKeysCannotBeTaken) {
    const auto conflict = m_bindings->conflictOf(QKeySequence(Qt::Key_Space), m_undo);
    ASSERT_TRUE(conflict);
    EXPECT_EQ(conflict->action, nullptr);
    m_bindings->set(m_undo, QKeySequence(Qt::Key_Space));
    EXPECT_EQ(m_undo->shortcut(), QKeySequence("Ctrl+Z"));
}

TEST_F(Keys, AsDeliveredTakesBackWhatOthersGotMeanwhile) {
    m_bindings->set(m_none, QKeySequence("Ctrl+Z"));
    EXPECT_TRUE(m_undo->shortcuts().isEmpty());
    m_bindings->reset(m_undo);
    EXPECT_EQ(m_undo->shortcut(), QKeySequence("Ctrl+Z"));
    EXPECT_TRUE(m_none->shortcuts().isEmpty());
    m_bindings->resetAll();
    EXPECT_EQ(QSettings().allKeys().filter("keys/").size(), 0) << "nothing is kept of what is as delivered";
}

}  // namespace
}  // namespace sketchwalk::ui
