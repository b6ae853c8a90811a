// Ten thousand senseless events: nothing breaks, and the document stays one that can be built.
#include <cmath>
#include <random>
#include <set>

#include "tests/ui/canvas/OnSheet.h"

namespace sketchwalk::ui {
namespace {

void expectValid(const document::Document& document) {
    std::set<int64_t> ids;
    for (const document::DrawnPtr& drawn : document.strokes) {
        ASSERT_TRUE(drawn);
        const sketch::Stroke& stroke = drawn->stroke;
        EXPECT_GT(stroke.id, 0);
        EXPECT_LT(stroke.id, document.nextId);
        EXPECT_TRUE(ids.insert(stroke.id).second) << "an id given twice";
        EXPECT_FALSE(stroke.brush.empty());
        ASSERT_FALSE(stroke.points.empty());
        EXPECT_TRUE(!stroke.closed || stroke.points.size() > 2);
        EXPECT_TRUE(document.layer(drawn->layer));
        for (const auto& p : stroke.points) {
            ASSERT_TRUE(std::isfinite(p.at.x) && std::isfinite(p.at.y));
            EXPECT_TRUE(p.pressure >= 0 && p.pressure <= 1);
        }
    }
}

TEST_F(OnSheet, TenThousandSenselessEventsLeaveAValidDocument) {
    std::mt19937 random(11);
    int changes = 0;
    QObject::connect(&drawing, &Drawing::changed, [&] { ++changes; });
    const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    QPointF hand(400, 300);
    const auto wander = [&] {
        hand += QPointF(pick(61) - 30, pick(61) - 30);
        hand = {std::clamp(hand.x(), -50.0, 850.0), std::clamp(hand.y(), -50.0, 650.0)};
        return hand;
    };
    const auto& entries = theCatalogue().entries();
    const std::vector<int> keys{Qt::Key_Delete, Qt::Key_Escape, Qt::Key_Left,  Qt::Key_Up,    Qt::Key_Plus,
                                Qt::Key_Minus,  Qt::Key_0,      Qt::Key_Space, Qt::Key_Return};
    for (int i = 0; i < 10000; ++i) {
        const Qt::KeyboardModifiers mods = pick(9) == 0    ? Qt::ShiftModifier
                                           : pick(12) == 0 ? Qt::AltModifier
                                                           : Qt::NoModifier;
        switch (pick(26)) {
            case 0:
            case 1:
                mouse(QEvent::MouseButtonPress, wander(), mods, pick(6) == 0 ? Qt::MiddleButton : Qt::LeftButton);
                break;
            case 2:
                mouse(QEvent::MouseButtonRelease, wander(), mods);
                break;
            case 3:
            case 4:
                pen(QEvent::TabletPress, wander(), pick(100) / 100.0, static_cast<quint64>(i) * 5);
                break;
            case 5:
                pen(QEvent::TabletRelease, wander(), 0, static_cast<quint64>(i) * 5);
                break;
            case 6:
                touch(QEvent::TouchBegin, {wander()});
                break;
            case 7:
                touch(QEvent::TouchUpdate, {wander(), hand + QPointF(80, 30)});
                break;
            case 8:
                touch(QEvent::TouchEnd, {wander()});
                break;
            case 9:
            case 10:
                toolbox.change([&](Toolbox::State& s) {
                    s.tool = static_cast<Tool>(pick(7));
                    s.brush = entries[static_cast<size_t>(pick(static_cast<int>(entries.size())))].id;
                    s.shape = static_cast<Shape>(pick(4));
                    s.mirror = static_cast<Mirror>(pick(20) == 0 ? pick(4) : 0);
                    s.snap = pick(4) == 0;
                    s.grid = pick(4) == 0;
                    s.stabiliser = pick(11) / 10.0;
                    s.pen = static_cast<sketch::Pen>(pick(2));
                });
                break;
            case 11:
                QTest::keyClick(
                    &sheet, static_cast<Qt::Key>(keys[static_cast<size_t>(pick(static_cast<int>(keys.size())))]), mods);
                break;
            case 12:
                drawing.undo();
                break;
            case 13:
                if (pick(2) == 0) drawing.redo();
                break;
            case 14: {
                QWheelEvent wheel(hand, sheet.mapToGlobal(hand), {}, {0, pick(3) * 120 - 120}, Qt::NoButton, mods,
                                  Qt::NoScrollPhase, false);
                send(wheel);
                break;
            }
            case 15:
                if (pick(10) == 0) sheet.duplicateSelected();
                if (pick(10) == 0) sheet.bringToFront();
                if (pick(30) == 0) sheet.selectAll();
                if (pick(40) == 0) sheet.fitAll();
                break;
            default:
                if (pick(2) == 0) {
                    mouse(QEvent::MouseMove, wander(), mods);
                } else {
                    pen(QEvent::TabletMove, wander(), pick(100) / 100.0, static_cast<quint64>(i) * 5);
                }
        }
        if (i % 50 == 0) QApplication::processEvents();
        if (i % 500 == 0) expectValid(drawing.document());
        if (strokes().size() > 400) drawing.moveTo(steps() / 2);
    }
    sheet.cancelGesture();
    expectValid(drawing.document());
    EXPECT_GT(changes, 60) << "the hand did draw";
}

}  // namespace
}  // namespace sketchwalk::ui
