#include "core/sketch/CentreLines.h"

#include <algorithm>
#include <cmath>

#include "core/base/Raster.h"
#include "core/sketch/CentreRaster.h"
#include "core/sketch/Skeleton.h"

namespace sketchwalk::sketch {
namespace {

constexpr double kMostCells = 1e6;  // a tenth of a second; a map of 1 km is still seen at 1 m
constexpr double kSpur = 0.8;   // of the radius where it leaves: a spur that sticks out less is a corner, not an arm
constexpr double kMerge = 0.9;  // of the sum of two radii: crossings nearer than this are one
constexpr double kTipSwell = 1.15;  // a hairpin's stem starts this much wider than its arms
constexpr double kHairpin = 2.6;    // squared length of the sum of two unit directions less than about 70 degrees apart
constexpr double kStep = 3;         // cells between points

Point unitOf(Point v) {
    const double length = std::sqrt(v.x * v.x + v.y * v.y);
    return length > 1e-12 ? v / length : Point{0, 0};
}
double dot(Point a, Point b) {
    return a.x * b.x + a.y * b.y;
}

// Which way an arc leaves a node, beyond the node's own disk.
Point leaving(const Skeleton& graph, size_t arc, size_t node) {
    const Polyline line = graph.from(arc, node);
    const double radius = graph.nodes[node].radius, length = lengthOf(line);
    return unitOf(pointAlong(line, std::min(5 * radius, length)) -
                  pointAlong(line, std::min(1.5 * radius, 0.5 * length)));
}

// A spur at a hairpin shows where the line turns.
bool atHairpin(const Skeleton& graph, size_t spur, size_t root) {
    if (graph.nodes[root].arcs.size() != 3) return false;
    Point sum{0, 0};
    for (const size_t arc : graph.nodes[root].arcs) {
        if (arc == spur) continue;
        if (lengthOf(graph.arcs[arc].points) < 3 * graph.nodes[root].radius) return false;
        sum += leaving(graph, arc, root);
    }
    return dot(sum, sum) > kHairpin;
}

void prune(Skeleton& graph, bool keepHairpins) {
    for (int round = 0; round < 8; ++round) {
        std::vector<size_t> spurs;
        for (size_t a = 0; a < graph.arcs.size(); ++a) {
            const SkeletonArc& arc = graph.arcs[a];
            if (!arc.alive || graph.isLeaf(arc.from) == graph.isLeaf(arc.to)) continue;
            const size_t leaf = graph.isLeaf(arc.from) ? arc.from : arc.to, root = graph.otherEnd(a, leaf);
            const double sticksOut = lengthOf(arc.points) + graph.nodes[leaf].radius - graph.nodes[root].radius;
            if (sticksOut >= kSpur * graph.nodes[root].radius || (keepHairpins && atHairpin(graph, a, root))) continue;
            spurs.push_back(a);
        }
        if (spurs.empty()) return;
        for (const size_t spur : spurs) graph.remove(spur);
        graph.joinThroughNodes();
    }
}

// Two thick lines that cross leave two forks with a short piece between: they are one crossing.
void mergeCrossings(Skeleton& graph) {
    for (size_t a = 0; a < graph.arcs.size(); ++a) {
        SkeletonArc& arc = graph.arcs[a];
        if (!arc.alive || arc.from == arc.to || graph.nodes[arc.from].arcs.size() < 3 ||
            graph.nodes[arc.to].arcs.size() < 3)
            continue;
        if (lengthOf(arc.points) > kMerge * (graph.nodes[arc.from].radius + graph.nodes[arc.to].radius)) continue;
        const size_t stays = arc.from, goes = arc.to;
        graph.remove(a);
        SkeletonNode& node = graph.nodes[stays];
        node.at = (node.at + graph.nodes[goes].at) * 0.5;
        node.radius = std::max(node.radius, graph.nodes[goes].radius);
        for (const size_t other : graph.nodes[goes].arcs) {
            SkeletonArc& moved = graph.arcs[other];
            if (moved.from == goes) moved.from = stays;
            if (moved.to == goes) moved.to = stays;
            node.arcs.push_back(other);
        }
        graph.nodes[goes].arcs.clear();
        std::sort(node.arcs.begin(), node.arcs.end());
    }
}

// Where an arm has left the crossing's disk behind.
Point wayOut(const Skeleton& graph, size_t arc, size_t node) {
    const Polyline points = graph.from(arc, node);
    return pointAlong(points, std::min(1.5 * graph.nodes[node].radius, 0.7 * lengthOf(points)));
}

// A skeleton bends toward the side arm; the crossing belongs on the straight lines through it.
void straightenCrossing(Skeleton& graph, size_t n) {
    SkeletonNode& node = graph.nodes[n];
    std::vector<Point> out;
    for (const size_t arc : node.arcs) out.push_back(wayOut(graph, arc, n));
    struct Pair {
        double bend;
        size_t a, b;
    };
    std::vector<Pair> pairs;  // straightest first
    for (size_t a = 0; a < out.size(); ++a) {
        for (size_t b = a + 1; b < out.size(); ++b)
            pairs.push_back({dot(unitOf(out[a] - node.at), unitOf(out[b] - node.at)), a, b});
    }
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& p, const Pair& q) { return p.bend < q.bend; });
    if (pairs.empty() || pairs[0].bend > -0.7) return;
    const Pair main = pairs[0];
    Point moved = closestOnSegment(node.at, out[main.a], out[main.b]);
    for (const Pair& other : pairs) {
        if (other.a == main.a || other.a == main.b || other.b == main.a || other.b == main.b) continue;
        if (other.bend > -0.7) break;
        if (const auto meeting = crossing(out[main.a], out[main.b], out[other.a], out[other.b])) moved = *meeting;
        break;
    }
    if (distance(moved, node.at) < 1.5 * node.radius) node.at = moved;
}

