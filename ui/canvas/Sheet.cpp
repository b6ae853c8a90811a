#include "ui/canvas/Sheet.h"

#include <QApplication>
#include <QEvent>
#include <QPaintEvent>
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "ui/canvas/SelectGesture.h"
#include "ui/canvas/SheetParts.h"
#include "ui/canvas/StrokeEdits.h"

namespace sketchwalk::ui {
namespace {

constexpr double kFlashSeconds = 1.1;
constexpr double kDuplicateAside = 14;  // pixels
constexpr int kLabelsAfterMs = 120;     // that the pen rests

}  // namespace

Sheet::Parts::Parts(Sheet& sheet, Drawing& drawing, Toolbox& toolbox, Selection& selection,
                    const catalogue::Catalogue& catalogue)
    : q(sheet),
      context{drawing, toolbox, selection, catalogue, std::make_shared<const StrokePainter>(catalogue), {}, {}},
      tiles(context.painter, [this](const Box& box, double scale) { return content(box, scale); }),
      labels(context) {
    clock.start();
    context.update = [this](const QRectF& device) { updateDevice(device); };
    context.notice = [this](const QString& text) { Q_EMIT q.notice(text); };
    context.lock = [this](std::vector<sketch::Stroke> outlines, int64_t layer) { Q_EMIT q.lockDrawn(outlines, layer); };
    context.pan = [this](QPointF by) { panBy(by); };
    context.write = [this](std::vector<sketch::StrokePoint> path, int64_t existing) {
        openEditor(std::move(path), existing);
    };
    context.index.reset(drawing.document(), *context.painter);
}

Sheet::Sheet(Drawing& drawing, Toolbox& toolbox, Selection& selection, const catalogue::Catalogue& catalogue,
             QWidget* parent)
    : QWidget(parent), m(std::make_unique<Parts>(*this, drawing, toolbox, selection, catalogue)) {
    setObjectName("sheet");
    setAccessibleName(tr("Sheet"));
    setAccessibleDescription(
        tr("The map as you draw it. Alt and the arrow keys move a pen, Enter sets it down and lifts it."));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_AcceptTouchEvents);
    setMouseTracking(true);
    setTabletTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    qApp->installEventFilter(this);  // pens tell the application alone that they come near

    m->regridTimer.setSingleShot(true);
    connect(&m->regridTimer, &QTimer::timeout, this, [this] { m->regrid(); });
    m->inkTimer.setSingleShot(true);
    m->inkTimer.setInterval(kLabelsAfterMs);
    connect(&m->inkTimer, &QTimer::timeout, this, [this] { m->takeInk(); });
    m->flashTimer.setInterval(33);
    connect(&m->flashTimer, &QTimer::timeout, this, [this] {
        const double now = static_cast<double>(m->clock.elapsed()) / 1000;
        for (const Parts::Flash& flash : m->flashes) {
            m->updateDevice(m->context.view.imageOf(m->context.index.boxOf(flash.stroke)).adjusted(-16, -16, 16, 16));
        }
        std::erase_if(m->flashes, [&](const Parts::Flash& flash) { return flash.until < now; });
        if (m->flashes.empty()) m->flashTimer.stop();
    });
    connect(&m->tiles, &Tiles::painted, this, [this](const QRect& grid) { m->tilesPainted(grid); });
    connect(&m->tiles, &Tiles::settledChanged, this, &Sheet::settledChanged);
    connect(&drawing, &Drawing::changed, this, [this](const document::Change& change) { m->documentChanged(change); });
    connect(&drawing, &Drawing::reset, this, [this] { m->documentReset(); });
    connect(&selection, &Selection::changed, this, [this] { m->frameChanged(); });
    connect(&toolbox, &Toolbox::changed, this, [this] {
        m->updateCursor();
        m->frameChanged();
        update();  // grid and mirror lines
    });
    m->view.centre = drawing.settings().extent * 0.5;
    m->applyView(m->view);
    m->updateCursor();
}

Sheet::~Sheet() {
    m->gesture.reset();
    delete m->editor;
}

QSize Sheet::sizeHint() const {
    return {900, 760};
}
QSize Sheet::minimumSizeHint() const {
    return {160, 120};
}

