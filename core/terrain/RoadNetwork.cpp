#include "core/terrain/RoadNetwork.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <queue>
#include <utility>

namespace sketchwalk::terrain {

namespace {

constexpr double kRoadClear = 0.6, kPathClear = 0.45;  // metres above the water that a bridge's feet keep

struct Link {
    uint32_t to;
    double length;
};
using Links = std::vector<std::vector<Link>>;

struct Trace {  // a line to be sampled
    Polyline line;
    std::vector<double> width;
    double steepest;
    bool bridge;
};

std::vector<Trace> tracesOf(const layout::Layout& layout, const Frame& frame) {
    std::vector<Trace> traces;
    const Box map = Box{{0, 0}, frame.end()}.grown(70);
    const auto add = [&](Trace trace) {
        trace.line = usable(trace.line);
        if (trace.line.size() >= 2 && boundsOf(trace.line).overlaps(map)) traces.push_back(std::move(trace));
    };
    for (const layout::Line& line : layout.lines) {
        if (line.id == "road" || line.id == "paving") add({line.centre, line.width, kSteepestRoad, false});
        if (line.id == "path") add({line.centre, line.width, kSteepestPath, false});
    }
    for (const layout::Placement& placement : layout.placements) {
        if (placement.category == "bridge" && placement.path.size() >= 2)
            add({placement.path, {placement.width}, 0.5 * kSteepestRoad, true});
    }
    return traces;
}

double widthAt(const Trace& trace, size_t i, double t) {
    const auto at = [&](size_t k) {
        const double w = trace.width.empty() ? 4 : trace.width[std::min(k, trace.width.size() - 1)];
        return std::isfinite(w) ? std::clamp(w, 0.5, 200.0) : 4.0;
    };
    return at(i) + (at(i + 1) - at(i)) * t;
}

class RoadBuilder {
  public:
    RoadBuilder(const Grid<float>& height, const Grid<float>& level, const Grid<uint8_t>& wet, const Frame& frame)
        : m_height(height), m_level(level), m_wet(wet), m_frame(frame), m_step(std::max(1.0, frame.spacing)) {}

    RoadNetwork build(const std::vector<Trace>& traces, const Job& job) {
        for (const Trace& trace : traces) {
            m_out.starts.push_back(static_cast<uint32_t>(m_out.samples.size()));
            sample(trace);
        }
        m_out.starts.push_back(static_cast<uint32_t>(m_out.samples.size()));
        m_links.resize(m_out.samples.size());
        linkAlong();
        linkAcross();
        bridgeGaps();
        smooth(job);
        limit();
        return std::move(m_out);
    }

  private:
    double land(Point p) const { return bilinear(m_height, p.x / m_frame.spacing, p.y / m_frame.spacing); }
    bool isWet(Point p) const {
        const int x = static_cast<int>(std::clamp(p.x / m_frame.spacing + 0.5, 0.0, static_cast<double>(m_frame.cols)));
        const int y = static_cast<int>(std::clamp(p.y / m_frame.spacing + 0.5, 0.0, static_cast<double>(m_frame.rows)));
        return m_wet(x, y) > 1;
    }
    double levelNear(Point p) const {
        const int x = static_cast<int>(std::clamp(p.x / m_frame.spacing + 0.5, 0.0, static_cast<double>(m_frame.cols)));
        const int y = static_cast<int>(std::clamp(p.y / m_frame.spacing + 0.5, 0.0, static_cast<double>(m_frame.rows)));
        return std::isnan(m_level(x, y)) ? -1e9 : static_cast<double>(m_level(x, y));
    }

    void sample(const Trace& trace) {
        for (size_t i = 0; i + 1 < trace.line.size(); ++i) {
            const Point a = trace.line[i], b = trace.line[i + 1];
            const double length = distance(a, b);
            const int pieces = std::clamp(static_cast<int>(std::ceil(length / m_step)), 1, 200000);
            const bool last = i + 2 == trace.line.size();
            if (length <= 0 && !last) continue;
            for (int k = 0; k < pieces + (last ? 1 : 0); ++k) {
                const double t = static_cast<double>(k) / pieces;
                RoadSample s;
                s.at = a + (b - a) * t;
                s.along = length > 0 ? (b - a) / length : Point(1, 0);
                s.half = widthAt(trace, i, t) / 2;
                s.steepest = trace.steepest;
                s.bridge = trace.bridge;
                measure(s);
                m_out.samples.push_back(s);
            }
        }
    }

