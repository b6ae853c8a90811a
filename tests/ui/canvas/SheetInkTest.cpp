// What was read of ink, on the sheet: when it appears, what is painted anew, and whose tap it is.
#include <QSignalSpy>

#include "tests/ui/canvas/OnSheet.h"

namespace sketchwalk::ui {
namespace {

class PaintedParts : public QObject {  // of the sheet, as Qt asks for them
  public:
    explicit PaintedParts(QWidget* widget) { widget->installEventFilter(this); }
    QRegion region;

  protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Paint) region += static_cast<QPaintEvent*>(event)->region();
        return false;
    }
};

class InkOnSheet : public OnSheet {
  protected:
    InkOnSheet() {
        toolbox.chooseBrush("ink");
        first = draw(60, 80);
        second = draw(160, 80);
        settle();
    }
    int64_t draw(double x, double y) {
        drag({{x, y}, {x + 20, y}, {x + 20, y + 20}, {x, y + 20}, {x, y}});
        return last().id;
    }
    static neural::InkSymbol symbol(std::vector<int64_t> strokes, const std::string& what, bool taken = true,
                                    bool said = false) {
        neural::InkSymbol made;
        made.strokes = std::move(strokes);
        made.symbol = what;
        made.taken = taken;
        made.said = said;
        made.guesses = {{what, 0.8}, {"tent", 0.1}};
        return made;
    }
    void read(std::vector<neural::InkSymbol> symbols) {
        sheet.setInk(std::make_shared<const std::vector<neural::InkSymbol>>(std::move(symbols)));
    }
    void readBoth() {
        read({symbol({first}, "house"), symbol({second}, "castle")});
        QTest::qWait(200);
        settle();
    }
    Point onLabel(int64_t stroke) const { return sheet.toMetres(sheet.inkLabel(stroke).center()); }

    int64_t first = 0, second = 0;
};

TEST_F(InkOnSheet, ALabelStandsBesideEachSymbolAndNowhereElse) {
    const QImage before = picture();
    readBoth();
    const QImage after = picture();
    for (const int64_t stroke : {first, second}) {
        const QRectF label = sheet.inkLabel(stroke);
        ASSERT_FALSE(label.isEmpty());
        QRectF box(at(stroke == first ? 60 : 160, 80), at(stroke == first ? 80 : 180, 100));
        box.adjust(-12, -24, 12, 24);
        EXPECT_TRUE(box.united(label).contains(label));
        EXPECT_LT(std::abs(label.center().x() - box.center().x()), box.width());
        EXPECT_NE(before.copy(label.toRect()), after.copy(label.toRect()));
    }
    QRectF around = sheet.inkLabel(first).united(sheet.inkLabel(second));
    around.adjust(-30, -30, 30, 130);
    EXPECT_EQ(before.copy(0, 0, 800, static_cast<int>(around.top()) - 1),
              after.copy(0, 0, 800, static_cast<int>(around.top()) - 1));
    sheet.setInkShown(false);
    EXPECT_EQ(picture(), before) << "switched off it is not there";
    EXPECT_TRUE(sheet.inkLabel(first).isEmpty());
    sheet.setInkShown(true);
    EXPECT_EQ(picture(), after);
}

TEST_F(InkOnSheet, ItNeverAppearsWhileTheHandDraws) {
    mouse(QEvent::MouseButtonPress, at(100, 200));
    mouse(QEvent::MouseMove, at(110, 205));
    read({symbol({first}, "house"), symbol({second}, "castle")});
    QTest::qWait(400);
    EXPECT_TRUE(sheet.inkLabel(first).isEmpty());
    EXPECT_EQ(sheet.ink(), nullptr);
    mouse(QEvent::MouseMove, at(140, 205));
    mouse(QEvent::MouseButtonRelease, at(140, 205));
    EXPECT_TRUE(QTest::qWaitFor([&] { return !sheet.inkLabel(first).isEmpty(); }, 2000));
}

