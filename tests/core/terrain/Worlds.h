// Plans made by hand, for tests of the ground.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "core/base/Hash.h"
#include "core/base/Trig.h"
#include "core/terrain/Ground.h"

namespace sketchwalk::terrain {

inline const catalogue::Catalogue& theCatalogue() {
    static const auto loaded = catalogue::Catalogue::load(std::string(SKETCHWALK_SOURCE_DIR) + "/resources");
    EXPECT_TRUE(loaded.has_value()) << (loaded ? "" : loaded.error().text);
    return *loaded;
}

inline layout::Layout land(uint64_t seed = 1, double extent = 256) {
    layout::Layout out;
    out.extent = {extent, extent};
    out.seed = seed;
    return out;
}

inline Polygon disc(Point centre, double radius, int corners = 48) {
    Polygon out;
    for (int i = 0; i < corners; ++i) {
        const double a = 6.283185307179586 * i / corners;
        out.outer.push_back(centre + Point(exact::cos(a), exact::sin(a)) * radius);
    }
    return out;
}

inline Polygon box(double x0, double y0, double x1, double y1) {
    return {{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, {}};
}

inline layout::Region region(int64_t stroke, std::string id, Polygon shape) {
    layout::Region out;
    out.stroke = stroke;
    out.id = std::move(id);
    out.shape = std::move(shape);
    out.order = static_cast<int>(stroke);
    return out;
}

inline layout::Line line(int64_t stroke, std::string id, Polyline centre, double width) {
    layout::Line out;
    out.stroke = stroke;
    out.id = std::move(id);
    out.width.assign(centre.size(), width);
    out.centre = std::move(centre);
    out.order = static_cast<int>(stroke);
    return out;
}

inline layout::Relief relief(int64_t stroke, std::string id, Polygon shape) {
    layout::Relief out;
    out.stroke = stroke;
    out.id = std::move(id);
    out.shape = std::move(shape);
    out.order = static_cast<int>(stroke);
    return out;
}

inline layout::Relief spine(int64_t stroke, std::string id, Polyline along, double width) {
    layout::Relief out;
    out.stroke = stroke;
    out.id = std::move(id);
    out.spine = std::move(along);
    out.width = width;
    out.order = static_cast<int>(stroke);
    return out;
}

inline layout::Placement house(uint64_t id, Point at, double yaw, Point footprint = {9, 7}) {
    layout::Placement out;
    out.id = id;
    out.stroke = static_cast<int64_t>(id);
    out.category = "house";
    out.position = at;
    out.yaw = yaw;
    out.footprint = footprint;
    return out;
}

inline Ground shaped(const layout::Layout& layout, int resolution = 256, int threads = 2) {
    Job job;
    job.threads = threads;
    auto ground = shape(layout, theCatalogue(), {resolution}, job);
    EXPECT_TRUE(ground.has_value());
    return std::move(*ground);
}

// A number in [from, to) that depends on the test, the case and a counter.
class Dice {
  public:
    Dice(std::string_view purpose, uint64_t seed) : m_seed(combine(hashText(purpose), seed)) {}
    double operator()(double from, double to) { return from + (to - from) * randomUnit(m_seed, "dice", m_next++); }
    Point point(double from, double to) {
        const double x = (*this)(from, to), y = (*this)(from, to);
        return {x, y};
    }

  private:
    uint64_t m_seed, m_next = 0;
};

// A plan with some of everything, different for every seed.
inline layout::Layout anything(uint64_t seed) {
    Dice dice("anything", seed);
    layout::Layout out = land(seed);
    const char* kReliefs[] = {"mountain", "hill", "plateau", "volcano", "ridge", "peak"};
    int64_t stroke = 1;
    for (int i = 0; i < 2; ++i) {
        const int kind = static_cast<int>(dice(0, 6));
        const Point at = dice.point(20, 236);
        out.reliefs.push_back(relief(stroke++, kReliefs[kind], disc(at, dice(18, 45))));
    }
    out.reliefs.push_back(spine(stroke++, "cliff", {dice.point(20, 236), dice.point(20, 236)}, 6));
    out.regions.push_back(region(stroke++, "lake", disc(dice.point(30, 226), dice(12, 30))));
    for (int i = 0; i < 2; ++i) {
        Polyline course;
        for (int k = 0; k < 4; ++k) course.push_back(dice.point(0, 256));
        out.lines.push_back(line(stroke++, "river", course, dice(3, 12)));
    }
    for (int i = 0; i < 2; ++i)
        out.lines.push_back(line(stroke++, i ? "path" : "road",
                                 {dice.point(0, 256), dice.point(0, 256), dice.point(0, 256)}, i ? 2 : 6));
    for (int i = 0; i < 6; ++i) {
        const Point at = dice.point(10, 246);
        out.placements.push_back(house(static_cast<uint64_t>(stroke++), at, dice(0, 360)));
    }
    return out;
}

// Wet cells around a node: 0 is land.
inline int wetAround(const Ground& ground, int x, int y) {
    int wet = 0;
    for (int k = 0; k < 4; ++k) {
        const int cx = std::clamp(x - k % 2, 0, ground.width() - 1), cy = std::clamp(y - k / 2, 0, ground.depth() - 1);
        wet += ground.water(cx, cy) != 0;
    }
    return wet;
}

// Land nodes from which no strictly falling way leads to water or the map's edge, other than those that `ignore` names.
template <class Ignore>
int trappedNodes(const Ground& ground, const Ignore& ignore) {
    int trapped = 0;
    const auto& h = ground.height;
    // Every node with a strictly lower neighbour starts a way that ends at an outlet or at a node without one: counting
    // those without is enough.
    for (int y = 1; y < h.height() - 1; ++y) {
        for (int x = 1; x < h.width() - 1; ++x) {
            if (wetAround(ground, x, y) || ignore(x, y)) continue;
            bool falls = false;
            for (int dy = -1; dy <= 1; ++dy) {
                for (int dx = -1; dx <= 1; ++dx) falls |= h(x + dx, y + dy) < h(x, y);
            }
            trapped += !falls;
        }
    }
    return trapped;
}

}  // namespace sketchwalk::terrain
