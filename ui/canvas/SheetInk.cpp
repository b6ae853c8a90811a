// What was read of the ink: labels that appear when the pen rests, and give way to it.
#include <algorithm>
#include <cmath>

#include "ui/canvas/SheetParts.h"

namespace sketchwalk::ui {
namespace {

constexpr double kTapSeconds = 0.6;
constexpr double kStrayPixels = 6;

}  // namespace

void Sheet::setInk(neural::InkSymbolsPtr symbols) {
    m->nextInk = std::move(symbols);
    m->inkTimer.start();
}

neural::InkSymbolsPtr Sheet::ink() const {
    return m->labels.symbols();
}

bool Sheet::inkShown() const {
    return m->labels.shown();
}

void Sheet::setInkShown(bool shown) {
    m->labels.setShown(shown);
}

QRectF Sheet::inkLabel(int64_t stroke) const {
    const auto symbol = m->labels.ofStroke(stroke);
    if (!symbol) return {};
    const QRectF device = m->labels.caption(*symbol);
    const double r = m->context.ratio;
    return {device.x() / r, device.y() / r, device.width() / r, device.height() / r};
}

void Sheet::askAboutInk() {
    const auto asked = m->labels.ofStroke(m->askedInk);
    std::optional<size_t> symbol;
    for (const int64_t stroke : m->context.selection.strokes()) {
        symbol = m->labels.ofStroke(stroke);
        if (symbol && symbol != asked) break;
    }
    if (!symbol || symbol == asked) symbol = m->labels.after(asked);
    if (!symbol) {
        Q_EMIT notice(tr("There is no ink that was read."));
        return;
    }
    if (!m->onSight(m->labels.boxOf(*symbol))) {
        SheetView next = m->view;
        next.centre = m->labels.boxOf(*symbol).centre();
        setView(next);
    }
    m->askInk(*symbol);
}

void Sheet::Parts::takeInk() {
    if (gesture) return inkTimer.start();  // labels come when the pen is up
    labels.comeBack();
    labels.setSymbols(nextInk);
}

void Sheet::Parts::askInk(size_t symbol) {
    askedInk = (*labels.symbols())[symbol].strokes.front();
    const QRectF device = labels.caption(symbol).united(context.view.imageOf(labels.boxOf(symbol)));
    const double r = context.ratio;
    const QRect widget =
        QRectF(device.x() / r, device.y() / r, device.width() / r, device.height() / r).toAlignedRect();
    Q_EMIT q.inkAsked(askedInk, widget);
}

// Whoever draws may begin on a label; only who lifts the pen at once, where it came down, means the label.
void Sheet::Parts::noteInkPress(const PenSample& sample) {
    inkPress.reset();
    if (const auto symbol = labels.at(sample.device)) inkPress = {*symbol, sample.device};
}

bool Sheet::Parts::isInkTap(const PenSample& sample) const {
    if (!inkPress || (hand != Hand::keys && sample.seconds > kTapSeconds)) return false;
    const QPointF moved = sample.device - inkPress->at;
    return !inkStrayed && std::hypot(moved.x(), moved.y()) <= kStrayPixels * context.ratio;
}

void Sheet::Parts::moveGesture(const PenSample& sample) {
    lastSample = sample;
    if (inkPress) {
        const QPointF moved = sample.device - inkPress->at;
        inkStrayed = inkStrayed || std::hypot(moved.x(), moved.y()) > kStrayPixels * context.ratio;
    }
    if (!inkPress || inkStrayed) labels.giveWay(sample.device);
    gesture->move(sample);
}

}  // namespace sketchwalk::ui
