#include "render/scene/InstanceTable.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <glm/geometric.hpp>

#include "core/assets/LevelOfDetail.h"
#include "core/base/Hash.h"

namespace sketchwalk::render {
namespace {

bool isUsable(const scene::Instance& i) {
    return std::isfinite(i.position.x + i.position.y + i.position.z + i.yaw + i.scale) && i.scale > 0;
}

void put(Choice::Copies& to, const glm::vec4& place, const glm::vec4& turn) {
    to.bytes.append(reinterpret_cast<const char*>(&place), sizeof place);
    to.bytes.append(reinterpret_cast<const char*>(&turn), sizeof turn);
    ++to.count;
}

// Where even one level an asset is too many draws, what looks smallest is left out: a pixel or two each.
void leaveOutSmallest(Choice& choice, const std::vector<InstanceTable::Shape>& shapes,
                      const std::vector<float>& largest, int most) {
    int draws = 0;
    std::vector<size_t> seen;
    for (size_t asset = 0; asset < choice.levels.size(); ++asset) {
        int own = 0;
        for (size_t level = 0; level < 3; ++level) {
            if (choice.levels[asset][level].count > 0) own += shapes[asset].draws[level];
        }
        draws += own;
        if (own > 0) seen.push_back(asset);
    }
    if (draws <= most) return;
    std::stable_sort(seen.begin(), seen.end(), [&](size_t a, size_t b) { return largest[a] < largest[b]; });
    for (const size_t asset : seen) {
        if (draws <= most || largest[asset] > 0.03f) return;  // never what one would miss
        for (size_t level = 0; level < 3; ++level) {
            if (choice.levels[asset][level].count > 0) draws -= shapes[asset].draws[level];
            choice.levels[asset][level] = {};
        }
    }
}

// How much of a thing shows that has just grown larger than the limit: from nothing at the limit to 1 above it by the
// band. In steps, so that a camera that hardly moves changes nothing.
float partAbove(float value, float limit, float band) {
    constexpr float kSteps = 16;
    if (band <= 0 || limit <= 0 || value >= limit * (1 + band)) return 1;
    const float part = std::ceil((value / limit - 1) / band * kSteps) / kSteps;
    return std::clamp(part, 1 / kSteps, 1.0f);
}

enum class Side { outside, across, inside };

Side sideOf(const ViewRange& view, glm::vec3 centre, float radius) {
    Side side = Side::inside;
    for (const glm::vec4& plane : view.planes) {
        const float d = glm::dot(glm::vec3(plane), centre) + plane.w;
        if (d < -radius) return Side::outside;
        if (d < radius) side = Side::across;
    }
    return side;
}

}  // namespace

InstanceTable::InstanceTable(const scene::Scene& scene, const std::vector<Shape>& shapes) : m_shapes(shapes) {
    for (const Shape& shape : shapes) m_radii.push_back(glm::length(shape.max - shape.min) * 0.5f);
    ContentHash hash;
    for (const auto& from : scene.groups) {
        if (from.asset < 0 || static_cast<size_t>(from.asset) >= shapes.size() || from.instances.empty()) continue;
        const Shape& shape = shapes[static_cast<size_t>(from.asset)];
        const float radius = m_radii[static_cast<size_t>(from.asset)];
        const float middle = (shape.min.y + shape.max.y) * 0.5f;
        Group group;
        group.asset = from.asset;
        glm::vec3 low(1e30f), high(-1e30f);
        for (const auto& instance : from.instances) {
            if (!isUsable(instance)) continue;
            const float yaw = instance.yaw * 0.017453293f;
            const auto number = static_cast<float>(toUnit(mix(instance.id)));
            group.records.push_back({glm::vec4(instance.position, instance.scale),
                                     glm::vec4(std::cos(yaw), std::sin(yaw), 0, number), instance.id,
                                     middle * instance.scale});
            const glm::vec3 at = instance.position + glm::vec3(0, middle * instance.scale, 0);
            low = glm::min(low, at - radius * instance.scale);
            high = glm::max(high, at + radius * instance.scale);
            const float values[] = {instance.position.x, instance.position.y, instance.position.z, yaw, instance.scale};
            hash.add(values, sizeof values);
            hash.add(&instance.id, sizeof instance.id);
        }
        if (group.records.empty()) continue;
        hash.add(&group.asset, sizeof group.asset);
        group.centre = (low + high) * 0.5f;
        group.radius = glm::length(high - low) * 0.5f;
        m_count += group.records.size();
        m_groups.push_back(std::move(group));
    }
    m_key = hash.value();
}

Choice InstanceTable::choose(const ViewRange& view, const std::unordered_set<uint64_t>& selected) const {
    Choice choice;
    choice.levels.resize(m_shapes.size());
    std::vector<float> largest(m_shapes.size(), 0.0f);  // by asset: share of the picture's height
    for (const Group& group : m_groups) {
        const Side groupSide = sideOf(view, group.centre, group.radius);
        if (groupSide == Side::outside) continue;
        const auto asset = static_cast<size_t>(group.asset);
        const size_t levels = m_shapes[asset].levelCount;
        auto& copies = choice.levels[asset];
        for (const Record& record : group.records) {
            const float scale = record.place.w, radius = m_radii[asset] * scale;
            const glm::vec3 middle(record.place.x, record.place.y + record.height, record.place.z);
            if (groupSide == Side::across && sideOf(view, middle, radius) == Side::outside) continue;
            const float away = std::max(glm::distance(middle, view.eye), 0.1f);
            const float share = 2 * radius / away * view.perShare;
            const bool isSelected = !selected.empty() && selected.contains(record.id);
            largest[asset] = std::max(largest[asset], isSelected ? 1.0f : share);
            if (share < view.leastShare && !isSelected) continue;
            const float fine = share * view.fineness;
            size_t level = fine > assets::kScreenShares[0] ? 0 : fine > assets::kScreenShares[1] ? 1 : 2;
            level = std::min(level, levels - 1);
            glm::vec4 turn = record.turn;
            const auto add = [&](size_t to, float part) {
                turn.z = (isSelected ? kSelected : 0.0f) + part;
                put(copies[to], record.place, turn);
            };
            const float whole = isSelected ? 1 : partAbove(share, view.leastShare, 2 * view.fade);
            const float own =
                level + 1 < levels ? partAbove(fine, static_cast<float>(assets::kScreenShares[level]), view.fade) : 1;
            if (own < 1) {
                add(level, own);
                add(level + 1, -own);
            } else {
                add(level, whole < 1 ? whole : 0);
            }
        }
    }
    if (view.mostDraws > 0) {
        drawTogether(choice, view.mostDraws);
        leaveOutSmallest(choice, m_shapes, largest, view.mostDraws);
    }
    return choice;
}

// Lets the copies of one level be drawn as another of the same asset, cheapest first, until the draws are few enough.
// Nearly always finer than need be: nothing near gets coarse.
void InstanceTable::drawTogether(Choice& choice, int most) const {
    struct Merge {
        double cost;  // triangles more
        size_t asset, from, to;
    };
    int draws = 0;
    std::vector<Merge> merges;
    for (size_t asset = 0; asset < choice.levels.size(); ++asset) {
        const auto& levels = choice.levels[asset];
        const Shape& shape = m_shapes[asset];
        size_t finest = 3;
        for (size_t level = 0; level < 3; ++level) {
            if (levels[level].count == 0) continue;
            draws += shape.draws[level];
            if (finest == 3) {
                finest = level;
                continue;
            }
            const double more = static_cast<double>(shape.triangles[finest]) - shape.triangles[level];
            merges.push_back({more * levels[level].count, asset, level, finest});
        }
    }
    std::sort(merges.begin(), merges.end(), [](const Merge& a, const Merge& b) {
        return a.cost != b.cost ? a.cost < b.cost : a.asset != b.asset ? a.asset < b.asset : a.from < b.from;
    });
    for (const Merge& merge : merges) {
        if (draws <= most) return;
        auto& levels = choice.levels[merge.asset];
        levels[merge.to].bytes += levels[merge.from].bytes;
        levels[merge.to].count += levels[merge.from].count;
        levels[merge.from] = {};
        draws -= m_shapes[merge.asset].draws[merge.from];
    }
}

Choice InstanceTable::chooseShadows(const ShadowRange& range) const {
    Choice choice;
    choice.levels.resize(m_shapes.size());
    for (const Group& group : m_groups) {
        const auto asset = static_cast<size_t>(group.asset);
        const size_t level = std::min<size_t>(1, m_shapes[asset].levelCount - 1);
        const auto offAxis = [&](glm::vec3 p) {
            const glm::vec3 d = p - range.centre;
            return glm::length(d - range.toward * glm::dot(d, range.toward));
        };
        if (offAxis(group.centre) > range.radius + group.radius) continue;
        for (const Record& record : group.records) {
            const glm::vec3 middle(record.place.x, record.place.y + record.height, record.place.z);
            const float radius = m_radii[asset] * record.place.w;
            // What is thinner than a texel or two throws no shadow that one could see.
            if (offAxis(middle) > range.radius + radius || radius < range.radius * 0.0016f) continue;
            put(choice.levels[asset][level], record.place, record.turn);
        }
    }
    return choice;
}

}  // namespace sketchwalk::render
