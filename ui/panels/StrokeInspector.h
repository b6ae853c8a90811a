// What is selected, and the means to change it: brush, width, pen, layer, words of a label. Every change is one step of
// history for all that is selected. Window's thread.
#pragma once

#include <QWidget>
#include <functional>

#include "core/catalogue/Catalogue.h"
#include "ui/model/Drawing.h"
#include "ui/model/Selection.h"
#include "ui/model/Toolbox.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace sketchwalk::ui {

class Form;
class IconLabel;
class LogSlider;

class StrokeInspector : public QWidget {
    Q_OBJECT

  public:
    // All outlive it.
    StrokeInspector(Drawing* drawing, Selection* selection, Toolbox* toolbox, const catalogue::Catalogue& catalogue,
                    QWidget* parent = nullptr);

  private:
    QWidget* formPage();
    QWidget* brushRow();
    QWidget* widthRow();
    void addFollower();
    void showFollower(const std::vector<document::DrawnPtr>& strokes);
    void refresh();
    void showBrush(const std::vector<document::DrawnPtr>& strokes);
    void showWidth(const std::vector<document::DrawnPtr>& strokes);
    void showLayers(const std::vector<document::DrawnPtr>& strokes);
    void applyBrush(const QString& words);
    std::vector<document::DrawnPtr> selected() const;
    void change(const std::function<void(document::Drawn&)>& change, const QString& label,
                const QString& mergeKey = {});

    Drawing* m_drawing;
    Selection* m_selection;
    Toolbox* m_toolbox;
    const catalogue::Catalogue& m_catalogue;
    QStackedWidget* m_pages;
    QWidget* m_formPage;
    Form* m_form;
    QLabel* m_count;
    QLabel* m_locked;
    QWidget* m_fields;
    QLineEdit* m_brush;
    IconLabel* m_brushIcon;
    QString m_shownBrush;  // what stands in the field without the user's doing
    QLabel* m_brushAnswer;
    QPushButton* m_paletteBrush;
    QWidget* m_widthRow;
    LogSlider* m_width;
    QPushButton* m_usualWidth;
    QComboBox* m_pen;
    QComboBox* m_layer;
    QLineEdit* m_text;
    QComboBox* m_follower;  // of routes
    bool m_refreshing = false;
};

}  // namespace sketchwalk::ui
