#include "ui/panels/ToolOptions.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QStandardItemModel>
#include <QToolButton>
#include <algorithm>

#include "ui/panels/FlowLayout.h"
#include "ui/panels/IconLabel.h"
#include "ui/panels/Icons.h"
#include "ui/panels/LogSlider.h"

namespace sketchwalk::ui {

namespace {

using catalogue::DrawnAs;
using catalogue::Entry;

struct ToolFace {
    Tool tool;
    const char* icon;
    const char* name;
    const char* tip;
};

const ToolFace kTools[] = {
    {Tool::brush, "tool-brush", QT_TRANSLATE_NOOP("sketchwalk::ui::ToolOptions", "Draw"),
     QT_TRANSLATE_NOOP("sketchwalk::ui::ToolOptions", "Draw with the brush")},
    {Tool::label, "tool-label", QT_TRANSLATE_NOOP("sketchwalk::ui::ToolOptions", "Write"),
     QT_TRANSLATE_NOOP("sketchwalk::ui::ToolOptions", "Write words on the map; a sign stands there in the world")},
    {Tool::erase, "tool-erase", QT_TRANSLATE_NOOP("sketchwalk::ui::ToolOptions", "Erase things"),
     QT_TRANSLATE_NOOP("sketchwalk::ui::ToolOptions", "Erase whole things that the eraser touches")},
    {Tool::erasePart, "tool-erase-part", QT_TRANSLATE_NOOP("sketchwalk::ui::ToolOptions", "Erase parts"),
     QT_TRANSLATE_NOOP("sketchwalk::ui::ToolOptions", "Erase only what lies under the eraser")},
    {Tool::select, "tool-select", QT_TRANSLATE_NOOP("sketchwalk::ui::ToolOptions", "Select"),
     QT_TRANSLATE_NOOP("sketchwalk::ui::ToolOptions", "Circle things to select, move, turn and scale them")},
    {Tool::pan, "tool-pan", QT_TRANSLATE_NOOP("sketchwalk::ui::ToolOptions", "Move the paper"),
     QT_TRANSLATE_NOOP("sketchwalk::ui::ToolOptions", "Move the paper under the pen")},
    {Tool::underlay, "tool-underlay", QT_TRANSLATE_NOOP("sketchwalk::ui::ToolOptions", "Move the picture"),
     QT_TRANSLATE_NOOP("sketchwalk::ui::ToolOptions", "Move, turn and scale the picture under the paper")},
};

QWidget* section(const QString& name) {
    auto* widget = new QWidget;
    widget->setObjectName(name);
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(4, 0, 8, 0);
    row->setSpacing(3);
    return widget;
}

QToolButton* toggle(const QString& objectName, const QString& iconName, const QString& name, const QString& tip) {
    auto* button = new QToolButton;
    button->setObjectName(objectName);
    button->setIcon(icon(iconName));
    button->setIconSize(QSize(20, 20));
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(name);
    button->setToolTip(tip);
    return button;
}

QComboBox* choice(const QString& objectName, const QString& name, const QString& tip) {
    auto* combo = new QComboBox;
    combo->setObjectName(objectName);
    combo->setAccessibleName(name);
    combo->setToolTip(tip);
    return combo;
}

void addSymbol(QWidget* section, const QString& iconName, const QString& tip) {
    auto* label = new IconLabel(icon(iconName), QSize(18, 18));
    label->setToolTip(tip);
    section->layout()->addWidget(label);
}

}  // namespace

ToolOptions::ToolOptions(Toolbox* toolbox, const catalogue::Catalogue& catalogue, QWidget* parent)
    : QWidget(parent), m_toolbox(toolbox), m_catalogue(catalogue), m_tools(new QActionGroup(this)) {
    setObjectName(QStringLiteral("ToolOptions"));
    setAccessibleName(tr("Tool options"));
    auto* flow = new FlowLayout(2, this);
    flow->setContentsMargins(4, 3, 4, 3);
    flow->addWidget(tools());
    flow->addWidget(brushPart());
    flow->addWidget(eraserPart());
    flow->addWidget(helpPart());
    flow->addWidget(gridPart());
    connect(toolbox, &Toolbox::changed, this, [this] { display(m_toolbox->state()); });
    display(toolbox->state());
}

QList<QAction*> ToolOptions::toolActions() const {
    return m_tools->actions();
}

QWidget* ToolOptions::tools() {
    QWidget* part = section(QStringLiteral("toolsPart"));
    part->layout()->setSpacing(1);
    for (const ToolFace& face : kTools) {
        auto* action = new QAction(icon(QLatin1String(face.icon)), tr(face.name), this);
        action->setObjectName(QLatin1String(face.icon));
        action->setToolTip(tr(face.tip));
        action->setCheckable(true);
        action->setData(static_cast<int>(face.tool));
        m_tools->addAction(action);
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setObjectName(QLatin1String(face.icon) + QStringLiteral("-button"));
        button->setAccessibleName(action->text());
        button->setIconSize(QSize(22, 22));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        part->layout()->addWidget(button);
    }
    connect(m_tools, &QActionGroup::triggered, this, [this](const QAction* action) {
        m_toolbox->change([&](Toolbox::State& state) { state.tool = static_cast<Tool>(action->data().toInt()); });
    });
    return part;
}

QWidget* ToolOptions::brushPart() {
    m_brushPart = section(QStringLiteral("brushPart"));
    m_brush = new QToolButton;
    m_brush->setObjectName(QStringLiteral("currentBrush"));
    m_brush->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_brush->setIconSize(QSize(22, 22));
    m_brush->setFocusPolicy(Qt::StrongFocus);
    m_brush->setToolTip(tr("The brush; press to choose another"));
    connect(m_brush, &QToolButton::clicked, this, &ToolOptions::paletteRequested);

    m_shape = choice(QStringLiteral("shape"), tr("Drawn as"),
                     tr("How the brush draws: along a line, a filled area, or one of it"));
    m_shape->addItem(icon(QStringLiteral("shape-usual")), tr("As usual"), static_cast<int>(Shape::usual));
    m_shape->addItem(icon(QStringLiteral("shape-line")), tr("Line"), static_cast<int>(Shape::line));
    m_shape->addItem(icon(QStringLiteral("shape-area")), tr("Area"), static_cast<int>(Shape::area));
    m_shape->addItem(icon(QStringLiteral("shape-symbol")), tr("Symbol"), static_cast<int>(Shape::symbol));
    connect(m_shape, &QComboBox::activated, this, [this] {
        m_toolbox->change(
            [&](Toolbox::State& state) { state.shape = static_cast<Shape>(m_shape->currentData().toInt()); });
    });

    m_pen = choice(QStringLiteral("pen"), tr("Pen"),
                   tr("Detail: exactly what is drawn. Block: roughly there; details are made up"));
    m_pen->addItem(icon(QStringLiteral("pen-detail")), tr("Detail"), static_cast<int>(sketch::Pen::detail));
    m_pen->addItem(icon(QStringLiteral("pen-block")), tr("Block"), static_cast<int>(sketch::Pen::block));
    connect(m_pen, &QComboBox::activated, this, [this] {
        m_toolbox->change(
            [&](Toolbox::State& state) { state.pen = static_cast<sketch::Pen>(m_pen->currentData().toInt()); });
    });

    m_width = new LogSlider(0.2, 200);
    m_width->setObjectName(QStringLiteral("width"));
    m_width->setNames(tr("Width in metres"), tr("How wide the brush draws, in metres"));
    connect(m_width, &LogSlider::changed, this,
            [this](double metres) { m_toolbox->change([&](Toolbox::State& state) { state.width = metres; }); });
    m_usual = toggle(QStringLiteral("usualWidth"), QStringLiteral("shape-usual"), tr("Usual width"),
                     tr("As wide as this usually is"));
    connect(m_usual, &QToolButton::clicked, this, [this](bool usual) {
        m_toolbox->change([&](Toolbox::State& state) { state.width = usual ? 0 : m_width->value(); });
    });
    for (QWidget* widget :
         {static_cast<QWidget*>(m_brush), static_cast<QWidget*>(m_shape), static_cast<QWidget*>(m_pen)}) {
        m_brushPart->layout()->addWidget(widget);
    }
    addSymbol(m_brushPart, QStringLiteral("width"), tr("Width"));
    m_brushPart->layout()->addWidget(m_width);
    m_brushPart->layout()->addWidget(m_usual);
    return m_brushPart;
}

QWidget* ToolOptions::eraserPart() {
    m_eraserPart = section(QStringLiteral("eraserPart"));
    addSymbol(m_eraserPart, QStringLiteral("eraser-width"), tr("Eraser"));
    m_eraser = new LogSlider(0.5, 200);
    m_eraser->setObjectName(QStringLiteral("eraserWidth"));
    m_eraser->setNames(tr("Eraser width in metres"), tr("How wide the eraser is, in metres"));
    connect(m_eraser, &LogSlider::changed, this,
            [this](double metres) { m_toolbox->change([&](Toolbox::State& state) { state.eraserWidth = metres; }); });
    m_eraserPart->layout()->addWidget(m_eraser);
    return m_eraserPart;
}

QWidget* ToolOptions::helpPart() {
    m_helpPart = section(QStringLiteral("helpPart"));
    const QString tip = tr("Steadies the hand: 0 follows it exactly, 100 draws calm long curves");
    addSymbol(m_helpPart, QStringLiteral("stabiliser"), tip);
    m_stabiliser = new QSlider(Qt::Horizontal);
    m_stabiliser->setObjectName(QStringLiteral("stabiliser"));
    m_stabiliser->setRange(0, 100);
    m_stabiliser->setFixedWidth(70);
    m_stabiliser->setAccessibleName(tr("Stabiliser"));
    m_stabiliser->setToolTip(tip);
    m_stabiliserText = new QLabel;
    m_stabiliserText->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("100")));
    connect(m_stabiliser, &QSlider::valueChanged, this, [this](int percent) {
        m_toolbox->change([&](Toolbox::State& state) { state.stabiliser = percent / 100.0; });
    });
    m_mirror = choice(QStringLiteral("mirror"), tr("Mirror"),
                      tr("Draws everything a second time, mirrored about the paper's middle"));
    m_mirror->addItem(icon(QStringLiteral("mirror-none")), tr("No mirror"), static_cast<int>(Mirror::none));
    m_mirror->addItem(icon(QStringLiteral("mirror-left-right")), tr("Left and right"),
                      static_cast<int>(Mirror::leftRight));
    m_mirror->addItem(icon(QStringLiteral("mirror-top-bottom")), tr("Top and bottom"),
                      static_cast<int>(Mirror::topBottom));
    m_mirror->addItem(icon(QStringLiteral("mirror-both")), tr("Both"), static_cast<int>(Mirror::both));
    connect(m_mirror, &QComboBox::activated, this, [this] {
        m_toolbox->change(
            [&](Toolbox::State& state) { state.mirror = static_cast<Mirror>(m_mirror->currentData().toInt()); });
    });
    m_helpPart->layout()->addWidget(m_stabiliser);
    m_helpPart->layout()->addWidget(m_stabiliserText);
    m_helpPart->layout()->addWidget(m_mirror);
    return m_helpPart;
}

