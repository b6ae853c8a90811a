#include "core/terrain/Envelope.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/Parallel.h"

namespace sketchwalk::terrain {

namespace {

// The envelope along one line of samples, with buffers that are used again.
class Line {
  public:
    explicit Line(int n)
        : m_at(static_cast<size_t>(n)), m_value(static_cast<size_t>(n)), m_from(static_cast<size_t>(n) + 1) {}

    // Reads and writes n samples, `in` and `out` may be the same.
    void run(const float* in, float* out, int n, double bend) {
        size_t count = 0;
        for (int q = 0; q < n; ++q) {
            const float f = in[q];
            if (f >= kNothing) continue;
            double meet = -1e18;
            while (count > 0) {
                const double p = m_at[count - 1];
                meet = ((f - m_value[count - 1]) / bend + static_cast<double>(q) * q - p * p) / (2.0 * (q - p));
                if (meet > m_from[count - 1]) break;
                --count;
            }
            m_at[count] = q;
            m_value[count] = f;
            m_from[count] = count == 0 ? -1e18 : meet;
            ++count;
        }
        if (count == 0) {
            std::fill(out, out + n, kNothing);
            return;
        }
        m_from[count] = 1e18;
        size_t k = 0;
        for (int q = 0; q < n; ++q) {
            while (m_from[k + 1] < q) ++k;
            const double d = q - m_at[k];
            out[q] = static_cast<float>(m_value[k] + bend * d * d);
        }
    }

  private:
    std::vector<double> m_at;
    std::vector<double> m_value;
    std::vector<double> m_from;
};

constexpr int kBand = 16;  // columns gathered at a time, so that every fetched piece of memory is used whole

}  // namespace

Grid<float> lowerEnvelope(const Grid<float>& values, double bend, int threads) {
    const int width = values.width(), height = values.height();
    Grid<float> out(width, height);
    parallelFor(threads, (width + kBand - 1) / kBand, [&](int band) {
        const int x0 = band * kBand, x1 = std::min(width, x0 + kBand);
        Line line(height);
        Grid<float> columns(height, kBand);
        for (int y = 0; y < height; ++y) {
            for (int x = x0; x < x1; ++x) columns(y, x - x0) = values(x, y);
        }
        for (int x = x0; x < x1; ++x) line.run(columns.row(x - x0), columns.row(x - x0), height, bend);
        for (int y = 0; y < height; ++y) {
            for (int x = x0; x < x1; ++x) out(x, y) = columns(y, x - x0);
        }
    });
    parallelFor(threads, (height + kBand - 1) / kBand, [&](int band) {
        Line line(width);
        for (int y = band * kBand; y < std::min(height, (band + 1) * kBand); ++y)
            line.run(out.row(y), out.row(y), width, bend);
    });
    return out;
}

}  // namespace sketchwalk::terrain
