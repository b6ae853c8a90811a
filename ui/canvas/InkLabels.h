// What the program understood of ink, written beside it: light corners round the strokes and a small caption. Only what
// has changed is painted again. Private to this room; in device pixels of the widget.
#pragma once

#include <QPainter>
#include <optional>
#include <vector>

#include "core/neural/InkSymbol.h"
#include "ui/canvas/SheetContext.h"

namespace sketchwalk::ui {

class InkLabels {
  public:
    explicit InkLabels(const SheetContext& sheet) : m_sheet(sheet) {}

    bool shown() const { return m_shown; }
    void setShown(bool shown);
    const neural::InkSymbolsPtr& symbols() const { return m_symbols; }
    void setSymbols(neural::InkSymbolsPtr symbols);  // null: none
    void follow();                                   // the drawing has changed, or the view
    void setHovered(std::optional<size_t> symbol);

    void paint(QPainter& painter, const QRect& part) const;

    // Labels that the pen comes near to hide until `comeBack`.
    void giveWay(QPointF pen);
    void comeBack();

    // Indices into `symbols`.
    std::optional<size_t> at(QPointF device) const;                // whose caption is there
    std::optional<size_t> ofStroke(int64_t stroke) const;          // also of what has no label
    std::optional<size_t> after(std::optional<size_t> one) const;  // round and round, in their order
    QRectF caption(size_t symbol) const;                           // empty where there is none
    Box boxOf(size_t symbol) const;                                // of its strokes as they lie now, metres

  private:
    enum class Kind { read, said, unsure, writing };
    struct Label {
        size_t symbol = 0;
        int64_t first = 0;  // stroke
        Kind kind = Kind::read;
        QString text;
        Box metres;
        QRectF box, caption;  // device pixels; an empty caption: there is no room for it
        bool hidden = false;
        bool looksAs(const Label& other) const;
        QRectF touched() const { return box.united(caption).adjusted(-4, -4, 4, 4); }
    };
    std::optional<Label> labelOf(size_t symbol) const;
    void relabel();
    void place(std::vector<Label>& labels) const;
    void replace(std::vector<Label> next);
    void paintOne(QPainter& painter, const Label& label) const;
    QFont font() const;

    const SheetContext& m_sheet;
    neural::InkSymbolsPtr m_symbols;
    std::vector<Label> m_labels;
    std::optional<size_t> m_hovered;
    bool m_shown = true;
};

}  // namespace sketchwalk::ui
