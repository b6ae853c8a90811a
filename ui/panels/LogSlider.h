// A slider and a number for a length, on a scale where each step multiplies: fine for thin lines, quick for wide ones.
// Metres. Window's thread.
#pragma once

#include <QWidget>

class QDoubleSpinBox;
class QSlider;

namespace sketchwalk::ui {

class LogSlider : public QWidget {
    Q_OBJECT

  public:
    LogSlider(double least, double most, QWidget* parent = nullptr);  // 0 < least < most

    double value() const { return m_value; }
    void setValue(double metres);  // tells nobody
    void setNames(const QString& accessibleName, const QString& toolTip);

  Q_SIGNALS:
    void changed(double metres);  // by the user

  private:
    void take(double metres);
    void display();

    double m_least, m_most, m_value;
    QSlider* m_slider;
    QDoubleSpinBox* m_number;
};

}  // namespace sketchwalk::ui
