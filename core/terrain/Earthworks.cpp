#include "core/terrain/Earthworks.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>

#include "core/base/Parallel.h"

namespace sketchwalk::terrain {

namespace {

constexpr double kShoulder = 0.4;  // metres beyond a road's edge that are flat too

double bankFor(double change) {
    return std::clamp(2.0 + 3.0 * std::abs(change), 3.0, 18.0);
}

// Asks for the road's height around the piece between two samples.
struct Rows {  // of nodes, last included
    int first = 0, last = 0;
};

void askBetween(Works& works, const RoadSample& a, const RoadSample& b, const Frame& frame, Rows rows) {
    const double change =
        std::max(std::abs(a.height - a.land), std::abs(b.height - b.land)) + 0.1 * std::max(a.half, b.half);
    const double reach = std::max(a.half, b.half) + kShoulder + bankFor(change);
    Box box;
    box.include(a.at);
    box.include(b.at);
    const NodeBox nodes = nodesIn(frame, box, reach);
    const Point step = b.at - a.at;
    const double squared = glm::dot(step, step);
    for (int y = std::max(nodes.y0, rows.first); y <= std::min(nodes.y1, rows.last); ++y) {
        for (int x = nodes.x0; x <= nodes.x1; ++x) {
            const Point p = frame.at(x, y);
            const double t = squared > 0 ? std::clamp(glm::dot(p - a.at, step) / squared, 0.0, 1.0) : 0.0;
            const Point off = p - (a.at + step * t);
            const double from = std::sqrt(glm::dot(off, off));
            const double half = a.half + (b.half - a.half) * t;
            if (from > half + kShoulder + bankFor(change)) continue;
            const double lean = a.across + (b.across - a.across) * t;
            const double side = std::clamp(cross(a.along, off), -half, half);  // metres to the right
            works.ask(x, y, a.height + (b.height - a.height) * t + lean * side, from - half - kShoulder,
                      from / (0.4 * half + 0.4));
        }
    }
}

// The last sample of a straight stretch that starts at `from`: wide roads change slowly, so that longer pieces serve as
// well.
uint32_t stretchFrom(const RoadNetwork& roads, uint32_t from, uint32_t end) {
    const RoadSample& first = roads.samples[from];
    const double longest = std::clamp(0.6 * first.half, 0.5, 6.0);
    uint32_t to = from + 1;
    while (to + 1 < end && distance(first.at, roads.samples[to + 1].at) <= longest &&
           glm::dot(first.along, roads.samples[to].along) > 0.995)
        ++to;
    return to;
}

// A bridge stands on level ground at each foot.
void askAtFoot(Works& works, const RoadSample& foot, const Frame& frame, Rows rows) {
    const double half = foot.half + 0.5;
    const double reach = 2 + bankFor(foot.height - foot.land);
    Box box;
    box.include(foot.at);
    const NodeBox nodes = nodesIn(frame, box, half + reach);
    for (int y = std::max(nodes.y0, rows.first); y <= std::min(nodes.y1, rows.last); ++y) {
        for (int x = nodes.x0; x <= nodes.x1; ++x) {
            const double from = distance(frame.at(x, y), foot.at);
            if (from <= half + reach) works.ask(x, y, foot.height, from - half, from / (0.4 * half + 0.4));
        }
    }
}

void askAll(Works& works, const RoadNetwork& roads, const Frame& frame, Rows rows, const Job& job) {
    for (size_t line = 0; line + 1 < roads.starts.size() && !job.stopped(); ++line) {
        const uint32_t from = roads.starts[line], end = roads.starts[line + 1];
        if (from == end) continue;
        if (roads.samples[from].bridge) {
            askAtFoot(works, roads.samples[from], frame, rows);
            askAtFoot(works, roads.samples[end - 1], frame, rows);
            continue;
        }
        for (uint32_t i = from; i + 1 < end;) {
            const uint32_t next = stretchFrom(roads, i, end);
            askBetween(works, roads.samples[i], roads.samples[next], frame, rows);
            i = next;
        }
    }
}

}  // namespace

Works::Works(const Frame& frame)
    : m_weight(frame.nodesX(), frame.nodesY()),
      m_sum(frame.nodesX(), frame.nodesY()),
      m_edge(frame.nodesX(), frame.nodesY(), kFarFromRoad) {}

void Works::ask(int x, int y, double height, double edge, double from) {
    const double near = 1 / (1 + from * from);
    const double weight = near * near;
    m_weight(x, y) += static_cast<float>(weight);
    m_sum(x, y) += static_cast<float>(weight * height);
    m_edge(x, y) = std::min(m_edge(x, y), static_cast<float>(edge));
}

Grid<float> layRoads(Grid<float>& height, const RoadNetwork& roads, const Grid<uint8_t>& wet, const Frame& frame,
                     const Job& job) {
    Works works(frame);
    // Bands of rows side by side: every node still hears the roads in their order.
    const int bands = job.threads > 1 ? 4 * job.threads : 1, nodesY = height.height();
    parallelFor(job.threads, bands, [&](int band) {
        askAll(works, roads, frame, {nodesY * band / bands, nodesY * (band + 1) / bands - 1}, job);
    });
    parallelRows(job.threads, height.height(), [&](int y) {
        for (int x = 0; x < height.width(); ++x) {
            if (wet(x, y) || !works.asked(x, y)) continue;
            const float change = works.height(x, y) - height(x, y);
            const double bank = bankFor(change);
            height(x, y) +=
                change * static_cast<float>(1 - smoothStep(0.0, bank, static_cast<double>(works.edge()(x, y))));
        }
    });
    return works.edge();
}

}  // namespace sketchwalk::terrain
