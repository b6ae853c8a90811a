#include "core/neural/Grouping.h"

#include <algorithm>
#include <cmath>

#include "core/base/Trig.h"
#include "core/neural/Recogniser.h"

namespace sketchwalk::neural {
namespace {

constexpr double kPartWeight = 0.3;  // of what lies below a cut: its nodes say much the same
constexpr double kCostOfOne = 0.3;   // of one more symbol in a cut, in symbols right
constexpr size_t kLooks = 6;         // numbers about a reading
constexpr size_t kJudged = 3;

double logSum(double a, double b) {
    return std::max(a, b) + exact::log(1 + exact::exp(-std::min(std::abs(a - b), 60.0)));
}

Judgement judgementOf(const std::vector<float>& outputs) {
    const double all = logSum(logSum(outputs[0], outputs[1]), outputs[2]);
    return {outputs[0] - all, outputs[1] - all, outputs[2] - all};
}

}  // namespace

Result<Grouping> Grouping::load(const std::filesystem::path& weights) {
    const auto file = Safetensors::open(weights);
    if (!file) return tl::make_unexpected(file.error());
    Grouping made;
    auto byShape = DenseNet::read(*file, "shape", kNodeNumbers, kJudged, weights.string());
    if (!byShape) return tl::make_unexpected(byShape.error());
    made.m_byShape = std::move(*byShape);
    if (!file->tensors().contains("reading.mean")) return made;
    auto byReading = DenseNet::read(*file, "reading", kNodeNumbers + kLooks, kJudged, weights.string());
    if (!byReading) return tl::make_unexpected(byReading.error());
    made.m_byReading = std::move(*byReading);
    return made;
}

Judgement Grouping::judge(const NodeShape& shape) const {
    if (m_byShape) return judgementOf((*m_byShape)(shape));
    // Its own gap against that around it, both in diagonals of the whole.
    const double inside = shape[kNodeGap] / 4, outside = shape[kNodeGapAround] / 4;
    const auto odds = [](double x) { return static_cast<float>(std::clamp(x, -8.0, 8.0)); };
    return judgementOf({odds(40 * (0.08 - outside)), 0, odds(40 * (inside - 0.12))});
}

Judgement Grouping::judge(const NodeShape& shape, const Reading& reading) const {
    return m_byReading ? judgementOf((*m_byReading)(numbersOf(shape, reading))) : judge(shape);
}

std::vector<float> Grouping::numbersOf(const NodeShape& shape, const Reading& reading) {
    std::vector<float> numbers(shape.begin(), shape.end());
    const auto guesses = reading.guesses(3);
    const auto chance = [&](size_t i) { return i < guesses.size() ? guesses[i].confidence : 0; };
    for (const double look : {chance(0), chance(1), chance(2), reading.none, exact::log(chance(0) + 1e-3),
                              exact::log(reading.none + 1e-3)}) {
        numbers.push_back(static_cast<float>(look));
    }
    return numbers;
}

std::vector<double> chancesInCut(const std::vector<StrokeNode>& tree, const std::vector<Judgement>& judgements) {
    // Upwards: what all ways to cut below a node weigh together, and how much of it is cutting right here.
    std::vector<double> all(tree.size()), here(tree.size()), below(tree.size());
    for (size_t i = 0; i < tree.size(); ++i) {
        const double one = judgements[i].one;
        if (tree[i].left < 0) {
            all[i] = one;
            here[i] = 1;
            continue;
        }
        const auto left = static_cast<size_t>(tree[i].left), right = static_cast<size_t>(tree[i].right);
        below[i] = below[left] + below[right] + kPartWeight * (judgements[left].part + judgements[right].part);
        const double whole = one + below[i];
        all[i] = logSum(whole, judgements[i].many + all[left] + all[right]);
        here[i] = exact::exp(std::max(whole - all[i], -60.0));
    }
    // Downwards: how likely the nodes above are cut.
    std::vector<double> reached(tree.size(), 1), chances(tree.size());
    for (size_t i = tree.size(); i-- > 0;) {
        chances[i] = reached[i] * here[i];
        if (tree[i].left < 0) continue;
        reached[static_cast<size_t>(tree[i].left)] = reached[static_cast<size_t>(tree[i].right)] =
            reached[i] * (1 - here[i]);
    }
    return chances;
}

std::vector<int> bestCut(const std::vector<StrokeNode>& tree, const std::vector<double>& chances) {
    std::vector<double> best(tree.size());
    std::vector<bool> whole(tree.size(), true);
    for (size_t i = 0; i < tree.size(); ++i) {
        best[i] = chances[i] - kCostOfOne;
        if (tree[i].left < 0) continue;
        const double halves = best[static_cast<size_t>(tree[i].left)] + best[static_cast<size_t>(tree[i].right)];
        whole[i] = best[i] >= halves;
        best[i] = std::max(best[i], halves);
    }
    std::vector<int> cut;
    std::vector<bool> open(tree.size());
    for (size_t i = tree.size(); i-- > 0;) {
        if (tree[i].parent >= 0 && !open[static_cast<size_t>(tree[i].parent)]) continue;
        open[i] = !whole[i];
        if (whole[i]) cut.push_back(static_cast<int>(i));
    }
    std::reverse(cut.begin(), cut.end());
    return cut;
}

}  // namespace sketchwalk::neural
