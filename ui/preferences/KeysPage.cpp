#include "ui/preferences/KeysPage.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/panels/Icons.h"

namespace sketchwalk::ui {
namespace {

constexpr int kActionRole = Qt::UserRole;

QPushButton* button(const QString& name, const QString& text, const QString& tip) {
    auto* made = new QPushButton(text);
    made->setObjectName(name);
    made->setToolTip(tip);
    made->setAutoDefault(false);
    return made;
}

}  // namespace

KeysPage::KeysPage(KeyBindings* bindings, QWidget* parent)
    : QWidget(parent), m_bindings(bindings), m_search(new QLineEdit), m_list(new QTreeWidget), m_words(new QLabel) {
    setObjectName(QStringLiteral("KeysPage"));
    setAccessibleName(tr("Keys"));
    m_search->setObjectName(QStringLiteral("keysSearch"));
    m_search->setAccessibleName(tr("Search the keys"));
    m_search->setToolTip(tr("By what it does, or by a key's name"));
    m_search->setPlaceholderText(tr("Search: zoom, Ctrl+D..."));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_list->setObjectName(QStringLiteral("keysList"));
    m_list->setAccessibleName(tr("Keys and what they do"));
    m_list->setToolTip(tr("Choose a row to change its keys below"));
    m_list->setHeaderLabels({tr("What it does"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_words->setObjectName(QStringLiteral("keysWords"));
    m_words->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(editRow());
    column->addWidget(m_words);
    connect(m_search, &QLineEdit::textChanged, this, &KeysPage::filter);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeysPage::showChosen);
    connect(bindings, &KeyBindings::changed, this, &KeysPage::reload);
    reload();
}

QWidget* KeysPage::editRow() {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_keys = new QKeySequenceEdit;
    m_keys->setObjectName(QStringLiteral("keysEdit"));
    m_keys->setAccessibleName(tr("New keys"));
    m_keys->setToolTip(tr("Press the new keys here"));
    for (QLineEdit* field : m_keys->findChildren<QLineEdit*>()) field->setAccessibleName(tr("New keys"));
    m_take =
        button(QStringLiteral("keysTake"), tr("&Use them"), tr("The chosen row gets the keys pressed at the left"));
    m_clear = button(QStringLiteral("keysClear"), tr("&None"), tr("The chosen row has no keys"));
    m_reset = button(QStringLiteral("keysReset"), tr("As &delivered"), tr("The chosen row gets back its first keys"));
    auto* all =
        button(QStringLiteral("keysResetAll"), tr("&All as delivered"), tr("Every row gets back its first keys"));
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, &KeysPage::judge);
    connect(m_take, &QPushButton::clicked, this, &KeysPage::take);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        if (chosen()) m_bindings->clear(chosen());
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (chosen()) m_bindings->reset(chosen());
    });
    connect(all, &QPushButton::clicked, m_bindings, &KeyBindings::resetAll);
    layout->addWidget(m_keys, 1);
    layout->addWidget(m_take);
    layout->addWidget(m_clear);
    layout->addWidget(m_reset);
    layout->addWidget(all);
    return row;
}

QAction* KeysPage::chosen() const {
    const QTreeWidgetItem* item = m_list->currentItem();
    return item ? item->data(0, kActionRole).value<QAction*>() : nullptr;
}

void KeysPage::reload() {
    const QAction* before = chosen();
    m_list->clear();
    QFont bold = font();
    bold.setBold(true);
    for (QAction* action : m_bindings->actions()) {
        auto* item = new QTreeWidgetItem({KeyBindings::nameOf(action), KeyBindings::inWords(action->shortcuts())});
        item->setIcon(0, action->icon());
        item->setData(0, kActionRole, QVariant::fromValue(action));
        if (m_bindings->isChanged(action)) item->setFont(1, bold);
        m_list->addTopLevelItem(item);
        if (action == before) m_list->setCurrentItem(item);
    }
    for (const KeyBindings::Fixed& own : KeyBindings::fixed()) {
        auto* item = new QTreeWidgetItem({own.does, own.keys});
        for (int i = 0; i < 2; ++i) item->setForeground(i, palette().brush(QPalette::Disabled, QPalette::Text));
        item->setToolTip(0, tr("On the paper; these keys stay as they are"));
        m_list->addTopLevelItem(item);
    }
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    if (!m_list->currentItem()) m_list->setCurrentItem(m_list->topLevelItem(0));
    filter();
    showChosen();
}

void KeysPage::filter() {
    const QString wanted = m_search->text().trimmed();
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_list->topLevelItem(i);
        item->setHidden(!item->text(0).contains(wanted, Qt::CaseInsensitive) &&
                        !item->text(1).contains(wanted, Qt::CaseInsensitive));
    }
}

void KeysPage::showChosen() {
    const QAction* action = chosen();
    m_keys->setEnabled(action);
    m_clear->setEnabled(action && !action->shortcuts().isEmpty());
    m_reset->setEnabled(action && m_bindings->isChanged(action));
    m_keys->setKeySequence(action ? action->shortcut() : QKeySequence());
    judge();
}

void KeysPage::judge() {
    const QAction* action = chosen();
    const QKeySequence keys = m_keys->keySequence();
    const bool asks = action && !keys.isEmpty() && !action->shortcuts().contains(keys);
    m_take->setEnabled(asks);
    m_words->setText(action ? QString() : tr("These are the paper's own keys; they stay as they are."));
    if (!asks) return;
    const auto conflict = m_bindings->conflictOf(keys, action);
    if (!conflict) return;
    const QString text = keys.toString(QKeySequence::NativeText);
    if (conflict->action) {
        m_words->setText(tr("%1 is taken: “%2” has it, and loses it if you use it here.").arg(text, conflict->name));
    } else {
        m_words->setText(tr("%1 belongs to the paper: “%2”. Choose other keys.").arg(text, conflict->name));
        m_take->setEnabled(false);
    }
}

void KeysPage::take() {
    if (chosen()) m_bindings->set(chosen(), m_keys->keySequence());
}

}  // namespace sketchwalk::ui
