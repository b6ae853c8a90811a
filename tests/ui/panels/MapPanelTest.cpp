#include "ui/panels/MapPanel.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSlider>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>

#include "tests/ui/panels/Panel.h"

namespace sketchwalk::ui {

namespace {

// A picture to trace.
QString planIn(const QTemporaryDir& folder, const QString& name, QSize size) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::green);
    const QString path = folder.filePath(name);
    EXPECT_TRUE(image.save(path));
    return path;
}

class MapSettings : public Panel {
  protected:
    void SetUp() override {
        Panel::SetUp();
        panel = std::make_unique<MapPanel>(&drawing, shipped());
        show(*panel, QSize(320, 620));
    }
    void type(QWidget* into, const QString& text) {
        into->setFocus();
        QTest::keyClick(into, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(into, text);
        QTest::keyClick(into, Qt::Key_Return);
    }
    std::unique_ptr<MapPanel> panel;
};

}  // namespace

TEST_F(MapSettings, AreAllNamed) {
    expectNamed(*panel);
}

TEST_F(MapSettings, TheSizeIsTypedAndUndone) {
    auto* width = find<QDoubleSpinBox>(*panel, "mapWidth");
    type(width, QStringLiteral("512"));
    EXPECT_EQ(drawing.settings().extent, Point(512, 256));
    EXPECT_EQ(steps(), 1U);
    drawing.undo();
    EXPECT_EQ(drawing.settings().extent, Point(256, 256));
    EXPECT_EQ(width->value(), 256);
}

TEST_F(MapSettings, KeepSquareMovesBoth) {
    click(find<QToolButton>(*panel, "mapSquare"));
    type(find<QDoubleSpinBox>(*panel, "mapHeight"), QStringLiteral("640"));
    EXPECT_EQ(drawing.settings().extent, Point(640, 640));
    EXPECT_EQ(steps(), 1U);
}

TEST_F(MapSettings, SayWhatLiesOffTheMap) {
    drawing.addStroke(stroke("house", {{200, 200}}), 1, QStringLiteral("Draw house"));
    const QLabel* off = find<QLabel>(*panel, "mapOff");
    EXPECT_FALSE(off->isVisible());
    type(find<QDoubleSpinBox>(*panel, "mapWidth"), QStringLiteral("128"));
    EXPECT_TRUE(off->isVisible());
    EXPECT_TRUE(off->text().startsWith(QStringLiteral("One "))) << off->text().toStdString();
    EXPECT_EQ(drawing.document().strokes.size(), 1U);
}

TEST_F(MapSettings, StrokesOffTheMapAreCountedAsTheyComeAndGo) {
    const QLabel* off = find<QLabel>(*panel, "mapOff");
    drawing.addStroke(stroke("house", {{300, 40}}), 1, QStringLiteral("Draw house"));
    EXPECT_TRUE(off->text().startsWith(QStringLiteral("One "))) << off->text().toStdString();
    drawing.addStroke(stroke("house", {{400, 40}}), 1, QStringLiteral("Draw house"));
    EXPECT_TRUE(off->text().startsWith(QStringLiteral("2 "))) << off->text().toStdString();
    drawing.eraseStrokes({1}, QStringLiteral("Erase"));
    EXPECT_TRUE(off->text().startsWith(QStringLiteral("One "))) << off->text().toStdString();
    drawing.undo();
    EXPECT_TRUE(off->text().startsWith(QStringLiteral("2 "))) << off->text().toStdString();
    drawing.moveTo(0);
    EXPECT_FALSE(off->isVisible());
}

TEST_F(MapSettings, TheGroundIsChosenOrSaid) {
    auto* base = find<QComboBox>(*panel, "mapBase");
    base->setFocus();
    type(base->lineEdit(), QStringLiteral("white beach"));
    EXPECT_EQ(drawing.settings().base, "white beach");
    const QLabel* climate = find<QLabel>(*panel, "mapClimate");
    EXPECT_TRUE(climate->text().contains(QStringLiteral("sand"))) << climate->text().toStdString();
    type(base->lineEdit(), QStringLiteral("Snow"));
    EXPECT_EQ(drawing.settings().base, "snow");
    EXPECT_TRUE(climate->text().contains(QStringLiteral("Climate: snow"))) << climate->text().toStdString();
    type(base->lineEdit(), QStringLiteral("flurb"));
    EXPECT_EQ(drawing.settings().base, "snow");
    EXPECT_TRUE(find<QLabel>(*panel, "mapBaseAnswer")->isVisible());
    EXPECT_EQ(steps(), 2U);
    drawing.undo();
    drawing.undo();
    EXPECT_EQ(drawing.settings().base, "grass");
    EXPECT_EQ(base->currentText(), QStringLiteral("Grass"));
}

TEST_F(MapSettings, WordsTellClimateAndSeasonAndAreOneStep) {
    auto* prompt = find<QPlainTextEdit>(*panel, "mapPrompt");
    prompt->setFocus();
    QTest::keyClicks(prompt, QStringLiteral("a tropical village in autumn"));
    EXPECT_EQ(steps(), 0U);  // not for every letter
    QTest::keyClick(prompt, Qt::Key_Tab);
    EXPECT_EQ(steps(), 1U);
    EXPECT_EQ(drawing.settings().prompt, "a tropical village in autumn");
    const QString climate = find<QLabel>(*panel, "mapClimate")->text();
    EXPECT_TRUE(climate.contains(QStringLiteral("tropical"))) << climate.toStdString();
    EXPECT_TRUE(climate.contains(QStringLiteral("autumn"))) << climate.toStdString();
    drawing.undo();
    EXPECT_TRUE(drawing.settings().prompt.empty());
    EXPECT_TRUE(prompt->toPlainText().isEmpty());
}

