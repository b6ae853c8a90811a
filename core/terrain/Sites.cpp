#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <vector>

#include "core/base/Parallel.h"
#include "core/base/Raster.h"
#include "core/terrain/Earthworks.h"

namespace sketchwalk::terrain {

namespace {

constexpr double kMargin = 0.5;     // metres of level ground around a footprint
constexpr double kTilt = 0.014;     // metres from one end of a footprint to the other, at most
constexpr double kDryFloor = 0.35;  // metres above water beside the footprint

struct Site {
    Point centre{0, 0}, front{0, 1}, side{1, 0};
    Point half{1, 1};  // metres: along the side, along the front
    Ring outline;      // instead of the rectangle
    double height = 0;
    Point tilt{0, 0};  // metres a metre
};

double rimFor(double change) {
    return std::clamp(1.5 + 1.8 * std::abs(change), 2.0, 8.0);
}

// Metres outside the rectangle, negative inside.
double outside(const Site& site, Point p) {
    const Point off = p - site.centre;
    const Point q(std::abs(glm::dot(off, site.side)) - site.half.x, std::abs(glm::dot(off, site.front)) - site.half.y);
    const Point clear(std::max(q.x, 0.0), std::max(q.y, 0.0));
    return std::sqrt(glm::dot(clear, clear)) + std::min(std::max(q.x, q.y), 0.0);
}

// Heights on a lattice over the footprint: few enough for a barn, and fine enough for a castle.
struct Survey {
    std::vector<double> heights;
    double water = -1e9;  // metres, highest level touched
    Point slope{0, 0};
};

Survey survey(const Site& site, const Grid<float>& height, const Grid<float>& level, const Grid<uint8_t>& wet,
              const Frame& frame) {
    constexpr int kSide = 9;
    Survey out;
    double sx = 0, sy = 0, xx = 0, yy = 0;
    for (int j = 0; j < kSide; ++j) {
        for (int i = 0; i < kSide; ++i) {
            const double u = 2.0 * i / (kSide - 1) - 1, v = 2.0 * j / (kSide - 1) - 1;
            const Point off = site.side * (u * site.half.x) + site.front * (v * site.half.y);
            const Point p = site.centre + off;
            const auto node = [&](double metres, int last) {
                return static_cast<int>(std::clamp(metres / frame.spacing + 0.5, 0.0, static_cast<double>(last)));
            };
            const int x = node(p.x, frame.cols), y = node(p.y, frame.rows);
            if (!std::isnan(level(x, y))) out.water = std::max(out.water, static_cast<double>(level(x, y)));
            if (wet(x, y) || (!site.outline.empty() && !contains(site.outline, p))) continue;
            const double h = bilinear(height, p.x / frame.spacing, p.y / frame.spacing);
            out.heights.push_back(h);
            sx += u * h, sy += v * h, xx += u * u, yy += v * v;
        }
    }
    if (xx > 0 && yy > 0)
        out.slope =
            site.side * (sx / xx / std::max(site.half.x, 0.1)) + site.front * (sy / yy / std::max(site.half.y, 0.1));
    return out;
}

bool describe(const layout::Placement& placement, Site& site) {
    const Point at = placement.position;
    if (!std::isfinite(at.x) || !std::isfinite(at.y) || !std::isfinite(placement.yaw)) return false;
    site.centre = at;
    site.front = directionOf(placement.yaw);
    site.side = Point(-site.front.y, site.front.x);
    const auto metres = [](double m) { return std::isfinite(m) ? std::clamp(m, 0.5, 600.0) : 1.0; };
    site.half = Point(metres(placement.footprint.x) / 2 + kMargin, metres(placement.footprint.y) / 2 + kMargin);
    site.outline = usable(placement.outline);
    if (site.outline.size() < 3) site.outline.clear();
    if (!site.outline.empty()) {
        const Box box = boundsOf(site.outline);
        site.centre = box.centre();
        site.front = Point(0, 1);
        site.side = Point(1, 0);
        site.half = Point(std::max(box.size().x, 1.0), std::max(box.size().y, 1.0)) * 0.5;
    }
    return true;
}

// At every node near the site, how far outside it lies.
template <class Visit>
void around(const Site& site, const Frame& frame, double reach, const Visit& visit) {
    Box box;
    for (const double u : {-1.0, 1.0}) {
        for (const double v : {-1.0, 1.0})
            box.include(site.centre + site.side * (u * site.half.x) + site.front * (v * site.half.y));
    }
    const NodeBox nodes = nodesIn(frame, box, reach);
    if (nodes.empty()) return;
    Grid<float> edge;
    if (!site.outline.empty()) {
        Grid<uint8_t> mask(nodes.width(), nodes.height());
        Ring moved = site.outline;
        for (Point& p : moved) p -= frame.at(nodes.x0, nodes.y0);
        fill(mask, {moved, {}}, frame.spacing, 1, true);
        edge = signedDistance(mask, frame.spacing);
    }
    for (int y = nodes.y0; y <= nodes.y1; ++y) {
        for (int x = nodes.x0; x <= nodes.x1; ++x) {
            const double e = edge.empty() ? outside(site, frame.at(x, y))
                                          : static_cast<double>(edge(x - nodes.x0, y - nodes.y0)) - kMargin;
            if (e < reach) visit(x, y, e);
        }
    }
}

}  // namespace

Grid<float> levelSites(Grid<float>& height, const layout::Layout& layout, const catalogue::Catalogue& catalogue,
                       const Grid<float>& level, const Grid<uint8_t>& wet, const Grid<float>& roadEdge,
                       const Frame& frame, const Job& job) {
    Works works(frame);
    for (const layout::Placement& placement : layout.placements) {
        if (job.stopped()) break;
        const catalogue::Entry* entry = catalogue.find(placement.category);
        if (!entry || entry->site != catalogue::Site::level || placement.afloat || !placement.path.empty()) continue;
        Site site;
        if (!describe(placement, site)) continue;
        Survey ground = survey(site, height, level, wet, frame);
        if (ground.heights.empty() && ground.water < -1e8) continue;
        site.height = ground.water + kDryFloor;
        if (!ground.heights.empty()) {
            const auto middle = ground.heights.begin() + static_cast<std::ptrdiff_t>(ground.heights.size() / 2);
            std::nth_element(ground.heights.begin(), middle, ground.heights.end());
            site.height = std::max(site.height, *middle);
        }
        const double steep = std::sqrt(glm::dot(ground.slope, ground.slope));
        const double span = 2 * std::sqrt(glm::dot(site.half, site.half));
        if (steep > 0) site.tilt = ground.slope * (std::min(steep, kTilt / span) / steep);
        around(site, frame, rimFor(4), [&](int x, int y, double edge) {
            const double wanted = site.height + glm::dot(frame.at(x, y) - site.centre, site.tilt);
            // Within the footprint its own height counts alone, outside the nearer site counts more.
            works.ask(x, y, wanted, edge, edge <= -kMargin ? 0 : 2 + 4 * (edge + kMargin));
        });
    }
    parallelRows(job.threads, height.height(), [&](int y) {
        for (int x = 0; x < height.width(); ++x) {
            if (wet(x, y) || !works.asked(x, y)) continue;
            const float edge = works.edge()(x, y), road = roadEdge(x, y);
            const float change = works.height(x, y) - height(x, y);
            float share = 1 - smoothStep(0.0f, static_cast<float>(rimFor(change)), edge);
            if (road < 0) share = 0;
            if (edge > 0 && road < 1.5f) share *= smoothStep(0.0f, 1.5f, road);
            height(x, y) += change * share;
        }
    });
    return works.edge();
}

}  // namespace sketchwalk::terrain
