// The program's icons: SVG files of resources/icons, 24 x 24, drawn with lines of `currentColor` and soft fills of
// their own. They are painted in the colour of the text around them at the moment of painting, so a change from a light
// to a dark theme needs no new icons. Window's thread.
#pragma once

#include <QIcon>
#include <QString>
#include <string>

#include "core/catalogue/Catalogue.h"

namespace sketchwalk::ui {

// Never null: an unknown name gives a visible "unknown" icon. `name` is the file's, without its suffix.
QIcon icon(const QString& name);
bool hasIcon(const QString& name);

// Of a brush, which is a catalogue id or a phrase that the catalogue resolves.
QIcon brushIcon(const catalogue::Catalogue& catalogue, const std::string& brush);
// What a person calls it: "Dead tree", "Pine forest".
QString brushName(const catalogue::Catalogue& catalogue, const std::string& brush);
// The same inside a sentence: "dead tree", and "toter Baum", since not all languages write small what English does.
QString brushWord(const catalogue::Catalogue& catalogue, const std::string& brush);

}  // namespace sketchwalk::ui
