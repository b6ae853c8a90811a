// What ink may show instead, offered beside it: the next guesses, that it is writing, that it is nothing, and a search
// over all that can be drawn. Arrows and Enter choose, Esc leaves; whoever goes on elsewhere has left it too. Lies in
// the window, so that pen and fingers reach it like everything else. Window's thread.
#pragma once

#include <QFrame>
#include <QIcon>
#include <QList>

#include "core/catalogue/Catalogue.h"
#include "core/neural/InkSymbol.h"

class QLabel;
class QLineEdit;
class QListWidget;

namespace sketchwalk::ui {

class InkPicker : public QFrame {
    Q_OBJECT

  public:
    // In `window`, which owns it; it removes itself. `beside` is what it must not hide, in the window's pixels; `room`
    // is where it may lie. The catalogue outlives it.
    InkPicker(const neural::InkSymbol& symbol, const catalogue::Catalogue& catalogue, const QRect& beside,
              const QRect& room, QWidget* window);

    void leave();

  Q_SIGNALS:
    void chosen(const QString& shows);  // as sketch::Stroke::shows
    void left(bool byKey);              // in any case, at the end

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    struct Row {
        QString shows, text, tip;
        QIcon icon;
        bool now = false;  // what holds already
    };
    QList<Row> offered() const;
    QList<Row> found(const QString& words) const;
    Row rowOf(const std::string& brush, double confidence = -1) const;
    void list();
    void choose();
    void step(int by);
    void place(const QRect& beside, const QRect& room);
    void end(bool byKey);

    const neural::InkSymbol m_symbol;
    const catalogue::Catalogue& m_catalogue;
    QLabel *m_title, *m_nothing;
    QLineEdit* m_words;
    QListWidget* m_rows;
    bool m_ended = false;
};

}  // namespace sketchwalk::ui
