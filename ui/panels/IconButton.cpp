#include "ui/panels/IconButton.h"

#include <QToolButton>

#include "ui/panels/Icons.h"

namespace sketchwalk::ui {

QToolButton* iconButton(const QString& objectName, const QString& iconName, const QString& tip) {
    auto* made = new QToolButton;
    made->setObjectName(objectName);
    made->setIcon(icon(iconName));
    made->setIconSize(QSize(18, 18));
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::StrongFocus);
    made->setToolTip(tip);
    made->setAccessibleName(tip);
    return made;
}

}  // namespace sketchwalk::ui