    // Land under the road, how it leans, and the water beside it.
    void measure(RoadSample& s) const {
        const Point right(-s.along.y, s.along.x);  // x east, y south
        const double side = s.half + 1;
        const double r = land(s.at + right * side), l = land(s.at - right * side), c = land(s.at);
        s.land = s.height = (2 * c + land(s.at + right * (0.6 * s.half)) + land(s.at - right * (0.6 * s.half))) / 4;
        s.across = s.bridge ? 0 : std::clamp((r - l) / (2 * side), -0.025, 0.025);
        const double clear = s.steepest < 0.25 ? kRoadClear : kPathClear;
        const double water = std::max({levelNear(s.at), levelNear(s.at + right * (s.half + m_frame.spacing)),
                                       levelNear(s.at - right * (s.half + m_frame.spacing))});
        if (water > -1e8) s.least = water + (s.bridge ? clear : 0.3);
    }

    void link(uint32_t a, uint32_t b, double length) {
        m_links[a].push_back({b, length});
        m_links[b].push_back({a, length});
    }

    void linkAlong() {
        for (size_t line = 0; line + 1 < m_out.starts.size(); ++line) {
            for (uint32_t i = m_out.starts[line]; i + 1 < m_out.starts[line + 1]; ++i)
                link(i, i + 1, std::max(1e-3, distance(m_out.samples[i].at, m_out.samples[i + 1].at)));
        }
    }

    // Where two lines overlap they share one height: samples close to each other are linked.
    void linkAcross() {
        const auto& samples = m_out.samples;
        double widest = 0;
        for (const RoadSample& s : samples) widest = std::max(widest, s.half);
        const double bin = std::max(4 * m_step, widest + m_step);
        std::vector<std::pair<uint64_t, uint32_t>> bins;
        const auto key = [&](Point p, int dx, int dy) {
            const auto x = static_cast<uint64_t>(static_cast<int64_t>(std::floor(p.x / bin)) + dx + (1 << 30));
            const auto y = static_cast<uint64_t>(static_cast<int64_t>(std::floor(p.y / bin)) + dy + (1 << 30));
            return (y << 32) | x;
        };
        for (uint32_t i = 0; i < samples.size(); ++i) bins.emplace_back(key(samples[i].at, 0, 0), i);
        std::sort(bins.begin(), bins.end());
        std::vector<uint32_t> lineOf(samples.size());
        for (uint32_t line = 0; line + 1 < m_out.starts.size(); ++line)
            std::fill(lineOf.begin() + m_out.starts[line], lineOf.begin() + m_out.starts[line + 1], line);
        for (uint32_t i = 0; i < samples.size(); ++i) {
            for (int dy = -1; dy <= 1; ++dy) {
                const auto from =
                    std::lower_bound(bins.begin(), bins.end(), std::pair(key(samples[i].at, -1, dy), uint32_t{0}));
                const uint64_t end = key(samples[i].at, 1, dy);
                for (auto at = from; at != bins.end() && at->first <= end; ++at) {
                    const uint32_t j = at->second;
                    if (j <= i) continue;
                    const double reach = 0.5 * (samples[i].half + samples[j].half) + 0.5 * m_step;
                    const double apart = distance(samples[i].at, samples[j].at);
                    if (apart > reach) continue;
                    if (lineOf[i] == lineOf[j] && (j - i) * m_step < 4 * reach) continue;
                    link(i, j, std::max(apart, 0.05));
                }
            }
        }
    }

    // Over water the ground says nothing: the deck runs straight from bank to bank.
    void bridgeGaps() {
        auto& samples = m_out.samples;
        for (size_t line = 0; line + 1 < m_out.starts.size(); ++line) {
            const uint32_t from = m_out.starts[line], end = m_out.starts[line + 1];
            for (uint32_t i = from; i < end;) {
                if (!isWet(samples[i].at)) {
                    ++i;
                    continue;
                }
                uint32_t j = i;
                double highest = -1e9;
                while (j < end && isWet(samples[j].at)) highest = std::max(highest, samples[j++].least);
                const double before = i > from ? samples[i - 1].land : j < end ? samples[j].land : highest;
                const double after = j < end ? samples[j].land : before;
                for (uint32_t k = i; k < j; ++k) {
                    const double t = static_cast<double>(k - i + 1) / (j - i + 1);
                    samples[k].height = before + (after - before) * t;
                    samples[k].across = 0;
                }
                i = j;
            }
            if (from == end || !samples[from].bridge) continue;
            double highest = -1e9;
            for (uint32_t k = from; k < end; ++k) highest = std::max(highest, samples[k].least);
            for (uint32_t k = from; k < end; ++k) samples[k].least = highest;
        }
    }

