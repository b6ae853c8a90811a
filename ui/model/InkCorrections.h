// What the user says of ink: each saying is one step of the drawing's history, kept on the strokes themselves. Where
// the user wishes it, it is also remembered for other drawings, and forgotten again when it is undone. Window's thread.
#pragma once

#include <QObject>
#include <vector>

#include "ui/model/Drawing.h"
#include "ui/model/InkMemory.h"

namespace sketchwalk::ui {

class InkCorrections : public QObject {
    Q_OBJECT

  public:
    InkCorrections(Drawing* drawing, InkMemory* memory, QObject* parent = nullptr);  // both outlive it

    // These strokes are one thing, and show what sketch::Stroke::shows can say; empty: the program finds out again.
    void say(const std::vector<int64_t>& strokes, const std::string& shows);
    // The user agreed to what `say` asked: what was said last is remembered too.
    void rememberLast();

  Q_SIGNALS:
    void agreementWanted();  // once something was said, and nobody asked yet whether it may be remembered
    void notice(const QString& text);

  private:
    std::optional<sketch::Style> styleOf(const std::vector<document::DrawnPtr>& drawn) const;
    void putStyle(document::Document& next, const std::optional<sketch::Style>& style) const;
    void follow(const document::Change& change);

    Drawing* m_drawing;
    InkMemory* m_memory;
    std::vector<int64_t> m_last;
    QString m_lastLabel, m_lastKey;
    int m_said = 0;
};

}  // namespace sketchwalk::ui
