#include "ui/preferences/PreferencesDialog.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSlider>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/panels/Form.h"
#include "ui/panels/Icons.h"
#include "ui/preferences/InkPage.h"
#include "ui/preferences/KeysPage.h"
#include "ui/preferences/Language.h"
#include "ui/preferences/Theme.h"

namespace sketchwalk::ui {
namespace {

constexpr const char* kPenOnlyKey = "pen/only";
constexpr const char* kStabiliserKey = "pen/stabiliser";
constexpr int kScales[] = {75, 100, 125, 150, 175, 200, 250, 300};  // percent

QLabel* note(const QString& text) {
    auto* made = new QLabel(text);
    made->setWordWrap(true);
    made->setForegroundRole(QPalette::PlaceholderText);
    return made;
}

void name(QWidget* control, const char* objectName, const QString& accessible, const QString& tip) {
    control->setObjectName(QString::fromLatin1(objectName));
    control->setAccessibleName(accessible);
    control->setToolTip(tip);
}

}  // namespace

PreferencesDialog::PreferencesDialog(Toolbox* toolbox, KeyBindings* bindings, InkMemory* memory,
                                     const QList<QAction*>& coloursOfPaper, QWidget* parent)
    : QDialog(parent),
      m_toolbox(toolbox),
      m_pages(new QTabWidget),
      m_language(new QComboBox),
      m_scale(new QComboBox),
      m_restart(new QLabel),
      m_languageBefore(keptLanguage()),
      m_scaleBefore(keptScale()) {
    setObjectName(QStringLiteral("preferences"));
    setWindowTitle(tr("Preferences"));
    m_pages->setObjectName(QStringLiteral("preferencesPages"));
    m_pages->setAccessibleName(tr("Pages of the preferences"));
    m_pages->addTab(lookPage(coloursOfPaper), icon(QStringLiteral("picture")), tr("&Look"));
    m_pages->addTab(penPage(), icon(QStringLiteral("tool-brush")), tr("&Pen"));
    m_pages->addTab(new KeysPage(bindings), icon(QStringLiteral("keyboard")), tr("&Keys"));
    m_pages->addTab(new InkPage(memory), icon(QStringLiteral("ink")), tr("&Ink"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* close = buttons->button(QDialogButtonBox::Close);
    close->setText(tr("&Close"));
    close->setToolTip(tr("Everything is kept already"));
    close->setObjectName(QStringLiteral("preferencesClose"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_pages);
    column->addWidget(buttons);
    resize(620, 520);
}

void PreferencesDialog::showKeys() {
    m_pages->setCurrentIndex(2);
}

QWidget* PreferencesDialog::lookPage(const QList<QAction*>& coloursOfPaper) {
    auto* page = new QWidget;
    auto* form = new Form(page);
    auto* theme = new QComboBox;
    name(theme, "theme", tr("Theme"), tr("Whether the window is light or dark"));
    theme->addItems({tr("As the desktop"), tr("Light"), tr("Dark")});
    theme->setCurrentIndex(static_cast<int>(keptTheme()));
    connect(theme, &QComboBox::activated, this, [](int index) { setTheme(static_cast<Theme>(index)); });
    form->addRow(tr("&Theme:"), theme);

    name(m_scale, "scale", tr("Size of everything"), tr("How large words, icons and buttons are"));
    for (const int percent : kScales) m_scale->addItem(tr("%1 %").arg(percent), percent);
    m_scale->setCurrentIndex(std::max(0, m_scale->findData(keptScale())));
    connect(m_scale, &QComboBox::activated, this, [this] {
        keepScale(m_scale->currentData().toInt());
        showWhetherRestartIsNeeded();
    });
    form->addRow(tr("&Size of everything:"), m_scale);

    name(m_language, "language", tr("Language"), tr("The language of the window"));
    m_language->addItem(tr("As the desktop"), QString());
    for (const QString& code : languages()) m_language->addItem(nameOfLanguage(code), code);
    m_language->setCurrentIndex(std::max(0, m_language->findData(keptLanguage())));
    connect(m_language, &QComboBox::activated, this, [this] {
        keepLanguage(m_language->currentData().toString());
        showWhetherRestartIsNeeded();
    });
    form->addRow(tr("&Language:"), m_language);
    m_restart->setObjectName(QStringLiteral("restartNote"));
    m_restart->setWordWrap(true);
    form->addRow(m_restart);
    showWhetherRestartIsNeeded();

    auto* colours = new QComboBox;
    name(colours, "paperColours", tr("Colours of the paper"), tr("For eyes that see some colours as one"));
    for (const QAction* action : coloursOfPaper) {
        colours->addItem(action->text().remove(u'&'));
        if (action->isChecked()) colours->setCurrentIndex(colours->count() - 1);
    }
    connect(colours, &QComboBox::activated, this, [coloursOfPaper](int index) { coloursOfPaper[index]->trigger(); });
    form->addRow(tr("&Colours of the paper:"), colours);
    return page;
}

QWidget* PreferencesDialog::penPage() {
    auto* page = new QWidget;
    auto* form = new Form(page);
    auto* penOnly = new QCheckBox(tr("Only the &pen draws"));
    name(penOnly, "prefPenOnly", {}, tr("Fingers and the hand's heel move the paper and never draw"));
    penOnly->setChecked(m_toolbox->state().penOnly);
    connect(penOnly, &QCheckBox::toggled, this,
            [this](bool on) { m_toolbox->change([&](Toolbox::State& state) { state.penOnly = on; }); });
    form->addRow(penOnly);
    form->addRow(
        note(tr("For tablets whose screen feels fingers too. While a pen is near, a resting hand does nothing in "
                "any case.")));
    auto* stabiliser = new QSlider(Qt::Horizontal);
    stabiliser->setRange(0, 100);
    stabiliser->setPageStep(10);
    stabiliser->setValue(qRound(m_toolbox->state().stabiliser * 100));
    name(stabiliser, "prefStabiliser", tr("Steadiness of lines"), tr("How much a trembling hand is smoothed"));
    connect(stabiliser, &QSlider::valueChanged, this,
            [this](int value) { m_toolbox->change([&](Toolbox::State& state) { state.stabiliser = value / 100.0; }); });
    connect(m_toolbox, &Toolbox::changed, page, [this, penOnly, stabiliser] {
        penOnly->setChecked(m_toolbox->state().penOnly);
        stabiliser->setValue(qRound(m_toolbox->state().stabiliser * 100));
    });
    form->addRow(tr("&Steadiness:"), stabiliser);
    form->addRow(note(tr("At the left, lines go where the pen goes; at the right, they follow it calmly.")));
    return page;
}

void PreferencesDialog::showWhetherRestartIsNeeded() {
    const bool needed = keptLanguage() != m_languageBefore || keptScale() != m_scaleBefore;
    m_restart->setText(needed ? tr("Language and size change when Sketchwalk starts the next time.") : QString());
    m_restart->setVisible(needed);
}

void keepPenWishes(Toolbox* toolbox) {
    const QSettings settings;
    toolbox->change([&](Toolbox::State& state) {
        state.penOnly = settings.value(kPenOnlyKey, state.penOnly).toBool();
        state.stabiliser = std::clamp(settings.value(kStabiliserKey, state.stabiliser).toDouble(), 0.0, 1.0);
    });
    QObject::connect(toolbox, &Toolbox::changed, toolbox,
                     [toolbox, only = toolbox->state().penOnly, steady = toolbox->state().stabiliser]() mutable {
                         const Toolbox::State& now = toolbox->state();
                         if (now.penOnly != only) QSettings().setValue(kPenOnlyKey, only = now.penOnly);
                         if (now.stabiliser != steady) QSettings().setValue(kStabiliserKey, steady = now.stabiliser);
                     });
}

}  // namespace sketchwalk::ui
