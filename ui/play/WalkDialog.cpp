#include "ui/play/WalkDialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <algorithm>
#include <cmath>

#include "ui/panels/Form.h"

namespace sketchwalk::ui {

WalkDialog::WalkDialog(const WalkSettings& settings, QWidget* parent) : QDialog(parent), m_settings(settings) {
    setObjectName("walkDialog");
    setWindowTitle(tr("Walking"));
    auto* form = new Form(this);
    const auto slider = [&](const char* name, const QString& text, int least, int most, int value, auto&& use) {
        auto* slide = new QSlider(Qt::Horizontal);
        slide->setObjectName(name);
        slide->setAccessibleName(QString(text).remove(u'&'));
        slide->setToolTip(slide->accessibleName());
        slide->setRange(least, most);
        slide->setValue(value);
        slide->setMinimumWidth(180);
        form->addRow(text, slide);
        connect(slide, &QSlider::valueChanged, this, [this, use](int now) {
            use(now);
            Q_EMIT changed(m_settings);
        });
    };
    const auto tick = [&](const char* name, const QString& text, bool& value) {
        auto* box = new QCheckBox(text);
        box->setObjectName(name);
        box->setToolTip(QString(text).remove(u'&'));
        box->setChecked(value);
        form->addRow(box);
        connect(box, &QCheckBox::toggled, this, [this, &value](bool on) {
            value = on;
            Q_EMIT changed(m_settings);
        });
    };
    slider("fieldOfView", tr("Field of &view"), 50, 100, static_cast<int>(std::lround(m_settings.fieldOfView)),
           [this](int degrees) { m_settings.fieldOfView = degrees; });
    // Each step is a tenth of doubling: slow and quick hands have equally much room.
    slider("sensitivity", tr("&Mouse and stick"), -23, 20,
           static_cast<int>(std::lround(10 * std::log2(m_settings.sensitivity))),
           [this](int tenths) { m_settings.sensitivity = std::clamp(std::exp2(tenths / 10.0), 0.2, 4.0); });
    tick("invert", tr("Look &down by pushing away"), m_settings.invert);
    tick("trail", tr("Show the &way on the paper"), m_settings.trail);
    tick("sound", tr("&Sounds (from the next walk on)"), m_settings.sound);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    form->addRow(buttons);
    buttons->button(QDialogButtonBox::Close)->setText(tr("&Close"));
    buttons->button(QDialogButtonBox::Close)->setToolTip(tr("Everything is kept already"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
}

}  // namespace sketchwalk::ui
