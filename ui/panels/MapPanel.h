// What holds for the whole map: size, ground, words, seed, how it is drawn, and the picture under the paper. Every
// change is one step of history. Window's thread.
#pragma once

#include <QTimer>
#include <QWidget>

#include "core/catalogue/Catalogue.h"
#include "ui/model/Drawing.h"
#include "ui/model/Tally.h"

class QComboBox;
class QDoubleSpinBox;
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

    // Puts this picture under the paper, as large as fits; false, and the reason is shown, where it is none.
    bool setUnderlay(const QString& path);
    void chooseUnderlay();  // asks for the picture's file

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QWidget* sizePart();
    QWidget* placePart();
    QWidget* drawnPart();
    QWidget* underlayPart();
    void refresh();
    void showSize();
    void showOff();
    void showClimate();
    void showUnderlay();
    void applySize(bool widthLeads);
    void applyBase();
    void applyPrompt();
    void applySeed(uint64_t seed);

    Drawing* m_drawing;
    const catalogue::Catalogue& m_catalogue;
    Tally m_tally;  // of strokes off the map
    QDoubleSpinBox* m_width;
    QDoubleSpinBox* m_height;
    QToolButton* m_square;
    QLabel* m_off;
    QComboBox* m_base;
    QLabel* m_baseAnswer;
    QPlainTextEdit* m_prompt;
    QTimer m_promptPause;  // a step when the typing pauses, not for every letter
    QLabel* m_climate;
    QLineEdit* m_seed;
    QComboBox* m_view;
    QWidget* m_underlayRow;
    QToolButton* m_underlayShown;
    QToolButton* m_underlayRemove;
    QSlider* m_underlayOpacity;
    QLabel* m_underlayText;
    bool m_refreshing = false;
};

}  // namespace sketchwalk::ui
