// What who walks may choose, as a small dialog whose changes are felt at once. Window's thread.
#pragma once

#include <QDialog>

#include "ui/play/WalkSettings.h"

namespace sketchwalk::ui {

class WalkDialog : public QDialog {
    Q_OBJECT

  public:
    WalkDialog(const WalkSettings& settings, QWidget* parent);

  Q_SIGNALS:
    void changed(const sketchwalk::ui::WalkSettings& settings);

  private:
    WalkSettings m_settings;
};

}  // namespace sketchwalk::ui
