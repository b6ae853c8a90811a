#include "ui/panels/Words.h"

#include <QCoreApplication>
#include <QStringList>

#include "ui/canvas/StrokeEdits.h"
#include "ui/model/Said.h"
#include "ui/panels/Icons.h"

namespace sketchwalk::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString told(const catalogue::Catalogue& catalogue, const catalogue::Meaning& meaning) {
    QStringList words;
    for (const std::string& quality : meaning.qualities) words.append(QString::fromStdString(quality));
    QString text = brushName(catalogue, meaning.entry->id);
    if (meaning.plural && meaning.entry->kind == catalogue::Kind::object) text = Words::tr("%1, several").arg(text);
    return words.isEmpty() ? text : Words::tr("%1 (%2)").arg(text, words.join(Words::tr(", ")));
}

}  // namespace

Understood understand(const catalogue::Catalogue& catalogue, const QString& words, bool groundOnly) {
    const QString trimmed = words.simplified();
    if (trimmed.isEmpty()) return {};
    const std::string phrase = trimmed.toLower().toStdString();
    const catalogue::Meaning meaning = catalogue.resolve(phrase);
    if (meaning.aloft) {
        return {{}, Words::tr("“%1” is in the sky: write it in the map's words instead.").arg(trimmed)};
    }
    if (groundOnly && meaning.entry == nullptr && !meaning.biome.empty()) return {phrase, {}};
    if (meaning.entry == nullptr) {
        return {{}, Words::tr("“%1” is not known. Try a simpler word.").arg(trimmed)};
    }
    if (groundOnly && meaning.entry->kind != catalogue::Kind::surface && meaning.biome.empty()) {
        return {{}, Words::tr("“%1” is no ground. Try grass, sand or snow.").arg(trimmed)};
    }
    // The words are kept where they say more than the id does.
    QString id = QString::fromStdString(meaning.entry->id);
    id.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (id == trimmed.toLower() || meaning.entry->id == phrase) return {meaning.entry->id, {}};
    return {phrase, Words::tr("“%1” is drawn as %2.").arg(trimmed, told(catalogue, meaning))};
}

bool isCalled(const catalogue::Entry& entry, const QString& words) {
    if (QString::fromStdString(entry.id).replace(QLatin1Char('_'), QLatin1Char(' ')).contains(words)) return true;
    for (const std::string& phrase : entry.phrases) {
        const QString known = QString::fromStdString(phrase);
        if (known.startsWith(words) || known.contains(QLatin1Char(' ') + words)) return true;
    }
    return false;
}

QString wordsOf(const Diagnostic& diagnostic) {
    const Sentence& sentence = diagnostic.sentence;
    if (sentence.words.empty()) return QString::fromStdString(diagnostic.text);
    return said(sentence, [](const std::string& name) { return brushName(name); });
}

}  // namespace sketchwalk::ui
