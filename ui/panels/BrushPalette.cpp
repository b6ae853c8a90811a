#include "ui/panels/BrushPalette.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/panels/FlowLayout.h"
#include "ui/panels/Icons.h"
#include "ui/panels/Words.h"

namespace sketchwalk::ui {

namespace {

constexpr const char* kBrush = "brush";  // the property of a tile that says what it draws

using catalogue::Entry;
using catalogue::Kind;

// Where an entry stands in the palette: the catalogue's kinds, objects by family.
int groupOf(const Entry& entry) {
    if (entry.kind == Kind::follower) return 8;
    if (entry.kind == Kind::play) return entry.id == "ink" || entry.id == "label" ? 0 : 8;
    if (entry.kind == Kind::water || entry.family == "water") return 1;
    if (entry.kind == Kind::relief || entry.kind == Kind::sculpt) return 2;
    if (entry.kind == Kind::surface) return 3;
    if (entry.family == "building") return 4;
    if (entry.family == "span" || entry.family == "barrier" || entry.family == "craft") return 5;
    if (entry.family == "plant") return 6;
    return 7;
}

// Ink before words, waters before waterfalls; else as the catalogue has them.
bool standsBefore(const Entry* a, const Entry* b) {
    const auto rank = [](const Entry* entry) { return entry->id == "label" || entry->family == "water" ? 1 : 0; };
    return rank(a) < rank(b);
}

}  // namespace

BrushPalette::BrushPalette(Toolbox* toolbox, const catalogue::Catalogue& catalogue, QWidget* parent)
    : QWidget(parent),
      m_toolbox(toolbox),
      m_catalogue(catalogue),
      m_search(new QLineEdit),
      m_answer(new QLabel),
      m_phrase(new QToolButton),
      m_recent(new QWidget),
      m_names(new QToolButton),
      m_scroll(new QScrollArea) {
    setObjectName(QStringLiteral("BrushPalette"));
    setAccessibleName(tr("Brushes"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 0);
    column->setSpacing(4);
    column->addWidget(searchRow());
    column->addWidget(m_phrase);
    column->addWidget(m_answer);
    column->addWidget(m_recent);
    column->addWidget(m_scroll, 1);

    auto* recentRow = new FlowLayout(1, m_recent);
    recentRow->setContentsMargins(0, 0, 0, 0);
    m_recent->setObjectName(QStringLiteral("recentBrushes"));
    m_recent->setAccessibleName(tr("Brushes used last"));

    auto* inside = new QWidget;
    auto* groups = new QVBoxLayout(inside);
    groups->setContentsMargins(0, 0, 0, 6);
    groups->setSpacing(2);
    const QStringList titles{tr("Pen"),        tr("Water"),  tr("Relief"), tr("Surfaces"), tr("Buildings"),
                             tr("Structures"), tr("Plants"), tr("Props"),  tr("Play")};
    for (int group = 0; group < titles.size(); ++group) {
        QList<const Entry*> entries;
        for (const Entry& entry : catalogue.entries()) {
            if (entry.kind != Kind::atmosphere && groupOf(entry) == group) entries.append(&entry);
        }
        std::stable_sort(entries.begin(), entries.end(), standsBefore);
        addGroup(groups, titles[group], entries);
    }
    groups->addStretch(1);
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    connect(toolbox, &Toolbox::changed, this, &BrushPalette::showCurrent);
    connect(toolbox, &Toolbox::recentChanged, this, &BrushPalette::showRecent);
    setNamesShown(true);
    search({});
    showRecent();
    showCurrent();
    rove(m_groups.first().tiles.value(0));
}

QWidget* BrushPalette::searchRow() {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_search->setObjectName(QStringLiteral("brushSearch"));
    m_search->setPlaceholderText(tr("Find, or say it: pine forest"));
    m_search->setAccessibleName(tr("Find a brush"));
    m_search->setToolTip(tr("Type what you want to draw, in your own words; Enter takes the first that fits"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &BrushPalette::search);
    connect(m_search, &QLineEdit::returnPressed, this, &BrushPalette::chooseFirst);
    layout->addWidget(m_search, 1);

    m_names->setObjectName(QStringLiteral("brushNames"));
    m_names->setIcon(icon(QStringLiteral("tool-label")));
    m_names->setCheckable(true);
    m_names->setAutoRaise(true);
    m_names->setAccessibleName(tr("Names under the icons"));
    m_names->setToolTip(tr("Names under the icons"));
    connect(m_names, &QToolButton::toggled, this, &BrushPalette::setNamesShown);
    layout->addWidget(m_names);

    m_phrase->setObjectName(QStringLiteral("brushPhrase"));
    m_phrase->setAccessibleName(tr("Draw what is written above"));
    m_phrase->setToolTip(m_phrase->accessibleName());
    m_phrase->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_phrase->setIconSize(QSize(24, 24));
    m_phrase->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_phrase->installEventFilter(this);
    connect(m_phrase, &QToolButton::clicked, this, [this] { choose(m_phrase->property(kBrush).toString()); });

    m_answer->setObjectName(QStringLiteral("brushAnswer"));
    m_answer->setWordWrap(true);
    return row;
}

QToolButton* BrushPalette::tile(const std::string& brush) {
    auto* button = new QToolButton;
    const QString name = brushName(m_catalogue, brush);
    button->setProperty(kBrush, QString::fromStdString(brush));
    button->setObjectName(QStringLiteral("brush_") + QString::fromStdString(brush));
    button->setIcon(brushIcon(m_catalogue, brush));
    button->setIconSize(QSize(28, 28));
    button->setText(name);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::ClickFocus);
    button->installEventFilter(this);
    connect(button, &QToolButton::clicked, this, [this, button] {
        choose(button->property(kBrush).toString());
        showCurrent();  // a second click must not uncheck it
    });
    return button;
}

void BrushPalette::addGroup(QVBoxLayout* column, const QString& title, const QList<const Entry*>& entries) {
    Group group{new QLabel(title), new QWidget, {}};
    QFont font = group.title->font();
    font.setBold(true);
    group.title->setFont(font);
    group.title->setContentsMargins(2, 6, 0, 0);
    auto* flow = new FlowLayout(1, group.body);
    flow->setColumns(true);
    QFont small = this->font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    for (const Entry* entry : entries) {
        QToolButton* button = tile(entry->id);
        button->setFont(small);
        QStringList said;
        for (const std::string& phrase : entry->phrases) {
            if (said.size() < 6 && phrase != entry->id) said.append(QString::fromStdString(phrase));
        }
        if (!said.isEmpty()) {
            button->setToolTip(tr("%1 (also: %2)").arg(button->text(), said.join(QStringLiteral(", "))));
        }
        group.tiles.append(button);
        flow->addWidget(button);
    }
    column->addWidget(group.title);
    column->addWidget(group.body);
    m_groups.append(group);
}

void BrushPalette::setNamesShown(bool shown) {
    m_namesShown = shown;
    m_names->setChecked(shown);
    int widest = 0;
    for (const Group& group : m_groups) {
        for (const QToolButton* button : group.tiles) {
            widest = std::max(widest, QFontMetrics(button->font()).horizontalAdvance(button->text()));
        }
    }
    for (const Group& group : m_groups) {
        for (QToolButton* button : group.tiles) {
            button->setToolButtonStyle(shown ? Qt::ToolButtonTextUnderIcon : Qt::ToolButtonIconOnly);
            const QFontMetrics metrics(button->font());
            const int width = shown ? widest + 10 : 38;
            button->setFixedHeight(shown ? 34 + metrics.height() : 38);
            button->setMinimumWidth(width);
            button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        }
    }
}

void BrushPalette::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void BrushPalette::choose(const QString& brush) {
    if (brush.isEmpty()) return;
    m_toolbox->chooseBrush(brush.toStdString());
    Q_EMIT brushChosen(brush);
}

// What the words mean; else the tile whose name begins with them; else the first that is left.
void BrushPalette::chooseFirst() {
    const QString text = m_search->text().simplified();
    const QList<QToolButton*> tiles = visibleTiles();
    if (text.isEmpty() || (tiles.isEmpty() && !m_phrase->isVisibleTo(this))) return;
    QString brush = QString::fromStdString(understand(m_catalogue, text).brush);
    for (const QToolButton* button : tiles) {
        if (brush.isEmpty() && button->text().startsWith(text, Qt::CaseInsensitive))
            brush = button->property(kBrush).toString();
    }
    choose(brush.isEmpty() ? tiles.first()->property(kBrush).toString() : brush);
}

void BrushPalette::search(const QString& text) {
    const QString wanted = text.simplified().toLower();
    const Understood meant = understand(m_catalogue, text);
    const QString brush = QString::fromStdString(meant.brush);
    bool any = false;
    for (const Group& group : m_groups) {
        bool shown = false;
        for (QToolButton* button : group.tiles) {
            const QString id = button->property(kBrush).toString();
            const Entry* entry = m_catalogue.find(id.toStdString());
            const bool fits = wanted.isEmpty() || id == brush || (entry != nullptr && isCalled(*entry, wanted));
            button->setVisible(fits);
            shown = shown || fits;
        }
        group.title->setVisible(shown);
        group.body->setVisible(shown);
        any = any || shown;
    }
    // Words that say more than a brush's name become a brush of their own.
    const bool phrase = !brush.isEmpty() && !meant.answer.isEmpty();
    m_phrase->setVisible(phrase);
    if (phrase) {
        m_phrase->setProperty(kBrush, brush);
        m_phrase->setIcon(brushIcon(m_catalogue, meant.brush));
        m_phrase->setText(tr("Draw “%1”").arg(text.simplified()));
        m_phrase->setToolTip(meant.answer);
        m_phrase->setAccessibleName(m_phrase->text());
    }
    const bool silent = meant.answer.isEmpty() || (brush.isEmpty() && any);
    m_answer->setVisible(!silent);
    m_answer->setText(silent ? QString() : meant.answer);
    const QList<QToolButton*> tiles = visibleTiles();
    if (!tiles.isEmpty()) rove(tiles.first());
}

void BrushPalette::showRecent() {
    QLayout* row = m_recent->layout();
    bool focused = false;
    while (QLayoutItem* item = row->takeAt(0)) {
        focused = focused || item->widget()->hasFocus();
        item->widget()->setObjectName({});
        item->widget()->hide();
        item->widget()->deleteLater();  // it may be the one that was just clicked
        delete item;
    }
    for (const QString& brush : m_toolbox->recent()) {
        QToolButton* button = tile(brush.toStdString());
        button->setObjectName(QStringLiteral("recent_") + brush);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setIconSize(QSize(22, 22));
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
        button->show();
    }
    if (focused && row->count() > 0) row->itemAt(0)->widget()->setFocus(Qt::OtherFocusReason);
    m_recent->setVisible(!m_toolbox->recent().isEmpty());
    showCurrent();
}

void BrushPalette::showCurrent() {
    const Toolbox::State& state = m_toolbox->state();
    const bool drawing = state.tool == Tool::brush || state.tool == Tool::label;
    const QString brush = state.tool == Tool::label ? QStringLiteral("label") : QString::fromStdString(state.brush);
    for (QToolButton* button : findChildren<QToolButton*>()) {
        const QVariant mine = button->property(kBrush);
        if (mine.isValid() && button->isCheckable()) button->setChecked(drawing && mine.toString() == brush);
    }
}

QList<QToolButton*> BrushPalette::visibleTiles() const {
    QList<QToolButton*> tiles;
    for (const Group& group : m_groups) {
        for (QToolButton* button : group.tiles) {
            if (!button->isHidden()) tiles.append(button);
        }
    }
    return tiles;
}

// One tile at a time is in the Tab order, so that Tab passes the palette in one step.
void BrushPalette::rove(QToolButton* to) {
    if (to == nullptr) return;
    for (const Group& group : m_groups) {
        for (QToolButton* button : group.tiles) {
            button->setFocusPolicy(button == to ? Qt::StrongFocus : Qt::ClickFocus);
        }
    }
}

bool BrushPalette::tileKey(QToolButton* from, int key) {
    const QList<QToolButton*> tiles = visibleTiles();
    const qsizetype at = tiles.indexOf(from);
    if (at < 0) return false;
    QToolButton* to = nullptr;
    const auto middle = [&](const QToolButton* button) {
        return button->mapTo(m_scroll->widget(), button->rect().center());
    };
    if (key == Qt::Key_Left) to = tiles.value(at - 1);
    if (key == Qt::Key_Right) to = tiles.value(at + 1);
    if (key == Qt::Key_Home) to = tiles.first();
    if (key == Qt::Key_End) to = tiles.last();
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        double best = 1e9;
        for (QToolButton* button : tiles) {
            const QPoint apart = middle(button) - middle(from);
            const int ahead = key == Qt::Key_Down ? apart.y() : -apart.y();
            const double cost = ahead * 1000.0 + qAbs(apart.x());
            if (ahead > 4 && cost < best) {
                best = cost;
                to = button;
            }
        }
        if (to == nullptr && key == Qt::Key_Up) {
            focusSearch();
            return true;
        }
    }
    if (to == nullptr) return false;
    rove(to);
    to->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(to);
    return true;
}

bool BrushPalette::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    auto* press = static_cast<QKeyEvent*>(event);
    const int key = press->key();
    if (watched == m_search) {
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        const QList<QToolButton*> tiles = visibleTiles();
        if (key == Qt::Key_Down && !tiles.isEmpty()) {
            rove(tiles.first());
            tiles.first()->setFocus(Qt::OtherFocusReason);
            return true;
        }
        return QWidget::eventFilter(watched, event);
    }
    auto* button = qobject_cast<QToolButton*>(watched);
    if (button == nullptr) return QWidget::eventFilter(watched, event);
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        button->click();
        return true;
    }
    if (key == Qt::Key_Escape) {
        m_search->clear();
        focusSearch();
        return true;
    }
    if (tileKey(button, key)) return true;
    // Any letter goes on searching.
    const QString typed = press->text();
    if (!typed.isEmpty() && typed[0].isLetter() && !(press->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        m_search->setFocus(Qt::OtherFocusReason);
        m_search->setText(typed);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace sketchwalk::ui