// Arms run straight from the crossing to where they have left its disk.
void straightenCrossings(Skeleton& graph, const std::vector<Point>& turns) {
    for (size_t n = 0; n < graph.nodes.size(); ++n) {
        if (graph.nodes[n].arcs.size() >= 3) straightenCrossing(graph, n);
    }
    for (SkeletonArc& arc : graph.arcs) {
        if (!arc.alive) continue;
        const double length = lengthOf(arc.points);
        double head = 0, tail = 0;
        if (graph.nodes[arc.from].arcs.size() >= 3) head = std::min(1.2 * graph.nodes[arc.from].radius, 0.4 * length);
        if (graph.nodes[arc.to].arcs.size() >= 3) tail = std::min(1.2 * graph.nodes[arc.to].radius, 0.4 * length);
        Polyline kept{graph.nodes[arc.from].at};
        double along = 0;
        for (size_t i = 0; i < arc.points.size(); ++i) {
            if (i > 0) along += distance(arc.points[i - 1], arc.points[i]);
            const bool outside = along >= head && along <= length - tail;
            const bool turn = std::find(turns.begin(), turns.end(), arc.points[i]) != turns.end();
            if (i > 0 && i + 1 < arc.points.size() && (outside || turn)) kept.push_back(arc.points[i]);
        }
        kept.push_back(graph.nodes[arc.to].at);
        arc.points = std::move(kept);
    }
}

void smooth(Polyline& line, int passes) {
    Polyline next = line;
    for (int pass = 0; pass < passes; ++pass) {
        for (size_t i = 1; i + 1 < line.size(); ++i) next[i] = (line[i - 1] + line[i + 1]) * 0.25 + line[i] * 0.5;
        line.swap(next);
    }
}

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

class Arms {
  public:
    Arms(const Grid<uint8_t>& mask, const Grid<float>& depth, Skeleton graph)
        : m_mask(mask), m_depth(depth), m_graph(std::move(graph)) {}

    std::vector<CentreLine> run() {
        bendTips();
        prune(m_graph, false);
        straightenCrossings(m_graph, m_turns);
        std::vector<CentreLine> arms;
        for (size_t a = 0; a < m_graph.arcs.size(); ++a) {
            if (m_graph.arcs[a].alive) arms.push_back(finish(a));
        }
        return arms;
    }

