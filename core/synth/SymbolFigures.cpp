#include "core/synth/SymbolFigures.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

#include "core/base/Hash.h"
#include "core/neural/PersonalStyles.h"
#include "core/synth/HogBaseline.h"

namespace sketchwalk::synth {
namespace {

using neural::Reading;
using neural::Recogniser;
using Calibration = neural::ModelCard::Calibration;

// Who draws on a map draws, nine times of ten, something that belongs on one: the share for which confidence is honest.
constexpr double kSymbolShare = 0.9;

constexpr size_t kMostExamples = 60;   // of one class: of words there are hundreds
constexpr size_t kOthersExamples = 4;  // of each of the many classes that are no symbol
constexpr double kHalfDrawn = 0.5;     // of the ink: each is an example a second time, unfinished,
constexpr double kHalfDrawnWeight = 0.95;

double rounded(double value) {
    return std::round(value * 1e4) / 1e4;
}

// What nobody could tell calibrates and measures nothing.
std::vector<SymbolExample> recognisedOf(const std::vector<SymbolExample>& examples) {
    std::vector<SymbolExample> kept;
    std::copy_if(examples.begin(), examples.end(), std::back_inserter(kept),
                 [](const auto& e) { return e.recognised; });
    return kept;
}

std::vector<Strokes> strokesOf(const std::vector<SymbolExample>& examples) {
    std::vector<Strokes> strokes;
    for (const SymbolExample& one : examples) strokes.push_back(one.strokes);
    return strokes;
}

// Index of an example's symbol among the recogniser's; -1: none.
std::vector<int> truthOf(const std::vector<SymbolExample>& examples, const SymbolData& data,
                         const Recogniser& recogniser) {
    std::vector<int> truth;
    for (const SymbolExample& one : examples) {
        const std::string& symbol = data.classes[static_cast<size_t>(one.classIndex)].symbol;
        const auto& all = recogniser.symbols();
        const auto at = std::lower_bound(all.begin(), all.end(), symbol);
        truth.push_back(symbol.empty() || at == all.end() || *at != symbol ? -1 : static_cast<int>(at - all.begin()));
    }
    return truth;
}

bool among(const std::vector<neural::Guess>& guesses, int symbol) {
    return std::any_of(guesses.begin(), guesses.end(), [symbol](const auto& g) { return g.symbol == symbol; });
}

double share(const std::vector<Reading>& readings, const std::vector<int>& truth, size_t first) {
    double right = 0, count = 0;
    for (size_t i = 0; i < readings.size(); ++i) {
        if (truth[i] < 0) continue;
        ++count;
        right += among(readings[i].guesses(first), truth[i]);
    }
    return count > 0 ? right / count : 0;
}

// Chance that one with a symbol scores above one without (Mann and Whitney, 1947).
double auroc(const std::vector<Reading>& readings, const std::vector<int>& truth) {
    std::vector<double> with, without;
    for (size_t i = 0; i < readings.size(); ++i) (truth[i] >= 0 ? with : without).push_back(1 - readings[i].none);
    double above = 0;
    for (double a : with) {
        for (double b : without) above += a > b ? 1 : a == b ? 0.5 : 0;
    }
    return above / std::max(1.0, static_cast<double>(with.size()) * static_cast<double>(without.size()));
}

struct Claim {
    double confidence;
    bool right;
    double weight;
};

// Expected calibration error over ten bins (Naeini et al., 2015).
double calibrationError(const std::vector<Claim>& claims) {
    double error = 0, total = 0;
    for (int bin = 0; bin < 10; ++bin) {
        double weight = 0, sure = 0, right = 0;
        for (const Claim& c : claims) {
            if (std::min(static_cast<int>(c.confidence * 10), 9) != bin) continue;
            weight += c.weight;
            sure += c.weight * c.confidence;
            right += c.weight * c.right;
        }
        error += std::abs(sure - right);
        total += weight;
    }
    return total > 0 ? error / total : 0;
}

// Claims of the symbol in first place about drawings that show one.
std::vector<Claim> symbolClaims(const std::vector<Reading>& readings, const std::vector<int>& truth) {
    std::vector<Claim> claims;
    for (size_t i = 0; i < readings.size(); ++i) {
        if (truth[i] < 0) continue;
        const auto best = readings[i].best();
        claims.push_back({best.confidence, best.symbol == truth[i], 1});
    }
    return claims;
}

// The same where it is known that the drawing shows a symbol.
std::vector<Claim> claimsAmongSymbols(const std::vector<Reading>& readings, const std::vector<int>& truth) {
    std::vector<Claim> claims = symbolClaims(readings, truth);
    size_t next = 0;
    for (size_t i = 0; i < readings.size(); ++i) {
        if (truth[i] >= 0) claims[next++].confidence /= std::max(1 - readings[i].none, 1e-12);
    }
    return claims;
}

// Claims of the likeliest of all symbols and "none", with kSymbolShare of symbols.
std::vector<Claim> allClaims(const std::vector<Reading>& readings, const std::vector<int>& truth) {
    const auto with = static_cast<double>(std::count_if(truth.begin(), truth.end(), [](int t) { return t >= 0; }));
    const double without = static_cast<double>(truth.size()) - with;
    std::vector<Claim> claims;
    for (size_t i = 0; i < readings.size(); ++i) {
        const auto best = readings[i].best();
        const bool none = readings[i].none > best.confidence;
        claims.push_back({none ? readings[i].none : best.confidence, (none ? -1 : best.symbol) == truth[i],
                          truth[i] >= 0 ? kSymbolShare / with : (1 - kSymbolShare) / without});
    }
    return claims;
}

// One odd doodle of none of the symbols stands for a person's own sign of a symbol. It is corrected once; then the hand
// draws it ten times again. How many are right, and how many other drawings the correction spoils.
Result<void> corrections(const SymbolData& data, const Recogniser& recogniser, const std::vector<Reading>& readings,
                         const std::vector<int>& truth, const Job& job, nlohmann::ordered_json& table) {
    constexpr int kPeople = 60, kAgain = 10;
    std::vector<Strokes> drawings;
    for (int person = 0; person < kPeople; ++person) {
        const size_t pick = randomBits(1, "person", static_cast<uint64_t>(person)) % data.heldOut.size();
        for (int again = 0; again <= kAgain; ++again) {
            const auto seed = randomBits(2, "again", static_cast<uint64_t>(person), static_cast<uint64_t>(again));
            drawings.push_back(redraw(data.heldOut[pick].strokes, seed, {0.5, 0, false}));
        }
    }
    const auto read = recogniser.read(drawings, 2, job);
    if (!read) return tl::make_unexpected(read.error());
    int right = 0, spoilt = 0, asked = 0;
    for (int person = 0; person < kPeople; ++person) {
        const auto from = static_cast<size_t>(person * (kAgain + 1));
        const int symbol =
            static_cast<int>(randomBits(3, "wish", static_cast<uint64_t>(person)) % recogniser.symbols().size());
        neural::PersonalStyles styles;
        styles.correct((*read)[from], symbol);
        for (size_t k = 1; k <= kAgain; ++k) right += styles.apply((*read)[from + k]).best().symbol == symbol;
        for (size_t i = 0; i < readings.size(); ++i) {
            if (truth[i] < 0 || readings[i].best().symbol != truth[i]) continue;
            ++asked;
            spoilt += styles.apply(readings[i]).best().symbol != truth[i];
        }
    }
    table["correctedRight"] = rounded(right / static_cast<double>(kPeople * kAgain));
    table["correctionSpoils"] = rounded(spoilt / std::max(1.0, static_cast<double>(asked)));
    return {};
}

void addMistakes(const std::vector<SymbolExample>& examples, const SymbolData& data, const Recogniser& recogniser,
                 const std::vector<Reading>& readings, const std::vector<int>& truth, SymbolFigures& figures) {
    std::vector<size_t> wrong;
    for (size_t i = 0; i < readings.size(); ++i) {
        if (truth[i] >= 0 && readings[i].best().symbol != truth[i]) wrong.push_back(i);
    }
    std::stable_sort(wrong.begin(), wrong.end(),
                     [&](size_t a, size_t b) { return readings[a].best().confidence > readings[b].best().confidence; });
    wrong.resize(std::min<size_t>(wrong.size(), 100));
    for (size_t i : wrong) {
        const auto best = readings[i].best();
        char text[200];
        std::snprintf(text, sizeof text, "%s %s: taken for %s %.2f", examples[i].keyId.c_str(),
                      data.classes[static_cast<size_t>(examples[i].classIndex)].name.c_str(),
                      recogniser.symbols()[static_cast<size_t>(best.symbol)].c_str(), best.confidence);
        figures.worst.push_back({examples[i].strokes, 1});
        figures.worstNames.emplace_back(text);
    }
}

double logarithm(double chance) {
    return std::log(std::max(chance, 1e-12));
}

// Negative log-likelihood of which drawings show none of the symbols, where kSymbolShare of them show one.
double lossOfNone(const std::vector<double>& odds, const std::vector<int>& truth, double scale, double shift) {
    const auto with = static_cast<double>(std::count_if(truth.begin(), truth.end(), [](int t) { return t >= 0; }));
    const double without = static_cast<double>(truth.size()) - with;
    double loss = 0;
    for (size_t i = 0; i < truth.size(); ++i) {
        const double none = 1 / (1 + std::exp(-(scale * odds[i] + shift)));
        loss -=
            truth[i] < 0 ? (1 - kSymbolShare) / without * logarithm(none) : kSymbolShare / with * logarithm(1 - none);
    }
    return loss;
}

// At which the network's outputs tell best how likely each category is (Guo et al., 2017). Of all drawings, not only of
// those of symbols: these are a fifth of them, and too few to say.
double temperatureOf(std::span<const float> logits, const std::vector<SymbolExample>& examples, size_t classes) {
    double best = 1, least = 1e300;
    for (double temperature = 0.2; temperature < 2.5; temperature *= 1.05) {
        double loss = 0;
        for (size_t i = 0; i < examples.size(); ++i) {
            const auto own = logits.subspan(i * classes, classes);
            const double highest = *std::max_element(own.begin(), own.end());
            double sum = 0;
            for (float logit : own) sum += std::exp((logit - highest) / temperature);
            loss += std::log(sum) - (own[static_cast<size_t>(examples[i].classIndex)] - highest) / temperature;
        }
        if (loss >= least) continue;
        least = loss;
        best = temperature;
    }
    return best;
}

}  // namespace

Result<neural::Examples> examplesOf(const SymbolData& data, const Recogniser& recogniser, const Job& job) {
    struct Kind {
        int label;
        double weight;
    };
    std::vector<Strokes> drawings;
    std::vector<Kind> kinds;
    const auto& known = recogniser.card().classes;
    for (const SymbolClass& one : data.classes) {
        const auto found = std::find_if(known.begin(), known.end(), [&](const auto& k) { return k.name == one.name; });
        if (found == known.end()) continue;
        const auto add = [&](const Strokes& drawing, double weight) {
            drawings.push_back(drawing);
            kinds.push_back({static_cast<int>(found - known.begin()), weight});
        };
        const size_t most = found->symbol.empty() ? kOthersExamples : kMostExamples;
        for (size_t i = 0; i < std::min(one.models.size(), most); ++i) {
            add(one.models[i], 1);
            if (!found->symbol.empty()) add(firstPart(one.models[i], kHalfDrawn), kHalfDrawnWeight);
        }
    }
    const auto readings = recogniser.read(drawings, neural::kAllViews, job);
    if (!readings) return tl::make_unexpected(readings.error());
    neural::Examples examples(2 * static_cast<size_t>(recogniser.card().features));
    for (size_t i = 0; i < drawings.size(); ++i) {
        examples.add((*readings)[i].features, kinds[i].label, kinds[i].weight);
    }
    return examples;
}

Result<Calibration> calibrate(const SymbolData& data, const Recogniser& recogniser, const Job& job) {
    const std::vector<SymbolExample> examples = recognisedOf(data.validation);
    const auto pass = recogniser.look(strokesOf(examples), neural::kAllViews, job);
    if (!pass) return tl::make_unexpected(pass.error());
    const std::vector<int> truth = truthOf(examples, data, recogniser);
    const size_t classes = recogniser.card().classes.size();
    const size_t features = 2 * static_cast<size_t>(recogniser.card().features);
    const double temperature = temperatureOf(pass->logits, examples, classes);
    Calibration best;
    double least = 1e300;
    for (double noneTemperature = 0.2; noneTemperature < 2; noneTemperature *= 1.1) {
        std::vector<double> odds;
        for (size_t i = 0; i < truth.size(); ++i) {
            const double none =
                recogniser
                    .readingOf({pass->logits.data() + i * classes, classes},
                               {pass->features.data() + i * features, features}, {temperature, noneTemperature, 1, 0})
                    .none;
            odds.push_back(logarithm(none) - logarithm(1 - none));
        }
        for (double scale = 0.2; scale < 2; scale += 0.025) {
            for (double shift = -4; shift <= 4; shift += 0.03125) {
                const double loss = lossOfNone(odds, truth, scale, shift);
                if (loss >= least) continue;
                least = loss;
                best = {temperature, noneTemperature, scale, shift};
            }
        }
    }
    return best;
}

Result<SymbolFigures> figuresOf(const SymbolData& data, const Recogniser& recogniser, int views, const Job& job) {
    const std::vector<SymbolExample> examples = recognisedOf(data.heldOut);
    const std::vector<int> truth = truthOf(examples, data, recogniser);
    const auto readings = recogniser.read(strokesOf(examples), views, job);
    if (!readings) return tl::make_unexpected(readings.error());
    std::vector<SymbolExample> known;
    std::vector<int> knownTruth;
    for (size_t i = 0; i < examples.size(); ++i) {
        if (truth[i] < 0) continue;
        known.push_back(examples[i]);
        knownTruth.push_back(truth[i]);
    }
    SymbolFigures figures;
    auto& table = figures.table;
    const std::set<int> symbols(knownTruth.begin(), knownTruth.end());
    table["symbols"] = symbols.size();
    table["drawings"] = known.size();
    table["others"] = examples.size() - known.size();
    table["top1"] = rounded(share(*readings, truth, 1));
    table["top3"] = rounded(share(*readings, truth, 3));

    const HogBaseline baseline(data);
    double first = 0, three = 0;
    for (size_t i = 0; i < known.size(); ++i) {
        const auto guesses = baseline.guesses(known[i].strokes, 3);
        const std::string& wanted = data.classes[static_cast<size_t>(known[i].classIndex)].symbol;
        first += !guesses.empty() && guesses[0] == wanted;
        three += std::find(guesses.begin(), guesses.end(), wanted) != guesses.end();
    }
    table["baselineTop1"] = rounded(first / static_cast<double>(known.size()));
    table["baselineTop3"] = rounded(three / static_cast<double>(known.size()));
    table["auroc"] = rounded(auroc(*readings, truth));
    table["calibrationError"] = rounded(calibrationError(symbolClaims(*readings, truth)));
    table["calibrationErrorAmongSymbols"] = rounded(calibrationError(claimsAmongSymbols(*readings, truth)));
    table["calibrationErrorWithNone"] = rounded(calibrationError(allClaims(*readings, truth)));
    for (const int percent : {25, 50, 75}) {
        std::vector<Strokes> parts;
        for (const SymbolExample& one : known) parts.push_back(firstPart(one.strokes, percent / 100.0));
        const auto part = recogniser.read(parts, views, job);
        if (!part) return tl::make_unexpected(part.error());
        table["top1At" + std::to_string(percent) + "PercentInk"] = rounded(share(*part, knownTruth, 1));
    }
    if (auto done = corrections(data, recogniser, *readings, truth, job, table); !done) {
        return tl::make_unexpected(done.error());
    }
    addMistakes(examples, data, recogniser, *readings, truth, figures);
    return figures;
}

}  // namespace sketchwalk::synth
