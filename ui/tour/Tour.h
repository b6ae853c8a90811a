// A few quiet steps over the real window, for who sees it the first time. Nothing is blocked: one may draw meanwhile,
// skip it, or let it be. It comes by itself once in a lifetime of the settings, and from the Help menu whenever it is
// wished. Window's thread.
#pragma once

#include <QFrame>
#include <QList>
#include <QPointer>

class QLabel;
class QPushButton;

namespace sketchwalk::ui {

struct TourStep {
    QPointer<QWidget> about;  // a step whose widget is not to be seen is left out
    QString title, words;
    bool inside = false;  // its words stand in it and not beside it
};

class Tour : public QFrame {
    Q_OBJECT

  public:
    // Over `window`, which owns it; it removes itself at the end.
    Tour(QList<TourStep> steps, QWidget* window);

    static bool wasOffered();
    static void noteOffered();  // never again by itself

    int step() const { return m_at; }  // from 0

  public Q_SLOTS:
    void next();
    void finish();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void go(int to);
    void place();

    QList<TourStep> m_steps;
    QWidget* m_window;
    QWidget* m_mark;  // a frame around what the step is about
    QLabel *m_title, *m_words, *m_count;
    QPushButton *m_next, *m_skip;
    int m_at = -1;
};

}  // namespace sketchwalk::ui