  private:
    double widthAt(Point p) const { return std::max(2 * bilinear(m_depth, p.x, p.y) - 1, 0.5); }

    double typicalWidth(const Polyline& line, double from, double to) const {
        std::vector<double> widths;
        const double length = lengthOf(line);
        double s = from * length, before = 0;
        for (size_t i = 0; i + 1 < line.size() && s <= to * length; ++i) {  // one walk: lines may have many points
            const double step = distance(line[i], line[i + 1]);
            for (; s <= before + step && s <= to * length; s += 1) {
                const double t = step > 0 ? (s - before) / step : 0;
                widths.push_back(widthAt(line[i] + (line[i + 1] - line[i]) * t));
            }
            before += step;
        }
        if (widths.empty() && !line.empty()) widths.push_back(widthAt(line.back()));
        return median(std::move(widths));
    }

    // A line that turns back sharply melts into a wedge; its skeleton is a fork whose stem runs to the tip. The line
    // really runs to the tip and back.
    void bendTips() {
        for (size_t n = 0; n < m_graph.nodes.size(); ++n) {
            if (m_graph.nodes[n].arcs.size() != 3) continue;
            for (const size_t stem : m_graph.nodes[n].arcs) {
                if (tryTip(n, stem)) break;
            }
        }
    }

    bool tryTip(size_t n, size_t stem) {
        const size_t tip = m_graph.otherEnd(stem, n);
        if (!m_graph.isLeaf(tip)) return false;
        std::vector<size_t> arms;
        for (const size_t arc : m_graph.nodes[n].arcs) {
            if (arc != stem) arms.push_back(arc);
        }
        if (arms.size() != 2 || arms[0] == arms[1]) return false;
        const Polyline first = m_graph.from(arms[0], n), second = m_graph.from(arms[1], n),
                       toTip = m_graph.from(stem, n);
        const double radius = m_graph.nodes[n].radius;
        const Point sum = leaving(m_graph, arms[0], n) + leaving(m_graph, arms[1], n);
        if (dot(sum, sum) < kHairpin) return false;
        const double armWidth = (typicalWidth(first, 0.3, 0.9) + typicalWidth(second, 0.3, 0.9)) / 2;
        if (widthAt(pointAlong(toTip, 0.1 * lengthOf(toTip))) < kTipSwell * armWidth) return false;
        if (lengthOf(first) < 2 * armWidth || lengthOf(second) < 2 * armWidth) return false;

        // The pen's own turning point lies half a width before the tip.
        const Point corner = m_graph.nodes[n].at;
        const Point ahead = lengthOf(toTip) > 0.5 * radius ? unitOf(toTip.back() - corner) : unitOf(sum) * -1.0;
        const Point turn =
            corner + ahead * std::max(0.0, distance(corner, outlineAlong(corner, ahead, 8 * radius)) - armWidth / 2);
        const auto without = [&](const Polyline& line) {
            Polyline rest;
            double along = 0;
            for (size_t i = 1; i < line.size(); ++i) {
                along += distance(line[i - 1], line[i]);
                if (along > 1.2 * radius || i + 1 == line.size()) rest.push_back(line[i]);
            }
            return rest;
        };
        Polyline joined = without(first);
        std::reverse(joined.begin(), joined.end());
        const Polyline back = without(second);
        joined.push_back(turn);
        joined.insert(joined.end(), back.begin(), back.end());
        const size_t from = m_graph.otherEnd(arms[0], n), to = m_graph.otherEnd(arms[1], n);
        for (const size_t arc : {stem, arms[0], arms[1]}) m_graph.remove(arc);
        m_graph.nodes[from].arcs.push_back(m_graph.arcs.size());
        m_graph.nodes[to].arcs.push_back(m_graph.arcs.size());
        m_graph.arcs.push_back({from, to, std::move(joined), true});
        m_turns.push_back(turn);
        return true;
    }

    // Near a slanting end, as at the picture's edge, a skeleton hooks into the corner: those cells are cut off.
    Polyline unhooked(Polyline line, double radius) const {
        const double most = std::min(2 * radius, lengthOf(line) - 2 * radius);
        double cut = 0;
        while (line.size() > 2 && cut < most &&
               bilinear(m_depth, line.back().x, line.back().y) < 0.92 * (radius + 0.5)) {
            cut += distance(line.back(), line[line.size() - 2]);
            line.pop_back();
        }
        return line;
    }

