// Sentences for a person in that person's language: what the catalogue makes of words that were typed, and what was odd
// about the map.
#pragma once

#include <QString>
#include <string>

#include "core/base/Error.h"
#include "core/catalogue/Catalogue.h"

namespace sketchwalk::ui {

struct Understood {
    std::string brush;  // id, or the phrase itself where its words say more than the id; empty: cannot be drawn
    QString answer;     // for the user; empty where there is nothing to say
};

// `groundOnly`: the words should name what lies where nothing is drawn.
Understood understand(const catalogue::Catalogue& catalogue, const QString& words, bool groundOnly = false);

// Whether words that somebody began to type, in small letters, may mean it.
bool isCalled(const catalogue::Entry& entry, const QString& words);

// Of planning and furnishing; what is about a file's insides stays in English.
QString wordsOf(const Diagnostic& diagnostic);

}  // namespace sketchwalk::ui
