// Ten thousand senseless events anywhere in the window: clicks, keys, wheels, strokes of a pen. Nothing breaks, Qt
// finds nothing to complain about (Main.cpp), and in the end the window still draws, saves and builds.
#include <gtest/gtest.h>

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPointer>
#include <QSettings>
#include <QTabletEvent>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>
#include <random>

#include "core/base/File.h"
#include "tests/support/Process.h"
#include "ui/panels/StartPage.h"
#include "ui/window/MainWindow.h"

namespace sketchwalk::ui {
namespace {

constexpr int kEvents = 10000;

class Monkey {
  public:
    explicit Monkey(MainWindow* window) : m_window(window) {
        // Menus and dialogs with an event loop of their own are left again after a while.
        QObject::connect(&m_leave, &QTimer::timeout, [] {
            if (auto* popup = QApplication::activePopupWidget()) {
                popup->close();
            } else if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) {
                dialog->reject();
            }
        });
        m_leave.start(30);
    }

    void act() {
        if (!m_window->isVisible()) m_window->show();
        switch (pick(12)) {
            case 0:
            case 1:
            case 2:
                click();
                break;
            case 3:
                key();
                break;
            case 4:
                wheel();
                break;
            case 5:
                trigger();
                break;
            case 6:
                m_window->drawing()->undo();
                break;
            default:
                stroke();
        }
    }

