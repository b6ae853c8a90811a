#include "core/sketch/Contours.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace sketchwalk::sketch {
namespace {

constexpr double kMostShift = 0.35;  // pixels
constexpr double kTolerance = 0.15;  // pixels
constexpr int kPasses = 10;
constexpr double kInward = 0.62, kOutward = 0.66;
constexpr size_t kLeastToSmooth = 14;  // sides; smaller outlines would shrink

struct Corner {  // of pixels: (x, y) is the north-west corner of pixel (x, y)
    int x = 0, y = 0;
    bool operator==(const Corner&) const = default;
    bool operator<(const Corner& o) const { return y < o.y || (y == o.y && x < o.x); }
};
constexpr Corner kSteps[4] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};  // east, south, west, north: each turn right adds one

Corner after(Corner c, int way) {
    return {c.x + kSteps[way].x, c.y + kSteps[way].y};
}
Point middle(Corner a, Corner b) {
    return {(a.x + b.x) * 0.5, (a.y + b.y) * 0.5};
}

class Tracer {
  public:
    Tracer(const Grid<int32_t>& label, const std::vector<bool>& wanted)
        : m_label(label), m_wanted(wanted), m_seen(label.width(), label.height()) {}

    std::vector<Polygon> run() {
        std::vector<Polygon> polygons(m_wanted.size());
        for (int y = 0; y < m_label.height(); ++y) {
            for (int x = 0; x < m_label.width(); ++x) {
                const int32_t mine = m_label(x, y);
                if (!isWanted(mine) || m_seen(x, y) || at(x, y - 1) == mine) continue;
                Polygon& polygon = polygons[static_cast<size_t>(mine)];
                Ring ring = smoothed(walk({x, y}, mine), mine);
                // Scanning from the north-west, a patch's outer ring is met first.
                (polygon.outer.empty() ? polygon.outer : polygon.holes.emplace_back()) = std::move(ring);
            }
        }
        for (Polygon& polygon : polygons)
            std::erase_if(polygon.holes, [](const Ring& hole) { return hole.size() < 3; });
        return polygons;
    }

  private:
    bool isWanted(int32_t label) const { return label >= 0 && m_wanted[static_cast<size_t>(label)]; }
    int32_t at(int x, int y) const { return m_label.contains(x, y) ? m_label(x, y) : -1; }

    // The labels right and left of the side that leaves a corner that way.
    int32_t rightOf(Corner c, int way) const {
        constexpr int kRight[4][2] = {{0, 0}, {-1, 0}, {-1, -1}, {0, -1}};
        return at(c.x + kRight[way][0], c.y + kRight[way][1]);
    }
    int32_t leftOf(Corner c, int way) const { return rightOf(c, (way + 3) % 4); }

    // The corners of one ring around `mine`, kept on the right hand.
    std::vector<Corner> walk(Corner start, int32_t mine) {
        std::vector<Corner> ring;
        Corner here = start;
        int way = 0;
        do {
            ring.push_back(here);
            if (way == 0) m_seen(here.x, here.y) = 1;
            here = after(here, way);
            for (const int turn : {3, 0, 1}) {  // left first: diagonal pixels hold together
                const int next = (way + turn) % 4;
                if (rightOf(here, next) == mine && leftOf(here, next) != mine) {
                    way = next;
                    break;
                }
            }
        } while (here != start || way != 0);
        return ring;
    }

    // Where more than two patches meet, or the picture's own corner.
    bool isNode(Corner c, int32_t mine) const {
        const int32_t around[4] = {at(c.x - 1, c.y - 1), at(c.x, c.y - 1), at(c.x, c.y), at(c.x - 1, c.y)};
        int changes = 0;
        for (int i = 0; i < 4; ++i) changes += around[i] != around[(i + 1) % 4] ? 1 : 0;
        if (changes == 2) return (c.x == 0 || c.x == m_label.width()) && (c.y == 0 || c.y == m_label.height());
        if (changes == 4 && around[0] == around[2] && around[1] == around[3]) {  // a saddle of two patches
            return isWanted(around[0] == mine ? around[1] : around[0]);
        }
        return true;
    }

