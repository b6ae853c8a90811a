#include "ui/panels/InkPicker.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

#include "ui/panels/Icons.h"
#include "ui/panels/Words.h"

namespace sketchwalk::ui {
namespace {

constexpr int kWide = 260, kRowHigh = 34, kMostRows = 9, kMostFound = 40, kGap = 8;
constexpr const char* kInk = "ink";
constexpr const char* kWriting = "label";

// Whether ink can become it at all.
bool canBeInk(const catalogue::Entry& entry) {
    using catalogue::Kind;
    return entry.kind != Kind::sculpt && entry.kind != Kind::atmosphere && entry.kind != Kind::follower &&
           entry.id != kInk && entry.id != kWriting;
}

QLabel* words(const QString& text) {
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    return label;
}

}  // namespace

InkPicker::InkPicker(const neural::InkSymbol& symbol, const catalogue::Catalogue& catalogue, const QRect& beside,
                     const QRect& room, QWidget* window)
    : QFrame(window),
      m_symbol(symbol),
      m_catalogue(catalogue),
      m_title(words(tr("What is this?"))),
      m_nothing(words(tr("Nothing is called that."))),
      m_words(new QLineEdit),
      m_rows(new QListWidget) {
    setObjectName(QStringLiteral("inkPicker"));
    setAccessibleName(symbol.taken ? tr("What is this ink? It is read as %1.").arg(brushWord(catalogue, symbol.symbol))
                                   : tr("What is this ink?"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusPolicy(Qt::ClickFocus);  // a click on any part of it stays in it
    setFocusProxy(m_words);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_words->setObjectName(QStringLiteral("inkWords"));
    m_words->setAccessibleName(tr("Find what it is"));
    m_words->setAccessibleDescription(accessibleName());
    m_words->setToolTip(
        tr("A few letters find everything that can be drawn; arrows choose, Enter takes it, Esc leaves"));
    m_words->setPlaceholderText(tr("Something else?"));
    m_words->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_words->setClearButtonEnabled(true);
    m_words->installEventFilter(this);
    m_rows->setObjectName(QStringLiteral("inkGuesses"));
    m_rows->setAccessibleName(tr("What it may be"));
    m_rows->setToolTip(tr("A tap chooses"));
    m_rows->setFocusPolicy(Qt::NoFocus);  // the arrows reach it from the field
    m_rows->setFrameShape(QFrame::NoFrame);
    m_rows->setIconSize(QSize(24, 24));
    m_rows->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rows->setTextElideMode(Qt::ElideRight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kGap, kGap, kGap, kGap);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_rows);
    column->addWidget(m_nothing);
    column->addWidget(m_words);
    connect(m_words, &QLineEdit::textChanged, this, &InkPicker::list);
    connect(m_rows, &QListWidget::itemClicked, this, &InkPicker::choose);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, const QWidget* now) {
        if (now && now != this && !isAncestorOf(now)) end(false);
    });
    list();
    place(beside, room);
    show();
    raise();
    m_words->setFocus(Qt::PopupFocusReason);
}

InkPicker::Row InkPicker::rowOf(const std::string& brush, double confidence) const {
    Row row;
    row.shows = QString::fromStdString(brush);
    row.text = brushName(m_catalogue, brush);
    row.icon = brushIcon(m_catalogue, brush);
    row.now = (m_symbol.taken || m_symbol.said) && m_symbol.symbol == brush;
    if (confidence >= 0) row.tip = tr("%1 % sure").arg(qRound(100 * confidence));
    return row;
}

QList<InkPicker::Row> InkPicker::offered() const {
    QList<Row> rows;
    bool writing = !m_symbol.taken;
    const auto add = [&](const std::string& brush, double confidence) {
        const catalogue::Entry* entry = m_catalogue.find(brush);
        writing = writing || brush == kWriting;
        if (brush == kWriting || brush == kInk || (entry && !canBeInk(*entry))) return;
        const QString shows = QString::fromStdString(brush);
        if (std::none_of(rows.begin(), rows.end(), [&](const Row& row) { return row.shows == shows; }))
            rows.append(rowOf(brush, confidence));
    };
    if (m_symbol.said) add(m_symbol.symbol, -1);
    for (const auto& guess : m_symbol.guesses) add(guess.symbol, guess.confidence);
    const auto stays = [&](const char* shows, const QString& text, const QString& tip) {
        rows.append({QString::fromLatin1(shows), text, tip, brushIcon(m_catalogue, shows),
                     m_symbol.said ? m_symbol.symbol == shows : !m_symbol.taken && m_symbol.symbol == shows});
    };
    if (writing) stays(kWriting, tr("It is writing"), tr("It stays as it is written, and nothing is built of it"));
    stays(kInk, tr("None of these: it stays ink"), tr("Nothing is built of it"));
    if (m_symbol.said) {
        rows.append({QString(), tr("Let the program find out"), tr("What you said of it is forgotten"),
                     icon(QStringLiteral("undo")), false});
    }
    return rows;
}

