#include "ui/model/Toolbox.h"

namespace sketchwalk::ui {

void Toolbox::set(const State& state) {
    if (state == m_state) return;
    m_state = state;
    Q_EMIT changed();
}

void Toolbox::chooseBrush(const std::string& id) {
    QStringList recent = m_recent;
    recent.removeAll(QString::fromStdString(id));
    recent.prepend(QString::fromStdString(id));
    setRecent(recent);
    change([&](State& state) {
        state.brush = id;
        state.tool = id == "label" ? Tool::label : Tool::brush;
    });
}

void Toolbox::setRecent(const QStringList& ids) {
    const QStringList kept = ids.mid(0, kRecent);
    if (kept == m_recent) return;
    m_recent = kept;
    Q_EMIT recentChanged();
}

}  // namespace sketchwalk::ui
