#include "core/terrain/Refine.h"

#include <array>
#include <cmath>
#include <vector>

#include "core/base/Parallel.h"

namespace sketchwalk::terrain {

namespace {

struct Tap {
    int first = 0;  // index of the second of four samples
    std::array<float, 4> weight{};
};

Tap tapAt(double at, Spline spline) {
    const double whole = std::floor(at);
    const double t = at - whole, t2 = t * t, t3 = t2 * t;
    Tap tap;
    tap.first = static_cast<int>(whole);
    if (spline == Spline::smoothing) {
        tap.weight = {static_cast<float>((1 - 3 * t + 3 * t2 - t3) / 6), static_cast<float>((4 - 6 * t2 + 3 * t3) / 6),
                      static_cast<float>((1 + 3 * t + 3 * t2 - 3 * t3) / 6), static_cast<float>(t3 / 6)};
    } else {
        tap.weight = {static_cast<float>((-t + 2 * t2 - t3) / 2), static_cast<float>((2 - 5 * t2 + 3 * t3) / 2),
                      static_cast<float>((t + 4 * t2 - 3 * t3) / 2), static_cast<float>((t3 - t2) / 2)};
    }
    return tap;
}

}  // namespace

Grid<float> refined(const Grid<float>& coarse, double spacing, Point origin, const Frame& frame, const NodeBox& box,
                    Spline spline, int threads) {
    if (box.empty() || coarse.empty()) return {};
    Grid<float> out(box.width(), box.height());
    std::vector<Tap> columns(static_cast<size_t>(box.width()));
    for (int x = 0; x < box.width(); ++x)
        columns[static_cast<size_t>(x)] = tapAt(((box.x0 + x) * frame.spacing - origin.x) / spacing, spline);
    const int last = coarse.width() - 1;
    parallelFor(threads, (box.height() + 15) / 16, [&](int band) {
        std::vector<float> mixed(static_cast<size_t>(coarse.width()));
        for (int y = band * 16; y < std::min(box.height(), band * 16 + 16); ++y) {
            const Tap tap = tapAt(((box.y0 + y) * frame.spacing - origin.y) / spacing, spline);
            std::array<const float*, 4> rows{};
            for (int k = 0; k < 4; ++k)
                rows[static_cast<size_t>(k)] = coarse.row(std::clamp(tap.first - 1 + k, 0, coarse.height() - 1));
            for (size_t i = 0; i < mixed.size(); ++i) {
                mixed[i] = tap.weight[0] * rows[0][i] + tap.weight[1] * rows[1][i] + tap.weight[2] * rows[2][i] +
                           tap.weight[3] * rows[3][i];
            }
            float* to = out.row(y);
            for (int x = 0; x < box.width(); ++x) {
                const Tap& c = columns[static_cast<size_t>(x)];
                const auto m = [&](int k) { return mixed[static_cast<size_t>(std::clamp(c.first - 1 + k, 0, last))]; };
                to[x] = c.weight[0] * m(0) + c.weight[1] * m(1) + c.weight[2] * m(2) + c.weight[3] * m(3);
            }
        }
    });
    return out;
}

}  // namespace sketchwalk::terrain
