// Whether drawings that were corrected are remembered, which ones are, and how to forget them. Window's thread.
#pragma once

#include <QWidget>

#include "ui/model/InkMemory.h"

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace sketchwalk::ui {

class InkPage : public QWidget {
    Q_OBJECT

  public:
    explicit InkPage(InkMemory* memory, QWidget* parent = nullptr);  // the memory outlives it

  private:
    void showWhatIsKnown();

    InkMemory* m_memory;
    QCheckBox* m_remember;
    QLabel* m_count;
    QListWidget* m_list;
    QPushButton* m_forget;
};

}  // namespace sketchwalk::ui
