// Where the words of a label are typed, on the sheet itself. Enter keeps them, Escape does not, leaving it keeps them.
#pragma once

#include <QLineEdit>

namespace sketchwalk::ui {

class LabelEditor : public QLineEdit {
    Q_OBJECT

  public:
    LabelEditor(const QString& text, const QFont& letters, QWidget* parent);

  Q_SIGNALS:
    void done(bool keep);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    void fit();
};

}  // namespace sketchwalk::ui