TEST_F(InkOnSheet, OnlyWhatIsReadOtherwiseIsPaintedAnew) {
    readBoth();
    PaintedParts painted(&sheet);
    read({symbol({first}, "house"), symbol({second}, "tent")});
    QTest::qWait(250);
    EXPECT_TRUE(painted.region.intersects(sheet.inkLabel(second).toRect()));
    EXPECT_FALSE(painted.region.intersects(sheet.inkLabel(first).toRect()));
    painted.region = {};
    read({symbol({first}, "house"), symbol({second}, "tent")});
    QTest::qWait(250);
    EXPECT_TRUE(painted.region.isEmpty()) << "the same again";
}

TEST_F(InkOnSheet, ItGivesWayToThePenAndComesBack) {
    readBoth();
    const QRect label = sheet.inkLabel(first).toRect();
    const QImage shown = picture().copy(label);
    const QPointF centre = sheet.inkLabel(first).center();
    mouse(QEvent::MouseButtonPress, centre - QPointF(60, 0));
    mouse(QEvent::MouseMove, centre - QPointF(40, 0));
    mouse(QEvent::MouseMove, centre - QPointF(8, 0));
    EXPECT_NE(picture().copy(label), shown);
    sheet.cancelGesture();
    EXPECT_TRUE(QTest::qWaitFor([&] { return picture().copy(label) == shown; }, 2000));
}

TEST_F(InkOnSheet, ATapOnALabelAsksAndDrawsNothingWithEveryHand) {
    readBoth();
    QSignalSpy asked(&sheet, &Sheet::inkAsked);
    const size_t before = steps();
    const QPointF label = sheet.inkLabel(second).center();
    const Point metres = onLabel(second);
    tap(metres.x, metres.y);
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked[0][0].toLongLong(), second);
    EXPECT_TRUE(asked[0][1].toRect().contains(label.toPoint()));
    touch(QEvent::TouchBegin, {label});
    touch(QEvent::TouchEnd, {label});
    EXPECT_EQ(asked.size(), 2);
    pen(QEvent::TabletPress, label, 0.5, 1000);
    pen(QEvent::TabletMove, label + QPointF(1, 1), 0.5, 1040);
    pen(QEvent::TabletRelease, label + QPointF(1, 1), 0, 1080);
    EXPECT_EQ(asked.size(), 3);
    // The pen that keys move: to the label, down and up.
    QPointF at(sheet.width() / 2.0, sheet.height() / 2.0);
    const auto walk = [&](int key, double distance) {
        for (int i = 0; i < std::lround(distance / 8); ++i) QTest::keyClick(&sheet, Qt::Key(key), Qt::AltModifier);
    };
    walk(label.x() < at.x() ? Qt::Key_Left : Qt::Key_Right, std::abs(label.x() - at.x()));
    walk(label.y() < at.y() ? Qt::Key_Up : Qt::Key_Down, std::abs(label.y() - at.y()));
    QTest::keyClick(&sheet, Qt::Key_Return);
    QTest::keyClick(&sheet, Qt::Key_Return);
    EXPECT_EQ(asked.size(), 4);
    EXPECT_EQ(steps(), before) << "nothing was drawn";
    EXPECT_FALSE(sheet.busy());
}

TEST_F(InkOnSheet, AStrokeThatBeginsOnALabelIsAStroke) {
    readBoth();
    QSignalSpy asked(&sheet, &Sheet::inkAsked);
    const size_t before = steps();
    const Point from = onLabel(first);
    drag({from, from + Point(15, 4), from + Point(30, 9)});
    EXPECT_EQ(steps(), before + 1);
    drag({from, from + Point(15, 4), from});  // there and back is no tap either
    EXPECT_EQ(steps(), before + 2);
    mouse(QEvent::MouseButtonPress, at(from.x, from.y));
    QTest::qWait(750);
    mouse(QEvent::MouseButtonRelease, at(from.x, from.y));
    EXPECT_EQ(steps(), before + 3) << "whoever rests there means a dot";
    EXPECT_EQ(asked.size(), 0);
}

