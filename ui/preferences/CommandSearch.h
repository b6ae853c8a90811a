// All that can be done, found by a few letters: type, choose with the arrows, Enter does it. Window's thread.
#pragma once

#include <QDialog>
#include <QIcon>
#include <QList>
#include <functional>

class QLabel;
class QLineEdit;
class QListWidget;

namespace sketchwalk::ui {

struct Command {
    QString name;   // "Save as"
    QString where;  // "File", or what kind of thing it is
    QString keys;   // as the user presses them; empty: none
    QIcon icon;
    bool possible = true;  // now
    std::function<void()> run;
};

// How well the words match, 0 not at all: every word of `wanted` must begin a word of the name or of its place, or its
// letters follow each other in the name. Whole words and the name's beginning count more.
int matchOf(const QString& wanted, const Command& command);

class CommandSearch : public QDialog {
    Q_OBJECT

  public:
    explicit CommandSearch(QList<Command> commands, QWidget* parent = nullptr);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void find();
    void run();

    QList<Command> m_commands;
    QLineEdit* m_words;
    QListWidget* m_found;
    QLabel* m_nothing;
};

}  // namespace sketchwalk::ui
