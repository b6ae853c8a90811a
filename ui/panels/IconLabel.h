// An icon that stands by itself, painted in the theme's colours of the moment. Window's thread.
#pragma once

#include <QIcon>
#include <QPainter>
#include <QWidget>

namespace sketchwalk::ui {

class IconLabel : public QWidget {
  public:
    IconLabel(const QIcon& icon, QSize size, QWidget* parent = nullptr) : QWidget(parent), m_icon(icon) {
        setFixedSize(size);
    }
    void setIcon(const QIcon& icon) {
        m_icon = icon;
        update();
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        m_icon.paint(&painter, rect(), Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
    }

  private:
    QIcon m_icon;
};

}  // namespace sketchwalk::ui
