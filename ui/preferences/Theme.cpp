#include "ui/preferences/Theme.h"

#include <QApplication>
#include <QSettings>
#include <QStyle>
#include <QStyleFactory>
#include <algorithm>

namespace sketchwalk::ui {
namespace {

constexpr const char* kThemeKey = "look/theme";
constexpr const char* kScaleKey = "look/scale";

struct Shade {
    QPalette::ColorRole role;
    QRgb light, dark;
};
// Warm greys, so that the paper does not look yellow beside them.
constexpr Shade kShades[] = {{QPalette::Window, 0xfff0eeea, 0xff2d2c2b},
                             {QPalette::WindowText, 0xff24211d, 0xffe8e5e0},
                             {QPalette::Base, 0xffffffff, 0xff201f1e},
                             {QPalette::AlternateBase, 0xfff6f4f0, 0xff282726},
                             {QPalette::Text, 0xff24211d, 0xffe8e5e0},
                             {QPalette::Button, 0xffe9e6e1, 0xff3a3937},
                             {QPalette::ButtonText, 0xff24211d, 0xffe8e5e0},
                             {QPalette::BrightText, 0xffffffff, 0xffffffff},
                             {QPalette::Light, 0xffffffff, 0xff4c4a48},
                             {QPalette::Midlight, 0xfff5f3ef, 0xff434140},
                             {QPalette::Mid, 0xffb9b4ac, 0xff1f1e1d},
                             {QPalette::Dark, 0xff9a948b, 0xff191817},
                             {QPalette::Shadow, 0xff6b665e, 0xff0f0e0e},
                             {QPalette::Highlight, 0xff2f6fb5, 0xff2f6fb5},
                             {QPalette::HighlightedText, 0xffffffff, 0xffffffff},
                             {QPalette::Link, 0xff1f5f9f, 0xff7ab4ee},
                             {QPalette::LinkVisited, 0xff6a4c93, 0xffb79be0},
                             {QPalette::ToolTipBase, 0xfffffbef, 0xff3b3937},
                             {QPalette::ToolTipText, 0xff24211d, 0xffe8e5e0},
                             {QPalette::PlaceholderText, 0xff857f76, 0xff96918a}};
constexpr QPalette::ColorRole kTexts[] = {QPalette::WindowText, QPalette::Text, QPalette::ButtonText};

struct Desktop {  // what the desktop gave before anything was changed
    QString style;
    QPalette palette;
};

const Desktop& desktop() {
    static const Desktop found{QApplication::style()->objectName(), QApplication::palette()};
    return found;
}

void show(Theme theme) {
    const Desktop& own = desktop();
    if (theme == Theme::system) {
        if (QApplication::style()->objectName() != own.style) QApplication::setStyle(QStyleFactory::create(own.style));
        QApplication::setPalette(own.palette);
        return;
    }
    // Fusion alone takes every colour from the palette.
    if (QApplication::style()->objectName() != QLatin1String("fusion")) QApplication::setStyle("Fusion");
    QApplication::setPalette(paletteOf(theme));
}

}  // namespace

QPalette paletteOf(Theme theme) {
    QPalette palette;
    for (const Shade& shade : kShades)
        palette.setColor(shade.role, QColor(theme == Theme::dark ? shade.dark : shade.light));
    for (const QPalette::ColorRole role : kTexts) {
        palette.setColor(QPalette::Disabled, role, QColor(theme == Theme::dark ? 0xff7d7974 : 0xff9c968d));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(theme == Theme::dark ? 0xff4a4846 : 0xffbdb8b0));
    return palette;
}

Theme keptTheme() {
    return static_cast<Theme>(std::clamp(QSettings().value(kThemeKey).toInt(), 0, 2));
}

void setTheme(Theme theme) {
    QSettings().setValue(kThemeKey, static_cast<int>(theme));
    show(theme);
}

void applyKeptTheme() {
    desktop();
    if (keptTheme() != Theme::system) show(keptTheme());
}

int keptScale() {
    return std::clamp(QSettings().value(kScaleKey, 100).toInt(), kLeastScale, kMostScale);
}

void keepScale(int percent) {
    QSettings().setValue(kScaleKey, std::clamp(percent, kLeastScale, kMostScale));
}

void prepareKeptScale(const char* organization, const char* application) {
    const QSettings settings(QString::fromLatin1(organization), QString::fromLatin1(application));
    const int percent = std::clamp(settings.value(kScaleKey, 100).toInt(), kLeastScale, kMostScale);
    if (percent != 100 && qEnvironmentVariableIsEmpty("QT_SCALE_FACTOR")) {
        qputenv("QT_SCALE_FACTOR", QByteArray::number(percent / 100.0));
    }
}

}  // namespace sketchwalk::ui