    // The last point inside the shape on the way from one that is in it.
    Point outlineAlong(Point from, Point direction, double atMost) const {
        Point end = from;
        for (double s = 0.25; s < atMost; s += 0.25) {
            const Point p = from + direction * s;
            const int x = static_cast<int>(std::floor(p.x + 0.5)), y = static_cast<int>(std::floor(p.y + 0.5));
            if (!m_mask.contains(x, y) || !m_mask(x, y)) break;
            end = p;
        }
        return end;
    }

    // From a free end straight on to the outline.
    void extend(Polyline& line, double radius) const {
        const double length = lengthOf(line);
        const Point back = pointAlong(line, std::max(0.0, length - std::max(2.5 * radius, 4.0)));
        const Point ahead = unitOf(line.back() - back);
        if (ahead == Point{0, 0}) return;
        const Point end = outlineAlong(line.back(), ahead, 5 * radius + 4);
        if (distance(end, line.back()) > 0.5) line.push_back(end);
    }

    bool isTurn(Point p) const { return std::find(m_turns.begin(), m_turns.end(), p) != m_turns.end(); }

    // Smoothed piece by piece between the sharp turns.
    Polyline smoothed(const Polyline& line, int passes) const {
        Polyline whole, piece;
        for (size_t i = 0; i < line.size(); ++i) {
            piece.push_back(line[i]);
            if (i + 1 < line.size() && !(i > 0 && isTurn(line[i]))) continue;
            Polyline even = resampled(piece, 1);
            smooth(even, passes);
            even = resampled(even, kStep);
            whole.insert(whole.end(), even.begin() + (whole.empty() ? 0 : 1), even.end());
            piece.assign(1, line[i]);
        }
        return whole;
    }

    CentreLine finish(size_t a) const {
        const SkeletonArc& arc = m_graph.arcs[a];
        const double typical = typicalWidth(arc.points, 0.15, 0.85), radius = std::max(typical / 2, 1.0);
        const bool freeEnd = m_graph.isLeaf(arc.to), freeStart = m_graph.isLeaf(arc.from);
        Polyline line = arc.points;
        if (freeEnd) line = unhooked(std::move(line), radius);
        std::reverse(line.begin(), line.end());
        if (freeStart) line = unhooked(std::move(line), radius);
        std::reverse(line.begin(), line.end());
        CentreLine arm;
        arm.points = smoothed(line, static_cast<int>(std::clamp(radius, 6.0, 40.0)));
        arm.typicalWidth = typical;
        if (freeEnd) extend(arm.points, radius);
        if (freeStart) {
            std::reverse(arm.points.begin(), arm.points.end());
            extend(arm.points, radius);
            std::reverse(arm.points.begin(), arm.points.end());
        }
        // Toward a free end the depth falls with the cap, not with the line's width.
        const double length = lengthOf(arm.points), cap = std::min(1.5 * radius, length / 2);
        double along = 0;
        for (size_t i = 0; i < arm.points.size(); ++i) {
            if (i > 0) along += distance(arm.points[i - 1], arm.points[i]);
            double at = along;
            if (freeStart) at = std::max(at, cap);
            if (freeEnd) at = std::min(at, length - cap);
            arm.width.push_back(widthAt(pointAlong(arm.points, at)));
        }
        return arm;
    }

    const Grid<uint8_t>& m_mask;
    const Grid<float>& m_depth;
    Skeleton m_graph;
    std::vector<Point> m_turns;
};

// A compact shape has no skeleton worth the name: one line along its longer side.
std::vector<CentreLine> blot(const Grid<uint8_t>& mask) {
    std::vector<Point> cells;
    for (int y = 0; y < mask.height(); ++y) {
        int west = -1, east = -1;
        for (int x = 0; x < mask.width(); ++x) {
            if (!mask(x, y)) continue;
            if (west < 0) west = x;
            east = x;
        }
        if (west >= 0)
            cells.insert(cells.end(),
                         {{west - 0.5, y - 0.5}, {west - 0.5, y + 0.5}, {east + 0.5, y - 0.5}, {east + 0.5, y + 0.5}});
    }
    if (cells.empty()) return {};
    const OrientedBox box = minimumBox(cells);
    const Point half = box.axis * (box.length / 2);
    return {{{box.centre - half, box.centre + half}, {box.width, box.width}, box.width}};
}

}  // namespace

