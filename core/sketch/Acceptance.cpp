#include "core/sketch/Acceptance.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/sketch/Uncross.h"

namespace sketchwalk::sketch {
namespace {

constexpr double kFarthest = 1e6;  // metres; beyond, a number is a mistake and not a place
constexpr double kWidest = 8192;   // metres, the largest map
constexpr double kLeastScale = 0.05, kMostScale = 20;

bool usable(Point p) {
    return std::abs(p.x) <= kFarthest && std::abs(p.y) <= kFarthest;
}  // false for NaN too

std::string counted(size_t n, const char* one, const char* many) {
    return n == 1 ? std::string("one ") + one : std::to_string(n) + " " + many;
}

void dropBadPoints(Draft& draft) {
    Stroke& stroke = draft.stroke;
    size_t bad = draft.badPoints;
    bad += std::erase_if(stroke.points, [](const StrokePoint& p) { return !usable(p.at); });
    for (Ring& hole : stroke.holes) bad += std::erase_if(hole, [](Point p) { return !usable(p); });
    for (Polyline& line : stroke.centreLines) bad += std::erase_if(line, [](Point p) { return !usable(p); });
    for (StrokePoint& p : stroke.points) {
        p.at += 0.0;  // no negative zero
        p.pressure = std::isnan(p.pressure) ? 1.0f : std::clamp(p.pressure, 0.0f, 1.0f);
        if (!std::isfinite(p.seconds) || p.seconds < 0) p.seconds = -1;
        if (!std::isfinite(p.height) || p.height < 0) p.height = -1;
    }
    if (bad > 0) {
        draft.remarks.push_back(
            counted(bad, "of its points is not a place on any map", "of its points are no places on any map") +
            " (not two finite numbers within 1000 km); left out");
    }
}

void mendWidth(Draft& draft) {
    double& width = draft.stroke.width;
    if (width >= 0 && width <= kWidest) return;
    draft.remarks.push_back("its width is not 0 to 8192 m; its brush's own width is taken");
    width = 0;
}

void mendOutline(Ring& ring, bool& mended, bool& tangled) {
    ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
    while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    const Crossings crossings = uncross(ring);
    mended = mended || crossings == Crossings::mended;
    tangled = tangled || crossings == Crossings::tooMany;
}

void mendArea(Draft& draft) {
    Stroke& stroke = draft.stroke;
    if (!stroke.closed) {
        stroke.holes.clear();
        stroke.centreLines.clear();
        stroke.centreWidth.clear();
        return;
    }
    Ring ring;
    for (const StrokePoint& p : stroke.points) ring.push_back(p.at);
    const Ring drawn = ring;
    bool mended = false, tangled = false;
    mendOutline(ring, mended, tangled);
    if (ring.size() < 3) {
        draft.remarks.push_back("an area needs three different points; it is taken as a line");
        stroke.closed = false;
        return mendArea(draft);
    }
    if (ring != drawn) {
        std::vector<StrokePoint> points;
        if (mended) {
            for (const Point p : ring) points.push_back({p, 1, -1});
        } else {  // only repeated points went: keep the pen's pressure and time
            for (const StrokePoint& p : stroke.points) {
                if (points.size() < ring.size() && p.at == ring[points.size()]) points.push_back(p);
            }
        }
        stroke.points = std::move(points);
    }
    for (Ring& hole : stroke.holes) mendOutline(hole, mended, tangled);
    std::erase_if(stroke.holes, [](const Ring& hole) { return hole.size() < 3; });
    if (mended) draft.remarks.push_back("its outline crosses itself; what it encloses an odd number of times is taken");
    if (tangled) draft.remarks.push_back("its outline is too tangled to mend; it is filled even-odd as it is");
}

// False where it names nothing that could be changed.
bool mendEdit(Draft& draft) {
    if (!draft.stroke.edit) return true;
    ObjectEdit& edit = *draft.stroke.edit;
    draft.stroke.closed = false;
    if (edit.source < 0) edit.source = 0;
    if (edit.yaw && !(std::abs(*edit.yaw) <= 1e6)) edit.yaw.reset();
    if (!(edit.scale >= kLeastScale && edit.scale <= kMostScale)) {
        draft.remarks.push_back("its scale is not 0.05 to 20; 1 is taken");
        edit.scale = 1;
    }
    return edit.object != 0 && !edit.was.empty();
}

void mendCentre(Stroke& stroke) {
    stroke.centreWidth.resize(stroke.centreLines.size(), 0);
    size_t kept = 0;
    for (size_t i = 0; i < stroke.centreLines.size(); ++i) {
        if (stroke.centreLines[i].size() < 2) continue;
        const double width = stroke.centreWidth[i];
        if (kept != i) stroke.centreLines[kept] = std::move(stroke.centreLines[i]);
        stroke.centreWidth[kept++] = width >= 0 && width <= kWidest ? width : 0;
    }
    stroke.centreLines.resize(kept);
    stroke.centreWidth.resize(kept);
}

bool onTheMap(const Stroke& stroke, Point extent) {
    Box box;
    for (const StrokePoint& p : stroke.points) box.include(p.at);
    Box map;
    map.include(Point{0, 0});
    map.include(extent);
    return box.grown(stroke.closed ? 0 : stroke.width / 2).overlaps(map);
}

// False where nothing is left to draw.
bool settle(Draft& draft, Point extent) {
    dropBadPoints(draft);
    if (draft.stroke.brush.empty()) {
        draft.remarks.emplace_back("it names no brush; it is taken as ink");
        draft.stroke.brush = "ink";
    }
    if (draft.stroke.points.empty()) {
        draft.remarks.emplace_back("it has no usable point; it is left out");
        return false;
    }
    if (!mendEdit(draft)) {
        draft.remarks.emplace_back("it changes a thing without saying which (\"object\", \"was\"); it is left out");
        return false;
    }
    mendWidth(draft);
    mendArea(draft);
    mendCentre(draft.stroke);
    if (!onTheMap(draft.stroke, extent)) {
        draft.remarks.emplace_back("it lies off the map; it is left out");
        return false;
    }
    return true;
}

void giveIds(std::vector<Draft>& drafts) {
    std::set<int64_t> taken;
    for (Draft& draft : drafts) {
        if (!draft.id) continue;
        const int64_t wished = *draft.id;
        if (wished > 0 && taken.insert(wished).second) {
            draft.stroke.id = wished;
        } else {
            draft.id.reset();
            draft.remarks.push_back(
                "its id " + std::to_string(wished) +
                (wished > 0 ? " is another stroke's; it gets this one" : " is not above 0; it gets this one"));
        }
    }
    for (size_t i = 0; i < drafts.size(); ++i) {
        if (drafts[i].id) continue;
        const auto place = static_cast<int64_t>(i) + 1;
        int64_t id = place;
        while (!taken.insert(id).second) id = id == place ? 1'000'000 + place : id + 1;
        drafts[i].stroke.id = id;
    }
}

}  // namespace

void accept(std::vector<Draft> drafts, ReadSketch& read) {
    giveIds(drafts);
    size_t unsaid = 0;
    for (Draft& draft : drafts) {
        const bool keeps = settle(draft, read.sketch.extent);
        for (const std::string& remark : draft.remarks) {
            if (read.diagnostics.size() >= kMostDiagnostics) {
                ++unsaid;
                continue;
            }
            std::string text = "Stroke " + std::to_string(draft.stroke.id);
            if (!draft.place.empty()) text += " (" + draft.place + ")";
            read.diagnostics.push_back({Severity::warning, draft.stroke.id, text + ": " + remark + "."});
        }
        if (keeps) read.sketch.strokes.push_back(std::make_shared<const Stroke>(std::move(draft.stroke)));
    }
    if (unsaid > 0) {
        read.diagnostics.push_back(
            {Severity::warning, {}, "And " + std::to_string(unsaid) + " more oddities like these."});
    }
}

bool allowedExtent(Point extent) {
    const auto fits = [](double side) { return side >= 64 && side <= 8192; };
    return fits(extent.x) && fits(extent.y);
}

Result<Point> extentFor(double width, double height, const ReadOptions& options) {
    if (options.extent) {
        if (allowedExtent(*options.extent)) return *options.extent;
        return fail(ErrorKind::usage, "The extent must be 64 to 8192 metres on each side.");
    }
    const double longer = std::max(width, height);
    if (!(longer > 0) || !std::isfinite(longer)) return Point{256, 256};
    const Point extent{256 * width / longer, 256 * height / longer};
    return Point{std::max(extent.x, 64.0), std::max(extent.y, 64.0)};
}

}  // namespace sketchwalk::sketch