TEST_F(MapSettings, APauseMakesTheStep) {
    auto* prompt = find<QPlainTextEdit>(*panel, "mapPrompt");
    QTest::keyClicks(prompt, QStringLiteral("desert"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return drawing.settings().prompt == "desert"; }, 3000));
}

TEST_F(MapSettings, TheDiceRollAnotherSeed) {
    auto* seed = find<QLineEdit>(*panel, "mapSeed");
    type(seed, QStringLiteral("42"));
    EXPECT_EQ(drawing.settings().seed, 42U);
    click(find<QToolButton>(*panel, "mapDice"));
    EXPECT_NE(drawing.settings().seed, 42U);
    EXPECT_EQ(seed->text(), QString::number(drawing.settings().seed));
    EXPECT_EQ(steps(), 2U);
    drawing.undo();
    EXPECT_EQ(seed->text(), QStringLiteral("42"));
}

TEST_F(MapSettings, TheViewIsChosenByKeyboard) {
    QTest::keyClick(find<QComboBox>(*panel, "mapView"), Qt::Key_Down);
    EXPECT_EQ(drawing.settings().view, sketch::View::isometric);
    drawing.undo();
    EXPECT_EQ(drawing.settings().view, sketch::View::map);
}

TEST_F(MapSettings, APictureGoesUnderThePaper) {
    const QTemporaryDir folder;
    const QString path = planIn(folder, QStringLiteral("plan.png"), QSize(200, 100));
    EXPECT_FALSE(find<QToolButton>(*panel, "underlayRemove")->isVisible());
    ASSERT_TRUE(panel->setUnderlay(path));
    ASSERT_TRUE(drawing.settings().underlay.has_value());
    EXPECT_DOUBLE_EQ(drawing.settings().underlay->metresPerPixel, 256.0 / 200);
    EXPECT_EQ(drawing.settings().underlay->centre, Point(128, 128));
    auto* opacity = find<QSlider>(*panel, "underlayOpacity");
    EXPECT_EQ(opacity->value(), 50);
    for (int i = 0; i < 5; ++i) QTest::keyClick(opacity, Qt::Key_Right);
    EXPECT_NEAR(drawing.settings().underlay->opacity, 0.55, 1e-6);
    click(find<QToolButton>(*panel, "underlayShown"));
    EXPECT_FALSE(drawing.settings().underlay->shown);
    click(find<QToolButton>(*panel, "underlayRemove"));
    EXPECT_FALSE(drawing.settings().underlay.has_value());
    EXPECT_EQ(steps(), 4U);  // put, opacity, hide, remove
    drawing.undo();
    EXPECT_TRUE(drawing.settings().underlay.has_value());
}

// Answers the dialog that comes up as a person does: types a name, presses a key.
class DialogAnswer {
  public:
    DialogAnswer(const QString& typed, Qt::Key key) {
        QObject::connect(&m_look, &QTimer::timeout, [this, typed, key] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (dialog == nullptr || !dialog->isVisible()) return;
            auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
            if (m_turns++ == 0) {
                name->setFocus();
                QTest::keyClicks(name, typed);
            } else if (m_turns == 2) {
                if (QWidget* popup = QApplication::activePopupWidget()) popup->close();  // names that would fit
                QTest::keyClick(key == Qt::Key_Escape ? static_cast<QWidget*>(dialog) : name, key);
            } else if (m_turns > 20) {
                ADD_FAILURE() << "the dialog stays";
                dialog->reject();
            }
        });
        m_look.start(50);
    }
    bool seen() const { return m_turns > 0; }

  private:
    QTimer m_look;
    int m_turns = 0;
};

TEST_F(MapSettings, ThePictureIsChosenInADialogThatCanBeLeft) {
    const QTemporaryDir folder;
    const QString path = planIn(folder, QStringLiteral("a plan.png"), QSize(64, 64));
    auto* choose = find<QPushButton>(*panel, "underlayChoose");
    {
        const DialogAnswer leaves({}, Qt::Key_Escape);
        click(choose);
        EXPECT_TRUE(leaves.seen());
    }
    EXPECT_EQ(steps(), 0U);
    {
        const DialogAnswer chooses(path, Qt::Key_Return);
        click(choose);
        EXPECT_TRUE(chooses.seen());
    }
    ASSERT_TRUE(drawing.settings().underlay.has_value());
    EXPECT_DOUBLE_EQ(drawing.settings().underlay->metresPerPixel, 256.0 / 64);
    EXPECT_EQ(steps(), 1U);
    EXPECT_TRUE(QString::fromStdString(drawing.history().steps().back().label).contains(QStringLiteral("a plan.png")));
}

TEST_F(MapSettings, WhatIsNoPictureIsRefusedInWords) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("plan.png"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("no picture at all");
    file.close();
    EXPECT_FALSE(panel->setUnderlay(path));
    EXPECT_FALSE(panel->setUnderlay(folder.filePath(QStringLiteral("missing.png"))));
    const QLabel* text = find<QLabel>(*panel, "underlayText");
    EXPECT_TRUE(text->isVisible());
    EXPECT_TRUE(text->text().contains(QStringLiteral("missing.png")));
    EXPECT_EQ(steps(), 0U);
}

}  // namespace sketchwalk::ui
