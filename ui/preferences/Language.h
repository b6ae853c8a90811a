// The languages the window speaks. English is in the sources; the others are resources/translations/sketchwalk_*.ts,
// made part of the program when it is built (left out where Qt's lrelease is not installed). Window's thread.
#pragma once

#include <QString>
#include <QStringList>

namespace sketchwalk::ui {

QStringList languages();                      // codes, "en" first
QString nameOfLanguage(const QString& code);  // in itself: "Deutsch"

QString keptLanguage();                  // a code; empty: as the desktop speaks
void keepLanguage(const QString& code);  // spoken at the next start

// From now on new widgets speak it, and are laid out from the right where it is written from there. An empty code asks
// the desktop; one that is not there is English. Gives the code that is spoken.
QString speak(const QString& code);

}  // namespace sketchwalk::ui
