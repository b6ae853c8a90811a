#include "ui/panels/LayersPanel.h"

#include <QDragEnterEvent>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QSlider>
#include <QToolButton>

#include "tests/ui/panels/Panel.h"

namespace sketchwalk::ui {

namespace {

class Layers : public Panel {
  protected:
    void SetUp() override {
        Panel::SetUp();
        panel = std::make_unique<LayersPanel>(&drawing, &toolbox);
        show(*panel, QSize(260, 320));
        list = find<QListView>(*panel, "layers");
    }
    std::vector<std::string> names() const {  // lowest first
        std::vector<std::string> all;
        for (const document::Layer& layer : drawing.settings().layers) all.push_back(layer.name);
        return all;
    }
    std::vector<int64_t> ids() const {
        std::vector<int64_t> all;
        for (const document::Layer& layer : drawing.settings().layers) all.push_back(layer.id);
        return all;
    }
    QPoint at(int row, bool left) const {
        const QRect rect = list->visualRect(list->model()->index(row, 0));
        return {left ? rect.left() + 14 : rect.right() - 14, rect.center().y()};
    }

    std::unique_ptr<LayersPanel> panel;
    QListView* list = nullptr;
};

}  // namespace

TEST_F(Layers, ANewOneLiesAboveTheCurrentAndIsDrawnOn) {
    click(find<QToolButton>(*panel, "layerAdd"));
    click(find<QToolButton>(*panel, "layerAdd"));
    EXPECT_EQ(ids(), (std::vector<int64_t>{1, 2, 3}));
    EXPECT_EQ(toolbox.state().layer, 3);
    EXPECT_EQ(list->currentIndex().row(), 0);
    toolbox.change([](Toolbox::State& state) { state.layer = 1; });
    EXPECT_EQ(list->currentIndex().row(), 2);
    panel->addLayer();
    EXPECT_EQ(ids(), (std::vector<int64_t>{1, 4, 2, 3}));
    EXPECT_EQ(steps(), 3U);
    drawing.undo();
    EXPECT_EQ(ids(), (std::vector<int64_t>{1, 2, 3}));
    EXPECT_EQ(toolbox.state().layer, 1);
    expectNamed(*panel);
}

TEST_F(Layers, AnIdOfAnUndoneLayerIsNotGivenAgain) {
    panel->addLayer();
    drawing.undo();
    panel->addLayer();
    EXPECT_EQ(ids().size(), 2U);
    drawing.addStroke(stroke("river", {{1, 1}, {20, 20}}), toolbox.state().layer, QStringLiteral("Draw"));
    EXPECT_NE(drawing.document().layer(drawing.document().strokes[0]->layer), nullptr);
}

TEST_F(Layers, DeletingTakesItsStrokesInOneStep) {
    panel->addLayer();
    drawing.addStroke(stroke("river", {{1, 1}, {20, 20}}), 2, QStringLiteral("Draw river"));
    drawing.addStroke(stroke("road", {{1, 9}, {20, 9}}), 1, QStringLiteral("Draw road"));
    const size_t before = steps();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    EXPECT_EQ(steps(), before + 1);
    EXPECT_EQ(ids(), (std::vector<int64_t>{1}));
    EXPECT_EQ(drawing.document().strokes.size(), 1U);
    EXPECT_EQ(toolbox.state().layer, 1);
    QTest::keyClick(list, Qt::Key_Delete);  // the last one stays
    EXPECT_EQ(ids(), (std::vector<int64_t>{1}));
    EXPECT_FALSE(find<QToolButton>(*panel, "layerRemove")->isEnabled());
    drawing.undo();
    EXPECT_EQ(drawing.document().strokes.size(), 2U);
    EXPECT_EQ(ids(), (std::vector<int64_t>{1, 2}));
}

TEST_F(Layers, AreRenamedByKeyboard) {
    list->setFocus();
    QTest::keyClick(list, Qt::Key_F2);
    auto* editor = list->viewport()->findChild<QLineEdit*>();
    ASSERT_NE(editor, nullptr);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("Roads"));
    QTest::keyClick(editor, Qt::Key_Return);
    QApplication::processEvents();
    EXPECT_EQ(names(), (std::vector<std::string>{"Roads"}));
    EXPECT_EQ(steps(), 1U);
    drawing.undo();
    EXPECT_EQ(names(), (std::vector<std::string>{"Map"}));
}

