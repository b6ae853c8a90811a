#include "ui/window/AccessibleRoles.h"

#include <QAccessibleWidget>
#include <QWidget>
#include <algorithm>
#include <iterator>

namespace sketchwalk::ui {
namespace {

struct Role {
    const char* name;  // of the class, without namespaces
    QAccessible::Role role;
};
constexpr Role kRoles[] = {{"Sheet", QAccessible::Canvas},
                           {"Viewport", QAccessible::Graphic},
                           {"WorldPanel", QAccessible::Pane},
                           {"StartPage", QAccessible::Pane},
                           {"ToolOptions", QAccessible::ToolBar},
                           {"BrushPalette", QAccessible::Pane},
                           {"LayersPanel", QAccessible::Pane},
                           {"HistoryPanel", QAccessible::Pane},
                           {"DiagnosticsPanel", QAccessible::Pane},
                           {"MapPanel", QAccessible::Pane},
                           {"StrokeInspector", QAccessible::Pane},
                           {"KeysPage", QAccessible::Pane},
                           {"InkPage", QAccessible::Pane},
                           {"InkPicker", QAccessible::Dialog},
                           {"LogSlider", QAccessible::Grouping},
                           {"WalkTrail", QAccessible::Graphic},
                           {"CrashNote", QAccessible::Notification},
                           {"Tour", QAccessible::HelpBalloon},
                           // Qt leaves these without one.
                           {"QTabWidget", QAccessible::LayeredPane},
                           {"QKeySequenceEdit", QAccessible::HotkeyField}};

QAccessibleInterface* make(const QString& key, QObject* object) {
    if (!object || !object->isWidgetType()) return nullptr;
    const QString name = key.section(QStringLiteral("::"), -1);
    const auto* found =
        std::find_if(std::begin(kRoles), std::end(kRoles), [&](const Role& role) { return name == role.name; });
    return found == std::end(kRoles) ? nullptr : new QAccessibleWidget(static_cast<QWidget*>(object), found->role);
}

}  // namespace

void tellRolesToReaders() {
    static const bool told = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    (void)told;
}

}  // namespace sketchwalk::ui
