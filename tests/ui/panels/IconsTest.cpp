#include "ui/panels/Icons.h"

#include <QDir>
#include <QImage>
#include <QPalette>
#include <functional>

#include "tests/ui/panels/Panel.h"
#include "ui/panels/IconLabel.h"

namespace sketchwalk::ui {

namespace {

int inked(const QImage& image) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) count += qAlpha(image.pixel(x, y)) > 40 ? 1 : 0;
    }
    return count;
}

class Icons : public Panel {};

}  // namespace

TEST_F(Icons, EveryThingOfTheCatalogueHasOneThatShows) {
    for (const catalogue::Entry& entry : shipped().entries()) {
        const QString name = QString::fromStdString(entry.icon);
        EXPECT_TRUE(hasIcon(name)) << entry.id;
        for (const int side : {16, 24}) {
            const QImage image = icon(name).pixmap(QSize(side, side)).toImage();
            ASSERT_EQ(image.size(), QSize(side, side)) << entry.id;
            // Between a few lines and a full square.
            EXPECT_GT(inked(image), side * side / 20) << entry.id << " at " << side;
        }
    }
}

TEST_F(Icons, AllDifferFromEachOther) {
    QMap<QByteArray, QString> seen;
    const QString folder = QString::fromStdString((resourceFolder() / "icons").string());
    const QStringList files = QDir(folder).entryList({QStringLiteral("*.svg")});
    EXPECT_GT(files.size(), 150);
    for (QString file : files) {
        const QImage image = icon(file.chopped(4)).pixmap(QSize(24, 24)).toImage();
        const QByteArray pixels(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes());
        EXPECT_GT(inked(image), 8) << file.toStdString();
        const bool twins = seen.contains(pixels);
        const QStringList allowed{QStringLiteral("theme-light.svg"), QStringLiteral("theme-dark.svg"),
                                  QStringLiteral("zoom-fit.svg")};
        EXPECT_TRUE(!twins || allowed.contains(file) || allowed.contains(seen[pixels]))
            << file.toStdString() << " looks like " << seen[pixels].toStdString();
        seen.insert(pixels, file);
    }
}

// `middle`: the lightness of a pixel that a line of the icon covers.
void expectToFollowTheTheme(const std::function<int()>& middle) {
    const QPalette before = QApplication::palette();
    QPalette light, dark;
    light.setColor(QPalette::ButtonText, Qt::black);
    dark.setColor(QPalette::ButtonText, Qt::white);
    QApplication::setPalette(light);
    EXPECT_LT(middle(), 60);
    QApplication::setPalette(dark);
    EXPECT_GT(middle(), 195);
    QApplication::setPalette(before);
}

TEST_F(Icons, AreDrawnInTheThemesColour) {
    const QIcon lines = icon(QStringLiteral("add"));
    const auto middle = [&] { return QColor(lines.pixmap(QSize(24, 24)).toImage().pixel(12, 12)).lightness(); };
    expectToFollowTheTheme(middle);
}

TEST_F(Icons, StandingAloneFollowAChangeOfTheme) {
    IconLabel label(icon(QStringLiteral("add")), QSize(24, 24));
    const auto middle = [&] {
        QImage image(24, 24, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        label.render(&image, {}, {}, QWidget::DrawChildren);
        return image.pixelColor(12, 12).lightness();
    };
    expectToFollowTheTheme(middle);
}

TEST_F(Icons, AnUnknownNameGivesTheUnknownIcon) {
    EXPECT_FALSE(hasIcon(QStringLiteral("no such")));
    const QImage unknown = icon(QStringLiteral("unknown")).pixmap(QSize(24, 24)).toImage();
    EXPECT_EQ(icon(QStringLiteral("no such")).pixmap(QSize(24, 24)).toImage(), unknown);
    EXPECT_EQ(brushIcon(shipped(), "flurb").pixmap(QSize(24, 24)).toImage(), unknown);
}

TEST_F(Icons, PhrasesHaveTheIconOfWhatTheyMean) {
    const QImage ice = brushIcon(shipped(), "ice").pixmap(QSize(24, 24)).toImage();
    EXPECT_EQ(brushIcon(shipped(), "frozen river").pixmap(QSize(24, 24)).toImage(), ice);
    EXPECT_EQ(brushName(shipped(), "dead_tree"), QStringLiteral("Dead tree"));
    EXPECT_EQ(brushName(shipped(), "frozen river"), QStringLiteral("Frozen river"));
}

}  // namespace sketchwalk::ui
