#include "ui/play/WalkSettings.h"

#include <QSettings>
#include <algorithm>

namespace sketchwalk::ui {

WalkSettings WalkSettings::kept() {
    const QSettings settings;
    WalkSettings read;
    read.fieldOfView = std::clamp(settings.value("walk/fieldOfView", read.fieldOfView).toDouble(), 50.0, 100.0);
    read.sensitivity = std::clamp(settings.value("walk/sensitivity", read.sensitivity).toDouble(), 0.2, 4.0);
    read.invert = settings.value("walk/invert", read.invert).toBool();
    read.trail = settings.value("walk/trail", read.trail).toBool();
    read.sound = settings.value("walk/sound", read.sound).toBool();
    return read;
}

void WalkSettings::keep() const {
    QSettings settings;
    settings.setValue("walk/fieldOfView", fieldOfView);
    settings.setValue("walk/sensitivity", sensitivity);
    settings.setValue("walk/invert", invert);
    settings.setValue("walk/trail", trail);
    settings.setValue("walk/sound", sound);
}

}  // namespace sketchwalk::ui
