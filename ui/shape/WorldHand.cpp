#include "ui/shape/WorldHand.h"

#include <QMouseEvent>
#include <QTabletEvent>
#include <cmath>

#include "core/pipeline/Locks.h"
#include "render/viewport/Viewport.h"
#include "ui/canvas/StrokeEdits.h"
#include "ui/shape/LockLines.h"

namespace sketchwalk::ui {
namespace {

constexpr double kDragFrom = 4;                     // pixels; less is a click
constexpr double kHandle = 18, kHandleOnThing = 6;  // pixels about a knob that take hold of it
constexpr double kSnapTurn = 15;                    // degrees
constexpr double kRoom = 0.7, kLeastRing = 1.2;     // metres about the thing; of the ring
constexpr double kLeastSeen = 40;                   // pixels, of the ring's radius, from however far
constexpr float kOverGround = 0.3f;
constexpr double kLeastStep = 0.3;  // metres between points of a stroke
constexpr int kBeat = 200;          // milliseconds between two looks at what is being drawn

}  // namespace

WorldHand::WorldHand(ThingEditor* things, Drawing* drawing, Toolbox* toolbox, const catalogue::Catalogue& catalogue,
                     QObject* parent)
    : QObject(parent), m_things(things), m_drawing(drawing), m_toolbox(toolbox), m_catalogue(catalogue) {
    m_beat.setInterval(kBeat);
    connect(&m_beat, &QTimer::timeout, this, &WorldHand::show);
    connect(m_things, &ThingEditor::selectionChanged, this, [this] {
        showHandles();
        showOutlines();
    });
}

void WorldHand::setViewport(render::Viewport* viewport) {
    m_viewport = viewport;
    viewport->installEventFilter(this);
    connect(viewport, &render::Viewport::cameraMoved, this, &WorldHand::showHandles);
    showOutlines();
}

void WorldHand::setDraws(bool draws) {
    m_draws = draws;
    if (m_viewport) m_viewport->setCursor(draws ? Qt::CrossCursor : Qt::ArrowCursor);
    showHandles();
}

bool WorldHand::eventFilter(QObject*, QEvent* event) {
    switch (event->type()) {
        case QEvent::MouseButtonPress:
        case QEvent::MouseMove:
        case QEvent::MouseButtonRelease: {
            const auto* mouse = static_cast<QMouseEvent*>(event);
            if (event->type() == QEvent::MouseMove) return move(mouse->position(), 1);
            if (mouse->button() != Qt::LeftButton || mouse->modifiers() != Qt::NoModifier)
                return m_doing != Doing::nothing;
            return event->type() == QEvent::MouseButtonPress ? press(mouse->position(), 1)
                                                             : release(mouse->position(), 1);
        }
        case QEvent::TabletPress:
        case QEvent::TabletMove:
        case QEvent::TabletRelease: {
            auto* pen = static_cast<QTabletEvent*>(event);
            const double pressure = pen->pressure();
            const bool taken = event->type() == QEvent::TabletPress  ? press(pen->position(), pressure)
                               : event->type() == QEvent::TabletMove ? move(pen->position(), pressure)
                                                                     : release(pen->position(), pressure);
            event->setAccepted(taken);  // else it comes again as a mouse
            return taken;
        }
        default:
            return false;
    }
}

std::optional<Point> WorldHand::groundAt(QPointF at) const {
    const auto ground = m_viewport->groundAt(at);
    return ground ? std::optional(Point(ground->x, ground->z)) : std::nullopt;
}

Point WorldHand::snapped(Point p) const {
    const Toolbox::State& state = m_toolbox->state();
    if (!state.snap || !(state.gridStep > 0)) return p;
    return {std::round(p.x / state.gridStep) * state.gridStep, std::round(p.y / state.gridStep) * state.gridStep};
}

bool WorldHand::press(QPointF at, double pressure) {
    if (m_doing != Doing::nothing) return true;
    const auto ground = groundAt(at);
    if (!ground) return false;
    m_pressed = at;
    m_moved = false;
    if (m_draws) {
        beginStroke(*ground, pressure);
        return true;
    }
    const auto pick = m_viewport->pickAt(at.toPoint());
    const bool onThing = pick && pick->instance && pick->instance == m_things->object();
    const Doing handle = handleAt(at, onThing ? kHandleOnThing : kHandle);
    if (onThing || handle != Doing::nothing) take(handle != Doing::nothing ? handle : Doing::dragging, *ground);
    return m_doing != Doing::nothing;
}

WorldHand::Doing WorldHand::handleAt(QPointF at, double within) const {
    const auto& handles = m_viewport->handles();
    if (!handles) return Doing::nothing;
    const auto away = [&](glm::vec3 knob) {
        const auto seen = m_viewport->project(knob);
        return seen ? std::hypot(seen->x() - at.x(), seen->y() - at.y()) : 1e9;
    };
    const double turning = away(handles->turningKnob()), scaling = away(handles->scalingKnob());
    if (std::min(turning, scaling) > within) return Doing::nothing;
    return turning < scaling ? Doing::turning : Doing::scaling;
}

void WorldHand::take(Doing doing, Point ground) {
    const auto stance = m_things->stance();
    if (!stance) return;
    m_doing = doing;
    m_from = m_wished = *stance;
    m_held = ground;
    ++m_number;
}

void WorldHand::follow(Point ground) {
    const Point before = m_held - m_from.place, now = ground - m_from.place;
    const double wasAway = std::max(distance(m_held, m_from.place), 0.1), away = distance(ground, m_from.place);
    if (m_doing == Doing::dragging) {  // its foot, and not the ground behind it, goes along with the pointer
        m_wished.place = snapped(m_from.place + ground - m_held);
    } else if (m_doing == Doing::turning && away > 0) {
        const double turn = (std::atan2(now.x, now.y) - std::atan2(before.x, before.y)) * 57.29577951308232;
        m_wished.yaw = m_from.yaw + turn;
        if (m_toolbox->state().snap) m_wished.yaw = std::round(m_wished.yaw / kSnapTurn) * kSnapTurn;
    } else if (m_doing == Doing::scaling) {
        m_wished.scale = m_from.scale * std::max(away / wasAway, 0.05);
    }
    m_fresh = true;
    showHandles();
}

// About the thing as it is to stand, ahead of the world that follows.
void WorldHand::showHandles() {
    if (!m_viewport) return;
    const auto stance = m_doing == Doing::nothing || m_doing == Doing::drawing ? m_things->stance() : m_wished;
    const auto scene = m_viewport->scene();
    if (!stance || !scene || !scene->ground || m_draws) return m_viewport->setHandles(std::nullopt);
    const terrain::Ground& ground = *scene->ground;
    const double height = bilinear(ground.height, stance->place.x / ground.spacing, stance->place.y / ground.spacing);
    const glm::vec3 foot(stance->place.x, height + kOverGround, stance->place.y);
    double radius = std::max({stance->reach + kRoom, kLeastRing, kLeastSeen * m_viewport->metresPerPixel(foot)});
    if (m_doing == Doing::scaling) radius *= m_wished.scale / m_from.scale;
    m_viewport->setHandles(render::Handles{foot, static_cast<float>(radius), static_cast<float>(stance->yaw)});
}

void WorldHand::setOutlinesShown(bool shown) {
    m_outlinesShown = shown;
    showOutlines();
}

bool WorldHand::locks() const {
    const catalogue::Entry* entry = m_catalogue.find(m_stroke.brush);
    return m_doing == Doing::drawing && entry != nullptr && pipeline::isLock(entry->id);
}

void WorldHand::showOutlines() {
    if (!m_viewport) return;
    const BuiltWorldPtr world = m_things->world();
    if (!m_outlinesShown || !world) return m_viewport->setOutlines({});
    Polyline drawn;
    if (locks()) {
        for (const sketch::StrokePoint& p : m_stroke.points) drawn.push_back(p.at);
    }
    m_viewport->setOutlines(lockLines(world->world.layout.locks, drawn, *world->world.ground));
}

bool WorldHand::move(QPointF at, double pressure) {
    if (m_doing == Doing::nothing) {
        if (!m_draws)
            m_viewport->setCursor(handleAt(at, kHandleOnThing) != Doing::nothing ? Qt::OpenHandCursor
                                                                                 : Qt::ArrowCursor);
        return false;
    }
    const QPointF by = at - m_pressed;
    m_moved = m_moved || std::hypot(by.x(), by.y()) >= kDragFrom;
    const auto ground = groundAt(at);
    if (!ground || !m_moved) return true;
    if (m_doing == Doing::drawing) {
        addPoint(*ground, pressure);
    } else {
        follow(*ground);
    }
    if (!m_beat.isActive()) m_beat.start();
    return true;
}

bool WorldHand::release(QPointF at, double pressure) {
    if (m_doing == Doing::nothing) return false;
    move(at, pressure);
    m_beat.stop();
    if (m_doing == Doing::drawing && !m_moved) m_fresh = true;  // a tap sets down one
    show();
    if (locks() && m_stroke.points.size() > 2) {
        m_stroke.closed = true;
        Q_EMIT lockDrawn({m_stroke}, m_layer);
    }
    m_doing = Doing::nothing;
    showHandles();
    showOutlines();
    return true;
}

void WorldHand::beginStroke(Point ground, double pressure) {
    const Toolbox::State& state = m_toolbox->state();
    const document::Layer* layer = m_drawing->document().layer(state.layer);
    if (layer == nullptr) layer = &m_drawing->settings().layers.back();
    if (layer->locked || !layer->shown) {
        const QString name = QString::fromStdString(layer->name);
        Q_EMIT notice(layer->locked ? tr("The layer \"%1\" is locked.").arg(name)
                                    : tr("The layer \"%1\" is hidden.").arg(name));
        return;
    }
    m_layer = layer->id;
    m_stroke = {};
    m_stroke.brush = state.brush;
    m_stroke.pen = state.pen;
    m_stroke.width = state.width;
    m_doing = Doing::drawing;
    ++m_number;
    m_clock.start();
    addPoint(ground, pressure);
}

void WorldHand::addPoint(Point ground, double pressure) {
    ground = snapped(ground);
    auto& points = m_stroke.points;
    if (!points.empty() && distance(points.back().at, ground) < kLeastStep) return;
    points.push_back({ground, static_cast<float>(pressure), static_cast<float>(m_clock.elapsed()) / 1000});
    m_fresh = true;
}

void WorldHand::show() {
    if (!m_fresh) return;
    m_fresh = false;
    const QString grip = QStringLiteral("world %1").arg(m_number);
    if (m_doing == Doing::dragging) return m_things->moveTo(m_wished.place, grip);
    if (m_doing == Doing::turning) return m_things->turnTo(m_wished.yaw, grip);
    if (m_doing == Doing::scaling) return m_things->scaleTo(m_wished.scale, grip);
    if (locks()) return showOutlines();  // it becomes a stroke when it is closed
    const catalogue::Entry* entry = m_catalogue.find(m_stroke.brush);
    const catalogue::DrawnAs shape = shapeOf(m_toolbox->state(), entry);
    sketch::Stroke stroke = m_stroke;
    stroke.closed = shape == catalogue::DrawnAs::area && stroke.points.size() > 2;
    if (shape == catalogue::DrawnAs::symbol) stroke.points.erase(stroke.points.begin(), stroke.points.end() - 1);
    document::Document next = m_drawing->document();
    if (m_stroke.id == 0) {
        m_stroke.id = stroke.id = next.nextId++;
        next.strokes.push_back(std::make_shared<document::Drawn>(document::Drawn{std::move(stroke), m_layer}));
    } else {
        for (document::DrawnPtr& drawn : next.strokes) {
            if (drawn->stroke.id == m_stroke.id)
                drawn = std::make_shared<document::Drawn>(document::Drawn{stroke, drawn->layer});
        }
    }
    m_drawing->commit(std::move(next), tr("Draw %1").arg(brushName(m_stroke.brush)), grip);
}

}  // namespace sketchwalk::ui
