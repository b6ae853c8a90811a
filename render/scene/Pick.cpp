#include "render/scene/Pick.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <vector>

namespace sketchwalk::render {
namespace {

constexpr float kNever = 1e30f;

struct Placed {
    const scene::Instance* instance = nullptr;
    glm::vec3 middle{0};
    float radius = 0, cosine = 1, sine = 0;
};
struct Group {
    const assets::Mesh* mesh = nullptr;
    glm::vec3 middle{0};
    float radius = 0;
    std::vector<Placed> placed;
};

bool meets(const Ray& ray, glm::vec3 middle, float radius, float nearest) {
    const glm::vec3 to = middle - ray.origin;
    const float along = glm::dot(to, ray.direction);
    if (along < -radius || along > nearest + radius) return false;
    return glm::dot(to, to) - along * along <= radius * radius;
}

// Distance along the ray to a triangle, either side (Moeller and Trumbore, 1997); kNever where it passes by.
float toTriangle(const Ray& ray, glm::vec3 a, glm::vec3 b, glm::vec3 c) {
    const glm::vec3 ab = b - a, ac = c - a, p = glm::cross(ray.direction, ac);
    const float det = glm::dot(ab, p);
    if (std::abs(det) < 1e-12f) return kNever;
    const glm::vec3 s = ray.origin - a;
    const float u = glm::dot(s, p) / det;
    if (u < -1e-5f || u > 1 + 1e-5f) return kNever;
    const glm::vec3 q = glm::cross(s, ab);
    const float v = glm::dot(ray.direction, q) / det;
    if (v < -1e-5f || u + v > 1 + 1e-5f) return kNever;
    const float t = glm::dot(ac, q) / det;
    return t >= 0 ? t : kNever;
}

bool meetsBox(const Ray& ray, glm::vec3 low, glm::vec3 high, float nearest) {
    float from = 0, to = nearest;
    for (int k = 0; k < 3; ++k) {
        if (std::abs(ray.direction[k]) < 1e-9f) {
            if (ray.origin[k] < low[k] || ray.origin[k] > high[k]) return false;
            continue;
        }
        float a = (low[k] - ray.origin[k]) / ray.direction[k], b = (high[k] - ray.origin[k]) / ray.direction[k];
        if (a > b) std::swap(a, b);
        from = std::max(from, a);
        to = std::min(to, b);
        if (from > to) return false;
    }
    return true;
}

float toMesh(const Ray& local, const assets::Mesh& mesh, float nearest) {
    if (!meetsBox(local, mesh.min, mesh.max, nearest)) return kNever;
    float best = kNever;
    for (const auto& p : mesh.primitives) {
        for (size_t i = 0; i + 2 < p.indices.size(); i += 3) {
            best = std::min(best, toTriangle(local, p.positions[p.indices[i]], p.positions[p.indices[i + 1]],
                                             p.positions[p.indices[i + 2]]));
        }
    }
    return best;
}

// Height of what one would touch at a node: the water's surface in water cells, else the land.
float surfaceAt(const terrain::Ground& ground, int x, int y, bool inWater) {
    const float land = ground.height.clamped(x, y);
    if (!inWater || ground.waterLevel.empty()) return land;
    const float level = ground.waterLevel.clamped(x, y);
    return std::isfinite(level) ? std::max(level, land) : land;
}

float toCell(const terrain::Ground& ground, const Ray& ray, int x, int y) {
    const bool inWater = !ground.water.empty() && ground.water(x, y) != 0;
    const auto corner = [&](int dx, int dy) {
        return glm::vec3((x + dx) * ground.spacing, surfaceAt(ground, x + dx, y + dy, inWater),
                         (y + dy) * ground.spacing);
    };
    const glm::vec3 a = corner(0, 0), b = corner(1, 0), c = corner(0, 1), d = corner(1, 1);
    return std::min(toTriangle(ray, a, b, c), toTriangle(ray, b, d, c));
}

// Walks the cells under the ray (Amanatides and Woo, 1987).
float toGround(const terrain::Ground& ground, const Ray& ray, float lowest, float highest) {
    if (ground.height.empty() || ground.spacing <= 0) return kNever;
    const int wide = ground.width(), deep = ground.depth();
    const auto spacing = static_cast<float>(ground.spacing);
    const glm::vec3 low(0, lowest - 1, 0);
    const glm::vec3 high(static_cast<float>(wide) * spacing, highest + 1, static_cast<float>(deep) * spacing);
    float from = 0, to = kNever;
    for (int k = 0; k < 3; ++k) {
        if (std::abs(ray.direction[k]) < 1e-9f) {
            if (ray.origin[k] < low[k] || ray.origin[k] > high[k]) return kNever;
            continue;
        }
        float a = (low[k] - ray.origin[k]) / ray.direction[k], b = (high[k] - ray.origin[k]) / ray.direction[k];
        if (a > b) std::swap(a, b);
        from = std::max(from, a);
        to = std::min(to, b);
    }
    if (from > to) return kNever;
    const glm::vec3 start = ray.origin + ray.direction * (from + 1e-4f);
    int x = std::clamp(static_cast<int>(start.x / spacing), 0, wide - 1);
    int y = std::clamp(static_cast<int>(start.z / spacing), 0, deep - 1);
    const int stepX = ray.direction.x > 0 ? 1 : -1, stepY = ray.direction.z > 0 ? 1 : -1;
    const auto next = [&](int cell, int step, float origin, float direction) {
        if (std::abs(direction) < 1e-9f) return kNever;
        return (static_cast<float>(cell + (step > 0 ? 1 : 0)) * spacing - origin) / direction;
    };
    float nextX = next(x, stepX, ray.origin.x, ray.direction.x), nextY = next(y, stepY, ray.origin.z, ray.direction.z);
    while (x >= 0 && y >= 0 && x < wide && y < deep) {
        const float hit = toCell(ground, ray, x, y);
        if (hit < kNever) return hit;
        if (std::min(nextX, nextY) > to) return kNever;
        if (nextX < nextY) {
            x += stepX;
            nextX = next(x, stepX, ray.origin.x, ray.direction.x);
        } else {
            y += stepY;
            nextY = next(y, stepY, ray.origin.z, ray.direction.z);
        }
    }
    return kNever;
}

}  // namespace

struct Picker::Content {
    std::shared_ptr<const scene::Scene> scene;
    std::vector<scene::InstanceGroup> followers;  // where they begin
    std::vector<Group> groups;
    float lowest = 0, highest = 0;  // of ground and water, metres
};

Picker::Picker(std::shared_ptr<const scene::Scene> scene) {
    auto content = std::make_unique<Content>();
    content->scene = std::move(scene);
    const scene::Scene& s = *content->scene;
    content->followers = scene::followersAt(s, 0);
    const auto take = [&](const scene::InstanceGroup& from) {
        if (from.asset < 0 || static_cast<size_t>(from.asset) >= s.assets.size() || from.instances.empty()) return;
        Group group;
        group.mesh = s.assets[static_cast<size_t>(from.asset)].mesh.get();
        if (group.mesh == nullptr) return;
        const glm::vec3 middle = (group.mesh->min + group.mesh->max) * 0.5f;
        const float radius = glm::length(group.mesh->max - group.mesh->min) * 0.5f;
        glm::vec3 low(kNever), high(-kNever);
        for (const auto& instance : from.instances) {
            if (!(instance.scale > 0) || !std::isfinite(instance.position.x + instance.position.y + instance.yaw))
                continue;
            const float yaw = instance.yaw * 0.017453293f, c = std::cos(yaw), n = std::sin(yaw);
            const glm::vec3 turned(middle.x * c + middle.z * n, middle.y, middle.z * c - middle.x * n);
            group.placed.push_back(
                {&instance, instance.position + turned * instance.scale, radius * instance.scale, c, n});
            low = glm::min(low, group.placed.back().middle - radius * instance.scale);
            high = glm::max(high, group.placed.back().middle + radius * instance.scale);
        }
        if (group.placed.empty()) return;
        group.middle = (low + high) * 0.5f;
        group.radius = glm::length(high - low) * 0.5f;
        content->groups.push_back(std::move(group));
    };
    for (const auto& from : s.groups) take(from);
    for (const auto& from : content->followers) take(from);
    if (s.ground && !s.ground->height.empty()) {
        const auto& heights = s.ground->height.values();
        const auto [low, high] = std::minmax_element(heights.begin(), heights.end());
        content->lowest = *low;
        content->highest = *high;
        for (const float level : s.ground->waterLevel.values()) {
            if (std::isfinite(level)) content->highest = std::max(content->highest, level);
        }
    }
    m_content = std::move(content);
}

Picker::~Picker() = default;
Picker::Picker(Picker&&) noexcept = default;
Picker& Picker::operator=(Picker&&) noexcept = default;

const scene::Scene& Picker::scene() const {
    return *m_content->scene;
}

std::optional<glm::vec3> Picker::ground(const Ray& ray) const {
    if (!m_content->scene->ground) return std::nullopt;
    const float hit = toGround(*m_content->scene->ground, ray, m_content->lowest, m_content->highest);
    if (hit >= kNever) return std::nullopt;
    return ray.origin + ray.direction * hit;
}

std::optional<Pick> Picker::pick(const Ray& ray) const {
    float nearest = kNever;
    const scene::Instance* found = nullptr;
    if (m_content->scene->ground) {
        nearest = toGround(*m_content->scene->ground, ray, m_content->lowest, m_content->highest);
    }
    for (const Group& group : m_content->groups) {
        if (!meets(ray, group.middle, group.radius, nearest)) continue;
        for (const Placed& placed : group.placed) {
            if (!meets(ray, placed.middle, placed.radius, nearest)) continue;
            const scene::Instance& i = *placed.instance;
            const auto back = [&](glm::vec3 v) {
                return glm::vec3(v.x * placed.cosine - v.z * placed.sine, v.y, v.z * placed.cosine + v.x * placed.sine);
            };
            const Ray local{back(ray.origin - i.position) / i.scale, back(ray.direction)};
            const float hit = toMesh(local, *group.mesh, nearest / i.scale) * i.scale;
            if (hit < nearest) {
                nearest = hit;
                found = &i;
            }
        }
    }
    if (nearest >= kNever) return std::nullopt;
    Pick pick;
    if (found) {
        pick.instance = found->id;
        pick.stroke = found->stroke;
    }
    pick.point = ray.origin + ray.direction * nearest;
    pick.distance = nearest;
    return pick;
}

}  // namespace sketchwalk::render
