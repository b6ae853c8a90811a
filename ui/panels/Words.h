// What the catalogue makes of a person's words, as a sentence for that person; shared by all fields that take a phrase.
#pragma once

#include <QString>
#include <string>

#include "core/catalogue/Catalogue.h"

namespace sketchwalk::ui {

struct Understood {
    std::string brush;  // id, or the phrase itself where its words say more than the id; empty: cannot be drawn
    QString answer;     // for the user; empty where there is nothing to say
};

// `groundOnly`: the words should name what lies where nothing is drawn.
Understood understand(const catalogue::Catalogue& catalogue, const QString& words, bool groundOnly = false);

}  // namespace sketchwalk::ui
