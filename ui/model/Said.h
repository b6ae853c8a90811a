// What core says of files, in the user's language.
#pragma once

#include <QString>
#include <functional>

#include "core/base/Error.h"

namespace sketchwalk::ui {

QString said(const Error& error);        // what is about a file's insides stays in English
QString said(const Sentence& sentence);  // of an error: its names stand as they are; of those, causes are translated
QString said(const Sentence& sentence, const std::function<QString(const std::string& name)>& named);

}  // namespace sketchwalk::ui
