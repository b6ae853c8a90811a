#include "ui/panels/HistoryPanel.h"

#include <QElapsedTimer>
#include <QListView>

#include "tests/ui/panels/Panel.h"

namespace sketchwalk::ui {

namespace {

class HistoryList : public Panel {
  protected:
    void SetUp() override {
        Panel::SetUp();
        panel = std::make_unique<HistoryPanel>(&drawing);
        show(*panel, QSize(260, 420));
        list = find<QListView>(*panel, "history");
    }
    void draw(const char* brush) {
        const double at = 10.0 * static_cast<double>(steps());
        drawing.addStroke(stroke(brush, {{at, 10}, {at + 30, 60}}), 1, QStringLiteral("Draw ") + QLatin1String(brush));
    }
    QString label(int row) const { return list->model()->index(row, 0).data().toString(); }

    std::unique_ptr<HistoryPanel> panel;
    QListView* list = nullptr;
};

}  // namespace

TEST_F(HistoryList, ShowsEveryStepAndWhereOneIs) {
    EXPECT_EQ(list->model()->rowCount(), 1);
    draw("river");
    draw("road");
    EXPECT_EQ(list->model()->rowCount(), 3);
    EXPECT_EQ(label(1), QStringLiteral("Draw river"));
    EXPECT_EQ(list->currentIndex().row(), 2);
    drawing.undo();
    EXPECT_EQ(list->currentIndex().row(), 1);
    EXPECT_EQ(list->model()->rowCount(), 3);
    draw("wall");  // the undone one gives way
    EXPECT_EQ(list->model()->rowCount(), 3);
    EXPECT_EQ(label(2), QStringLiteral("Draw wall"));
    expectNamed(*panel);
}

TEST_F(HistoryList, AClickGoesThere) {
    for (const char* brush : {"river", "road", "wall", "forest"}) draw(brush);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
    EXPECT_EQ(drawing.history().position(), 1U);
    EXPECT_EQ(drawing.document().strokes.size(), 1U);
    EXPECT_EQ(steps(), 4U);
}

TEST_F(HistoryList, KeysGoToo) {
    for (const char* brush : {"river", "road", "wall", "forest"}) draw(brush);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Up);
    EXPECT_EQ(drawing.history().position(), 3U);
    QTest::keyClick(list, Qt::Key_Home);
    EXPECT_EQ(drawing.history().position(), 0U);
    QTest::keyClick(list, Qt::Key_End);
    EXPECT_EQ(drawing.history().position(), 4U);
}

TEST_F(HistoryList, PaintsPicturesOfTheRowsInSightAlone) {
    for (int i = 0; i < 200; ++i) draw("river");
    int painted = 0;
    panel->setPainter([&](const document::Step& step, QSize size) {
        EXPECT_FALSE(step.change.splices.empty());
        ++painted;
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::red);
        return image;
    });
    panel->grab();
    EXPECT_GT(painted, 3);
    EXPECT_LT(painted, 20);
    const int before = painted;
    panel->grab();
    EXPECT_EQ(painted, before);  // and keeps them
}

TEST_F(HistoryList, UndoneStepsArePale) {
    draw("river");
    draw("road");
    panel->setPainter([&](const document::Step&, QSize size) {
        QImage image(size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::red);
        return image;
    });
    drawing.undo();
    const QImage shot = list->viewport()->grab().toImage();
    const auto redness = [&](int row) {
        const QRect rect = list->visualRect(list->model()->index(row, 0));
        const QColor colour = shot.pixelColor(rect.left() + 20, rect.center().y());
        return colour.red() - colour.green();
    };
    EXPECT_GT(redness(1), redness(2) + 60);
    EXPECT_GT(redness(2), 40);
}

TEST_F(HistoryList, TwentyThousandStepsStayQuick) {
    std::vector<document::Step> all;
    document::Document document;
    for (int i = 0; i < 20000; ++i) {
        document::Step step;
        step.label = "Draw river " + std::to_string(i);
        step.at = 1'700'000'000'000 + i;
        auto drawn = std::make_shared<document::Drawn>();
        drawn->stroke = stroke("river", {{1.0 * (i % 200), 5}, {80, 90}});
        drawn->stroke.id = i + 1;
        step.change.splices.push_back({static_cast<size_t>(i), {}, {drawn}});
        all.push_back(std::move(step));
    }
    drawing.open(document::History(document, std::move(all), 0), nullptr);
    QElapsedTimer timer;
    timer.start();
    drawing.moveTo(20000);
    QApplication::processEvents();
    panel->grab();
    const qint64 there = timer.restart();
    draw("road");
    QApplication::processEvents();
    const qint64 one = timer.elapsed();
    EXPECT_EQ(list->model()->rowCount(), 20002);
    RecordProperty("moveMs", static_cast<int>(there));
    RecordProperty("strokeMs", static_cast<int>(one));
    EXPECT_LT(one, 400);  // far from what a widget a row would cost, on any machine
}

}  // namespace sketchwalk::ui
