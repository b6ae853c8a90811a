#include "core/neural/Recogniser.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "core/base/Check.h"
#include "core/base/Digest.h"
#include "core/base/Parallel.h"
#include "core/base/Trig.h"
#include "core/neural/DrawingInput.h"
#include "core/neural/Safetensors.h"

namespace sketchwalk::neural {
namespace {

constexpr double kExampleShare = 0.4;    // of the opinion about which symbol it is: that of the nearest examples
constexpr double kExampleSpread = 0.05;  // of cosines: so much nearer is e times as likely
constexpr double kLogitsOfCosine = 7;    // what it counts that an example of no symbol is nearer than all of symbols
constexpr int kInputsAtOnce = 64;        // drawings and views; between two lots the job is asked whether to stop

struct View {
    bool mirrored;
    double turn;           // radians
    double wider, taller;  // factors
};
constexpr View kViews[kAllViews] = {{false, 0, 1, 1},     {true, 0, 1, 1},        {false, 0.12, 1, 1},
                                    {true, 0.12, 1, 1.2}, {false, -0.12, 1.2, 1}, {true, -0.12, 1, 1}};

Strokes seen(const Strokes& strokes, const View& view) {
    if (view.turn == 0 && view.wider == 1 && view.taller == 1) return strokes;
    const double c = exact::cos(view.turn), s = exact::sin(view.turn);
    Strokes out = strokes;
    for (Polyline& stroke : out) {
        for (Point& p : stroke) p = {(c * p.x - s * p.y) * view.wider, (s * p.x + c * p.y) * view.taller};
    }
    return out;
}

void toUnitLength(std::span<float> values) {
    double sum = 0;
    for (float v : values) sum += static_cast<double>(v) * v;
    const auto scale = static_cast<float>(sum > 0 ? 1 / std::sqrt(sum) : 0);
    for (float& v : values) v *= scale;
}

// Chances that sum to 1, and how near examples are: the logarithmic pool of both opinions (Genest and Zidek, 1986),
// which sums to 1 too. What `near` does not reach has no chance.
void pool(std::vector<double>& chances, const std::vector<double>& near) {
    std::vector<double> sums(near.size());
    for (size_t i = 0; i < near.size(); ++i) {
        const double said = exact::log(std::max(chances[i], 1e-9));
        sums[i] = (1 - kExampleShare) * said + kExampleShare * near[i] / kExampleSpread;
    }
    const double highest = *std::max_element(sums.begin(), sums.end());
    double all = 0;
    for (size_t i = 0; i < near.size(); ++i) all += chances[i] = exact::exp(std::max(sums[i] - highest, -60.0));
    for (double& chance : chances) chance /= all;
}

// Whether a file of weights is the one that the card means.
Result<void> isThatOf(const std::filesystem::path& weights, const std::string& sha, const std::filesystem::path& card) {
    const auto file = Safetensors::open(weights);
    if (!file) return tl::make_unexpected(file.error());
    if (hexOf(sha256(file->bytes())) == sha) return {};
    return fail(ErrorKind::resource, card.string() + ": the weights in " + weights.filename().string() +
                                         " are not those of the card. Install the program's models again.");
}

}  // namespace

std::vector<Guess> Reading::guesses(size_t most) const {
    std::vector<int> order(chances.size());
    std::iota(order.begin(), order.end(), 0);
    most = std::min(most, order.size());
    const auto likelier = [this](int a, int b) {
        const double x = chances[static_cast<size_t>(a)], y = chances[static_cast<size_t>(b)];
        return x != y ? x > y : a < b;
    };
    std::partial_sort(order.begin(), order.begin() + static_cast<long>(most), order.end(), likelier);
    std::vector<Guess> guesses;
    for (size_t i = 0; i < most; ++i) guesses.push_back({order[i], chances[static_cast<size_t>(order[i])]});
    return guesses;
}

Result<Recogniser> Recogniser::load(const std::filesystem::path& folder, const RecogniserOptions& options) {
    const auto path = folder / "recogniser.json";
    auto card = ModelCard::read(path);
    if (!card) return tl::make_unexpected(card.error());
    const auto wrong = [&](const std::string& what) {
        return fail(ErrorKind::resource, path.string() + ": " + what + ". Install the program's models again.");
    };
    if (card->name != "recogniser") return wrong("is the card of another network");
    if (card->inputs != kInputsVersion) return wrong("was made for other inputs than this program's");
    Recogniser made;
    std::set<std::string> symbols;
    for (const auto& one : card->classes) {
        if (!one.symbol.empty()) symbols.insert(one.symbol);
    }
    made.m_symbols.assign(symbols.begin(), symbols.end());
    if (made.m_symbols.empty()) return wrong("knows no symbol");
    made.m_known = made.m_symbols.size();
    for (const auto& one : card->classes) {
        const auto at = std::lower_bound(made.m_symbols.begin(), made.m_symbols.end(), one.symbol);
        made.m_symbolOfClass.push_back(one.symbol.empty() ? -1 : static_cast<int>(at - made.m_symbols.begin()));
    }
    const auto weights = folder / card->weights;
    if (auto done = isThatOf(weights, card->sha256, path); !done) return tl::make_unexpected(done.error());
    for (const ModelCard::Part* part : {&card->grouping, &card->examples}) {
        if (part->weights.empty()) continue;
        if (auto done = isThatOf(folder / part->weights, part->sha256, path); !done)
            return tl::make_unexpected(done.error());
    }
    if (!card->grouping.weights.empty()) {
        auto grouping = Grouping::load(folder / card->grouping.weights);
        if (!grouping) return tl::make_unexpected(grouping.error());
        made.m_grouping = std::move(*grouping);
    }
    if (!card->examples.weights.empty()) {
        const size_t features = 2 * static_cast<size_t>(card->features);
        auto examples = Examples::load(folder / card->examples.weights, features, made.m_symbolOfClass);
        if (!examples) return tl::make_unexpected(examples.error());
        made.m_examples = std::move(*examples);
    }
    const auto torch = backend();
    if (!torch) return tl::make_unexpected(torch.error());
    auto run = (*torch)->openRecogniser({weights, static_cast<int>(card->classes.size()), card->width, card->features,
                                         options.device, options.threads});
    if (!run) return tl::make_unexpected(run.error());
    made.m_run = std::move(*run);
    made.m_card = std::move(*card);
    return made;
}

Result<RecogniserPass> Recogniser::look(const std::vector<Strokes>& drawings, int views, const Job& job) const {
    CHECK(views >= 1 && views <= kAllViews, "there are so many views");
    const size_t classes = m_card.classes.size(), features = 2 * static_cast<size_t>(m_card.features);
    RecogniserPass mean;
    mean.logits.assign(drawings.size() * classes, 0);
    mean.features.assign(drawings.size() * features, 0);
    const int total = static_cast<int>(drawings.size()) * views;
    std::vector<float> raster, points;
    for (int from = 0; from < total; from += kInputsAtOnce) {
        if (job.stopped()) return fail(ErrorKind::interrupted, "Stopped.");
        const int count = std::min(kInputsAtOnce, total - from);
        raster.resize(static_cast<size_t>(count) * kRasterSize);
        points.resize(static_cast<size_t>(count) * kPointsSize);
        parallelFor(job.threads, count, [&](int i) {
            const auto at = static_cast<size_t>(i);
            const View& view = kViews[(from + i) % views];
            fillInput(seen(drawings[static_cast<size_t>((from + i) / views)], view),
                      {raster.data() + at * kRasterSize, kRasterSize}, {points.data() + at * kPointsSize, kPointsSize},
                      {InputLook{}.lineWidth, view.mirrored});
        });
        const auto pass = m_run(raster, points, count);
        if (!pass) return tl::make_unexpected(pass.error());
        const float share = 1.0F / static_cast<float>(views);
        for (int i = 0; i < count; ++i) {
            const auto to = static_cast<size_t>((from + i) / views), at = static_cast<size_t>(i);
            for (size_t c = 0; c < classes; ++c)
                mean.logits[to * classes + c] += share * pass->logits[at * classes + c];
            for (size_t c = 0; c < features; ++c) {
                mean.features[to * features + c] += share * pass->features[at * features + c];
            }
        }
    }
    return mean;
}

Reading Recogniser::readingOf(std::span<const float> logits, std::span<const float> features,
                              const ModelCard::Calibration& calibration) const {
    Reading reading;
    reading.chances.assign(m_symbols.size(), 0);
    const double highest = *std::max_element(logits.begin(), logits.end());
    const auto weight = [&](size_t c, double temperature) {
        return exact::exp(std::max((logits[c] - highest) / temperature, -60.0));
    };
    double with = 0, without = 0, symbols = 0;
    for (size_t c = 0; c < logits.size(); ++c) {
        (m_symbolOfClass[c] < 0 ? without : with) += weight(c, calibration.noneTemperature);
        if (m_symbolOfClass[c] < 0) continue;
        const double chance = weight(c, calibration.temperature);
        reading.chances[static_cast<size_t>(m_symbolOfClass[c])] += chance;
        symbols += chance;
    }
    for (double& chance : reading.chances) chance /= symbols;
    double odds = exact::log(std::max(without, 1e-26)) - exact::log(std::max(with, 1e-26));
    reading.features.assign(features.begin(), features.end());
    const size_t half = features.size() / 2;  // both branches count the same
    toUnitLength({reading.features.data(), half});
    toUnitLength({reading.features.data() + half, features.size() - half});
    toUnitLength(reading.features);
    if (m_examples.size() > 0) {
        const Examples::Nearest near = m_examples.nearest(reading.features, m_known);
        const double nearest = *std::max_element(near.ofLabel.begin(), near.ofLabel.end());
        if (near.ofOthers > Examples::kNowhere) {
            odds += kLogitsOfCosine * (near.ofOthers - nearest) / calibration.noneTemperature;
        }
        pool(reading.chances, near.ofLabel);
    }
    const double scaled = std::clamp(calibration.noneScale * odds + calibration.noneShift, -30.0, 30.0);
    reading.none = 1 / (1 + exact::exp(-scaled));
    for (double& chance : reading.chances) chance *= 1 - reading.none;
    return reading;
}

Result<std::vector<Reading>> Recogniser::read(const std::vector<Strokes>& drawings, int views, const Job& job) const {
    const auto pass = look(drawings, views, job);
    if (!pass) return tl::make_unexpected(pass.error());
    const size_t classes = m_card.classes.size(), features = 2 * static_cast<size_t>(m_card.features);
    std::vector<Reading> readings(drawings.size());
    parallelFor(job.threads, static_cast<int>(drawings.size()), [&](int number) {
        const auto i = static_cast<size_t>(number);
        readings[i] = m_styles.apply(readingOf({pass->logits.data() + i * classes, classes},
                                               {pass->features.data() + i * features, features}, m_card.calibration));
    });
    return readings;
}

Result<void> Recogniser::teach(const std::vector<sketch::Style>& styles, const Job& job) {
    std::vector<Strokes> drawings;
    for (const sketch::Style& style : styles) drawings.push_back(style.strokes);
    m_styles = {};
    m_symbols.resize(m_known);
    const auto readings = read(drawings, 1, job);
    if (!readings) return tl::make_unexpected(readings.error());
    for (size_t i = 0; i < styles.size(); ++i) {
        int symbol = PersonalStyles::kNone;
        if (styles[i].shows != "ink") {
            const auto at = std::find(m_symbols.begin(), m_symbols.end(), styles[i].shows);
            symbol = static_cast<int>(at - m_symbols.begin());
            if (at == m_symbols.end()) m_symbols.push_back(styles[i].shows);
        }
        m_styles.correct((*readings)[i], symbol);
    }
    return {};
}

}  // namespace sketchwalk::neural
