#include "ui/preferences/CommandSearch.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <vector>

#include "ui/panels/Icons.h"

namespace sketchwalk::ui {
namespace {

constexpr int kMost = 60;  // rows; who types nothing sees the first ones

bool beginsAWord(const QString& text, const QString& part) {
    for (qsizetype at = text.indexOf(part, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(part, at + 1, Qt::CaseInsensitive)) {
        if (at == 0 || !text[at - 1].isLetterOrNumber()) return true;
    }
    return false;
}

bool lettersFollow(const QString& text, const QString& letters) {
    qsizetype at = 0;
    for (const QChar letter : letters) {
        at = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (at < 0) return false;
        ++at;
    }
    return true;
}

}  // namespace

int matchOf(const QString& wanted, const Command& command) {
    const QStringList words = wanted.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty()) return 1;
    int score = command.name.startsWith(wanted.simplified(), Qt::CaseInsensitive) ? 50 : 1;
    for (const QString& word : words) {
        if (beginsAWord(command.name, word)) {
            score += 20;
        } else if (beginsAWord(command.where, word)) {
            score += 8;
        } else if (command.name.contains(word, Qt::CaseInsensitive)) {
            score += 5;
        } else if (word.size() > 1 && lettersFollow(command.name, word)) {
            score += 1;
        } else {
            return 0;
        }
    }
    return score;
}

CommandSearch::CommandSearch(QList<Command> commands, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint),
      m_commands(std::move(commands)),
      m_words(new QLineEdit),
      m_found(new QListWidget),
      m_nothing(new QLabel(tr("Nothing is called that."))) {
    setObjectName(QStringLiteral("commandSearch"));
    setWindowTitle(tr("Find a command"));
    m_words->setObjectName(QStringLiteral("commandWords"));
    m_words->setAccessibleName(tr("What you want to do"));
    m_words->setToolTip(tr("A few letters; arrows choose, Enter does it, Esc leaves"));
    m_words->setPlaceholderText(tr("What do you want to do?"));
    m_words->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_words->installEventFilter(this);
    m_found->setObjectName(QStringLiteral("commandList"));
    m_found->setAccessibleName(tr("Commands found"));
    m_found->setToolTip(tr("A click does it"));
    m_found->setFocusPolicy(Qt::NoFocus);  // the arrows reach it from the field
    m_found->setIconSize(QSize(20, 20));
    m_nothing->setMargin(8);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_words);
    column->addWidget(m_found);
    column->addWidget(m_nothing);
    connect(m_words, &QLineEdit::textChanged, this, &CommandSearch::find);
    connect(m_found, &QListWidget::itemClicked, this, &CommandSearch::run);
    resize(520, 380);
    if (parent) move(parent->mapToGlobal(QPoint((parent->width() - width()) / 2, parent->height() / 6)));
    find();
}

void CommandSearch::find() {
    std::vector<std::pair<int, int>> order;  // (-score, index): equal ones stay in the menus' order
    for (int i = 0; i < m_commands.size(); ++i) {
        const int score = matchOf(m_words->text(), m_commands[i]);
        if (score > 0) order.emplace_back(m_commands[i].possible ? -score : 1, i);
    }
    std::sort(order.begin(), order.end());
    m_found->clear();
    for (const auto& [score, index] : order) {
        if (m_found->count() == kMost) break;
        const Command& command = m_commands[index];
        QString text = command.where.isEmpty() ? command.name : tr("%1 – %2").arg(command.name, command.where);
        if (!command.keys.isEmpty()) text += QStringLiteral("    ") + command.keys;
        auto* item = new QListWidgetItem(command.icon, text, m_found);
        item->setData(Qt::UserRole, index);
        if (!command.possible) item->setFlags(Qt::NoItemFlags);
    }
    m_found->setCurrentRow(m_found->count() > 0 && (m_found->item(0)->flags() & Qt::ItemIsEnabled) ? 0 : -1);
    m_found->setVisible(!order.empty());
    m_nothing->setVisible(order.empty());
}

void CommandSearch::run() {
    const QListWidgetItem* item = m_found->currentItem();
    if (!item || !(item->flags() & Qt::ItemIsEnabled)) return;
    const std::function<void()> chosen = m_commands[item->data(Qt::UserRole).toInt()].run;
    accept();
    // Once this window is gone and the other one has the keyboard again.
    QTimer::singleShot(0, parent(), chosen);
}

bool CommandSearch::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_words || event->type() != QEvent::KeyPress) return QDialog::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            run();
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown: {
            const int by = key->key() == Qt::Key_Up       ? -1
                           : key->key() == Qt::Key_Down   ? 1
                           : key->key() == Qt::Key_PageUp ? -8
                                                          : 8;
            int last = m_found->count() - 1;
            while (last >= 0 && !(m_found->item(last)->flags() & Qt::ItemIsEnabled)) --last;
            if (last >= 0) m_found->setCurrentRow(std::clamp(m_found->currentRow() + by, 0, last));
            return true;
        }
        default:
            return QDialog::eventFilter(watched, event);
    }
}

void CommandSearch::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    // Who goes on elsewhere has left it.
    if (event->type() == QEvent::ActivationChange && isVisible() && !isActiveWindow()) reject();
}

}  // namespace sketchwalk::ui
