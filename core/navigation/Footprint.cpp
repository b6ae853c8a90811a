#include "core/navigation/Footprint.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "core/base/Trig.h"

namespace sketchwalk::navigation {

double Footprint::distance(Point p) const {
    const Point off = p - centre;
    const double x = std::max(std::abs(glm::dot(off, along)) - halfLength, 0.0);
    const double y = std::max(std::abs(glm::dot(off, across)) - halfDepth, 0.0);
    return std::sqrt(x * x + y * y);
}

Footprint footprintOf(const assets::Mesh& mesh, const scene::Instance& instance) {
    const double yaw = exact::radians(instance.yaw), scale = instance.scale;
    Footprint print;
    print.along = {exact::cos(yaw), -exact::sin(yaw)};
    print.across = {exact::sin(yaw), exact::cos(yaw)};
    const double x = 0.5 * scale * (mesh.min.x + mesh.max.x), z = 0.5 * scale * (mesh.min.z + mesh.max.z);
    print.centre = Point(instance.position.x, instance.position.z) + print.along * x + print.across * z;
    print.halfLength = 0.5 * scale * (mesh.max.x - mesh.min.x);
    print.halfDepth = 0.5 * scale * (mesh.max.z - mesh.min.z);
    print.low = instance.position.y + scale * mesh.min.y;
    print.high = instance.position.y + scale * mesh.max.y;
    return print;
}

Footprints::Footprints(const scene::Scene& scene) {
    for (const scene::InstanceGroup& group : scene.groups) {
        for (const scene::Instance& instance : group.instances) {
            m_all.push_back(footprintOf(*scene.assets[static_cast<size_t>(group.asset)].mesh, instance));
        }
    }
}

bool Footprints::anyHolds(const Box& box, double more) const {
    return std::any_of(m_all.begin(), m_all.end(), [&](const Footprint& print) {
        for (const Point& p : {box.min, box.max, Point(box.min.x, box.max.y), Point(box.max.x, box.min.y)}) {
            if (print.distance(p) > more) return false;
        }
        return true;
    });
}

}  // namespace sketchwalk::navigation