TEST_F(InkOnSheet, LabelsGoAlongWithTheStrokesAndEndWithThem) {
    readBoth();
    const QRectF before = sheet.inkLabel(first);
    sheet.zoomBy(1.5);
    EXPECT_NE(sheet.inkLabel(first), before);
    sheet.fitAll();
    EXPECT_EQ(sheet.inkLabel(first), before);
    document::Drawn moved = *drawing.document().find(first);
    for (auto& p : moved.stroke.points) p.at += Point(0, 60);
    drawing.replaceStrokes({std::make_shared<const document::Drawn>(moved)}, "Move");
    EXPECT_GT(sheet.inkLabel(first).top(), before.top() + 50);
    drawing.eraseStrokes({first}, "Erase");
    EXPECT_TRUE(sheet.inkLabel(first).isEmpty());
    EXPECT_FALSE(sheet.inkLabel(second).isEmpty());
    drawing.undo();
    EXPECT_FALSE(sheet.inkLabel(first).isEmpty());
}

TEST_F(InkOnSheet, KeysAskAboutOneAfterTheOtherOrWhatIsSelected) {
    readBoth();
    QSignalSpy asked(&sheet, &Sheet::inkAsked);
    for (int i = 0; i < 3; ++i) sheet.askAboutInk();
    ASSERT_EQ(asked.size(), 3);
    EXPECT_EQ(asked[0][0].toLongLong(), first);
    EXPECT_EQ(asked[1][0].toLongLong(), second);
    EXPECT_EQ(asked[2][0].toLongLong(), first);
    selection.set({second});
    sheet.askAboutInk();
    EXPECT_EQ(asked[3][0].toLongLong(), second);
    drawing.eraseStrokes({first, second}, "Erase");
    QSignalSpy notice(&sheet, &Sheet::notice);
    sheet.askAboutInk();
    EXPECT_EQ(asked.size(), 4);
    EXPECT_EQ(notice.size(), 1);
}

TEST_F(InkOnSheet, WhatWasSaidToStayInkIsLeftAloneAndDoubtsAreMarked) {
    read({symbol({first}, "ink", false, true), symbol({second}, "castle", false)});
    QTest::qWait(250);
    EXPECT_TRUE(sheet.inkLabel(first).isEmpty());
    const double doubted = sheet.inkLabel(second).width();
    read({symbol({second}, "castle")});
    QTest::qWait(250);
    EXPECT_LT(sheet.inkLabel(second).width(), doubted) << "no question mark any more";
    read({symbol({second}, "castle", true, true)});
    QTest::qWait(250);
    EXPECT_GT(sheet.inkLabel(second).width(), doubted) << "a tick";
}

TEST_F(InkOnSheet, ACopyOfWhatWasSaidIsAThingOfItsOwn) {
    std::vector<document::DrawnPtr> said;
    for (const int64_t id : {first, second}) {
        document::Drawn one = *drawing.document().find(id);
        one.stroke.shows = "castle";
        one.stroke.group = 3;
        said.push_back(std::make_shared<const document::Drawn>(one));
    }
    drawing.replaceStrokes(said, "Say");
    selection.set({first, second});
    sheet.duplicateSelected();
    ASSERT_EQ(strokes().size(), 4u);
    EXPECT_EQ(strokes()[2]->stroke.shows, "castle");
    ASSERT_TRUE(strokes()[2]->stroke.group);
    EXPECT_NE(*strokes()[2]->stroke.group, 3);
    EXPECT_EQ(strokes()[2]->stroke.group, strokes()[3]->stroke.group);
    sheet.rebrushSelected("river");
    EXPECT_EQ(last().shows, "");
}

}  // namespace
}  // namespace sketchwalk::ui