QWidget* ToolOptions::gridPart() {
    QWidget* part = section(QStringLiteral("gridPart"));
    m_grid = toggle(QStringLiteral("grid"), QStringLiteral("grid"), tr("Grid"), tr("Shows a grid on the paper"));
    m_snap = toggle(QStringLiteral("snap"), QStringLiteral("snap"), tr("Snap to grid"),
                    tr("Draws from grid point to grid point"));
    m_penOnly = toggle(QStringLiteral("penOnly"), QStringLiteral("pen-only"), tr("Pen only"),
                       tr("Only the pen draws: fingers and palm move the paper"));
    m_gridStep = new QDoubleSpinBox;
    m_gridStep->setObjectName(QStringLiteral("gridStep"));
    m_gridStep->setRange(0.5, 512);
    m_gridStep->setDecimals(1);
    m_gridStep->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_gridStep->setSuffix(tr(" m"));
    m_gridStep->setKeyboardTracking(false);
    m_gridStep->setAccessibleName(tr("Grid step in metres"));
    m_gridStep->setToolTip(tr("From one grid line to the next, in metres"));
    connect(m_grid, &QToolButton::toggled, this,
            [this](bool on) { m_toolbox->change([&](Toolbox::State& state) { state.grid = on; }); });
    connect(m_snap, &QToolButton::toggled, this,
            [this](bool on) { m_toolbox->change([&](Toolbox::State& state) { state.snap = on; }); });
    connect(m_penOnly, &QToolButton::toggled, this,
            [this](bool on) { m_toolbox->change([&](Toolbox::State& state) { state.penOnly = on; }); });
    connect(m_gridStep, &QDoubleSpinBox::valueChanged, this,
            [this](double metres) { m_toolbox->change([&](Toolbox::State& state) { state.gridStep = metres; }); });
    for (QWidget* widget : {static_cast<QWidget*>(m_grid), static_cast<QWidget*>(m_gridStep),
                            static_cast<QWidget*>(m_snap), static_cast<QWidget*>(m_penOnly)}) {
        part->layout()->addWidget(widget);
    }
    return part;
}