void Sheet::Parts::documentChanged(const document::Change& change) {
    // Where strokes were, before they are forgotten.
    Box touched;
    size_t count = 0;
    std::vector<Box> boxes;
    const double pixels = 170 / context.view.scale;
    const auto note = [&](const document::DrawnPtr& drawn, const Box& box) {
        Q_UNUSED(drawn);
        touched.include(box);
        if (++count <= 64) boxes.push_back(box);
    };
    for (const document::Splice& splice : change.splices) {
        for (const auto& drawn : splice.removed) note(drawn, context.index.boxOf(drawn->stroke.id));
    }
    context.index.apply(change, context.drawing.document(), *context.painter);
    for (const document::Splice& splice : change.splices) {
        for (const auto& drawn : splice.inserted) note(drawn, context.index.boxOf(drawn->stroke.id));
    }
    const bool settings = change.after && (change.before->extent != change.after->extent ||
                                           change.before->layers != change.after->layers ||
                                           !(change.before->underlay == change.after->underlay));
    if (settings) {
        tiles.invalidateAll();
        q.update();
    } else if (count > 64) {
        tiles.invalidate(touched.grown(pixels));
    } else {
        for (const Box& box : boxes) tiles.invalidate(box.grown(pixels));
    }
    std::vector<int64_t> kept;
    for (const int64_t id : context.selection.strokes()) {
        if (context.index.find(id)) kept.push_back(id);
    }
    if (kept.size() != context.selection.strokes().size()) context.selection.set(std::move(kept));
    frameChanged();
    labels.follow();
}

void Sheet::Parts::documentReset() {
    dropGesture();
    context.drying.clear();
    flashes.clear();
    context.index.reset(context.drawing.document(), *context.painter);
    context.selection.clear();
    nextInk.reset();
    inkTimer.stop();
    askedInk = 0;
    labels.setSymbols(nullptr);
    tiles.invalidateAll();
    frameChanged();
    q.fitAll();
    q.update();
}

void Sheet::Parts::frameChanged() {
    const auto repaint = [this] {
        if (frame) updateDevice(frame->pixels(context.view, context.ratio));
    };
    repaint();
    const Tool tool = context.toolbox.state().tool;
    frame = tool == Tool::underlay ? underlayFrame(context) : selectionFrame(context);
    // What was selected in the world or a list shows on the paper whatever the pen is set to.
    if (frame) frame->handles = tool == Tool::select || tool == Tool::underlay;
    repaint();
}

void Sheet::Parts::tilesPainted(const QRect& gridPixels) {
    if (tiles.grid().sameGrid(context.view)) {
        updateDevice(QRectF(gridPixels.translated(-context.view.origin)));
    } else {
        q.update();
    }
    dropDried();
}

// A finished stroke stays wet until every tile that can be seen of it is new.
void Sheet::Parts::dropDried() {
    if (context.drying.empty() || !tiles.grid().sameGrid(context.view)) return;
    const QRect seen = deviceRect().translated(context.view.origin);
    std::erase_if(context.drying, [&](const std::unique_ptr<WetStroke>& wet) {
        const QRect part = wet->touched() & seen;
        if (!part.isEmpty() && !tiles.fresh(part)) return false;
        updateDevice(QRectF(part.translated(-context.view.origin)));
        return true;
    });
}

void Sheet::Parts::updateDevice(const QRectF& devicePixels) {
    const double r = context.ratio;
    const QRectF widget(devicePixels.x() / r, devicePixels.y() / r, devicePixels.width() / r,
                        devicePixels.height() / r);
    const QRectF seen = widget & QRectF(q.rect());
    if (!seen.isEmpty()) q.update(seen.toAlignedRect().adjusted(-1, -1, 1, 1));
}

void Sheet::paintEvent(QPaintEvent* event) {
    m->paint(event->rect());
}

void Sheet::resizeEvent(QResizeEvent*) {
    m->applyView(m->view);
}

void Sheet::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        m->tiles.invalidateAll();
        update();
    }
    QWidget::changeEvent(event);
}

bool Sheet::settled() const {
    return m->tiles.settled() && m->tiles.grid().sameGrid(m->context.view) && !m->regridTimer.isActive();
}
bool Sheet::busy() const {
    return m->gesture != nullptr;
}

SheetColours Sheet::colours() const {
    return m->colours;
}
void Sheet::setColours(SheetColours colours) {
    if (colours == m->colours) return;
    m->dropGesture();  // it paints with the painter that goes
    m->context.drying.clear();
    m->colours = colours;
    m->context.painter = std::make_shared<const StrokePainter>(m->context.catalogue, colours);
    m->tiles.setPainter(m->context.painter);
    update();
}
bool Sheet::rulersShown() const {
    return m->rulers;
}
void Sheet::setRulersShown(bool shown) {
    m->rulers = shown;
    update();
}

void Sheet::setLatencyProbe(std::function<void(const Latency&)> probe) {
    m->probe = std::move(probe);
    m->waiting.clear();
}

void Sheet::flash(int64_t stroke) {
    if (!m->context.index.find(stroke)) return;
    m->flashes.push_back({stroke, static_cast<double>(m->clock.elapsed()) / 1000 + kFlashSeconds});
    m->flashTimer.start();
}