TEST_F(Layers, EyeAndLockAnswerToAClickAndToKeys) {
    panel->addLayer();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, at(1, true));
    EXPECT_FALSE(drawing.settings().layers[0].shown);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, at(1, false));
    EXPECT_TRUE(drawing.settings().layers[0].locked);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Space);
    QTest::keyClick(list, Qt::Key_L);
    EXPECT_FALSE(drawing.settings().layers[1].shown);
    EXPECT_TRUE(drawing.settings().layers[1].locked);
    EXPECT_EQ(steps(), 5U);
}

TEST_F(Layers, MoveByButtonsKeysAndDrag) {
    panel->addLayer();
    panel->addLayer();  // 1 2 3, 3 is current and on top
    click(find<QToolButton>(*panel, "layerDown"));
    EXPECT_EQ(ids(), (std::vector<int64_t>{1, 3, 2}));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down, Qt::ControlModifier);
    EXPECT_EQ(ids(), (std::vector<int64_t>{3, 1, 2}));
    EXPECT_FALSE(find<QToolButton>(*panel, "layerDown")->isEnabled());
    QTest::keyClick(list, Qt::Key_Up, Qt::ControlModifier);
    EXPECT_EQ(ids(), (std::vector<int64_t>{1, 3, 2}));
    // A drop of the lowest on the gap above the topmost, as the view hands it on.
    QAbstractItemModel* model = list->model();
    const std::unique_ptr<QMimeData> data(model->mimeData({model->index(2, 0)}));
    const size_t before = steps();
    model->dropMimeData(data.get(), Qt::MoveAction, 0, 0, {});
    EXPECT_EQ(ids(), (std::vector<int64_t>{3, 2, 1}));
    EXPECT_EQ(steps(), before + 1);
    drawing.undo();
    EXPECT_EQ(ids(), (std::vector<int64_t>{1, 3, 2}));
    EXPECT_TRUE(model->moveRow({}, 0, {}, 3));  // the topmost to the end
    EXPECT_EQ(ids(), (std::vector<int64_t>{2, 1, 3}));
}

TEST_F(Layers, ADropBetweenTwoRowsMovesThere) {
    panel->addLayer();
    panel->addLayer();  // 3, 2, 1 from the top
    const std::unique_ptr<QMimeData> data(list->model()->mimeData({list->model()->index(0, 0)}));
    const QRect last = list->visualRect(list->model()->index(2, 0));
    const QPoint above(last.center().x(), last.top() + 1);
    QDragEnterEvent enter(above, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    QApplication::sendEvent(list->viewport(), &enter);
    QDragMoveEvent move(above, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    QApplication::sendEvent(list->viewport(), &move);
    QDropEvent drop(above, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    QApplication::sendEvent(list->viewport(), &drop);
    EXPECT_EQ(ids(), (std::vector<int64_t>{1, 3, 2}));
    EXPECT_EQ(steps(), 3U);
}

TEST_F(Layers, AnOpacityThatIsDraggedIsOneStep) {
    auto* opacity = find<QSlider>(*panel, "layerOpacity");
    opacity->setFocus();
    for (int i = 0; i < 12; ++i) QTest::keyClick(opacity, Qt::Key_Left);
    EXPECT_NEAR(drawing.settings().layers[0].opacity, 0.88, 1e-6);
    EXPECT_EQ(steps(), 1U);
    drawing.undo();
    EXPECT_FLOAT_EQ(drawing.settings().layers[0].opacity, 1);
    EXPECT_EQ(opacity->value(), 100);
}

TEST_F(Layers, TheOneBelowTakesALostLayersPlace) {
    panel->addLayer();
    panel->addLayer();
    toolbox.change([](Toolbox::State& state) { state.layer = 2; });
    panel->removeLayer();
    EXPECT_EQ(toolbox.state().layer, 1);
    // Another document has other layers.
    document::Document other;
    other.settings.layers = {{7, "Land", true, false, 1}, {9, "Things", true, false, 1}};
    drawing.open(document::History(other), nullptr);
    EXPECT_EQ(toolbox.state().layer, 9);
}

}  // namespace sketchwalk::ui
