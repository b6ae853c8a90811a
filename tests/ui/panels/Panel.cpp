#include "tests/ui/panels/Panel.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSlider>

namespace sketchwalk::ui {

void Panel::expectNamed(const QWidget& panel) {
    EXPECT_FALSE(panel.objectName().isEmpty());
    int controls = 0;
    for (const QWidget* widget : panel.findChildren<QWidget*>()) {
        if (widget->objectName().startsWith(QStringLiteral("qt_"))) continue;  // parts of Qt's own
        const QWidget* parent = widget->parentWidget();
        const bool inside = qobject_cast<const QAbstractSpinBox*>(parent) != nullptr ||
                            qobject_cast<const QComboBox*>(parent) != nullptr ||
                            qobject_cast<const QLineEdit*>(parent) != nullptr;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool control = button != nullptr || qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
                             qobject_cast<const QComboBox*>(widget) != nullptr ||
                             qobject_cast<const QSlider*>(widget) != nullptr ||
                             qobject_cast<const QLineEdit*>(widget) != nullptr ||
                             qobject_cast<const QAbstractItemView*>(widget) != nullptr;
        if (!control || inside || widget->isHidden()) continue;
        // A list that drops down from a combo box is named by it.
        if (widget->window() != panel.window()) continue;
        ++controls;
        const std::string name =
            (QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName()).toStdString();
        const bool said = !widget->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
        EXPECT_TRUE(said) << name << " has no accessible name";
        EXPECT_FALSE(widget->toolTip().isEmpty()) << name << " has no tool tip";
    }
    EXPECT_GT(controls, 0);
}

}  // namespace sketchwalk::ui
