#include "ui/model/Said.h"

#include <QCoreApplication>

namespace sketchwalk::ui {

QString said(const Error& error) {
    return error.sentence.words.empty() ? QString::fromStdString(error.text) : said(error.sentence);
}

QString said(const Sentence& sentence) {
    return said(sentence, [](const std::string& name) { return QCoreApplication::translate("Report", name.c_str()); });
}

QString said(const Sentence& sentence, const std::function<QString(const std::string& name)>& named) {
    const QString words = QCoreApplication::translate("Report", sentence.words.c_str());
    QString text;
    for (qsizetype i = 0; i < words.size(); ++i) {  // in one go: a name may hold what looks like a place for another
        const int name = words[i] == u'%' && i + 1 < words.size() ? words[i + 1].digitValue() - 1 : -1;
        if (name < 0 || name >= static_cast<int>(sentence.names.size())) {
            text += words[i];
            continue;
        }
        text += named(sentence.names[static_cast<size_t>(name)]);
        ++i;
    }
    return text;
}

}  // namespace sketchwalk::ui
