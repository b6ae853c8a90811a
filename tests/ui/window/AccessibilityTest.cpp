// Readers of the screen, and people without a mouse: every widget of the window and its dialogues says what it is.
#include <gtest/gtest.h>

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QSplitter>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <set>

#include "core/base/File.h"
#include "tests/support/Process.h"
#include "ui/tour/Tour.h"
#include "ui/window/CrashNote.h"
#include "ui/window/ExportDialog.h"
#include "ui/window/MainWindow.h"

namespace sketchwalk::ui {
namespace {

class Accessible : public ::testing::Test {
  protected:
    void SetUp() override {
        QSettings().clear();
        static const auto catalogue = catalogue::Catalogue::load(resourceFolder());
        m_window = std::make_unique<MainWindow>(*catalogue, m_folder / "unsaved");
        m_window->show();
    }
    void openVillage() {
        m_window->files()->open(QString::fromStdString((resourceFolder() / "samples/village.sketch.json").string()));
        ASSERT_TRUE(QTest::qWaitFor([&] { return m_window->files()->hasDrawing() && m_window->isSettled(); }, 120000));
    }
    void trigger(const char* name) { (*m_window->actions())[name]->trigger(); }

    test::TemporaryFolder m_folder;
    std::unique_ptr<MainWindow> m_window;
};

TEST_F(Accessible, EveryMenuAndActionHasWordsAndThePartsAreReachedByTab) {
    openVillage();
    for (const QAction* menu : m_window->menuBar()->actions()) {
        EXPECT_FALSE(menu->text().isEmpty());
        for (const QAction* action : menu->menu()->actions()) {
            EXPECT_TRUE(action->isSeparator() || !action->text().isEmpty());
        }
    }
    // The chain of Tab leads through all parts and comes back.
    std::set<QWidget*> reached;
    QWidget* at = m_window->sheet();
    for (int i = 0; i < 5000; ++i) {
        at = at->nextInFocusChain();
        if (!reached.insert(at).second) break;
    }
    for (const char* part : {"ToolOptions", "BrushPalette", "LayersPanel", "timeOfDay"}) {
        const auto* widget = m_window->findChild<QWidget*>(part);
        ASSERT_NE(widget, nullptr) << part;
        bool found = false;
        for (const QWidget* one : reached) {
            found = found || ((one == widget || widget->isAncestorOf(one)) && (one->focusPolicy() & Qt::TabFocus));
        }
        EXPECT_TRUE(found) << part << " is not reached by Tab";
    }
}

TEST_F(Accessible, ACommandIsFoundAndDoneWithKeysAlone) {
    openVillage();
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto* search = m_window->findChild<QDialog*>("commandSearch");
    ASSERT_NE(search, nullptr);
    auto* words = search->findChild<QWidget*>("commandWords");
    QTest::keyClicks(words, "volcano");
    QTest::keyClick(words, Qt::Key_Return);
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_window->toolbox()->state().brush == "volcano"; }, 5000));
}

TEST_F(Accessible, ChangedKeysWorkInTheNextWindow) {
    QSettings().setValue("keys/view.rulers", QStringList{"Ctrl+Alt+R"});
    static const auto catalogue = catalogue::Catalogue::load(resourceFolder());
    m_window = std::make_unique<MainWindow>(*catalogue, m_folder / "unsaved");
    m_window->show();
    openVillage();
    const bool before = m_window->sheet()->rulersShown();
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier);
    EXPECT_EQ(m_window->sheet()->rulersShown(), before);
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_NE(m_window->sheet()->rulersShown(), before);
}

TEST_F(Accessible, TheTourComesWithTheFirstDrawingAndOnlyThen) {
    m_window->offerTour();
    QTest::qWait(700);
    EXPECT_EQ(m_window->findChild<Tour*>(), nullptr) << "not over the start page";
    openVillage();
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_window->findChild<Tour*>() != nullptr; }, 5000));
    m_window->findChild<Tour*>()->finish();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_window->offerTour();
    m_window->files()->openTemplate(QString::fromStdString((resourceFolder() / "samples/island.sketch.json").string()));
    QTest::qWait(1500);
    EXPECT_EQ(m_window->findChild<Tour*>(), nullptr) << "never again";
}

}  // namespace
}  // namespace sketchwalk::ui