  private:
    int pick(int n) { return static_cast<int>(m_random() % static_cast<unsigned>(n)); }
    QPoint placeIn(const QWidget* widget) {
        return {pick(std::max(1, widget->width())), pick(std::max(1, widget->height()))};
    }
    // Anything that can be seen and used.
    QWidget* someone() {
        QList<QWidget*> all;
        for (QWidget* top : QApplication::topLevelWidgets()) {
            if (!top->isVisible() || (QApplication::activeModalWidget() && top != QApplication::activeModalWidget()))
                continue;
            for (QWidget* widget : top->findChildren<QWidget*>()) {
                const bool leaves = widget->objectName() == "exportOpen";  // the program, for another one
                if (widget->isVisible() && widget->isEnabled() && !leaves) all.append(widget);
            }
        }
        return all.isEmpty() ? m_window : all[pick(static_cast<int>(all.size()))];
    }
    void click() {
        const QPointer<QWidget> on = someone();  // a press may be the end of it
        const auto button = pick(8) == 0 ? Qt::RightButton : Qt::LeftButton;
        const Qt::KeyboardModifiers modifiers = pick(6) == 0 ? Qt::ControlModifier : Qt::NoModifier;
        const QPoint at = placeIn(on);
        QTest::mousePress(on, button, modifiers, at);
        if (on) QTest::mouseRelease(on, button, modifiers, at);
        if (pick(6) > 0 || !on) return;
        QMouseEvent again(QEvent::MouseButtonDblClick, at, on->mapToGlobal(QPointF(at)), button, button, modifiers);
        QApplication::sendEvent(on, &again);
        if (on) QTest::mouseRelease(on, button, modifiers, at);
    }
    void key() {
        static constexpr Qt::Key kKeys[] = {Qt::Key_A,     Qt::Key_B,      Qt::Key_E,    Qt::Key_Tab,   Qt::Key_Return,
                                            Qt::Key_Space, Qt::Key_Escape, Qt::Key_Left, Qt::Key_Right, Qt::Key_Up,
                                            Qt::Key_Down,  Qt::Key_Delete, Qt::Key_7,    Qt::Key_Minus, Qt::Key_F2,
                                            Qt::Key_Home,  Qt::Key_End,    Qt::Key_Z,    Qt::Key_D};
        const QPointer<QWidget> on = QApplication::focusWidget() ? QApplication::focusWidget() : m_window;
        const Qt::KeyboardModifiers modifiers = pick(5) == 0   ? Qt::ControlModifier
                                                : pick(7) == 0 ? Qt::ShiftModifier
                                                               : Qt::NoModifier;
        const Qt::Key key = kKeys[pick(static_cast<int>(std::size(kKeys)))];
        QTest::keyPress(on, key, modifiers);
        if (on) QTest::keyRelease(on, key, modifiers);
    }
    void wheel() {
        QWidget* on = someone();
        const QPointF at = placeIn(on);
        QWheelEvent event(at, on->mapToGlobal(at), {}, {0, pick(2) == 0 ? 120 : -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(on, &event);
    }
    void trigger() {
        const QList<QAction*> actions = m_window->findChildren<QAction*>();
        QAction* action = actions[pick(static_cast<int>(actions.size()))];
        if (action->isEnabled() && !action->isSeparator()) action->trigger();
    }
    void stroke() {
        Sheet* sheet = m_window->sheet();
        if (!sheet->isVisible()) return;
        // Never destroyed: Qt would look for an application that is gone by then.
        static const auto& pen =
            *new QPointingDevice("pen", 21, QInputDevice::DeviceType::Stylus, QPointingDevice::PointerType::Pen,
                                 QInputDevice::Capability::Position | QInputDevice::Capability::Pressure, 1, 1);
        const auto send = [&](QEvent::Type type, QPointF at, double pressure) {
            QTabletEvent event(type, &pen, at, sheet->mapToGlobal(at), pressure, static_cast<float>(pick(120) - 60),
                               static_cast<float>(pick(120) - 60), 0, 0, 0, Qt::NoModifier,
                               type == QEvent::TabletMove ? Qt::NoButton : Qt::LeftButton,
                               type == QEvent::TabletRelease ? Qt::NoButton : Qt::LeftButton);
            QApplication::sendEvent(sheet, &event);
        };
        QPointF at = placeIn(sheet);
        send(QEvent::TabletPress, at, 0.5);
        for (int i = pick(12); i > 0; --i) send(QEvent::TabletMove, at += QPointF(pick(41) - 20, pick(41) - 20), 0.5);
        if (pick(9) > 0) send(QEvent::TabletRelease, at, 0);  // else nobody heard of its lifting
    }

    MainWindow* m_window;
    std::mt19937 m_random{qEnvironmentVariableIsSet("SKETCHWALK_MONKEY_SEED")
                              ? static_cast<unsigned>(qEnvironmentVariableIntValue("SKETCHWALK_MONKEY_SEED"))
                              : 17U};
    QTimer m_leave;
};

TEST(WindowMonkey, TenThousandSenselessEventsBreakNothing) {
    QSettings().clear();
    const auto catalogue = catalogue::Catalogue::load(resourceFolder());
    ASSERT_TRUE(catalogue);
    const test::TemporaryFolder folder;
    MainWindow window(*catalogue, folder / "unsaved");
    window.show();
    Q_EMIT window.findChild<StartPage*>()->newMap({256, 256});
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.isSettled(); }, 120000));
    size_t mostSteps = 0;
    {
        Monkey monkey(&window);
        for (int i = 0; i < kEvents && !testing::Test::HasFailure(); ++i) {
            SCOPED_TRACE(i);
            monkey.act();
            if (i % 10 == 0) QApplication::processEvents(QEventLoop::AllEvents, 20);
            mostSteps = std::max(mostSteps, window.drawing()->history().steps().size());
        }
        QTest::qWait(200);  // what is still open is left
    }
    EXPECT_GT(mostSteps, 50u) << "the hand did draw";
    Q_EMIT window.findChild<StartPage*>()->newMap({256, 256});
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.isSettled(); }, 60000))
        << "files busy " << window.files()->busy() << ", builder busy " << window.builder()->busy()
        << ", sheet settled " << window.sheet()->settled() << ", visible " << window.sheet()->isVisible();
    std::string trouble;
    QObject::connect(window.builder(), &WorldBuilder::failed,
                     [&](const QString& text) { trouble = text.toStdString(); });
    sketch::Stroke river;
    river.brush = "river";
    for (int i = 0; i < 20; ++i) river.points.push_back({{10.0 * i, 128}, 1, -1});
    window.drawing()->addStroke(std::move(river), 1, "Draw");
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.isSettled(); }, 240000));
    ASSERT_TRUE(window.builder()->latest()) << trouble;
    EXPECT_EQ(window.builder()->latest()->world.scene->waters.size(), 1u);
    EXPECT_EQ(document::readDocument(window.drawing()->path())->strokes.size(), 1u);
}

}  // namespace
}  // namespace sketchwalk::ui
