#include "ui/shape/ThingEditor.h"

#include <algorithm>
#include <cmath>

#include "core/pipeline/ObjectEdits.h"
#include "ui/canvas/StrokeEdits.h"

namespace sketchwalk::ui {
namespace {

constexpr double kLeastScale = 0.1, kMostScale = 10;

struct Standing {
    const scene::Instance* instance = nullptr;
    const scene::Asset* asset = nullptr;
};

Standing find(const BuiltWorldPtr& world, uint64_t object) {
    const scene::Scene& scene = *world->world.scene;
    for (const scene::InstanceGroup& group : scene.groups) {
        for (const scene::Instance& instance : group.instances) {
            if (instance.id == object) return {&instance, &scene.assets[static_cast<size_t>(group.asset)]};
        }
    }
    return {};
}

}  // namespace

ThingEditor::ThingEditor(Drawing* drawing, const catalogue::Catalogue& catalogue, QObject* parent)
    : QObject(parent), m_drawing(drawing), m_catalogue(catalogue) {
    connect(drawing, &Drawing::reset, this, [this] { setWorld(nullptr); });
}

void ThingEditor::setWorld(BuiltWorldPtr world) {
    m_world = std::move(world);
    if (m_object && (!m_world || find(m_world, *m_object).instance == nullptr)) m_object.reset();
    Q_EMIT selectionChanged();
}

void ThingEditor::select(std::optional<uint64_t> object) {
    if (object && (!m_world || find(m_world, *object).instance == nullptr)) object.reset();
    if (object == m_object) return;
    m_object = object;
    Q_EMIT selectionChanged();
}

std::optional<sketch::Stroke> ThingEditor::change() const {
    if (!m_object || !m_world) return std::nullopt;
    return pipeline::editOf(document::toSketch(m_drawing->document()), m_world->world, *m_object);
}

QString ThingEditor::name() const {
    const auto stroke = change();
    return stroke ? brushName(stroke->brush) : QString();
}

std::optional<Stance> ThingEditor::stance() const {
    const auto stroke = change();
    if (!stroke) return std::nullopt;
    const Standing thing = find(m_world, *m_object);
    const glm::vec3 low = thing.asset->mesh->min, high = thing.asset->mesh->max;
    const double reach = std::hypot(std::max(-low.x, high.x), std::max(-low.z, high.z)) * thing.instance->scale;
    return Stance{stroke->points.back().at, stroke->edit->yaw.value_or(static_cast<double>(thing.instance->yaw)),
                  stroke->edit->scale, reach};
}

bool ThingEditor::isChanged() const {
    const auto stroke = change();
    return stroke && stroke->id != 0;
}

bool ThingEditor::isLocked() const {
    if (!m_object || !m_world) return false;
    const auto& held = m_world->world.layout.held;
    return std::any_of(held.begin(), held.end(),
                       [this](const layout::Held& one) { return one.what().id == *m_object; });
}

bool ThingEditor::mayChange() {
    if (!isLocked()) return true;
    Q_EMIT notice(tr("The %1 lies in a locked region and stays as it is. Erase the lock to change it.").arg(name()));
    return false;
}

void ThingEditor::moveTo(Point place, const QString& grip) {
    auto stroke = change();
    if (!stroke) return;
    const Point extent = m_drawing->settings().extent;
    stroke->points.back().at = {std::clamp(place.x, 0.0, extent.x), std::clamp(place.y, 0.0, extent.y)};
    commit(std::move(*stroke), tr("Move %1"), grip);
}

void ThingEditor::turnTo(double yaw, const QString& grip) {
    auto stroke = change();
    if (!stroke) return;
    stroke->edit->yaw = std::remainder(yaw, 360);
    commit(std::move(*stroke), tr("Turn %1"), grip);
}

void ThingEditor::scaleTo(double scale, const QString& grip) {
    auto stroke = change();
    if (!stroke) return;
    const bool grows = scale > stroke->edit->scale;
    stroke->edit->scale = std::clamp(scale, kLeastScale, kMostScale);
    commit(std::move(*stroke), grows ? tr("Enlarge %1") : tr("Shrink %1"), grip);
}

void ThingEditor::turnBy(double degrees) {
    if (const auto now = stance()) turnTo(now->yaw + degrees);
}

void ThingEditor::scaleBy(double factor) {
    if (const auto now = stance()) scaleTo(now->scale * factor);
}

void ThingEditor::become(const std::string& brush) {
    auto stroke = change();
    if (!stroke) return;
    const catalogue::Entry* entry = m_catalogue.find(brush);
    if (entry == nullptr || entry->kind != catalogue::Kind::object) {
        Q_EMIT notice(tr("Choose a thing among the brushes first: the %1 becomes what the pen would draw.")
                          .arg(brushName(stroke->brush)));
        return;
    }
    stroke->brush = brush;
    commit(std::move(*stroke), tr("Turn into %1"));
}

void ThingEditor::remove() {
    auto stroke = change();
    if (!stroke) return;
    stroke->edit->removed = true;
    commit(std::move(*stroke), tr("Remove %1"));
}

void ThingEditor::putBack() {
    if (!mayChange()) return;
    const auto stroke = change();
    if (stroke && stroke->id != 0)
        m_drawing->eraseStrokes({stroke->id}, tr("Put %1 back").arg(brushName(stroke->edit->was)));
}

// With what it came from; what grew by itself lies on the topmost layer that is shown.
int64_t ThingEditor::layerOf(const sketch::Stroke& change) const {
    const auto source = m_drawing->document().find(change.edit->source);
    if (source) return source->layer;
    const auto& layers = m_drawing->settings().layers;
    const auto shown = std::find_if(layers.rbegin(), layers.rend(), [](const auto& layer) { return layer.shown; });
    return shown != layers.rend() ? shown->id : layers.back().id;
}

void ThingEditor::commit(sketch::Stroke change, const QString& label, const QString& mergeKey) {
    if (!mayChange()) return;
    const int64_t layer = layerOf(change);
    const QString words = label.arg(brushName(change.brush));
    document::Document next = m_drawing->document();
    auto drawn = std::make_shared<document::Drawn>(document::Drawn{std::move(change), layer});
    if (drawn->stroke.id == 0) {
        drawn->stroke.id = next.nextId++;
        next.strokes.push_back(std::move(drawn));
    } else {
        const auto same = std::find_if(next.strokes.begin(), next.strokes.end(), [&](const document::DrawnPtr& one) {
            return one->stroke.id == drawn->stroke.id;
        });
        if (same == next.strokes.end()) return;
        drawn->layer = (*same)->layer;
        *same = std::move(drawn);
    }
    m_drawing->commit(std::move(next), words, mergeKey);
    Q_EMIT selectionChanged();
}

}  // namespace sketchwalk::ui