void Sheet::showStroke(int64_t stroke) {
    if (!m->context.index.find(stroke)) return;
    const Box box = m->context.index.boxOf(stroke);
    if (!m->onSight(box)) {
        SheetView next = m->view;
        next.centre = box.centre();
        setView(next);
    }
    flash(stroke);
}

void Sheet::setWalker(std::optional<Point> place, double yaw) {
    m->updateDevice(m->walkerRect());
    m->walker = place;
    m->walkerYaw = yaw;
    m->updateDevice(m->walkerRect());
}

void Sheet::setWorldView(std::optional<Point> eye, double yaw, double spread, double reach) {
    m->updateDevice(m->walkerRect());
    m->wedge.reset();
    if (eye) m->wedge = Parts::Wedge{*eye, yaw, spread, reach};
    m->updateDevice(m->walkerRect());
}

void Sheet::eraseSelected() {
    const auto strokes = m->context.selected();
    if (strokes.empty()) return;
    std::vector<int64_t> ids;
    for (const auto& drawn : strokes) ids.push_back(drawn->stroke.id);
    m->context.drawing.eraseStrokes(ids, tr("Erase %1").arg(strokesName(strokes)));
}

void Sheet::duplicateSelected() {
    const auto strokes = m->context.selected();
    if (strokes.empty()) return;
    document::Document next = m->context.drawing.document();
    const double aside = m->context.metresOf(kDuplicateAside);
    const QTransform by = QTransform::fromTranslate(aside, aside);
    std::vector<int64_t> ids;
    std::unordered_set<int64_t> chosen;
    for (const auto& drawn : strokes) chosen.insert(drawn->stroke.id);
    std::vector<document::DrawnPtr> copies;
    std::unordered_map<int64_t, int64_t> groups;  // copies are a symbol of their own
    int64_t free = 1;
    for (const auto& drawn : next.strokes) free = std::max(free, drawn->stroke.group.value_or(0) + 1);
    for (const auto& drawn : next.strokes) {  // in the order in which they were drawn
        if (!chosen.contains(drawn->stroke.id) || drawn->stroke.edit || drawn->stroke.lock)
            continue;  // a thing is changed once, and locks hold their own place
        document::Drawn copy = *drawn;
        copy.stroke = transformed(drawn->stroke, by, *m->context.painter);
        copy.stroke.id = next.nextId++;
        if (copy.stroke.group) copy.stroke.group = groups.emplace(*copy.stroke.group, free).first->second;
        if (copy.stroke.group == free) ++free;
        ids.push_back(copy.stroke.id);
        copies.push_back(std::make_shared<const document::Drawn>(std::move(copy)));
    }
    next.strokes.insert(next.strokes.end(), copies.begin(), copies.end());
    m->context.drawing.commit(std::move(next), tr("Duplicate %1").arg(strokesName(strokes)));
    m->context.selection.set(std::move(ids));
}

void Sheet::Parts::reorder(bool toFront) {
    const auto strokes = context.selected();
    if (strokes.empty()) return;
    std::unordered_set<int64_t> chosen;
    for (const auto& drawn : strokes) chosen.insert(drawn->stroke.id);
    document::Document next = context.drawing.document();
    std::stable_partition(next.strokes.begin(), next.strokes.end(), [&](const document::DrawnPtr& drawn) {
        return chosen.contains(drawn->stroke.id) != toFront;
    });
    const QString words = toFront ? SheetWords::tr("Bring %1 to front") : SheetWords::tr("Send %1 to back");
    context.drawing.commit(std::move(next), words.arg(strokesName(strokes)));
}

void Sheet::bringToFront() {
    m->reorder(true);
}
void Sheet::sendToBack() {
    m->reorder(false);
}

void Sheet::rebrushSelected(const QString& brush) {
    const auto strokes = m->context.selected();
    if (strokes.empty()) return;
    std::vector<document::DrawnPtr> changed;
    for (const auto& drawn : strokes) {
        document::Drawn copy = *drawn;
        copy.stroke.brush = brush.toStdString();
        copy.stroke.width = 0;  // the new brush's own
        copy.stroke.shows.clear();
        changed.push_back(std::make_shared<const document::Drawn>(std::move(copy)));
    }
    m->context.drawing.replaceStrokes(changed,
                                      tr("Change %1 to %2").arg(strokesName(strokes), brushName(brush.toStdString())));
}

void Sheet::selectAll() {
    std::vector<int64_t> ids;
    for (const auto& drawn : m->context.drawing.document().strokes) {
        if (m->context.editable(*drawn)) ids.push_back(drawn->stroke.id);
    }
    m->context.selection.set(std::move(ids));
}

void Sheet::cancelGesture() {
    m->dropGesture();
}

}  // namespace sketchwalk::ui
