#include "ui/panels/StartPage.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>

#include "core/base/Image.h"
#include "core/document/Store.h"
#include "tests/ui/panels/Panel.h"
#include "ui/panels/PictureList.h"

namespace sketchwalk::ui {

namespace {

class Start : public Panel {
  protected:
    void SetUp() override {
        Panel::SetUp();
        QSettings().clear();
        recent = std::make_unique<RecentFiles>();
        page = std::make_unique<StartPage>(recent.get());
        show(*page, QSize(980, 900));
    }
    QString makeDrawing(const QString& name, uint8_t red) {
        const QString path = folder.filePath(name);
        auto store = document::Store::create(path.toStdString(), {});
        EXPECT_TRUE(store.has_value());
        Image picture(40, 30, 4);
        for (size_t i = 0; i < picture.pixels.size(); i += 4) {
            picture.pixels[i] = red;
            picture.pixels[i + 3] = 255;
        }
        (*store)->setThumbnail(encodePng(picture));
        EXPECT_TRUE((*store)->flush(std::chrono::seconds(20)));
        return path;
    }
    static QColor middle(const QListWidgetItem* item) {
        const QImage image = item->icon().pixmap(QSize(200, 150)).toImage();
        return image.pixelColor(image.width() / 2, image.height() / 2);
    }

    QTemporaryDir folder;
    std::unique_ptr<RecentFiles> recent;
    std::unique_ptr<StartPage> page;
};

}  // namespace

TEST_F(Start, NewMapsHaveTheChosenSize) {
    QSignalSpy made(page.get(), &StartPage::newMap);
    click(find<QPushButton>(*page, "newMap"));
    ASSERT_EQ(made.count(), 1);
    EXPECT_EQ(made[0][0].toSizeF(), QSizeF(256, 256));
    QTest::keyClick(find<QComboBox>(*page, "newSize"), Qt::Key_Down);
    auto* button = find<QPushButton>(*page, "newMap");
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Return);
    ASSERT_EQ(made.count(), 2);
    EXPECT_EQ(made[1][0].toSizeF(), QSizeF(512, 384));
    QSignalSpy open(page.get(), &StartPage::openRequested);
    click(find<QPushButton>(*page, "open"));
    EXPECT_EQ(open.count(), 1);
    expectNamed(*page);
}

TEST_F(Start, TemplatesAndSamplesAreShownAndChosen) {
    auto* templates = find<PictureList>(*page, "templates");
    EXPECT_GE(templates->count(), 8);
    QSignalSpy chosen(page.get(), &StartPage::openTemplate);
    QTest::mouseClick(templates->viewport(), Qt::LeftButton, {},
                      templates->visualItemRect(templates->item(1)).center());
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_TRUE(QFileInfo::exists(chosen[0][0].toString()));
    templates->setFocus();
    QTest::keyClick(templates, Qt::Key_Right);
    QTest::keyClick(templates, Qt::Key_Return);
    ASSERT_EQ(chosen.count(), 2);
    EXPECT_NE(chosen[0][0], chosen[1][0]);
    auto* samples = find<PictureList>(*page, "samples");
    EXPECT_GE(samples->count(), 4);
    for (const PictureList* list : {templates, samples}) {
        for (int row = 0; row < list->count(); ++row) {
            const QString path = PictureList::pathOf(list->item(row));
            const QFileInfo picture(QString(path).replace(QStringLiteral(".sketch.json"), QStringLiteral(".png")));
            EXPECT_TRUE(picture.exists()) << picture.filePath().toStdString();
            EXPECT_LT(picture.size(), 40 * 1024) << picture.filePath().toStdString();
            EXPECT_FALSE(list->item(row)->toolTip().isEmpty()) << path.toStdString();
        }
    }
}

TEST_F(Start, RecentFilesHaveTheirPictures) {
    EXPECT_FALSE(find<PictureList>(*page, "recentFiles")->isVisible());
    const QString red = makeDrawing(QStringLiteral("red.sketchwalk"), 250);
    recent->add(red);
    auto* files = find<PictureList>(*page, "recentFiles");
    EXPECT_TRUE(files->isVisible());
    ASSERT_EQ(files->count(), 1);
    EXPECT_EQ(files->item(0)->text(), QStringLiteral("red"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return middle(files->item(0)).red() > 240; }, 5000));
    QSignalSpy open(page.get(), &StartPage::openFile);
    files->setFocus();
    QTest::keyClick(files, Qt::Key_Return);
    ASSERT_EQ(open.count(), 1);
    EXPECT_EQ(open[0][0].toString(), red);
}

TEST_F(Start, VanishedFilesArePaleAndSayIt) {
    const QString gone = makeDrawing(QStringLiteral("gone.sketchwalk"), 250);
    recent->add(gone);
    ASSERT_TRUE(QFile::remove(gone));
    page->reload();
    auto* files = find<PictureList>(*page, "recentFiles");
    EXPECT_TRUE(QTest::qWaitFor([&] { return files->item(0)->text().contains(QStringLiteral("gone)")); }, 5000));
    QSignalSpy open(page.get(), &StartPage::openFile);
    files->setFocus();
    QTest::keyClick(files, Qt::Key_Return);
    EXPECT_EQ(open.count(), 0);
    EXPECT_TRUE(find<QLabel>(*page, "recentGone")->isVisible());
    QTest::keyClick(files, Qt::Key_Delete);
    EXPECT_TRUE(recent->paths().isEmpty());
    EXPECT_FALSE(files->isVisible());
}

TEST_F(Start, RecentFilesAreRememberedNewestFirst) {
    for (int i = 0; i < 15; ++i) recent->add(QStringLiteral("/tmp/map %1.sketchwalk").arg(i));
    recent->add(QStringLiteral("/tmp/map 10.sketchwalk"));
    const RecentFiles again;
    EXPECT_EQ(again.paths().size(), RecentFiles::kMost);
    EXPECT_EQ(again.paths()[0], QStringLiteral("/tmp/map 10.sketchwalk"));
    EXPECT_EQ(again.paths()[1], QStringLiteral("/tmp/map 14.sketchwalk"));
}

}  // namespace sketchwalk::ui
