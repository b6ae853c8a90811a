// A bar with everything the pen can be set to: tool, form, detail or block, width, eraser, stabiliser, mirror, grid.
// Shows the toolbox and changes it. What does not matter for the tool at hand is hidden. Window's thread.
#pragma once

#include <QWidget>

#include "core/catalogue/Catalogue.h"
#include "ui/model/Toolbox.h"

class QAction;
class QActionGroup;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSlider;
class QToolButton;

namespace sketchwalk::ui {

class LogSlider;

class ToolOptions : public QWidget {
    Q_OBJECT

  public:
    // Both outlive it.
    ToolOptions(Toolbox* toolbox, const catalogue::Catalogue& catalogue, QWidget* parent = nullptr);

    // The tools as checkable, exclusive actions in the order of the enum, for a menu and its shortcuts: the same ones
    // that the bar's buttons show.
    QList<QAction*> toolActions() const;

  Q_SIGNALS:
    void paletteRequested();  // the button that shows the brush was pressed

  private:
    QWidget* tools();
    QWidget* brushPart();
    QWidget* eraserPart();
    QWidget* helpPart();
    QWidget* gridPart();
    void display(const Toolbox::State& state);
    void displayShapes(const catalogue::Entry* entry);

    Toolbox* m_toolbox;
    const catalogue::Catalogue& m_catalogue;
    QActionGroup* m_tools;
    QWidget* m_brushPart;
    QWidget* m_eraserPart;
    QWidget* m_helpPart;
    QToolButton* m_brush;
    QComboBox* m_shape;
    QComboBox* m_pen;
    LogSlider* m_width;
    QToolButton* m_usual;
    LogSlider* m_eraser;
    QSlider* m_stabiliser;
    QLabel* m_stabiliserText;
    QComboBox* m_mirror;
    QToolButton* m_grid;
    QToolButton* m_snap;
    QDoubleSpinBox* m_gridStep;
    QToolButton* m_penOnly;
};

}  // namespace sketchwalk::ui
