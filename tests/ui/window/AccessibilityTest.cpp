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
#include <QLineEdit>
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

// Parts that Qt makes of its own widgets and speaks for itself; frames that only hold others.
bool isPartOfAnother(const QWidget* widget) {
    const QWidget* parent = widget->parentWidget();
    if (widget->objectName().startsWith("qt_") || qobject_cast<const QSplitterHandle*>(widget)) return true;
    if (qobject_cast<const QHeaderView*>(widget) || qobject_cast<const QMenu*>(widget)) return true;
    if (widget->inherits("QScrollBar") || qobject_cast<const QLineEdit*>(parent)) return true;  // bars; a field's icons
    if (const auto* area = qobject_cast<const QAbstractScrollArea*>(parent); area && area->viewport() == widget)
        return true;
    for (const QWidget* up = parent; up; up = up->parentWidget()) {
        if (qobject_cast<const QAbstractSpinBox*>(up) || qobject_cast<const QComboBox*>(up)) return true;
        if (qobject_cast<const QTabBar*>(up) || qobject_cast<const QMenuBar*>(up)) return true;
    }
    const QByteArray name = widget->metaObject()->className();
    return name == "QDockWidgetTitleButton" || name == "QToolBarExtension" || name == "QSizeGrip" ||
           name == "QRubberBand";
}

bool saysSomething(const QWidget* widget) {
    const auto* label = qobject_cast<const QLabel*>(widget);
    if (label) return false;  // it is words itself
    if (widget->focusPolicy() != Qt::NoFocus) return true;
    return widget->inherits("QAbstractButton") || widget->inherits("QAbstractSlider") ||
           widget->inherits("QProgressBar") || widget->inherits("QComboBox") || widget->inherits("QLineEdit") ||
           widget->inherits("QTabBar") || widget->inherits("QAbstractItemView") ||
           QByteArray(widget->metaObject()->className()).startsWith("sketchwalk::ui::");
}

struct Findings {
    int seen = 0;
    std::set<std::string> faults;
};

std::string nameOf(const QWidget* widget) {
    std::string name = widget->metaObject()->className();
    for (const QWidget* up = widget; up; up = up->parentWidget()) {
        if (!up->objectName().isEmpty()) return name + " at " + up->objectName().toStdString();
    }
    return name;
}

void look(QWidget* top, Findings& findings) {
    QList<QWidget*> all = top->findChildren<QWidget*>();
    all.prepend(top);
    for (QWidget* widget : all) {
        if (isPartOfAnother(widget) || !saysSomething(widget)) continue;
        ++findings.seen;
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
        ASSERT_NE(spoken, nullptr) << nameOf(widget);
        if (spoken->text(QAccessible::Name).trimmed().isEmpty())
            findings.faults.insert(nameOf(widget) + " has no name");
        if (spoken->role() == QAccessible::NoRole || (spoken->role() == QAccessible::Client && widget != top)) {
            findings.faults.insert(nameOf(widget) + " has no role");
        }
        const bool control = widget->inherits("QAbstractButton") || widget->inherits("QAbstractSlider") ||
                             widget->inherits("QComboBox") || widget->inherits("QLineEdit") ||
                             widget->inherits("QAbstractSpinBox");
        const bool ofQt = qobject_cast<QDialog*>(widget->window()) && widget->window()->objectName() == "about";
        if (control && !ofQt && widget->toolTip().isEmpty())
            findings.faults.insert(nameOf(widget) + " has no tool tip");
    }
}

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

TEST_F(Accessible, EveryWidgetHasANameARoleAndControlsATip) {
    openVillage();
    new CrashNote("/home/somebody/crash-1.txt", m_window->statusBar());
    trigger("help.tour");
    QCoreApplication::processEvents();
    Findings findings;
    look(m_window.get(), findings);
    ASSERT_NE(m_window->findChild<Tour*>(), nullptr);
    EXPECT_GT(findings.seen, 120);
    m_window->findChild<Tour*>()->finish();
    for (const char* action : {"edit.preferences", "help.search", "help.about", "file.export", "world.walkSettings"}) {
        trigger(action);
        QCoreApplication::processEvents();
        const int before = findings.seen;
        for (QDialog* dialog : m_window->findChildren<QDialog*>()) {
            look(dialog, findings);
            dialog->close();
        }
        EXPECT_GT(findings.seen, before) << action << " opens no dialogue";
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    for (const std::string& fault : findings.faults) ADD_FAILURE() << fault;
}

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
