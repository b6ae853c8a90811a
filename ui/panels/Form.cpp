#include "ui/panels/Form.h"

#include <QLabel>
#include <QPlainTextEdit>

namespace sketchwalk::ui {

Form::Form(QWidget* parent) : QGridLayout(parent) {
    setColumnStretch(1, 1);
}

int Form::nextRow() {
    setRowStretch(m_rows, 0);
    setRowStretch(++m_rows, 1);  // what room is left lies below
    return m_rows - 1;
}

void Form::addName(const QString& name, QWidget* buddy, int row) {
    if (name.isEmpty()) return;
    auto* label = new QLabel(name);
    label->setBuddy(buddy);
    const bool isTall = qobject_cast<QPlainTextEdit*>(buddy) != nullptr;
    addWidget(label, row, 0, isTall ? Qt::AlignTop : Qt::AlignVCenter);
}

void Form::addRow(const QString& name, QWidget* field) {
    const int row = nextRow();
    addName(name, field, row);
    addWidget(field, row, 1);
}

void Form::addRow(const QString& name, QLayout* fields, QWidget* first) {
    const int row = nextRow();
    addName(name, first, row);
    addLayout(fields, row, 1);
}

void Form::addRow(QWidget* wide) {
    addWidget(wide, nextRow(), 0, 1, 2);
}

void Form::setRowVisible(QWidget* field, bool visible) {
    int row = 0, column = 0, rows = 0, columns = 0;
    getItemPosition(indexOf(field), &row, &column, &rows, &columns);
    for (int i = 0; i < columnCount(); ++i) {
        if (QLayoutItem* item = itemAtPosition(row, i); item && item->widget()) item->widget()->setVisible(visible);
    }
}

}  // namespace sketchwalk::ui
