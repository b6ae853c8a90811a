#include "core/sketch/Uncross.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <vector>

namespace sketchwalk::sketch {
namespace {

constexpr size_t kMostCrossings = 2000;
constexpr size_t kMostComparisons = 40'000'000;
constexpr double kTouch = 1e-7;  // metres; a mended outline still touches itself, give or take rounding
constexpr size_t kNone = SIZE_MAX;

struct Meeting {
    size_t first, second;  // segments
    double alongFirst, alongSecond;
    Point at;
};

// Both segments pass through each other by more than rounding; touching is no crossing.
std::optional<Meeting> meet(const Ring& ring, size_t i, size_t j) {
    const size_t n = ring.size();
    const Point a = ring[i], b = ring[(i + 1) % n], c = ring[j], d = ring[(j + 1) % n];
    const double sa = cross(d - c, a - c), sb = cross(d - c, b - c);
    const double sc = cross(b - a, c - a), sd = cross(b - a, d - a);
    const double leastAb = kTouch * distance(c, d), leastCd = kTouch * distance(a, b);
    const auto apart = [](double p, double q, double least) {
        return (p > least && q < -least) || (p < -least && q > least);
    };
    if (!apart(sa, sb, leastAb) || !apart(sc, sd, leastCd)) return {};
    const double t = sa / (sa - sb), u = sc / (sc - sd);
    return Meeting{i, j, t, u, a + (b - a) * t};
}

// Sweep over the segments by their west ends. False where there is too much to compare.
bool findMeetings(const Ring& ring, std::vector<Meeting>& found) {
    const size_t n = ring.size();
    std::vector<size_t> order(n);
    for (size_t i = 0; i < n; ++i) order[i] = i;
    const auto west = [&](size_t i) { return std::min(ring[i].x, ring[(i + 1) % n].x); };
    const auto east = [&](size_t i) { return std::max(ring[i].x, ring[(i + 1) % n].x); };
    std::sort(order.begin(), order.end(),
              [&](size_t a, size_t b) { return std::pair(west(a), a) < std::pair(west(b), b); });
    size_t comparisons = 0;
    for (size_t k = 0; k < n; ++k) {
        const double reach = east(order[k]);
        for (size_t l = k + 1; l < n && west(order[l]) < reach; ++l) {
            if (++comparisons > kMostComparisons) return false;
            const auto meeting = meet(ring, std::min(order[k], order[l]), std::max(order[k], order[l]));
            if (!meeting) continue;
            found.push_back(*meeting);
            if (found.size() > kMostCrossings) return false;
        }
    }
    return true;
}

// The ring with a vertex at every crossing, as a linked list; `twin` of a crossing vertex is its other visit.
struct Web {
    std::vector<Point> at;
    std::vector<size_t> next, twin, circle;
};

Web weave(const Ring& ring, const std::vector<Meeting>& meetings) {
    struct Stop {
        size_t segment;
        double along;
        size_t meeting;
        bool operator<(const Stop& o) const {
            return std::tie(segment, along, meeting) < std::tie(o.segment, o.along, o.meeting);
        }
    };
    std::vector<Stop> stops;
    for (size_t m = 0; m < meetings.size(); ++m) {
        stops.push_back({meetings[m].first, meetings[m].alongFirst, m});
        stops.push_back({meetings[m].second, meetings[m].alongSecond, m});
    }
    std::sort(stops.begin(), stops.end());
    Web web;
    std::vector<size_t> visited(meetings.size(), kNone);
    size_t s = 0;
    for (size_t i = 0; i < ring.size(); ++i) {
        web.at.push_back(ring[i]);
        web.twin.push_back(kNone);
        for (; s < stops.size() && stops[s].segment == i; ++s) {
            const size_t here = web.at.size(), m = stops[s].meeting;
            web.at.push_back(meetings[m].at);
            web.twin.push_back(visited[m]);
            if (visited[m] == kNone) {
                visited[m] = here;
            } else {
                web.twin[visited[m]] = here;
            }
        }
    }
    const size_t n = web.at.size();
    web.next.resize(n);
    for (size_t v = 0; v < n; ++v) web.next[v] = (v + 1) % n;
    return web;
}

// At each crossing the two passes exchange their ways out: circles that touch and never cross (Seifert, 1934).
std::vector<size_t> separate(Web& web) {
    for (size_t v = 0; v < web.at.size(); ++v) {
        if (web.twin[v] != kNone && web.twin[v] > v) std::swap(web.next[v], web.next[web.twin[v]]);
    }
    web.circle.assign(web.at.size(), kNone);
    std::vector<size_t> starts;
    for (size_t v = 0; v < web.at.size(); ++v) {
        if (web.circle[v] != kNone) continue;
        for (size_t w = v; web.circle[w] == kNone; w = web.next[w]) web.circle[w] = starts.size();
        starts.push_back(v);
    }
    return starts;
}

Ring circleFrom(const Web& web, size_t start) {
    Ring ring;
    size_t v = start;
    do {
        ring.push_back(web.at[v]);
        v = web.next[v];
    } while (v != start);
    return ring;
}

// Circles inside an even number of others bound filled ground from outside, the rest bound holes.
std::vector<bool> turnsToMake(const std::vector<Ring>& circles) {
    std::vector<bool> backwards(circles.size());
    for (size_t c = 0; c < circles.size(); ++c) {
        const Point sample = (circles[c][0] + circles[c][1 % circles[c].size()]) * 0.5;
        int depth = 0;
        for (size_t o = 0; o < circles.size(); ++o) depth += o != c && contains(circles[o], sample) ? 1 : 0;
        backwards[c] = (signedArea(circles[c]) < 0) != (depth % 2 == 1);
    }
    return backwards;
}

}  // namespace

Crossings uncross(Ring& ring) {
    std::vector<Meeting> meetings;
    if (ring.size() < 4) return Crossings::none;
    if (!findMeetings(ring, meetings)) return Crossings::tooMany;
    if (meetings.empty()) return Crossings::none;
    Web web = weave(ring, meetings);
    const std::vector<size_t> starts = separate(web);
    std::vector<Ring> circles;
    for (const size_t start : starts) circles.push_back(circleFrom(web, start));
    const std::vector<bool> backwards = turnsToMake(circles);
    std::vector<size_t> previous(web.at.size());
    for (size_t v = 0; v < web.at.size(); ++v) previous[web.next[v]] = v;

    // Walk the first circle; at each touch walk the circle met there in full before going on.
    struct Walk {
        size_t start, at;
        bool begun;
    };
    std::vector<bool> walked(starts.size(), false);
    Ring joined;
    std::vector<Walk> stack{{starts[0], starts[0], false}};
    walked[0] = true;
    while (!stack.empty()) {
        Walk& walk = stack.back();
        if (walk.begun && walk.at == walk.start) {
            joined.push_back(web.at[walk.at]);
            stack.pop_back();
            continue;
        }
        walk.begun = true;
        const size_t v = walk.at;
        joined.push_back(web.at[v]);
        walk.at = backwards[web.circle[v]] ? previous[v] : web.next[v];
        const size_t twin = web.twin[v];
        if (twin != kNone && !walked[web.circle[twin]]) {
            walked[web.circle[twin]] = true;
            stack.push_back({twin, twin, false});
        }
    }
    joined.erase(std::unique(joined.begin(), joined.end()), joined.end());
    while (joined.size() > 1 && joined.front() == joined.back()) joined.pop_back();
    ring = std::move(joined);
    return Crossings::mended;
}

}  // namespace sketchwalk::sketch
