// The small button that panels have: an icon, a tool tip that is its accessible name, and the keyboard.
#pragma once

#include <QString>

class QToolButton;

namespace sketchwalk::ui {

QToolButton* iconButton(const QString& objectName, const QString& iconName, const QString& tip);

}  // namespace sketchwalk::ui