void ToolOptions::displayShapes(const Entry* entry) {
    const auto can = [&](DrawnAs way) {
        return entry == nullptr || std::find(entry->drawn.begin(), entry->drawn.end(), way) != entry->drawn.end();
    };
    auto* items = qobject_cast<QStandardItemModel*>(m_shape->model());
    const bool ways[] = {true, can(DrawnAs::line), can(DrawnAs::area), can(DrawnAs::symbol)};
    for (int i = 0; i < 4; ++i) items->item(i)->setEnabled(ways[i]);
}

void ToolOptions::display(const Toolbox::State& state) {
    const QSignalBlocker quiet[] = {QSignalBlocker(m_shape),  QSignalBlocker(m_pen),      QSignalBlocker(m_stabiliser),
                                    QSignalBlocker(m_mirror), QSignalBlocker(m_gridStep), QSignalBlocker(m_grid),
                                    QSignalBlocker(m_snap),   QSignalBlocker(m_penOnly)};
    for (QAction* action : m_tools->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(state.tool));
    const bool erases = state.tool == Tool::erase || state.tool == Tool::erasePart;
    m_brushPart->setVisible(state.tool == Tool::brush);
    m_eraserPart->setVisible(erases);
    m_helpPart->setVisible(state.tool == Tool::brush || state.tool == Tool::label);

    const Entry* entry = m_catalogue.find(state.brush);
    if (entry == nullptr) entry = m_catalogue.resolve(state.brush).entry;
    m_brush->setIcon(brushIcon(m_catalogue, state.brush));
    m_brush->setText(brushName(m_catalogue, state.brush));
    m_brush->setAccessibleName(tr("Brush: %1").arg(m_brush->text()));
    displayShapes(entry);
    m_shape->setCurrentIndex(m_shape->findData(static_cast<int>(state.shape)));
    m_pen->setCurrentIndex(m_pen->findData(static_cast<int>(state.pen)));
    const double usual = entry != nullptr && entry->lineWidth > 0 ? entry->lineWidth : 6.0;
    m_width->setValue(state.width > 0 ? state.width : usual);
    m_usual->setChecked(state.width <= 0);
    m_eraser->setValue(state.eraserWidth);
    m_stabiliser->setValue(qRound(state.stabiliser * 100));
    m_stabiliserText->setText(QString::number(m_stabiliser->value()));
    m_mirror->setCurrentIndex(m_mirror->findData(static_cast<int>(state.mirror)));
    m_grid->setChecked(state.grid);
    m_snap->setChecked(state.snap);
    m_gridStep->setValue(state.gridStep);
    m_gridStep->setEnabled(state.grid || state.snap);
    m_penOnly->setChecked(state.penOnly);
}

}  // namespace sketchwalk::ui
