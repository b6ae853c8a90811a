#include "ui/panels/BrushPalette.h"

#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include "tests/ui/panels/Panel.h"

namespace sketchwalk::ui {

namespace {

class Brushes : public Panel {
  protected:
    void SetUp() override {
        Panel::SetUp();
        palette = std::make_unique<BrushPalette>(&toolbox, shipped());
        show(*palette, QSize(300, 700));
        search = find<QLineEdit>(*palette, "brushSearch");
    }
    int shownTiles() const {
        int shown = 0;
        for (const QToolButton* button : palette->findChildren<QToolButton*>()) {
            shown += button->objectName().startsWith(QStringLiteral("brush_")) && button->isVisible() ? 1 : 0;
        }
        return shown;
    }

    std::unique_ptr<BrushPalette> palette;
    QLineEdit* search = nullptr;
};

}  // namespace

TEST_F(Brushes, HoldAllThatCanBeDrawn) {
    int drawable = 0;
    for (const catalogue::Entry& entry : shipped().entries()) {
        if (entry.kind == catalogue::Kind::atmosphere) continue;
        ++drawable;
        EXPECT_NE(palette->findChild<QToolButton*>(QStringLiteral("brush_") + QString::fromStdString(entry.id)),
                  nullptr)
            << entry.id;
    }
    EXPECT_EQ(shownTiles(), drawable);
    expectNamed(*palette);
}

TEST_F(Brushes, AClickChooses) {
    QSignalSpy chosen(palette.get(), &BrushPalette::brushChosen);
    click(find<QToolButton>(*palette, "brush_castle"));
    EXPECT_EQ(toolbox.state().brush, "castle");
    EXPECT_EQ(chosen.count(), 1);
    EXPECT_TRUE(find<QToolButton>(*palette, "brush_castle")->isChecked());
    EXPECT_FALSE(find<QToolButton>(*palette, "brush_river")->isChecked());
    click(find<QToolButton>(*palette, "brush_castle"));
    EXPECT_TRUE(find<QToolButton>(*palette, "brush_castle")->isChecked());
}

TEST_F(Brushes, TypingFindsByNameAndSynonym) {
    QTest::keyClicks(search, QStringLiteral("cottage"));
    EXPECT_TRUE(find<QToolButton>(*palette, "brush_house")->isVisible());
    EXPECT_FALSE(find<QToolButton>(*palette, "brush_castle")->isVisible());
    QTest::keyClick(search, Qt::Key_Escape);
    EXPECT_TRUE(search->text().isEmpty());
    EXPECT_TRUE(find<QToolButton>(*palette, "brush_castle")->isVisible());
}

TEST_F(Brushes, EnterMakesAPhraseTheBrush) {
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("Cobblestone road"));
    EXPECT_TRUE(find<QToolButton>(*palette, "brushPhrase")->isVisible());
    EXPECT_TRUE(find<QLabel>(*palette, "brushAnswer")->text().contains(QStringLiteral("Road")));
    QTest::keyClick(search, Qt::Key_Return);
    EXPECT_EQ(toolbox.state().brush, "cobblestone road");
    EXPECT_EQ(toolbox.recent().first(), QStringLiteral("cobblestone road"));
}

TEST_F(Brushes, EnterTakesWhatIsNamedBeforeWhatIsLike) {
    for (const char* name : {"road", "lake", "sea", "well", "tree", "stones", "gate"}) {
        search->setText(QString::fromLatin1(name));
        QTest::keyClick(search, Qt::Key_Return);
        EXPECT_EQ(toolbox.state().brush, name);
    }
    search->setText(QStringLiteral("lighth"));
    QTest::keyClick(search, Qt::Key_Return);
    EXPECT_EQ(toolbox.state().brush, "lighthouse");
}

TEST_F(Brushes, SayWhatTheyDoNotKnow) {
    QTest::keyClicks(search, QStringLiteral("flurbwock"));
    const QLabel* answer = find<QLabel>(*palette, "brushAnswer");
    EXPECT_TRUE(answer->isVisible());
    EXPECT_TRUE(answer->text().contains(QStringLiteral("not known"))) << answer->text().toStdString();
    EXPECT_EQ(shownTiles(), 0);
    QTest::keyClick(search, Qt::Key_Return);
    EXPECT_EQ(toolbox.state().brush, "river");
    search->setText(QStringLiteral("dark clouds"));
    EXPECT_TRUE(answer->text().contains(QStringLiteral("sky"))) << answer->text().toStdString();
}

TEST_F(Brushes, AreReachedByArrowsAndEnter) {
    palette->focusSearch();
    EXPECT_EQ(QApplication::focusWidget(), search);
    QTest::keyClicks(search, QStringLiteral("t"));
    QTest::keyClick(search, Qt::Key_Down);
    auto* first = qobject_cast<QToolButton*>(QApplication::focusWidget());
    ASSERT_NE(first, nullptr);
    QTest::keyClick(first, Qt::Key_Right);
    auto* second = qobject_cast<QToolButton*>(QApplication::focusWidget());
    ASSERT_NE(second, nullptr);
    EXPECT_NE(first, second);
    QTest::keyClick(second, Qt::Key_Return);
    EXPECT_EQ(QStringLiteral("brush_") + QString::fromStdString(toolbox.state().brush), second->objectName());
    QTest::keyClick(second, Qt::Key_Down);
    auto* below = QApplication::focusWidget();
    EXPECT_NE(below, second);
    EXPECT_GT(below->mapToGlobal(QPoint(0, 0)).y(), second->mapToGlobal(QPoint(0, 0)).y());
    QTest::keyClick(below, Qt::Key_P);
    EXPECT_EQ(QApplication::focusWidget(), search);
    EXPECT_EQ(search->text(), QStringLiteral("p"));
}

TEST_F(Brushes, KeepTheLastUsedAtHand) {
    toolbox.chooseBrush("pine");
    toolbox.chooseBrush("a stone wall");
    QApplication::processEvents();
    auto* recent = find<QToolButton>(*palette, "recent_pine");
    ASSERT_TRUE(recent->isVisible());
    click(recent);
    EXPECT_EQ(toolbox.state().brush, "pine");
    EXPECT_EQ(toolbox.recent(), (QStringList{QStringLiteral("pine"), QStringLiteral("a stone wall")}));
}

TEST_F(Brushes, ShowNamesOrIconsAlone) {
    auto* tile = find<QToolButton>(*palette, "brush_lake");
    const int tall = tile->height();
    click(find<QToolButton>(*palette, "brushNames"));
    EXPECT_FALSE(palette->namesShown());
    EXPECT_LT(tile->height(), tall);
}

}  // namespace sketchwalk::ui
