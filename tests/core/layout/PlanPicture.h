// A plan as an SVG picture, for people who look at plans. Set SKETCHWALK_PLAN_PICTURES to a folder and the tests write
// theirs there.
#pragma once

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "core/layout/Layout.h"

namespace sketchwalk::layout {

inline std::string svgPath(const Polyline& line, bool closed) {
    std::ostringstream out;
    for (size_t i = 0; i < line.size(); ++i) out << (i ? "L" : "M") << line[i].x << " " << line[i].y;
    if (closed) out << "Z";
    return out.str();
}

inline std::string svgColour(const catalogue::Catalogue& catalogue, const std::string& id) {
    const catalogue::Entry* entry = catalogue.find(id);
    const Colour c = entry ? entry->colour : Colour(1, 0, 1);
    std::ostringstream out;
    out << "rgb(" << static_cast<int>(c.r * 255) << "," << static_cast<int>(c.g * 255) << ","
        << static_cast<int>(c.b * 255) << ")";
    return out.str();
}

inline void writePicture(const Layout& plan, const catalogue::Catalogue& catalogue, const std::string& name) {
    const char* folder = std::getenv("SKETCHWALK_PLAN_PICTURES");
    if (!folder) return;
    std::ofstream out(std::string(folder) + "/" + name + ".svg");
    out << "<svg xmlns='http://www.w3.org/2000/svg' width='1200' height='" << 1200 * plan.extent.y / plan.extent.x
        << "' viewBox='0 0 " << plan.extent.x << " " << plan.extent.y << "'><rect width='100%' height='100%' fill='"
        << svgColour(catalogue, plan.base) << "'/>\n";
    std::multimap<int, std::string> layers;
    for (const Region& r : plan.regions) {
        std::string d = svgPath(r.shape.outer, true);
        for (const Ring& hole : r.shape.holes) d += svgPath(hole, true);
        layers.emplace(r.order, "<path fill-rule='evenodd' fill='" + svgColour(catalogue, r.id) + "' d='" + d + "'/>");
    }
    for (const Line& l : plan.lines) {
        const std::string d = svgPath(l.centre, false);
        std::ostringstream text;
        bool shaped = false;
        for (const Region& r : plan.regions) shaped = shaped || r.stroke == l.stroke;
        if (!shaped) {
            text << "<path fill='none' stroke='" << svgColour(catalogue, l.id) << "' stroke-width='" << l.width[0]
                 << "' d='" << d << "'/>";
        }
        text << "<path fill='none' stroke='black' stroke-opacity='0.5' stroke-width='0.5' d='" << d << "'/>";
        const auto dot = [&](Point p, bool joined) {
            text << "<circle cx='" << p.x << "' cy='" << p.y << "' r='1' fill='" << (joined ? "white" : "black")
                 << "'/>";
        };
        dot(l.centre.front(), l.flowsIn);
        dot(l.centre.back(), l.flowsOut);
        layers.emplace(l.order, text.str());
    }
    for (const auto& [order, text] : layers) out << text << "\n";
    for (const Relief& r : plan.reliefs) {
        if (r.spine.empty())
            out << "<path fill='none' stroke='brown' stroke-dasharray='3 2' stroke-width='1' d='"
                << svgPath(r.shape.outer, true) << "'/>\n";
        else
            out << "<path fill='none' stroke='brown' stroke-width='2' d='" << svgPath(r.spine, false) << "'/>\n";
    }
    for (const Placement& p : plan.placements) {
        const Point front = directionOf(p.yaw), side(front.y, -front.x);
        const Point a = side * (p.footprint.x / 2), b = front * (p.footprint.y / 2);
        out << "<path fill='" << svgColour(catalogue, p.category) << "' stroke='black' stroke-width='0.3' d='"
            << svgPath({p.position - a - b, p.position + a - b, p.position + a + b, p.position - a + b}, true)
            << "'><title>" << p.category << " " << p.stroke << "</title></path>";
        const Point nose = p.position + b;
        out << "<path stroke='red' stroke-width='0.5' d='" << svgPath({p.position, nose}, false) << "'/>\n";
        if (p.path.size() > 1 && p.category == "bridge") {
            out << "<path fill='none' stroke='orange' stroke-width='" << p.width << "' d='" << svgPath(p.path, false)
                << "'/>\n";
        }
    }
    out << "</svg>\n";
}

}  // namespace sketchwalk::layout
