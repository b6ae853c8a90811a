// Rows of a name and what it names, one below the other; rows come and go. In place of QFormLayout, which writes past
// its own memory in Qt 6.4 when rows were hidden and some words wrap: it goes on using such a row's number.
#pragma once

#include <QGridLayout>
#include <QString>

namespace sketchwalk::ui {

class Form : public QGridLayout {
  public:
    explicit Form(QWidget* parent);

    // The name's key leads to `field`. An empty name leaves its place empty.
    void addRow(const QString& name, QWidget* field);
    // Several widgets in a row; the name's key leads to `first`.
    void addRow(const QString& name, QLayout* fields, QWidget* first);
    // Across both columns.
    void addRow(QWidget* wide);
    // The row of a field that has a name.
    void setRowVisible(QWidget* field, bool visible);

  private:
    int nextRow();
    void addName(const QString& name, QWidget* buddy, int row);

    int m_rows = 0;
};

}  // namespace sketchwalk::ui