std::vector<CentreLine> centreLinesOf(Grid<uint8_t> mask) {
    for (int x = 0; x < mask.width(); ++x) mask(x, 0) = mask(x, mask.height() - 1) = 0;
    for (int y = 0; y < mask.height(); ++y) mask(0, y) = mask(mask.width() - 1, y) = 0;
    Grid<uint8_t> outside = mask;
    for (uint8_t& cell : outside.values()) cell = cell ? 0 : 1;
    const Grid<float> depth = distanceTo(outside, 1);
    Skeleton graph = skeletonOf(mask, depth);
    prune(graph, true);
    mergeCrossings(graph);
    std::vector<CentreLine> arms = Arms(mask, depth, std::move(graph)).run();
    std::erase_if(arms, [](const CentreLine& arm) { return arm.points.size() < 2 || lengthOf(arm.points) <= 0; });
    return arms.empty() ? blot(mask) : arms;
}

std::vector<CentreLine> centreLines(const Polygon& area, double spacing) {
    Box box = boundsOf(area.outer);
    for (const Ring& hole : area.holes) box.include(boundsOf(hole));  // a hole may reach out; even-odd then fills it
    const Point size = box.size();
    if (area.outer.size() < 3 || !(size.x > 0 || size.y > 0) || !(std::max(size.x, size.y) < 1e7)) return {};
    if (!(spacing > 0)) spacing = std::max(size.x, size.y) / 256;
    spacing = std::max(spacing, std::sqrt((size.x + 4 * spacing) * (size.y + 4 * spacing) / kMostCells));
    spacing = std::max(spacing, std::max(size.x, size.y) / 20000);
    const Point origin = box.min - Point{1.5, 1.5} * spacing;
    Polygon shifted = area;
    for (Point& p : shifted.outer) p -= origin;
    for (Ring& hole : shifted.holes) {
        for (Point& p : hole) p -= origin;
    }
    Grid<uint8_t> mask(static_cast<int>(size.x / spacing) + 4, static_cast<int>(size.y / spacing) + 4);
    fill(mask, shifted, spacing);
    std::vector<CentreLine> arms = centreLinesOf(std::move(mask));
    for (CentreLine& arm : arms) {
        for (Point& p : arm.points) p = origin + (p + Point{0.5, 0.5}) * spacing;
        for (double& width : arm.width) width *= spacing;
        arm.typicalWidth *= spacing;
    }
    return arms;
}

bool isRibbon(const std::vector<CentreLine>& arms) {
    double length = 0, area = 0, off = 0;
    for (const CentreLine& arm : arms) {
        for (size_t i = 0; i + 1 < arm.points.size(); ++i) {
            const double piece = distance(arm.points[i], arm.points[i + 1]);
            length += piece;
            area += piece * (arm.width[i] + arm.width[i + 1]) / 2;
        }
    }
    if (!(area > 0) || length * length < 5 * area) return false;
    const double mean = area / length;
    for (const CentreLine& arm : arms) {
        for (size_t i = 0; i + 1 < arm.points.size(); ++i) {
            off += distance(arm.points[i], arm.points[i + 1]) * std::abs((arm.width[i] + arm.width[i + 1]) / 2 - mean);
        }
    }
    return off / length < 0.25 * mean;
}

bool runsAsLine(const std::vector<CentreLine>& arms) {
    double length = 0, area = 0;
    for (const CentreLine& arm : arms) {
        const double own = lengthOf(arm.points);
        length += own;
        area += own * arm.typicalWidth;
    }
    // Mean width over the arms; a line is at least two and a half times as long as it is wide.
    return length > 0 && length * length >= 2.5 * area;
}

}  // namespace sketchwalk::sketch
