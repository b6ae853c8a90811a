#include "ui/panels/ToolOptions.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSlider>
#include <QStandardItemModel>
#include <QToolButton>

#include "tests/ui/panels/Panel.h"
#include "ui/panels/LogSlider.h"

namespace sketchwalk::ui {

namespace {

class Options : public Panel {
  protected:
    void SetUp() override {
        Panel::SetUp();
        bar = std::make_unique<ToolOptions>(&toolbox, shipped());
        show(*bar, QSize(900, 120));
    }
    std::unique_ptr<ToolOptions> bar;
};

}  // namespace

TEST_F(Options, AClickChoosesTheTool) {
    click(find<QToolButton>(*bar, "tool-erase-button"));
    EXPECT_EQ(toolbox.state().tool, Tool::erase);
    click(find<QToolButton>(*bar, "tool-select-button"));
    EXPECT_EQ(toolbox.state().tool, Tool::select);
    ASSERT_EQ(bar->toolActions().size(), 7);
    bar->toolActions()[5]->trigger();
    EXPECT_EQ(toolbox.state().tool, Tool::pan);
    toolbox.chooseBrush("river");
    EXPECT_TRUE(bar->toolActions()[0]->isChecked());
}

TEST_F(Options, ShowOnlyWhatMattersForTheTool) {
    EXPECT_TRUE(find<LogSlider>(*bar, "width")->isVisible());
    EXPECT_FALSE(find<LogSlider>(*bar, "eraserWidth")->isVisible());
    toolbox.change([](Toolbox::State& state) { state.tool = Tool::erasePart; });
    EXPECT_FALSE(find<LogSlider>(*bar, "width")->isVisible());
    EXPECT_TRUE(find<LogSlider>(*bar, "eraserWidth")->isVisible());
}

TEST_F(Options, AreAllNamed) {
    expectNamed(*bar);
}

TEST_F(Options, TheWidthIsLogarithmicAndReachedByKeys) {
    auto* width = find<LogSlider>(*bar, "width");
    EXPECT_DOUBLE_EQ(width->value(), 8);  // a river's usual width
    EXPECT_TRUE(find<QToolButton>(*bar, "usualWidth")->isChecked());
    auto* slider = width->findChild<QSlider*>();
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Home);
    EXPECT_NEAR(toolbox.state().width, 0.2, 1e-9);
    QTest::keyClick(slider, Qt::Key_End);
    EXPECT_NEAR(toolbox.state().width, 200, 1e-9);
    slider->setValue((slider->minimum() + slider->maximum()) / 2);
    EXPECT_NEAR(toolbox.state().width, std::sqrt(0.2 * 200), 0.2);  // the geometric middle
    click(find<QToolButton>(*bar, "usualWidth"));
    EXPECT_EQ(toolbox.state().width, 0);
    auto* number = width->findChild<QDoubleSpinBox*>();
    number->setFocus();
    number->selectAll();
    QTest::keyClicks(number, QStringLiteral("12.5"));
    QTest::keyClick(number, Qt::Key_Return);
    EXPECT_DOUBLE_EQ(toolbox.state().width, 12.5);
}

TEST_F(Options, FormsThatABrushCannotTakeAreOff) {
    auto* shape = find<QComboBox>(*bar, "shape");
    auto* items = qobject_cast<QStandardItemModel*>(shape->model());
    toolbox.chooseBrush("plateau");  // an area, nothing else
    EXPECT_FALSE(items->item(1)->isEnabled());
    EXPECT_TRUE(items->item(2)->isEnabled());
    EXPECT_FALSE(items->item(3)->isEnabled());
    toolbox.chooseBrush("wooden bridge");
    EXPECT_TRUE(items->item(1)->isEnabled());
    shape->setFocus();
    QTest::keyClick(shape, Qt::Key_Down);
    EXPECT_EQ(toolbox.state().shape, Shape::line);
}

TEST_F(Options, HelpsOfTheHand) {
    auto* stabiliser = find<QSlider>(*bar, "stabiliser");
    EXPECT_EQ(stabiliser->value(), 30);
    QTest::keyClick(stabiliser, Qt::Key_End);
    EXPECT_DOUBLE_EQ(toolbox.state().stabiliser, 1);
    auto* mirror = find<QComboBox>(*bar, "mirror");
    QTest::keyClick(mirror, Qt::Key_End);
    EXPECT_EQ(toolbox.state().mirror, Mirror::both);
    auto* pen = find<QComboBox>(*bar, "pen");
    QTest::keyClick(pen, Qt::Key_Down);
    EXPECT_EQ(toolbox.state().pen, sketch::Pen::block);
}

TEST_F(Options, GridSnapAndPenOnly) {
    auto* step = find<QDoubleSpinBox>(*bar, "gridStep");
    EXPECT_FALSE(step->isEnabled());
    click(find<QToolButton>(*bar, "grid"));
    EXPECT_TRUE(toolbox.state().grid);
    EXPECT_TRUE(step->isEnabled());
    step->selectAll();
    QTest::keyClicks(step, QStringLiteral("16"));
    QTest::keyClick(step, Qt::Key_Return);
    EXPECT_DOUBLE_EQ(toolbox.state().gridStep, 16);
    auto* snap = find<QToolButton>(*bar, "snap");
    snap->setFocus();
    QTest::keyClick(snap, Qt::Key_Space);
    EXPECT_TRUE(toolbox.state().snap);
    click(find<QToolButton>(*bar, "penOnly"));
    EXPECT_TRUE(toolbox.state().penOnly);
    EXPECT_EQ(steps(), 0U);  // part of no document
}

TEST_F(Options, TheBrushButtonAsksForThePalette) {
    QSignalSpy asked(bar.get(), &ToolOptions::paletteRequested);
    click(find<QToolButton>(*bar, "currentBrush"));
    EXPECT_EQ(asked.count(), 1);
    toolbox.chooseBrush("pine forest");
    EXPECT_EQ(find<QToolButton>(*bar, "currentBrush")->text(), QStringLiteral("Pine forest"));
}

}  // namespace sketchwalk::ui
