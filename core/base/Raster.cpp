#include "core/base/Raster.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/Parallel.h"

namespace sketchwalk {

namespace {

struct Edge {
    double x0, y0, slope;  // from its north end
    int first, last;       // sample rows it crosses, last excluded
};

// The edges of a ring in sample units, sorted into rows by the caller. A row is crossed where y0 <= row < y1, so that
// every shared corner counts once.
void addEdges(const Ring& ring, double spacing, double offset, int rows, std::vector<Edge>& edges) {
    for (size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        Point a = ring[j] / spacing - Point(offset, offset), b = ring[i] / spacing - Point(offset, offset);
        if (!(std::isfinite(a.x) && std::isfinite(a.y) && std::isfinite(b.x) && std::isfinite(b.y))) continue;
        if (a.y > b.y) std::swap(a, b);
        const double top = std::clamp(std::ceil(a.y), 0.0, static_cast<double>(rows));
        const double bottom = std::clamp(std::ceil(b.y), 0.0, static_cast<double>(rows));
        if (top < bottom)
            edges.push_back({a.x, a.y, (b.x - a.x) / (b.y - a.y), static_cast<int>(top), static_cast<int>(bottom)});
    }
}

// Squared distances along one line of samples, in sample units: the lower envelope of parabolas.
class Envelope {
  public:
    explicit Envelope(int n) : m_at(static_cast<size_t>(n)), m_from(static_cast<size_t>(n) + 1) {}

    template <class Read, class Write>
    void run(int n, const Read& read, const Write& write) {
        int k = -1;
        for (int q = 0; q < n; ++q) {
            const double f = read(q);
            if (f >= kFar) continue;
            double meet = -kFar;
            while (k >= 0) {
                const int p = m_at[static_cast<size_t>(k)];
                meet = ((f + static_cast<double>(q) * q) - (read(p) + static_cast<double>(p) * p)) / (2.0 * (q - p));
                if (meet > m_from[static_cast<size_t>(k)]) break;
                --k;
            }
            ++k;
            m_at[static_cast<size_t>(k)] = q;
            m_from[static_cast<size_t>(k)] = k == 0 ? -kFar : meet;
        }
        if (k < 0) {
            for (int q = 0; q < n; ++q) write(q, kFar);
            return;
        }
        m_from[static_cast<size_t>(k) + 1] = kFar;
        for (int q = 0, at = 0; q < n; ++q) {
            while (m_from[static_cast<size_t>(at) + 1] < q) ++at;
            const double d = q - m_at[static_cast<size_t>(at)];
            write(q, d * d + read(m_at[static_cast<size_t>(at)]));
        }
    }

    static constexpr double kFar = 1e18;

  private:
    std::vector<int> m_at;
    std::vector<double> m_from;
};

Grid<uint8_t> inverted(const Grid<uint8_t>& mask) {
    Grid<uint8_t> out(mask.width(), mask.height());
    std::transform(mask.values().begin(), mask.values().end(), out.values().begin(),
                   [](uint8_t v) { return v ? 0 : 1; });
    return out;
}

}  // namespace

void fill(Grid<uint8_t>& mask, const Polygon& polygon, double spacing, uint8_t value, bool nodes) {
    const double offset = nodes ? 0.0 : 0.5;
    std::vector<Edge> edges;
    addEdges(polygon.outer, spacing, offset, mask.height(), edges);
    for (const Ring& hole : polygon.holes) addEdges(hole, spacing, offset, mask.height(), edges);
    if (edges.empty()) return;
    std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.first < b.first; });
    int bottom = 0;
    for (const Edge& edge : edges) bottom = std::max(bottom, edge.last);
    std::vector<Edge> active;
    std::vector<double> cuts;
    size_t next = 0;
    for (int y = edges.front().first; y < bottom; ++y) {
        while (next < edges.size() && edges[next].first <= y) active.push_back(edges[next++]);
        std::erase_if(active, [y](const Edge& e) { return e.last <= y; });
        cuts.clear();
        for (const Edge& e : active) cuts.push_back(e.x0 + (y - e.y0) * e.slope);
        std::sort(cuts.begin(), cuts.end());
        for (size_t i = 0; i + 1 < cuts.size(); i += 2) {
            const int from = static_cast<int>(std::clamp(std::ceil(cuts[i]), 0.0, static_cast<double>(mask.width())));
            const int to = static_cast<int>(std::clamp(std::ceil(cuts[i + 1]), 0.0, static_cast<double>(mask.width())));
            if (from < to) std::fill(mask.row(y) + from, mask.row(y) + to, value);
        }
    }
}

Grid<float> distanceTo(const Grid<uint8_t>& mask, double spacing, int threads) {
    const int width = mask.width(), height = mask.height();
    // Columns first, as whole numbers of samples: two sweeps over rows, friendly to the cache.
    constexpr int kNone = 1 << 20;
    Grid<int> column(width, height, kNone);
    constexpr int kBand = 64;
    parallelFor(threads, (width + kBand - 1) / kBand, [&](int band) {
        const int x0 = band * kBand, x1 = std::min(width, x0 + kBand);
        for (int y = 0; y < height; ++y) {
            for (int x = x0; x < x1; ++x)
                column(x, y) = mask(x, y) ? 0 : y > 0 ? std::min(column(x, y - 1) + 1, kNone) : kNone;
        }
        for (int y = height - 2; y >= 0; --y) {
            for (int x = x0; x < x1; ++x) column(x, y) = std::min(column(x, y), column(x, y + 1) + 1);
        }
    });
    Grid<float> out(width, height);
    constexpr int kRows = 16;
    parallelFor(threads, (height + kRows - 1) / kRows, [&](int band) {
        Envelope envelope(width);
        for (int y = band * kRows; y < std::min(height, (band + 1) * kRows); ++y) {
            const int* from = column.row(y);
            float* to = out.row(y);
            envelope.run(
                width,
                [&](int x) { return from[x] >= kNone ? Envelope::kFar : static_cast<double>(from[x]) * from[x]; },
                [&](int x, double d) {
                    to[x] = d >= Envelope::kFar ? 1e9f : static_cast<float>(std::sqrt(d) * spacing);
                });
        }
    });
    return out;
}

Grid<float> signedDistance(const Grid<uint8_t>& mask, double spacing, int threads) {
    Grid<float> out = distanceTo(mask, spacing, threads);
    const Grid<float> inside = distanceTo(inverted(mask), spacing, threads);
    const auto half = static_cast<float>(spacing / 2);
    parallelRows(threads, mask.height(), [&](int y) {
        float* d = out.row(y);
        const float* in = inside.row(y);
        for (int x = 0; x < mask.width(); ++x) d[x] = d[x] > 0 ? d[x] - half : half - in[x];
    });
    return out;
}

}  // namespace sketchwalk
