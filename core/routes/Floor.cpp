#include "core/routes/Floor.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "core/base/Trig.h"

namespace sketchwalk::routes {
namespace {

constexpr double kBin = 2;       // metres
constexpr double kLevel = 0.55;  // least y of the normal of what carries: Recast's 45 degrees and a little

bool apart(const assets::Mesh& mesh, const scene::Instance& copy, const Box& box) {
    double reach = 0;
    for (const double x : {mesh.min.x, mesh.max.x}) {
        for (const double z : {mesh.min.z, mesh.max.z}) reach = std::max(reach, std::hypot(x, z));
    }
    return !box.grown(reach * copy.scale).contains({copy.position.x, copy.position.z});
}

}  // namespace

Floor::Floor(FloorOf of, const Box& box, const scene::Scene& scene, const catalogue::Catalogue& catalogue)
    : m_of(of), m_box(box.grown(1)) {
    m_columns = std::max(1, static_cast<int>(std::ceil(m_box.size().x / kBin)));
    m_rows = std::max(1, static_cast<int>(std::ceil(m_box.size().y / kBin)));
    m_bins.resize(static_cast<size_t>(m_columns) * static_cast<size_t>(m_rows));
    if (of != FloorOf::water) {
        for (const scene::TerrainChunk& chunk : scene.chunks) add(*chunk.mesh, nullptr);
    }
    for (const scene::WaterPart& part : scene.waters) {
        const bool ice = part.category == "ice", lava = part.category == "lava";
        if (of == FloorOf::all || (of == FloorOf::ground ? ice : !ice && !lava)) add(*part.mesh, nullptr);
    }
    if (of == FloorOf::water) return;
    for (const scene::InstanceGroup& group : scene.groups) {
        const scene::Asset& asset = scene.assets[static_cast<size_t>(group.asset)];
        const catalogue::Entry* entry = catalogue.find(asset.category);
        if (of == FloorOf::ground && (entry == nullptr || entry->family == "plant")) continue;
        for (const scene::Instance& copy : group.instances) {
            if (!apart(*asset.mesh, copy, m_box)) add(*asset.mesh, &copy);
        }
    }
}

void Floor::add(const assets::Mesh& mesh, const scene::Instance* copy) {
    const double yaw = copy != nullptr ? exact::radians(copy->yaw) : 0;
    const auto cosine = static_cast<float>(exact::cos(yaw)), sine = static_cast<float>(exact::sin(yaw));
    const auto placed = [&](const glm::vec3& p) {
        if (copy == nullptr) return p;
        const glm::vec3 q = p * copy->scale;
        return glm::vec3(q.x * cosine + q.z * sine, q.y, q.z * cosine - q.x * sine) + copy->position;
    };
    const auto bin = [](double metres, int count) {
        return std::clamp(static_cast<int>(std::floor(metres / kBin)), 0, count - 1);
    };
    for (const assets::Primitive& primitive : mesh.primitives) {
        for (size_t i = 0; i + 2 < primitive.indices.size(); i += 3) {
            const glm::vec3 a = placed(primitive.positions[primitive.indices[i]]),
                            b = placed(primitive.positions[primitive.indices[i + 1]]),
                            c = placed(primitive.positions[primitive.indices[i + 2]]);
            Box box;
            for (const glm::vec3& p : {a, b, c}) box.include({p.x, p.z});
            if (!m_box.overlaps(box)) continue;
            if (m_of == FloorOf::ground) {
                const glm::dvec3 normal = glm::cross(glm::dvec3(b - a), glm::dvec3(c - a));
                if (!(normal.y > kLevel * std::sqrt(glm::dot(normal, normal)))) continue;
            }
            const auto number = static_cast<uint32_t>(m_corners.size() / 3);
            m_corners.insert(m_corners.end(), {a, b, c});
            for (int row = bin(box.min.y - m_box.min.y, m_rows); row <= bin(box.max.y - m_box.min.y, m_rows); ++row) {
                for (int column = bin(box.min.x - m_box.min.x, m_columns);
                     column <= bin(box.max.x - m_box.min.x, m_columns); ++column)
                    m_bins[static_cast<size_t>(row * m_columns + column)].push_back(number);
            }
        }
    }
}

template <class Use>
void Floor::eachOver(Point place, const Use& use) const {
    const int column = std::clamp(static_cast<int>((place.x - m_box.min.x) / kBin), 0, m_columns - 1);
    const int row = std::clamp(static_cast<int>((place.y - m_box.min.y) / kBin), 0, m_rows - 1);
    for (const uint32_t number : m_bins[static_cast<size_t>(row * m_columns + column)]) {
        const glm::dvec3 a = m_corners[3 * number], b = m_corners[3 * number + 1], c = m_corners[3 * number + 2];
        const double area = (b.x - a.x) * (c.z - a.z) - (b.z - a.z) * (c.x - a.x);
        if (area == 0) continue;
        const double v = ((place.x - a.x) * (c.z - a.z) - (place.y - a.z) * (c.x - a.x)) / area;
        const double w = ((b.x - a.x) * (place.y - a.z) - (b.z - a.z) * (place.x - a.x)) / area;
        if (v < -1e-5 || w < -1e-5 || v + w > 1 + 1e-5) continue;
        use(a.y + v * (b.y - a.y) + w * (c.y - a.y));
    }
}

std::optional<double> Floor::below(Point place, double most) const {
    std::optional<double> best;
    eachOver(place, [&](double height) {
        if (height <= most && (!best || height > *best)) best = height;
    });
    return best;
}

std::optional<double> Floor::near(Point place, double low, double high) const {
    std::optional<double> best;
    double off = 1e300;
    eachOver(place, [&](double height) {
        const double away = height < low ? low - height : height > high ? height - high : 0;
        if (away < off || (away == off && height > *best)) {
            off = away;
            best = height;
        }
    });
    return best;
}

}  // namespace sketchwalk::routes
