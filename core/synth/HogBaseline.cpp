#include "core/synth/HogBaseline.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/base/Trig.h"
#include "core/neural/DrawingInput.h"

namespace sketchwalk::synth {
namespace {

constexpr int kCell = 8, kCells = neural::kSide / kCell, kBins = 6;

// Cells of 8 x 8 pixels, 6 directions, shared out linearly between neighbouring cells and directions; square roots,
// unit length.
std::vector<float> hog(const Strokes& strokes, bool mirrored) {
    using namespace neural;
    std::vector<float> raster(kRasterSize), points(kPointsSize);
    fillInput(strokes, raster, points, {1.3, mirrored});
    std::vector<float> out(static_cast<size_t>(kCells * kCells * kBins));
    constexpr size_t kPlane = static_cast<size_t>(kSide) * kSide;
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const size_t at = static_cast<size_t>(y) * kSide + static_cast<size_t>(x);
            const double ink = raster[at];
            if (ink <= 0) continue;
            const double angle = exact::atan2(raster[3 * kPlane + at], raster[2 * kPlane + at]);  // twice the stroke's
            const double bin = (angle / 6.283185307179586 + 1) * kBins;
            const double cx = (x + 0.5) / kCell - 0.5, cy = (y + 0.5) / kCell - 0.5;
            for (int k = 0; k < 8; ++k) {
                const int i = static_cast<int>(std::floor(cx)) + (k & 1),
                          j = static_cast<int>(std::floor(cy)) + (k >> 1 & 1);
                const int b = static_cast<int>(std::floor(bin)) + (k >> 2);
                if (i < 0 || j < 0 || i >= kCells || j >= kCells) continue;
                const double share = (1 - std::abs(cx - i)) * (1 - std::abs(cy - j)) * (1 - std::abs(bin - b));
                out[static_cast<size_t>((j * kCells + i) * kBins + b % kBins)] += static_cast<float>(ink * share);
            }
        }
    }
    double sum = 0;
    for (float& v : out) sum += v;
    for (float& v : out) v = static_cast<float>(std::sqrt(sum > 0 ? v / sum : 0));  // Hellinger's kernel
    return out;
}

}  // namespace

HogBaseline::HogBaseline(const SymbolData& data) {
    for (const SymbolClass& one : data.classes) {
        if (one.symbol.empty()) continue;
        for (const Strokes& model : one.models) {
            m_known.push_back({hog(model, false), one.symbol});
            m_known.push_back({hog(model, true), one.symbol});
        }
    }
}

std::vector<std::string> HogBaseline::guesses(const Strokes& drawing, size_t most) const {
    const std::vector<float> features = hog(drawing, false);
    std::vector<std::pair<double, const std::string*>> near;
    for (const Known& known : m_known) {
        near.emplace_back(-std::inner_product(features.begin(), features.end(), known.features.begin(), 0.0),
                          &known.symbol);
    }
    std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> guesses;
    for (const auto& [likeness, symbol] : near) {
        if (guesses.size() >= most) break;
        if (std::find(guesses.begin(), guesses.end(), *symbol) == guesses.end()) guesses.push_back(*symbol);
    }
    return guesses;
}

}  // namespace sketchwalk::synth
