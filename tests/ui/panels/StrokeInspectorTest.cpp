#include "ui/panels/StrokeInspector.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>

#include "tests/ui/panels/Panel.h"
#include "ui/panels/LogSlider.h"

namespace sketchwalk::ui {

namespace {

class Inspector : public Panel {
  protected:
    void SetUp() override {
        Panel::SetUp();
        panel = std::make_unique<StrokeInspector>(&drawing, &selection, &toolbox, shipped());
        show(*panel, QSize(300, 360));
        river = drawing.addStroke(stroke("river", {{10, 10}, {40, 50}}), 1, QStringLiteral("Draw river"));
        lake = drawing.addStroke(stroke("lake", {{60, 60}, {90, 60}, {90, 80}, {60, 80}}, true), 1,
                                 QStringLiteral("Draw lake"));
        sketch::Stroke words = stroke("label", {{5, 5}});
        words.text = "Old Mill";
        label = drawing.addStroke(words, 1, QStringLiteral("Write"));
        base = steps();
    }
    const sketch::Stroke& get(int64_t id) const { return drawing.document().find(id)->stroke; }

    std::unique_ptr<StrokeInspector> panel;
    int64_t river = 0, lake = 0, label = 0;
    size_t base = 0;
};

}  // namespace

TEST_F(Inspector, CountsAndMeasures) {
    EXPECT_TRUE(find<QLabel>(*panel, "nothingSelected")->isVisible());
    selection.set({river});
    const QLabel* count = find<QLabel>(*panel, "selectionCount");
    EXPECT_TRUE(count->text().contains(QStringLiteral("50 m long"))) << count->text().toStdString();
    selection.set({lake});
    EXPECT_TRUE(count->text().contains(QStringLiteral("600 m²"))) << count->text().toStdString();
    EXPECT_FALSE(find<LogSlider>(*panel, "inspectWidth")->isVisible());
    selection.set({river, lake});
    EXPECT_TRUE(count->text().startsWith(QLatin1Char('2')));
    EXPECT_TRUE(find<QLineEdit>(*panel, "inspectBrush")->text().isEmpty());
    expectNamed(*panel);
    drawing.eraseStrokes({river, lake}, QStringLiteral("Erase"));
    EXPECT_TRUE(find<QLabel>(*panel, "nothingSelected")->isVisible());
}

TEST_F(Inspector, WordsChangeTheBrushInOneStep) {
    selection.set({river, lake});
    auto* brush = find<QLineEdit>(*panel, "inspectBrush");
    brush->setFocus();
    QTest::keyClicks(brush, QStringLiteral("frozen water"));
    QTest::keyClick(brush, Qt::Key_Return);
    EXPECT_EQ(get(river).brush, get(lake).brush);
    EXPECT_EQ(shipped().resolve(get(river).brush).entry->id, "ice");
    EXPECT_EQ(steps(), base + 1);
    drawing.undo();
    EXPECT_EQ(get(river).brush, "river");
    EXPECT_EQ(get(lake).brush, "lake");
    brush->setFocus();
    QTest::keyClicks(brush, QStringLiteral("flurb"));
    QTest::keyClick(brush, Qt::Key_Return);
    EXPECT_EQ(get(river).brush, "river");
    EXPECT_TRUE(find<QLabel>(*panel, "inspectBrushAnswer")->text().contains(QStringLiteral("not known")));
}

TEST_F(Inspector, ANameIsCompleted) {
    selection.set({river});
    auto* brush = find<QLineEdit>(*panel, "inspectBrush");
    brush->setFocus();
    brush->selectAll();
    QTest::keyClicks(brush, QStringLiteral("lav"));
    QAbstractItemView* popup = brush->completer()->popup();
    ASSERT_TRUE(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QTest::keyClick(brush, Qt::Key_Return);
    EXPECT_EQ(get(river).brush, "lava");
    EXPECT_EQ(steps(), base + 1);
}

TEST_F(Inspector, ThePalettesBrushIsTaken) {
    selection.set({lake});
    toolbox.chooseBrush("swamp");
    click(find<QPushButton>(*panel, "inspectPaletteBrush"));
    EXPECT_EQ(get(lake).brush, "swamp");
    EXPECT_EQ(steps(), base + 1);
}

TEST_F(Inspector, AWidthThatIsDraggedIsOneStep) {
    selection.set({river});
    auto* slider = find<LogSlider>(*panel, "inspectWidth")->findChild<QSlider*>();
    slider->setFocus();
    for (int i = 0; i < 6; ++i) QTest::keyClick(slider, Qt::Key_Right);
    EXPECT_GT(get(river).width, 8);
    EXPECT_EQ(steps(), base + 1);
    click(find<QPushButton>(*panel, "inspectUsualWidth"));
    EXPECT_EQ(get(river).width, 0);
    drawing.undo();
    drawing.undo();
    EXPECT_EQ(get(river).width, 0);
    EXPECT_EQ(drawing.history().position(), base);
}

TEST_F(Inspector, PenAndLayer) {
    drawing.changeSettings(
        [](document::Settings& settings) {
            settings.layers.push_back({5, "Top", true, false, 1});
        },
        QStringLiteral("Add layer"));
    selection.set({river, lake});
    QTest::keyClick(find<QComboBox>(*panel, "inspectPen"), Qt::Key_Down);
    EXPECT_EQ(get(river).pen, sketch::Pen::block);
    EXPECT_EQ(get(lake).pen, sketch::Pen::block);
    auto* layer = find<QComboBox>(*panel, "inspectLayer");
    EXPECT_EQ(layer->count(), 2);
    QTest::keyClick(layer, Qt::Key_Up);  // the topmost is first
    EXPECT_EQ(drawing.document().find(river)->layer, 5);
    EXPECT_EQ(steps(), base + 3);
    drawing.undo();
    EXPECT_EQ(drawing.document().find(river)->layer, 1);
}

TEST_F(Inspector, WordsOfALabel) {
    auto* text = find<QLineEdit>(*panel, "inspectText");
    selection.set({river});
    EXPECT_FALSE(text->isVisible());
    selection.set({label});
    ASSERT_TRUE(text->isVisible());
    EXPECT_EQ(text->text(), QStringLiteral("Old Mill"));
    text->setFocus();
    text->selectAll();
    QTest::keyClicks(text, QStringLiteral("New Mill"));
    QTest::keyClick(text, Qt::Key_Return);
    EXPECT_EQ(get(label).text, "New Mill");
    EXPECT_EQ(steps(), base + 1);
    drawing.undo();
    EXPECT_EQ(text->text(), QStringLiteral("Old Mill"));
}

TEST_F(Inspector, WhoGoesAlongARoute) {
    const int64_t route = drawing.addStroke(stroke("route", {{10, 70}, {40, 90}}), 1, QStringLiteral("Draw route"));
    auto* who = find<QComboBox>(*panel, "inspectFollower");
    selection.set({river});
    EXPECT_FALSE(who->isVisible());
    selection.set({route});
    ASSERT_TRUE(who->isVisible());
    EXPECT_EQ(who->currentData().toString(), QString());  // who suits it
    QTest::keyClick(who, Qt::Key_Down);
    const std::string first = get(route).text;
    EXPECT_FALSE(first.empty());
    QTest::keyClick(who, Qt::Key_End);
    EXPECT_EQ(get(route).text, "camera");
    drawing.undo();
    EXPECT_EQ(get(route).text, first);
    EXPECT_EQ(who->currentData().toString().toStdString(), first);
}

TEST_F(Inspector, WhatIsLockedIsLeftAlone) {
    drawing.changeSettings([](document::Settings& settings) { settings.layers[0].locked = true; },
                           QStringLiteral("Lock"));
    selection.set({river});
    EXPECT_TRUE(find<QLabel>(*panel, "selectionLocked")->isVisible());
    EXPECT_FALSE(find<QLineEdit>(*panel, "inspectBrush")->isEnabled());
}

}  // namespace sketchwalk::ui
