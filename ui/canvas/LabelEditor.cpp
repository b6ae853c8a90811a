#include "ui/canvas/LabelEditor.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <algorithm>

namespace sketchwalk::ui {

LabelEditor::LabelEditor(const QString& text, const QFont& letters, QWidget* parent) : QLineEdit(text, parent) {
    setObjectName("labelEditor");
    setAccessibleName(tr("Words on the map"));
    setPlaceholderText(tr("Name"));
    setFont(letters);
    setMaxLength(120);
    setAlignment(Qt::AlignCenter);
    setStyleSheet(
        "QLineEdit { background: rgba(255, 250, 236, 225); color: #33261b; border: 1px solid #265c8c; border-radius: "
        "3px; }");
    connect(this, &QLineEdit::textChanged, this, [this] { fit(); });
    fit();
}

void LabelEditor::fit() {
    const QFontMetrics metrics(font());
    const int wide = std::max(metrics.horizontalAdvance(text()), metrics.horizontalAdvance("Rivendell")) + 28;
    const QPoint middle = geometry().center();
    resize(wide, metrics.height() + 10);
    move(middle - rect().center());
}

void LabelEditor::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT done(true);
    } else if (event->key() == Qt::Key_Escape) {
        Q_EMIT done(false);
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void LabelEditor::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) Q_EMIT done(true);
}

}  // namespace sketchwalk::ui