QList<InkPicker::Row> InkPicker::found(const QString& text) const {
    QList<Row> first, rest;
    const QString wanted = text.toLower();
    std::set<std::string> known;
    const Understood meant = understand(m_catalogue, text);
    const catalogue::Meaning meaning = m_catalogue.resolve(wanted.toStdString());
    if (!meant.brush.empty() && meaning.entry && canBeInk(*meaning.entry)) {
        Row row = rowOf(meant.brush);
        row.tip = meant.answer;
        first.append(row);
        known.insert(meant.brush);
    }
    for (const catalogue::Entry& entry : m_catalogue.entries()) {
        if (!canBeInk(entry) || known.contains(entry.id)) continue;
        const QString name = brushName(m_catalogue, entry.id);
        const bool begins = name.startsWith(wanted, Qt::CaseInsensitive);
        if (!begins && !name.contains(wanted, Qt::CaseInsensitive) && !isCalled(entry, wanted)) continue;
        (begins ? first : rest).append(rowOf(entry.id));
    }
    return (first + rest).mid(0, kMostFound);
}

void InkPicker::list() {
    const QString text = m_words->text().simplified();
    const QList<Row> rows = text.isEmpty() ? offered() : found(text);
    m_rows->clear();
    for (const Row& row : rows) {
        auto* item = new QListWidgetItem(row.icon, row.now ? tr("%1  ✓").arg(row.text) : row.text, m_rows);
        item->setData(Qt::UserRole, row.shows);
        item->setData(Qt::AccessibleTextRole, row.now ? tr("%1, as it is now").arg(row.text) : row.text);
        item->setToolTip(row.tip);
        item->setSizeHint(QSize(0, kRowHigh));
    }
    m_rows->setCurrentRow(rows.isEmpty() ? -1 : 0);
    m_rows->setFixedHeight(kRowHigh * static_cast<int>(std::clamp<qsizetype>(rows.size(), 1, kMostRows)) + 2);
    m_rows->setVisible(!rows.isEmpty());
    m_nothing->setVisible(rows.isEmpty());
}

// Beside the label, on whichever side there is room; else over the room's edge as little as can be.
void InkPicker::place(const QRect& beside, const QRect& room) {
    setFixedWidth(kWide);
    const int high = layout()->totalHeightForWidth(kWide);
    resize(kWide, high);
    const auto fit = [](int at, int length, int low, int up) {
        return std::clamp(at, low, std::max(low, up - length));
    };
    int x = isRightToLeft() ? beside.left() - kGap - kWide : beside.right() + kGap;
    if (x < room.left() || x + kWide > room.right())
        x = isRightToLeft() ? beside.right() + kGap : beside.left() - kGap - kWide;
    move(fit(x, kWide, room.left() + kGap, room.right() - kGap),
         fit(beside.top() - kGap, high, room.top() + kGap, room.bottom() - kGap));
}

void InkPicker::step(int by) {
    const int last = m_rows->count() - 1;
    if (last >= 0) m_rows->setCurrentRow(std::clamp(m_rows->currentRow() + by, 0, last));
}

void InkPicker::choose() {
    const QListWidgetItem* item = m_rows->currentItem();
    if (!item || m_ended) return;
    const QString shows = item->data(Qt::UserRole).toString();
    end(true);
    Q_EMIT chosen(shows);
}

void InkPicker::leave() {
    end(true);
}

void InkPicker::end(bool byKey) {
    if (std::exchange(m_ended, true)) return;
    hide();
    deleteLater();
    Q_EMIT left(byKey);
}

bool InkPicker::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_words) return QFrame::eventFilter(watched, event);
    // Esc would be taken by whoever uses it as a shortcut in the window.
    const bool esc =
        event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    if (esc) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose();
            return true;
        case Qt::Key_Escape:
            m_words->text().isEmpty() ? end(true) : m_words->clear();
            return true;
        case Qt::Key_Up:
            step(-1);
            return true;
        case Qt::Key_Down:
            step(1);
            return true;
        case Qt::Key_PageUp:
            step(-kMostRows);
            return true;
        case Qt::Key_PageDown:
            step(kMostRows);
            return true;
        default:
            return QFrame::eventFilter(watched, event);
    }
}

}  // namespace sketchwalk::ui