    // Each arc between nodes is smoothed and simplified in a direction that does not depend on whose outline it is.
    Ring smoothed(const std::vector<Corner>& ring, int32_t mine) const {
        const size_t n = ring.size();
        std::vector<size_t> nodes;
        for (size_t i = 0; i < n; ++i) {
            if (isNode(ring[i], mine)) nodes.push_back(i);
        }
        if (nodes.empty()) return closedArc(ring);
        Ring whole;
        for (size_t k = 0; k < nodes.size(); ++k) {
            const size_t from = nodes[k], to = nodes[(k + 1) % nodes.size()];
            const size_t sides = to > from ? to - from : to + n - from;
            std::vector<Corner> arc;
            for (size_t i = 0; i <= sides; ++i) arc.push_back(ring[(from + i) % n]);
            const Polyline line = openArc(arc);
            whole.insert(whole.end(), line.begin(), line.end() - 1);
        }
        return whole;
    }

    static Polyline openArc(std::vector<Corner> arc) {
        const bool backwards = arc.back() < arc.front() || (arc.back() == arc.front() && arc[arc.size() - 2] < arc[1]);
        if (backwards) std::reverse(arc.begin(), arc.end());
        Polyline line{{arc.front().x, arc.front().y}};
        for (size_t i = 0; i + 1 < arc.size(); ++i) line.push_back(middle(arc[i], arc[i + 1]));
        line.push_back({arc.back().x, arc.back().y});
        if (line.size() > kLeastToSmooth) smooth(line, false);
        line = simplified(line, kTolerance);
        if (backwards) std::reverse(line.begin(), line.end());
        return line;
    }

    static Ring closedArc(std::vector<Corner> ring) {
        std::rotate(ring.begin(), std::min_element(ring.begin(), ring.end()), ring.end());
        const bool backwards = ring.back() < ring[1];
        if (backwards) std::reverse(ring.begin() + 1, ring.end());
        Polyline line;
        for (size_t i = 0; i < ring.size(); ++i) line.push_back(middle(ring[i], ring[(i + 1) % ring.size()]));
        if (line.size() > kLeastToSmooth) smooth(line, true);
        line.push_back(line.front());
        line = simplified(line, kTolerance);
        line.pop_back();
        if (backwards) std::reverse(line.begin(), line.end());
        return line;
    }

    // Stays within kMostShift of where the outline was; written so that both directions give the same bits. Every
    // second pass moves outward again, so that nothing shrinks (Taubin, 1995).
    static void smooth(Polyline& line, bool closed) {
        const Polyline drawn = line;
        const size_t n = line.size();
        Polyline next = line;
        for (int pass = 0; pass < kPasses; ++pass) {
            const double by = pass % 2 == 0 ? kInward : -kOutward;
            for (size_t i = closed ? 0 : 1; i < (closed ? n : n - 1); ++i) {
                const Point sides = line[(i + n - 1) % n] + line[(i + 1) % n];
                Point moved = line[i] + (sides * 0.5 - line[i]) * by;
                const Point shift = moved - drawn[i];
                const double length = std::sqrt(shift.x * shift.x + shift.y * shift.y);
                if (length > kMostShift) moved = drawn[i] + shift * (kMostShift / length);
                next[i] = moved;
            }
            line.swap(next);
        }
    }

    const Grid<int32_t>& m_label;
    const std::vector<bool>& m_wanted;
    Grid<uint8_t> m_seen;
};

}  // namespace

std::vector<Polygon> contours(const Grid<int32_t>& label, const std::vector<bool>& wanted) {
    return Tracer(label, wanted).run();
}

}  // namespace sketchwalk::sketch
