// What the window offers for ink: its labels, what it may show instead, and whether that may be remembered.
#include <QAbstractButton>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

#include "ui/model/InkCorrections.h"
#include "ui/panels/InkPicker.h"
#include "ui/window/MainWindow.h"
#include "ui/window/StatusLine.h"

namespace sketchwalk::ui {

void MainWindow::connectInk() {
    static constexpr const char* kShownKey = "window/ink";
    const bool shown = QSettings().value(kShownKey, true).toBool();
    (*m_actions)["view.ink"]->setChecked(shown);
    m_sheet->setInkShown(shown);
    m_actions->connectTo("view.ink", m_sheet, [this](bool on) {
        m_sheet->setInkShown(on);
        QSettings().setValue(kShownKey, on);
    });
    m_actions->connectTo("view.askInk", this, [this] {
        if (m_inkPicker) m_inkPicker->leave();
        m_sheet->askAboutInk();
    });
    connect(&m_builder, &WorldBuilder::inkRead, m_sheet, [this] { m_sheet->setInk(m_builder.ink()); });
    connect(m_sheet, &Sheet::inkAsked, this, &MainWindow::askAboutInk);
    connect(m_ink, &InkCorrections::notice, m_status, &StatusLine::say);
    connect(m_ink, &InkCorrections::agreementWanted, this, &MainWindow::askWhetherToRemember);
    connect(m_inkMemory, &InkMemory::trouble, m_status, &StatusLine::say);
}

void MainWindow::askAboutInk(int64_t stroke, const QRect& where) {
    const neural::InkSymbolsPtr symbols = m_sheet->ink();
    if (!symbols || !m_sheet->isVisible()) return;
    const auto found = std::find_if(symbols->begin(), symbols->end(), [stroke](const neural::InkSymbol& symbol) {
        return symbol.strokes.front() == stroke;
    });
    if (found == symbols->end()) return;
    if (m_inkPicker) m_inkPicker->leave();
    const QPoint sheet = m_sheet->mapTo(this, QPoint(0, 0));
    m_inkPicker = new InkPicker(*found, m_catalogue, where.translated(sheet), QRect(sheet, m_sheet->size()), this);
    const std::vector<int64_t> strokes = found->strokes;
    connect(m_inkPicker, &InkPicker::left, this, [this](bool byKey) {
        if (byKey) m_sheet->setFocus(Qt::OtherFocusReason);
    });
    connect(m_inkPicker, &InkPicker::chosen, this,
            [this, strokes](const QString& shows) { m_ink->say(strokes, shows.toStdString()); });
}

// Once, when there is something to remember; no is the answer until somebody says yes.
void MainWindow::askWhetherToRemember() {
    auto* box = new QMessageBox(this);
    box->setObjectName("askToRemember");
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(tr("Sketchwalk"));
    box->setText(tr("Shall Sketchwalk remember how you draw things?"));
    box->setInformativeText(
        tr("What you correct is then read right the next time, in every drawing. The corrected drawings are kept in a "
           "file "
           "on this computer and go nowhere else; the preferences can forget them. A drawing takes those along that "
           "its ink "
           "is read with."));
    QPushButton* yes = box->addButton(tr("&Remember"), QMessageBox::AcceptRole);
    QPushButton* no = box->addButton(tr("&No"), QMessageBox::RejectRole);
    yes->setToolTip(tr("This correction and those to come"));
    no->setToolTip(tr("Corrections hold in this drawing alone"));
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(box, &QMessageBox::finished, this, [this, box, yes] {
        const bool agreed = box->clickedButton() == yes;
        m_inkMemory->setWish(agreed);
        if (agreed) m_ink->rememberLast();
        m_sheet->setFocus(Qt::OtherFocusReason);
    });
    box->open();
}

}  // namespace sketchwalk::ui
