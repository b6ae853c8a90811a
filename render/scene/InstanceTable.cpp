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

float numberOf(uint64_t id) {  // 0..1
    return static_cast<float>(toUnit(mix(id)));
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
    if (band <= 0 || limit <= 0 || value >= limit * (1 + band)) return 1;
    const float part = std::ceil((value / limit - 1) / band * kPartSteps) / kPartSteps;
    return std::clamp(part, 1.0f / kPartSteps, 1.0f);
}

// A unit quaternion but for its w, which is not below 0.
glm::vec3 halfOf(const glm::quat& q) {
    const float sign = q.w < 0 ? -1.0f : 1.0f;
    return glm::vec3(q.x, q.y, q.z) * sign;
}

glm::quat aboutUp(float yaw) {  // radians
    return {std::cos(yaw / 2), 0, std::sin(yaw / 2), 0};
}

std::unordered_set<uint64_t> idsOf(std::span<const MovedCopy> moved) {
    std::unordered_set<uint64_t> ids;
    for (const MovedCopy& one : moved) ids.insert(one.id);
    return ids;
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

void Choice::Copies::add(const glm::vec4& place, const glm::vec4& turn) {
    bytes.append(reinterpret_cast<const char*>(&place), sizeof place);
    bytes.append(reinterpret_cast<const char*>(&turn), sizeof turn);
    ++count;
}

InstanceTable::InstanceTable(const scene::Scene& scene, const std::vector<Shape>& shapes) : m_shapes(shapes) {
    for (const Shape& shape : shapes) m_radii.push_back(glm::length(shape.max - shape.min) * 0.5f);
    ContentHash hash;
    const auto take = [&](const scene::InstanceGroup& from) {
        if (from.asset < 0 || static_cast<size_t>(from.asset) >= shapes.size() || from.instances.empty()) return;
        const Shape& shape = shapes[static_cast<size_t>(from.asset)];
        const float radius = m_radii[static_cast<size_t>(from.asset)];
        const float middle = (shape.min.y + shape.max.y) * 0.5f;
        Group group;
        group.asset = from.asset;
        glm::vec3 low(1e30f), high(-1e30f);
        for (const auto& instance : from.instances) {
            if (!isUsable(instance)) continue;
            const float yaw = instance.yaw * 0.017453293f;
            group.records.push_back({glm::vec4(instance.position, instance.scale),
                                     glm::vec4(halfOf(aboutUp(yaw)), numberOf(instance.id)), instance.id,
                                     middle * instance.scale});
            const glm::vec3 at = instance.position + glm::vec3(0, middle * instance.scale, 0);
            low = glm::min(low, at - radius * instance.scale);
            high = glm::max(high, at + radius * instance.scale);
            const float values[] = {instance.position.x, instance.position.y, instance.position.z, yaw, instance.scale};
            hash.add(values, sizeof values);
            hash.add(&instance.id, sizeof instance.id);
        }
        if (group.records.empty()) return;
        hash.add(&group.asset, sizeof group.asset);
        group.centre = (low + high) * 0.5f;
        group.radius = glm::length(high - low) * 0.5f;
        m_count += group.records.size();
        m_groups.push_back(std::move(group));
    };
    for (const auto& from : scene.groups) take(from);
    for (const auto& from : scene::followersAt(scene, 0)) take(from);
    m_key = hash.value();
}

bool InstanceTable::isKnown(const MovedCopy& moved) const {
    return moved.asset >= 0 && static_cast<size_t>(moved.asset) < m_shapes.size();
}

InstanceTable::Record InstanceTable::recordOf(const MovedCopy& moved) const {
    const Shape& shape = m_shapes[static_cast<size_t>(moved.asset)];
    const glm::vec3 middle = moved.rotation * glm::vec3(0, (shape.min.y + shape.max.y) * 0.5f * moved.scale, 0);
    return {glm::vec4(moved.position, moved.scale), glm::vec4(halfOf(moved.rotation), numberOf(moved.id)), moved.id,
            middle.y};
}

Choice InstanceTable::choose(const ViewRange& view, const std::unordered_set<uint64_t>& selected,
                             std::span<const MovedCopy> moved) const {
    Choice choice;
    choice.levels.resize(m_shapes.size());
    std::vector<float> largest(m_shapes.size(), 0.0f);  // by asset: share of the picture's height
    const std::unordered_set<uint64_t> elsewhere = idsOf(moved);
    const auto consider = [&](size_t asset, const Record& record, bool across) {
        const size_t levels = m_shapes[asset].levelCount;
        const float scale = record.place.w, radius = m_radii[asset] * scale;
        const glm::vec3 middle(record.place.x, record.place.y + record.height, record.place.z);
        if (across && sideOf(view, middle, radius) == Side::outside) return;
        const float away = std::max(glm::distance(middle, view.eye), 0.1f);
        const float share = 2 * radius / away * view.perShare;
        const bool isSelected = !selected.empty() && selected.contains(record.id);
        largest[asset] = std::max(largest[asset], isSelected ? 1.0f : share);
        if (share < view.leastShare && !isSelected) return;
        const float fine = share * view.fineness;
        size_t level = fine > assets::kScreenShares[0] ? 0 : fine > assets::kScreenShares[1] ? 1 : 2;
        level = std::min(level, levels - 1);
        auto& copies = choice.levels[asset];
        glm::vec4 turn = record.turn;
        const auto add = [&](size_t to, float part) {
            turn.w = marked(record.turn.w, {isSelected, part});
            copies[to].add(record.place, turn);
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
    };
    for (const Group& group : m_groups) {
        const Side groupSide = sideOf(view, group.centre, group.radius);
        if (groupSide == Side::outside) continue;
        for (const Record& record : group.records) {
            if (!elsewhere.empty() && elsewhere.contains(record.id)) continue;
            consider(static_cast<size_t>(group.asset), record, groupSide == Side::across);
        }
    }
    for (const MovedCopy& one : moved) {
        if (isKnown(one)) consider(static_cast<size_t>(one.asset), recordOf(one), true);
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

Choice InstanceTable::chooseShadows(const ShadowRange& range, std::span<const MovedCopy> moved) const {
    Choice choice;
    choice.levels.resize(m_shapes.size());
    const std::unordered_set<uint64_t> elsewhere = idsOf(moved);
    const auto offAxis = [&](glm::vec3 p) {
        const glm::vec3 d = p - range.centre;
        return glm::length(d - range.toward * glm::dot(d, range.toward));
    };
    const auto consider = [&](size_t asset, const Record& record) {
        const size_t level = std::min<size_t>(1, m_shapes[asset].levelCount - 1);
        const glm::vec3 middle(record.place.x, record.place.y + record.height, record.place.z);
        const float radius = m_radii[asset] * record.place.w;
        // What is thinner than a texel or two throws no shadow that one could see.
        if (offAxis(middle) > range.radius + radius || radius < range.radius * 0.0016f) return;
        choice.levels[asset][level].add(record.place, record.turn);
    };
    for (const Group& group : m_groups) {
        if (offAxis(group.centre) > range.radius + group.radius) continue;
        for (const Record& record : group.records) {
            if (elsewhere.empty() || !elsewhere.contains(record.id)) consider(static_cast<size_t>(group.asset), record);
        }
    }
    for (const MovedCopy& one : moved) {
        if (isKnown(one)) consider(static_cast<size_t>(one.asset), recordOf(one));
    }
    return choice;
}

}  // namespace sketchwalk::render
