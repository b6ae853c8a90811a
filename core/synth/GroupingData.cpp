#include "core/synth/GroupingData.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/base/Hash.h"
#include "core/neural/Grouping.h"
#include "core/neural/PageReader.h"

namespace sketchwalk::synth {
namespace {

using neural::StrokeNode;

constexpr double kTamest = 1,
                 kWildest = 2;            // of a page's hand: the recogniser is right about as often as with strangers
constexpr double kOtherThings = 0.05;     // share of drawings that show no symbol
constexpr double kWorthLearning = 0.005;  // least chance by shape of a candidate that the second network learns from

enum class Kind { part, one, many };

// What every candidate is. -1: thing of a stroke that is in none.
std::vector<Kind> kindsOf(const std::vector<StrokeNode>& tree, const Page& page) {
    std::vector<int> owner(page.strokes.size(), -1);
    for (size_t t = 0; t < page.things.size(); ++t) {
        for (int s : page.things[t].strokes) owner[static_cast<size_t>(s)] = static_cast<int>(t);
    }
    std::vector<Kind> kinds;
    for (const StrokeNode& node : tree) {
        std::set<int> things;
        for (int s : node.strokes) things.insert(owner[static_cast<size_t>(s)]);
        const size_t whole = page.things[static_cast<size_t>(*things.begin())].strokes.size();
        kinds.push_back(things.size() > 1 ? Kind::many : node.strokes.size() < whole ? Kind::part : Kind::one);
    }
    return kinds;
}

std::vector<neural::Strokes> drawingsOf(const std::vector<StrokeNode>& tree, const std::vector<size_t>& nodes,
                                        const Page& page) {
    std::vector<neural::Strokes> drawings;
    for (size_t i : nodes) {
        neural::Strokes& drawing = drawings.emplace_back();
        for (int s : tree[i].strokes) drawing.push_back(page.strokes[static_cast<size_t>(s)]);
    }
    return drawings;
}

void addRow(neural::DensePlan& plan, std::span<const float> numbers, Kind kind) {
    plan.inputs = numbers.size();
    plan.rows.insert(plan.rows.end(), numbers.begin(), numbers.end());
    plan.labels.push_back(static_cast<int64_t>(kind));
}

// What a page's reading says, by strokes.
using Said = std::map<std::vector<int>, int>;

Result<Said> saidOf(const std::vector<Polyline>& strokes, const neural::Recogniser& recogniser, const Job& job,
                    neural::PageMemory* memory) {
    const auto symbols = neural::readPage(recogniser, strokes, {}, job, memory);
    if (!symbols) return tl::make_unexpected(symbols.error());
    Said said;
    for (const auto& symbol : *symbols) said[symbol.strokes] = symbol.reading.best().symbol;
    return said;
}

// Of a page drawn stroke by stroke: symbols that change once their last stroke is there.
Result<int> changesOf(const Page& page, const neural::Recogniser& recogniser, const Job& job, bool remembering) {
    neural::PageMemory memory;
    std::vector<Polyline> drawn;
    Said before;
    int changes = 0;
    for (size_t s = 0; s < page.strokes.size(); ++s) {
        drawn.push_back(page.strokes[s]);
        auto now = saidOf(drawn, recogniser, job, remembering ? &memory : nullptr);
        if (!now) return tl::make_unexpected(now.error());
        for (const Page::Thing& thing : page.things) {
            if (thing.strokes.back() >= static_cast<int>(s)) continue;  // not complete before this stroke
            const auto was = before.find(thing.strokes), is = now->find(thing.strokes);
            const bool stood = was != before.end(), stands = is != now->end();
            changes += stood != stands || (stood && was->second != is->second);
        }
        before = std::move(*now);
    }
    return changes;
}

}  // namespace

Page trainingPage(const SymbolData& data, uint64_t seed, uint64_t number) {
    const uint64_t own = randomBits(seed, "page", number);
    const auto count = 5 + static_cast<uint64_t>(40 * randomUnit(own, "count"));
    const double wildness = kTamest + (kWildest - kTamest) * randomUnit(own, "wildness");
    std::vector<PageDrawing> drawings;
    for (uint64_t i = 0; i < count; ++i) {
        const bool other = randomUnit(own, "other", i) < kOtherThings;
        const SymbolClass* chosen = nullptr;
        for (uint64_t turn = 0; !chosen || chosen->models.empty() || chosen->symbol.empty() != other; ++turn) {
            chosen = &data.classes[randomBits(own, "class", i, turn) % data.classes.size()];
        }
        const size_t model = randomBits(own, "model", i) % chosen->models.size();
        drawings.push_back(
            {chosen->symbol, redraw(chosen->models[model], randomBits(own, "hand", i), {wildness, 0, true})});
    }
    return composePage(drawings, own, pageStyle(own));
}

std::vector<Page> pagesOf(const std::vector<SymbolExample>& examples, const SymbolData& data, int count,
                          uint64_t seed) {
    std::vector<const SymbolExample*> known;
    for (const SymbolExample& one : examples) {
        if (one.recognised && !data.classes[static_cast<size_t>(one.classIndex)].symbol.empty()) known.push_back(&one);
    }
    std::vector<Page> pages;
    for (int p = 0; p < count; ++p) {
        const uint64_t own = randomBits(seed, "page", static_cast<uint64_t>(p));
        std::vector<std::pair<uint64_t, size_t>> order;
        for (size_t i = 0; i < known.size(); ++i) order.emplace_back(randomBits(own, "pick", i), i);
        std::sort(order.begin(), order.end());
        order.resize(std::min(order.size(), static_cast<size_t>(10 + 30 * p / std::max(count - 1, 1))));
        std::vector<PageDrawing> drawings;
        for (const auto& [rank, i] : order) {
            drawings.push_back({data.classes[static_cast<size_t>(known[i]->classIndex)].symbol, known[i]->strokes});
        }
        pages.push_back(composePage(drawings, own, {0.15, 0.61, 0.85, 0.34}));
    }
    return pages;
}

neural::DensePlan shapeLessons(const SymbolData& data, int pages, uint64_t seed, const Job& job) {
    neural::DensePlan plan;
    plan.outputs = 3;
    for (int p = 0; p < pages && !job.stopped(); ++p) {
        const Page page = trainingPage(data, seed, static_cast<uint64_t>(p));
        const auto tree = neural::strokeTree(page.strokes);
        const auto shapes = neural::nodeShapes(tree, page.strokes);
        const std::vector<Kind> kinds = kindsOf(tree, page);
        for (size_t i = 0; i < tree.size(); ++i) addRow(plan, shapes[i], kinds[i]);
        job.progress("pages", static_cast<double>(p + 1) / pages);
    }
    return plan;
}

Result<neural::DensePlan> readingLessons(const SymbolData& data, const neural::Recogniser& recogniser,
                                         const neural::Grouping& byShape, int pages, uint64_t seed, const Job& job) {
    neural::DensePlan plan;
    plan.outputs = 3;
    for (int p = 0; p < pages; ++p) {
        const Page page = trainingPage(data, seed, static_cast<uint64_t>(p));
        const auto tree = neural::strokeTree(page.strokes);
        const auto shapes = neural::nodeShapes(tree, page.strokes);
        const std::vector<Kind> kinds = kindsOf(tree, page);
        std::vector<neural::Judgement> judged;
        for (const auto& shape : shapes) judged.push_back(byShape.judge(shape));
        const auto chances = neural::chancesInCut(tree, judged);
        std::vector<size_t> worth;
        for (size_t i = 0; i < tree.size(); ++i) {
            if (chances[i] >= kWorthLearning) worth.push_back(i);
        }
        const auto readings = recogniser.read(drawingsOf(tree, worth, page), 1, job);
        if (!readings) return tl::make_unexpected(readings.error());
        for (size_t k = 0; k < worth.size(); ++k) {
            addRow(plan, neural::Grouping::numbersOf(shapes[worth[k]], (*readings)[k]), kinds[worth[k]]);
        }
        job.progress("looks", static_cast<double>(p + 1) / pages);
    }
    return plan;
}

Result<nlohmann::ordered_json> pageFigures(const std::vector<Page>& pages, const neural::Recogniser& recogniser,
                                           const Job& job) {
    double grouped = 0, named = 0, said = 0, things = 0, reachable = 0, flickers = 0, withMemory = 0, drawn = 0;
    for (size_t p = 0; p < pages.size(); ++p) {
        const Page& page = pages[p];
        const auto found = saidOf(page.strokes, recogniser, job, nullptr);
        if (!found) return tl::make_unexpected(found.error());
        said += static_cast<double>(found->size());
        things += static_cast<double>(page.things.size());
        const auto kinds = kindsOf(neural::strokeTree(page.strokes), page);
        reachable += static_cast<double>(std::count(kinds.begin(), kinds.end(), Kind::one));
        for (const Page::Thing& thing : page.things) {
            const auto at = found->find(thing.strokes);
            if (at == found->end()) continue;
            ++grouped;
            named += recogniser.symbols()[static_cast<size_t>(at->second)] == thing.symbol;
        }
        if (page.things.size() > 20) continue;  // stroke by stroke is slow
        drawn += static_cast<double>(page.things.size());
        for (const bool remembering : {false, true}) {
            const auto changes = changesOf(page, recogniser, job, remembering);
            if (!changes) return tl::make_unexpected(changes.error());
            (remembering ? withMemory : flickers) += *changes;
        }
    }
    const auto fourDigits = [](double value) { return std::round(value * 1e4) / 1e4; };
    return nlohmann::ordered_json{{"pages", pages.size()},
                                  {"groupingF1", fourDigits(2 * grouped / std::max(said + things, 1.0))},
                                  {"symbolF1", fourDigits(2 * named / std::max(said + things, 1.0))},
                                  {"reachable", fourDigits(reachable / std::max(things, 1.0))},
                                  {"changesASymbol", fourDigits(flickers / std::max(drawn, 1.0))},
                                  {"changesASymbolWithMemory", fourDigits(withMemory / std::max(drawn, 1.0))}};
}

}  // namespace sketchwalk::synth
