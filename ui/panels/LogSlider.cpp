#include "ui/panels/LogSlider.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSlider>
#include <cmath>

namespace sketchwalk::ui {

namespace {

constexpr int kSteps = 200;

// What a person would say: 0.25, 1.4, 12, 130.
double rounded(double metres) {
    const double step = metres < 1 ? 0.05 : metres < 10 ? 0.1 : metres < 40 ? 0.5 : 1;
    return std::round(metres / step) * step;
}

}  // namespace

LogSlider::LogSlider(double least, double most, QWidget* parent)
    : QWidget(parent),
      m_least(least),
      m_most(most),
      m_value(least),
      m_slider(new QSlider(Qt::Horizontal)),
      m_number(new QDoubleSpinBox) {
    m_slider->setRange(0, kSteps);
    m_slider->setPageStep(kSteps / 10);
    m_slider->setMinimumWidth(70);
    m_number->setRange(least, most);
    m_number->setDecimals(2);
    m_number->setSuffix(tr(" m"));
    m_number->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_number->setKeyboardTracking(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_slider, 1);
    row->addWidget(m_number);
    setFocusProxy(m_slider);
    connect(m_slider, &QSlider::valueChanged, this, [this](int step) {
        take(rounded(m_least * std::pow(m_most / m_least, static_cast<double>(step) / kSteps)));
    });
    connect(m_number, &QDoubleSpinBox::valueChanged, this, &LogSlider::take);
    display();
}

void LogSlider::setValue(double metres) {
    m_value = std::clamp(metres, m_least, m_most);
    display();
}

void LogSlider::setNames(const QString& accessibleName, const QString& toolTip) {
    setAccessibleName(accessibleName);
    for (QWidget* widget : {static_cast<QWidget*>(m_slider), static_cast<QWidget*>(m_number)}) {
        widget->setAccessibleName(accessibleName);
        widget->setToolTip(toolTip);
    }
}

void LogSlider::take(double metres) {
    metres = std::clamp(metres, m_least, m_most);
    if (metres == m_value) return;
    m_value = metres;
    display();
    Q_EMIT changed(m_value);
}

void LogSlider::display() {
    const QSignalBlocker quietSlider(m_slider), quietNumber(m_number);
    m_slider->setValue(
        static_cast<int>(std::lround(kSteps * std::log(m_value / m_least) / std::log(m_most / m_least))));
    m_number->setValue(m_value);
}

}  // namespace sketchwalk::ui
