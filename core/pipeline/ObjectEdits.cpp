#include "core/pipeline/ObjectEdits.h"

#include <algorithm>

namespace sketchwalk::pipeline {
namespace {

struct Standing {
    const scene::Instance* instance = nullptr;
    const scene::Asset* asset = nullptr;
};

Standing find(const scene::Scene& scene, uint64_t object) {
    for (const scene::InstanceGroup& group : scene.groups) {
        const auto& all = group.instances;  // ordered by id
        const auto at = std::lower_bound(all.begin(), all.end(), object,
                                         [](const scene::Instance& one, uint64_t id) { return one.id < id; });
        if (at != all.end() && at->id == object) return {&*at, &scene.assets[static_cast<size_t>(group.asset)]};
    }
    return {};
}

}  // namespace

std::optional<sketch::Stroke> editOf(const sketch::Sketch& sketch, const World& world, uint64_t object) {
    const Standing thing = find(*world.scene, object);
    if (thing.instance == nullptr) return std::nullopt;
    for (auto stroke = sketch.strokes.rbegin(); stroke != sketch.strokes.rend(); ++stroke) {
        if ((*stroke)->edit && (*stroke)->edit->object == object) return **stroke;
    }
    const auto& placements = world.layout.placements;
    const auto placed = std::find_if(placements.begin(), placements.end(),
                                     [object](const layout::Placement& one) { return one.id == object; });
    const scene::Instance& instance = *thing.instance;
    sketch::Stroke stroke;
    stroke.brush = thing.asset->category;
    const Point at(instance.position.x, instance.position.z);
    stroke.points = {{at, 1, -1}, {at, 1, -1}};
    sketch::ObjectEdit& edit = stroke.edit.emplace();
    edit.object = object;
    edit.was = thing.asset->category;
    edit.look = thing.asset->id;
    if (placed != placements.end()) {
        edit.source = placed->stroke;
    } else {
        edit.yaw = static_cast<double>(instance.yaw);
        edit.scale = static_cast<double>(instance.scale);
    }
    return stroke;
}

}  // namespace sketchwalk::pipeline
