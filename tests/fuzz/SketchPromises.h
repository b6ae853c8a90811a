// What every reader of sketches promises, checked on whatever a fuzzer made it accept.
#pragma once

#include <cmath>
#include <cstdlib>
#include <set>

#include "core/base/File.h"
#include "core/catalogue/Catalogue.h"
#include "core/sketch/CentreLines.h"
#include "core/sketch/Read.h"

namespace sketchwalk::fuzz {

inline void expect(bool holds) {
    if (!holds) std::abort();
}

inline const catalogue::Catalogue& shippedCatalogue() {
    static const catalogue::Catalogue catalogue = [] {
        auto loaded = catalogue::Catalogue::load(resourceFolder());
        expect(loaded.has_value());
        return std::move(*loaded);
    }();
    return catalogue;
}

inline bool finite(Point p) {
    return std::isfinite(p.x) && std::isfinite(p.y);
}

inline void expectPromises(const Result<sketch::ReadSketch>& read) {
    if (!read) {
        expect(!read.error().text.empty());
        return;
    }
    const sketch::Sketch& sketch = read->sketch;
    expect(sketch.extent.x >= 64 && sketch.extent.y >= 64 && sketch.extent.x <= 8192 && sketch.extent.y <= 8192);
    std::set<int64_t> ids;
    for (const auto& stroke : sketch.strokes) {
        expect(stroke->id > 0 && ids.insert(stroke->id).second);
        expect(!stroke->points.empty() && !stroke->brush.empty());
        expect(stroke->width >= 0 && stroke->width <= 8192);
        expect(!stroke->closed || stroke->points.size() >= 3);
        expect(stroke->centreLines.size() == stroke->centreWidth.size());
        for (const auto& p : stroke->points) expect(finite(p.at) && p.pressure >= 0 && p.pressure <= 1);
        for (const Ring& hole : stroke->holes) {
            expect(hole.size() >= 3);
            for (const Point p : hole) expect(finite(p));
        }
        for (const Polyline& line : stroke->centreLines) {
            expect(line.size() >= 2);
            for (const Point p : line) expect(finite(p));
        }
    }
    const std::string text = sketch::writeJson(sketch);
    const auto back = sketch::parseJson(text, "written");
    expect(back.has_value() && back->sketch.strokes.size() == sketch.strokes.size());
    expect(sketch::writeJson(back->sketch) == text);
    expect(sketch::onMap(sketch).strokes.size() == sketch.strokes.size());
    for (size_t i = 0; i < sketch.strokes.size() && i < 4; ++i) {
        if (!sketch.strokes[i]->closed) continue;
        Polygon area;
        for (const auto& p : sketch.strokes[i]->points) area.outer.push_back(p.at);
        area.holes = sketch.strokes[i]->holes;
        for (const auto& arm : sketch::centreLines(area, 4)) expect(arm.points.size() == arm.width.size());
    }
}

}  // namespace sketchwalk::fuzz
