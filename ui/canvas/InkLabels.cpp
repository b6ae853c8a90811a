#include "ui/canvas/InkLabels.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "ui/canvas/StrokeEdits.h"

namespace sketchwalk::ui {
namespace {

// Pixels of the widget.
constexpr double kLetters = 12, kPad = 5, kLeastHeight = 18;
constexpr double kAround = 5;        // between strokes and corners
constexpr double kCornerArm = 9;     // length of a corner's arms
constexpr double kLeastBox = 16;     // smaller ones have no label
constexpr double kReach = 6;         // a finger is no needle
constexpr double kPenRoom = 14;      // within it the pen makes a label hide
constexpr double kWorthName = 0.15;  // likelihood from which a guess is worth naming
const QColor kInk(59, 42, 28), kPaper(250, 242, 222);

QColor faded(QColor colour, int alpha) {
    colour.setAlpha(alpha);
    return colour;
}

QString capital(QString text) {
    if (!text.isEmpty()) text[0] = text[0].toUpper();
    return text;
}

bool same(const QRectF& a, const QRectF& b) {
    return a == b || (a.isEmpty() && b.isEmpty());
}

}  // namespace

bool InkLabels::Label::looksAs(const Label& other) const {
    return kind == other.kind && text == other.text && same(box, other.box) && same(caption, other.caption) &&
           hidden == other.hidden;
}

void InkLabels::setShown(bool shown) {
    if (shown == m_shown) return;
    m_shown = shown;
    relabel();
}

void InkLabels::setSymbols(neural::InkSymbolsPtr symbols) {
    if (symbols == m_symbols) return;
    m_symbols = std::move(symbols);
    m_hovered.reset();
    relabel();
}

void InkLabels::follow() {
    if (!m_labels.empty() || (m_symbols && !m_symbols->empty())) relabel();
}

// Where strokes are gone, or are no ink any more, there is nothing to say until the page is read again.
Box InkLabels::boxOf(size_t symbol) const {
    Box box;
    for (const int64_t id : (*m_symbols)[symbol].strokes) {
        const document::DrawnPtr drawn = m_sheet.index.find(id);
        if (!drawn || drawn->stroke.brush != "ink" || !m_sheet.shown(*drawn)) return {};
        for (const sketch::StrokePoint& p : drawn->stroke.points) box.include(p.at);
    }
    return box;
}

std::optional<InkLabels::Label> InkLabels::labelOf(size_t index) const {
    const neural::InkSymbol& symbol = (*m_symbols)[index];
    Label label;
    label.symbol = index;
    label.first = symbol.strokes.front();
    label.metres = boxOf(index);
    if (label.metres.min.x > label.metres.max.x) return std::nullopt;
    if (symbol.symbol == "label") {
        label.kind = Kind::writing;
        label.text = SheetWords::tr("Writing");
    } else if (symbol.taken) {
        label.kind = symbol.said ? Kind::said : Kind::read;
        label.text = capital(brushName(symbol.symbol));
    } else if (symbol.said) {
        return std::nullopt;  // it stays ink, and is left alone
    } else {
        label.kind = Kind::unsure;
        const bool worth = !symbol.guesses.empty() && symbol.guesses.front().confidence >= kWorthName;
        label.text = worth ? SheetWords::tr("%1?").arg(capital(brushName(symbol.symbol))) : SheetWords::tr("?");
    }
    return label;
}

QFont InkLabels::font() const {
    QFont letters;
    letters.setFamilies(m_sheet.painter->book().letters());
    letters.setItalic(true);
    letters.setPixelSize(qRound(kLetters * m_sheet.ratio));
    return letters;
}

void InkLabels::relabel() {
    std::vector<Label> next;
    const double r = m_sheet.ratio;
    for (size_t i = 0; m_shown && m_symbols && i < m_symbols->size(); ++i) {
        auto label = labelOf(i);
        if (!label) continue;
        label->box = m_sheet.view.imageOf(label->metres).adjusted(-kAround * r, -kAround * r, kAround * r, kAround * r);
        if (std::max(label->box.width(), label->box.height()) >= (kLeastBox + 2 * kAround) * r)
            next.push_back(std::move(*label));
    }
    place(next);
    replace(std::move(next));
}

// On the upper edge, else on the lower one, where no other caption is.
void InkLabels::place(std::vector<Label>& labels) const {
    const double r = m_sheet.ratio;
    const QFontMetricsF letters(font());
    const bool fromRight = QGuiApplication::isRightToLeft();
    std::vector<QRectF> taken;
    for (Label& label : labels) {
        const double mark = label.kind == Kind::said ? 11 * r : 0;
        const double wide = letters.horizontalAdvance(label.text) + 2 * kPad * r + mark;
        const double high = std::max(letters.height() + 2 * r, kLeastHeight * r);
        double left = fromRight ? label.box.right() - wide - kCornerArm * r : label.box.left() + kCornerArm * r;
        if (wide + 2 * kCornerArm * r > label.box.width()) left = label.box.center().x() - wide / 2;
        for (const double top : {label.box.top() - high * 0.7, label.box.bottom() - high * 0.3}) {
            const QRectF caption(std::round(left), std::round(top), std::ceil(wide), std::ceil(high));
            const auto meets = [&](const QRectF& other) { return other.intersects(caption); };
            if (std::any_of(taken.begin(), taken.end(), meets)) continue;
            label.caption = caption;
            taken.push_back(caption);
            break;
        }
    }
}

void InkLabels::replace(std::vector<Label> next) {
    std::vector<Label> before = std::exchange(m_labels, std::move(next));
    const auto byStroke = [](const Label& a, const Label& b) { return a.first < b.first; };
    std::sort(before.begin(), before.end(), byStroke);
    std::vector<bool> stays(before.size(), false);
    for (Label& label : m_labels) {
        const auto old = std::lower_bound(before.begin(), before.end(), label, byStroke);
        const bool known = old != before.end() && old->first == label.first;
        if (known) label.hidden = old->hidden;
        if (known && old->looksAs(label)) {
            stays[static_cast<size_t>(old - before.begin())] = true;
        } else {
            m_sheet.update(label.touched());
        }
    }
    for (size_t i = 0; i < before.size(); ++i) {
        if (!stays[i]) m_sheet.update(before[i].touched());
    }
}

void InkLabels::setHovered(std::optional<size_t> symbol) {
    if (symbol == m_hovered) return;
    for (const auto one : {std::exchange(m_hovered, symbol), symbol}) {
        if (one) m_sheet.update(caption(*one).adjusted(-2, -2, 2, 2));
    }
}

void InkLabels::giveWay(QPointF pen) {
    const double room = kPenRoom * m_sheet.ratio;
    for (Label& label : m_labels) {
        const QRectF near = label.touched().adjusted(-room, -room, room, room);
        if (label.hidden || !near.contains(pen)) continue;
        label.hidden = true;
        m_sheet.update(label.touched());
    }
}

void InkLabels::comeBack() {
    for (Label& label : m_labels) {
        if (std::exchange(label.hidden, false)) m_sheet.update(label.touched());
    }
}

std::optional<size_t> InkLabels::at(QPointF device) const {
    const double reach = kReach * m_sheet.ratio;
    for (const bool near : {false, true}) {
        for (const Label& label : m_labels) {
            if (label.hidden || label.caption.isEmpty()) continue;
            const double by = near ? reach : 0;
            if (label.caption.adjusted(-by, -by, by, by).contains(device)) return label.symbol;
        }
    }
    return std::nullopt;
}

std::optional<size_t> InkLabels::ofStroke(int64_t stroke) const {
    for (size_t i = 0; m_symbols && i < m_symbols->size(); ++i) {
        const auto& strokes = (*m_symbols)[i].strokes;
        if (std::find(strokes.begin(), strokes.end(), stroke) != strokes.end()) return i;
    }
    return std::nullopt;
}

std::optional<size_t> InkLabels::after(std::optional<size_t> one) const {
    const size_t count = m_symbols ? m_symbols->size() : 0;
    for (size_t step = 0; step < count; ++step) {
        const size_t next = (one ? *one + 1 + step : step) % count;
        if (const Box box = boxOf(next); box.min.x <= box.max.x) return next;
    }
    return std::nullopt;
}

QRectF InkLabels::caption(size_t symbol) const {
    for (const Label& label : m_labels) {
        if (label.symbol == symbol) return label.caption;
    }
    return {};
}

void InkLabels::paint(QPainter& painter, const QRect& part) const {
    bool any = false;
    for (const Label& label : m_labels) {
        if (label.hidden || !label.touched().intersects(QRectF(part))) continue;
        if (!std::exchange(any, true)) {
            painter.save();
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setFont(font());
        }
        paintOne(painter, label);
    }
    if (any) painter.restore();
}

// Told apart by form, not by colour: what is sure has corners, what was said a tick, what is not sure neither.
void InkLabels::paintOne(QPainter& painter, const Label& label) const {
    const double r = m_sheet.ratio;
    if (label.kind == Kind::read || label.kind == Kind::said) {
        const double arm = std::min({kCornerArm * r, label.box.width() / 3, label.box.height() / 3});
        QPainterPath corners;
        for (const bool right : {false, true}) {
            for (const bool low : {false, true}) {
                const QPointF corner(right ? label.box.right() : label.box.left(),
                                     low ? label.box.bottom() : label.box.top());
                const double across = right ? -arm : arm, down = low ? -arm : arm;
                corners.moveTo(corner + QPointF(across, 0));
                corners.quadTo(corner, corner + QPointF(0, down));
            }
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(faded(kPaper, 150), 3 * r, Qt::SolidLine, Qt::RoundCap));
        painter.drawPath(corners);
        painter.setPen(QPen(faded(kInk, 150), 1.2 * r, Qt::SolidLine, Qt::RoundCap));
        painter.drawPath(corners);
    }
    if (label.caption.isEmpty()) return;
    const bool hovered = m_hovered == label.symbol, sure = label.kind == Kind::read || label.kind == Kind::said;
    const QRectF pill = label.caption.adjusted(0.5 * r, 0.5 * r, -0.5 * r, -0.5 * r);
    QPen edge(faded(kInk, hovered ? 230 : 90), (hovered ? 1.4 : 0.8) * r);
    if (!sure) edge.setStyle(Qt::DotLine);
    painter.setPen(edge);
    painter.setBrush(faded(kPaper, hovered ? 255 : sure ? 225 : 190));
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    QRectF words = pill.adjusted(kPad * r - r, 0, -kPad * r + r, 0);
    painter.setPen(faded(kInk, sure ? 255 : 190));
    if (label.kind == Kind::said) {
        const bool fromRight = QGuiApplication::isRightToLeft();
        const double x = fromRight ? words.right() - 8 * r : words.left() + r, y = words.center().y();
        QPainterPath tick(QPointF(x, y));
        tick.lineTo(x + 2.5 * r, y + 3 * r);
        tick.lineTo(x + 7 * r, y - 3.5 * r);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(kInk, 1.5 * r, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(tick);
        fromRight ? words.setRight(words.right() - 10 * r) : words.setLeft(words.left() + 10 * r);
    }
    painter.drawText(words, Qt::AlignCenter, label.text);
}

}  // namespace sketchwalk::ui