    // Diffusion along the lines and across their meetings.
    void smooth(const Job& job) {
        auto& samples = m_out.samples;
        const int passes = std::clamp(static_cast<int>(40 / (m_step * m_step)), 3, 40);
        std::vector<double> height(samples.size()), across(samples.size());
        for (int pass = 0; pass < passes && !job.stopped(); ++pass) {
            for (size_t i = 0; i < samples.size(); ++i) {
                double sum = samples[i].height, lean = samples[i].across, weight = 1;
                for (const Link& next : m_links[i]) {
                    const double w = std::min(1.0, m_step / next.length);
                    sum += w * samples[next.to].height;
                    // The lean is turned with the road: what rises to the right of one may rise to the left of the
                    // other.
                    lean += w * samples[next.to].across * glm::dot(samples[i].along, samples[next.to].along);
                    weight += w;
                }
                const double share = samples[i].steepest > 0.25 ? 0.35 : 1.0;
                height[i] = samples[i].height + share * (sum / weight - samples[i].height);
                across[i] = lean / weight;
            }
            for (size_t i = 0; i < samples.size(); ++i) {
                samples[i].height = height[i];
                samples[i].across = across[i];
            }
        }
    }

    // The least (sign +1) or greatest (sign -1) profile through `value` that climbs no steeper than the roads may.
    std::vector<double> envelope(std::vector<double> value, double sign) const {
        using Entry = std::pair<double, uint32_t>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
        for (uint32_t i = 0; i < value.size(); ++i) {
            value[i] *= sign;
            open.emplace(value[i], i);
        }
        while (!open.empty()) {
            const auto [v, at] = open.top();
            open.pop();
            if (v > value[at]) continue;
            for (const Link& next : m_links[at]) {
                const double steepest = std::min(m_out.samples[at].steepest, m_out.samples[next.to].steepest);
                const double offer = v + steepest * next.length;
                if (offer < value[next.to]) {
                    value[next.to] = offer;
                    open.emplace(offer, next.to);
                }
            }
        }
        for (double& v : value) v *= sign;
        return value;
    }

    // Half cut, half fill: the mean of the two envelopes is as gentle as they are. Then up, where water asks for it.
    void limit() {
        auto& samples = m_out.samples;
        bool steep = false, low = false;
        for (size_t i = 0; i < samples.size(); ++i) {
            low = low || samples[i].height < samples[i].least;
            for (const Link& next : m_links[i]) {
                const RoadSample& other = samples[next.to];
                steep = steep || std::abs(samples[i].height - other.height) >
                                     std::min(samples[i].steepest, other.steepest) * next.length;
            }
        }
        std::vector<double> value(samples.size());
        if (steep) {
            for (size_t i = 0; i < samples.size(); ++i) value[i] = samples[i].height;
            const std::vector<double> below = envelope(value, 1), above = envelope(value, -1);
            for (size_t i = 0; i < samples.size(); ++i) samples[i].height = 0.5 * (below[i] + above[i]);
        }
        if (low) {
            for (size_t i = 0; i < samples.size(); ++i) value[i] = samples[i].least;
            const std::vector<double> above = envelope(value, -1);
            for (size_t i = 0; i < samples.size(); ++i) samples[i].height = std::max(samples[i].height, above[i]);
        }
    }

    const Grid<float>& m_height;
    const Grid<float>& m_level;
    const Grid<uint8_t>& m_wet;
    const Frame& m_frame;
    double m_step;
    RoadNetwork m_out;
    Links m_links;
};

}  // namespace

RoadNetwork roadNetwork(const layout::Layout& layout, const Grid<float>& height, const Grid<float>& level,
                        const Grid<uint8_t>& wet, const Frame& frame, const Job& job) {
    return RoadBuilder(height, level, wet, frame).build(tracesOf(layout, frame), job);
}

}  // namespace sketchwalk::terrain
