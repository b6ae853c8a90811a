// Roads that cross water: each is cut at the water's edge, and a bridge carries it over.
#include <algorithm>
#include <cmath>

#include "core/base/Hash.h"
#include "core/layout/Bridges.h"
#include "core/layout/Shapes.h"
#include "core/layout/Spans.h"

namespace sketchwalk::layout {

namespace {

constexpr double kNarrowestDeck = 2.5, kWidestRoad = 30;  // metres

struct Cut {
    double from = 0, to = 0;    // metres along the road: nothing of it lies between
    std::optional<Point> a, b;  // the feet that the pieces end at; empty: the cut's own ends
};

// The placed bridge that carries a road over this stretch already; null where there is none.
const Placement* bridgeAt(const Draft& draft, const Bins& bins, Point middle, double width) {
    Box box;
    box.include(middle);
    const Placement* best = nullptr;
    double nearest = 1e300;
    for (const int i : bins.values(box.grown(width + 12))) {
        const Placement& bridge = draft.pieces[static_cast<size_t>(i)].placement;
        const double gap = nearestOnLine(bridge.path, middle).distance;
        if (gap <= (bridge.width + width) / 2 + 3 && gap < nearest) nearest = gap, best = &bridge;
    }
    return best;
}

class RoadBridger {
  public:
    RoadBridger(Draft& draft, const Waters& waters)
        : m_draft(draft), m_waters(waters), m_bins(draft.layout.extent, 32), m_bridge(draft.catalogue.find("bridge")) {
        for (size_t i = 0; i < draft.pieces.size(); ++i) index(i);
    }

    // The pieces of a road on dry land; places the bridges between them.
    std::vector<Line> carried(const Line& road) {
        const std::vector<Interval> wet = wetStretches(road.centre, m_waters);
        if (wet.empty()) return {road};
        const double length = lengthOf(road.centre);
        std::vector<Cut> cuts;
        for (size_t i = 0; i < wet.size();) {
            Interval span = wet[i];
            size_t next = i + 1;
            while (next < wet.size() && wet[next].from - span.to < 3.5) span.to = wet[next++].to;
            const double before = i == 0 ? 0 : wet[i - 1].to, after = next == wet.size() ? length : wet[next].from;
            cuts.push_back(cutFor(road, span, before, after, length));
            i = next;
        }
        std::vector<Line> pieces;
        double from = 0;
        std::optional<Point> start;
        for (size_t i = 0; i <= cuts.size(); ++i) {
            const double to = i < cuts.size() ? cuts[i].from : length;
            if (to - from > 0.5)
                pieces.push_back(pieceOf(road, from, to, start, i < cuts.size() ? cuts[i].a : std::nullopt));
            if (i < cuts.size()) from = std::max(from, cuts[i].to), start = cuts[i].b;
        }
        return pieces;
    }

  private:
    void index(size_t piece) {
        const Placement& p = m_draft.pieces[piece].placement;
        if (p.category == "bridge" && p.path.size() > 1) m_bins.insert(boundsOf(p.path), static_cast<int>(piece));
    }

    Cut cutFor(const Line& road, const Interval& span, double before, double after, double length) {
        const double middle = (span.from + span.to) / 2;
        const Point at = pointAlong(road.centre, middle);
        const double width = road.width[nearestOnLine(road.centre, at).segment];
        Cut cut{std::max(span.from - 1.5, before), std::min(span.to + 1.5, after), {}, {}};
        if (const Placement* bridge = bridgeAt(m_draft, m_bins, at, width)) {
            const Point tangent = tangentAlong(road.centre, middle);
            const bool along = dot(bridge->path.back() - bridge->path.front(), tangent) >= 0;
            cut.a = along ? bridge->path.front() : bridge->path.back();
            cut.b = along ? bridge->path.back() : bridge->path.front();
            cut.from = std::min(span.from, nearestOnLine(road.centre, *cut.a).along);
            cut.to = std::max(span.to, nearestOnLine(road.centre, *cut.b).along);
            cut.from = std::max(cut.from, before);
            cut.to = std::min(cut.to, after);
            return cut;
        }
        if (span.from < 0.6 || span.to > length - 0.6) {
            m_draft.note(road.stroke, {"The %1 runs into water and ends at the shore.", {road.id}});
            return cut;
        }
        const double across = m_waters.top(at).width;
        if (across > 0 && span.to - span.from > 4 * across + 12) {
            m_draft.note(road.stroke, {"The %1 runs along in the water for a while; it is left out there.", {road.id}});
            return cut;
        }
        const double deck = std::clamp(width, kNarrowestDeck, kWidestRoad);
        cut.from = footBeyond(road.centre, m_waters, span.from, -1, before, deck);
        cut.to = footBeyond(road.centre, m_waters, span.to, 1, after, deck);
        if (m_bridge && m_draft.map().contains(at)) place(road, stretchOf(road.centre, cut.from, cut.to), deck, at);
        return cut;
    }

    void place(const Line& road, Polyline path, double deck, Point middle) {
        Piece piece;
        piece.entry = m_bridge;
        piece.fixed = true;
        Placement& bridge = piece.placement;
        // Numbered by where it is, so that another crossing of the same road changes nothing here.
        const auto cell = [](double v) { return static_cast<uint64_t>(static_cast<int64_t>(std::floor(v / 4))); };
        bridge.id = placementId(road.stroke, combine(cell(middle.x), cell(middle.y)));
        bridge.stroke = road.stroke;
        bridge.category = m_bridge->id;
        setPath(bridge, straightened(path), deck);
        m_draft.note(road.stroke, {"The %1 crosses water; a bridge was added.", {road.id}});
        m_draft.pieces.push_back(std::move(piece));
        index(m_draft.pieces.size() - 1);
    }

    Line pieceOf(const Line& road, double from, double to, std::optional<Point> start, std::optional<Point> end) const {
        Line out = road;
        out.centre = stretchOf(road.centre, from, to);
        if (start && distance(*start, out.centre.front()) > 0.05) out.centre.insert(out.centre.begin(), *start);
        if (end && distance(*end, out.centre.back()) > 0.05) out.centre.push_back(*end);
        out.width.clear();
        for (const Point p : out.centre) {
            const Nearest near = nearestOnLine(road.centre, p);
            out.width.push_back(road.width[near.segment]);
        }
        const Waters::Top under = m_waters.top(pointAlong(out.centre, lengthOf(out.centre) / 2));
        if (!under.water) out.order = std::max(out.order, under.order + 1);  // on an island
        return out;
    }

    Draft& m_draft;
    const Waters& m_waters;
    Bins m_bins;
    const catalogue::Entry* m_bridge;
};

}  // namespace

void bridgeRoads(Draft& draft, const Waters& waters) {
    RoadBridger bridger(draft, waters);
    std::vector<Line> lines;
    for (const Line& line : draft.layout.lines) {
        if (!isRoadId(line.id)) {
            lines.push_back(line);
            continue;
        }
        for (Line& piece : bridger.carried(line)) lines.push_back(std::move(piece));
    }
    draft.layout.lines = std::move(lines);
}

}  // namespace sketchwalk::layout
