#include "ui/preferences/Language.h"

#include <QDir>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>
#include <memory>
#include <vector>

namespace sketchwalk::ui {
namespace {

constexpr const char* kKey = "look/language";
const QString kFolder = QStringLiteral(":/translations");
const QString kPrefix = QStringLiteral("sketchwalk_");

std::vector<std::unique_ptr<QTranslator>>& spoken() {
    static std::vector<std::unique_ptr<QTranslator>> translators;
    return translators;
}

QString desktopsLanguage() {
    const QStringList known = languages();
    for (const QString& wished : QLocale::system().uiLanguages()) {
        const QString code = wished.section(u'-', 0, 0);
        if (known.contains(code)) return code;
    }
    return QStringLiteral("en");
}

void install(const QString& file, const QString& folder) {
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file, folder)) return;
    QCoreApplication::installTranslator(translator.get());
    spoken().push_back(std::move(translator));
}

}  // namespace

QStringList languages() {
    QStringList codes{QStringLiteral("en")};
    for (QString file : QDir(kFolder).entryList({kPrefix + QStringLiteral("*.qm")}, QDir::Files, QDir::Name)) {
        const QString code = file.mid(kPrefix.size()).chopped(3);
        if (!codes.contains(code)) codes.append(code);
    }
    return codes;
}

QString nameOfLanguage(const QString& code) {
    QString name = code == QLatin1String("en") ? QStringLiteral("English") : QLocale(code).nativeLanguageName();
    if (!name.isEmpty()) name[0] = name[0].toUpper();
    return name;
}

QString keptLanguage() {
    return QSettings().value(kKey).toString();
}

void keepLanguage(const QString& code) {
    QSettings().setValue(kKey, code);
}

QString speak(const QString& wished) {
    QString code = wished.isEmpty() ? desktopsLanguage() : wished;
    if (!languages().contains(code)) code = QStringLiteral("en");
    for (const auto& translator : spoken()) QCoreApplication::removeTranslator(translator.get());
    spoken().clear();
    // Qt's own words (dialogues, keys) first: ours are asked before them. English has a file for its plurals.
    install(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(kPrefix + code, kFolder);
    QLocale::setDefault(wished.isEmpty() ? QLocale::system() : QLocale(code));
    QGuiApplication::setLayoutDirection(QLocale(code).textDirection());
    return code;
}

}  // namespace sketchwalk::ui
