// What holds for the whole map: size, ground, words, seed, how it is drawn, and the picture under the paper. Every
// change is one step of history. Window's thread.
#pragma once

#include <QWidget>

#include "core/catalogue/Catalogue.h"
#include "ui/model/Drawing.h"

class QComboBox;
class QDoubleSpinBox;
class QGroupBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSlider;
class QToolButton;

namespace sketchwalk::ui {

class MapPanel : public QWidget {
    Q_OBJECT

  public:
    // Both outlive it.
    MapPanel(Drawing* drawing, const catalogue::Catalogue& catalogue, QWidget* parent = nullptr);

    // Puts this PNG or JPEG under the paper, as large as fits; false, and the reason is shown, where it is none.
    bool setUnderlay(const QString& path);

  private:
    QWidget* sizePart();
    QWidget* placePart();
    QWidget* underlayPart();
    void refresh();
    void showWords();
    void applySize();
    void applyBase();
    void chooseUnderlay();

    Drawing* m_drawing;
    const catalogue::Catalogue& m_catalogue;
    QDoubleSpinBox* m_width;
    QDoubleSpinBox* m_height;
    QToolButton* m_square;
    QLabel* m_off;
    QComboBox* m_base;
    QLabel* m_baseAnswer;
    QPlainTextEdit* m_prompt;
    QLabel* m_climate;
    QLineEdit* m_seed;
    QComboBox* m_view;
    QToolButton* m_underlayShown;
    QToolButton* m_underlayRemove;
    QSlider* m_underlayOpacity;
    QLabel* m_underlayText;
    bool m_refreshing = false;
};

}  // namespace sketchwalk::ui
