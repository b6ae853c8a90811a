// Small sketches written by hand, and questions that tests ask of their plans.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "core/layout/Layout.h"
#include "core/layout/Shapes.h"

namespace sketchwalk::layout {

inline const catalogue::Catalogue& theCatalogue() {
    static const auto loaded = catalogue::Catalogue::load(std::filesystem::path(SKETCHWALK_SOURCE_DIR) / "resources");
    return loaded.value();
}

struct SketchMaker {
    sketch::Sketch sketch;

    SketchMaker& base(std::string phrase) {
        sketch.base = std::move(phrase);
        return *this;
    }
    sketch::Stroke& add(std::string brush, const Polyline& points, bool closed = false, double width = 0) {
        auto stroke = std::make_shared<sketch::Stroke>();
        stroke->id = static_cast<int64_t>(sketch.strokes.size()) + 1;
        stroke->brush = std::move(brush);
        stroke->closed = closed;
        stroke->width = width;
        for (const Point p : points) stroke->points.push_back({p});
        sketch.strokes.push_back(stroke);
        return *stroke;
    }
    sketch::Stroke& line(std::string brush, const Polyline& points, double width = 0) {
        return add(std::move(brush), points, false, width);
    }
    sketch::Stroke& area(std::string brush, const Ring& ring) { return add(std::move(brush), ring, true); }
    sketch::Stroke& stamp(std::string brush, Point at) { return add(std::move(brush), {at}); }
    Layout plan() const { return layout::plan(sketch, theCatalogue()); }
};

inline Ring rectangle(double west, double north, double east, double south) {
    return {{west, north}, {east, north}, {east, south}, {west, south}};
}

inline std::vector<Placement> ofCategory(const Layout& plan, std::string_view category) {
    std::vector<Placement> out;
    for (const Placement& p : plan.placements) {
        if (p.category == category) out.push_back(p);
    }
    return out;
}

inline std::vector<Placement> ofStroke(const Layout& plan, int64_t stroke) {
    std::vector<Placement> out;
    for (const Placement& p : plan.placements) {
        if (p.stroke == stroke) out.push_back(p);
    }
    return out;
}

inline bool says(const Layout& plan, int64_t stroke, std::string_view words) {
    for (const Diagnostic& d : plan.diagnostics) {
        if (d.stroke == stroke && d.text.find(words) != std::string::npos) return true;
    }
    return false;
}

}  // namespace sketchwalk::layout
