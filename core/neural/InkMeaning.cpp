#include "core/neural/InkMeaning.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

#include "core/base/File.h"
#include "core/base/Hash.h"
#include "core/neural/InkFootprint.h"

namespace sketchwalk::neural {
namespace {

constexpr double kSure = 0.2;  // least confidence of a symbol that is to stand on the map
constexpr int kAlone = 1 << 24;

bool isInk(const sketch::Stroke& stroke) {
    return stroke.brush == "ink" && !stroke.edit && !stroke.points.empty();
}

Polyline lineOf(const sketch::Stroke& stroke) {
    Polyline line;
    for (const sketch::StrokePoint& p : stroke.points) {
        if (std::abs(p.at.x) < 1e6 && std::abs(p.at.y) < 1e6) line.push_back(p.at);
    }
    if (stroke.closed && line.size() > 2) line.push_back(line.front());
    return line;
}

std::string percent(double share) {
    char text[16];
    std::snprintf(text, sizeof text, "%.0f %%", 100 * share);
    return text;
}

}  // namespace

bool hasInk(const sketch::Sketch& sketch) {
    return std::any_of(sketch.strokes.begin(), sketch.strokes.end(), [](const auto& s) { return s && isInk(*s); });
}

Result<std::vector<InkSymbol>> readInk(const sketch::Sketch& sketch, const Recogniser& recogniser, const Job& job,
                                       PageMemory* memory) {
    std::vector<Polyline> lines;
    std::vector<int> groups;
    std::vector<int64_t> ids;
    std::vector<const std::string*> said;
    std::map<int64_t, int> groupNumbers;
    int alone = -1;  // numbers beyond those of groups: strokes that are one symbol each
    for (const auto& stroke : sketch.strokes) {
        if (!stroke || !isInk(*stroke)) continue;
        lines.push_back(lineOf(*stroke));
        ids.push_back(stroke->id);
        said.push_back(&stroke->shows);
        const int next = static_cast<int>(groupNumbers.size());
        groups.push_back(stroke->group ? groupNumbers.emplace(*stroke->group, next).first->second : -1);
        if (!stroke->group && !stroke->shows.empty()) groups.back() = kAlone + ++alone;
    }
    const auto page = readPage(recogniser, lines, groups, job, memory);
    if (!page) return tl::make_unexpected(page.error());
    std::vector<InkSymbol> symbols;
    for (const PageSymbol& one : *page) {
        InkSymbol symbol;
        for (int s : one.strokes) symbol.strokes.push_back(ids[static_cast<size_t>(s)]);
        symbol.box = one.box;
        symbol.reading = one.reading;
        const Guess best = one.reading.best();
        symbol.symbol = recogniser.symbols()[static_cast<size_t>(best.symbol)];
        // Likelier something than nothing: the likeliest stands there, and a tap offers the next.
        symbol.taken = symbol.symbol != "label" && best.confidence >= kSure && one.reading.none < 0.5;
        for (const Guess& guess : one.reading.guesses(InkSymbol::kGuesses)) {
            symbol.guesses.push_back({recogniser.symbols()[static_cast<size_t>(guess.symbol)], guess.confidence});
        }
        for (int s : one.strokes) {
            if (symbol.said || said[static_cast<size_t>(s)]->empty()) continue;
            symbol.said = true;
            symbol.symbol = *said[static_cast<size_t>(s)];
            symbol.taken = symbol.symbol != "label" && symbol.symbol != "ink";
        }
        symbols.push_back(std::move(symbol));
    }
    return symbols;
}

sketch::Sketch withMeaning(const sketch::Sketch& sketch, const std::vector<InkSymbol>& symbols,
                           const catalogue::Catalogue& catalogue, Diagnostics& diagnostics) {
    const auto note = [&](const InkSymbol& symbol, Sentence sentence) {
        diagnostics.push_back(diagnosticOf(Severity::note, symbol.strokes.front(), std::move(sentence)));
    };
    const auto entryOf = [&](const InkSymbol& symbol) {
        const catalogue::Entry* entry = catalogue.find(symbol.symbol);
        return entry ? entry : catalogue.resolve(symbol.symbol).entry;
    };
    std::map<int64_t, const InkSymbol*> symbolOf;
    for (const InkSymbol& symbol : symbols) {
        if (symbol.taken && !entryOf(symbol)) {
            diagnostics.push_back(diagnosticOf(Severity::warning, symbol.strokes.front(),
                                               {"Nothing is called %1; this ink stays ink.", {symbol.symbol}}));
            continue;
        }
        if (!symbol.taken) {
            if (symbol.said) continue;
            if (symbol.symbol == "label") {
                note(symbol, {"This ink looks like writing and stays ink.", {}});
            } else {
                note(symbol, {"Nobody knows for sure what this ink shows (%1, %2?); it stays ink.",
                              {symbol.symbol, percent(symbol.reading.best().confidence)}});
            }
            continue;
        }
        if (symbol.said) {
            note(symbol, {"This ink is %1, as you said.", {symbol.symbol}});
        } else {
            note(symbol, {"This ink is read as %1 (%2).", {symbol.symbol, percent(symbol.reading.best().confidence)}});
        }
        for (int64_t id : symbol.strokes) symbolOf[id] = &symbol;
    }
    std::map<int64_t, Polyline> lines;
    for (const auto& stroke : sketch.strokes) {
        if (stroke && symbolOf.contains(stroke->id)) lines[stroke->id] = lineOf(*stroke);
    }
    sketch::Sketch out = sketch;
    out.strokes.clear();
    for (const auto& stroke : sketch.strokes) {
        const auto found = stroke ? symbolOf.find(stroke->id) : symbolOf.end();
        if (found == symbolOf.end()) {
            out.strokes.push_back(stroke);
            continue;
        }
        const InkSymbol& symbol = *found->second;
        if (stroke->id != symbol.strokes.front()) continue;
        const catalogue::Entry* entry = entryOf(symbol);
        if (!entry) continue;
        Strokes drawing;
        for (int64_t id : symbol.strokes) drawing.push_back(lines[id]);
        auto placed = inkFootprint(drawing, *entry, out.extent);
        for (size_t i = 0; i < placed.size(); ++i) {
            auto made = std::make_shared<sketch::Stroke>(std::move(placed[i]));
            made->id = symbol.strokes[std::min(i, symbol.strokes.size() - 1)];
            made->pen = stroke->pen;
            if (entry->id != symbol.symbol) made->brush = symbol.symbol;  // words that say more
            out.strokes.push_back(std::move(made));
        }
    }
    return out;
}

// What needs no network: the strokes that the person named.
std::vector<InkSymbol> saidSymbols(const sketch::Sketch& sketch) {
    std::vector<InkSymbol> symbols;
    std::map<int64_t, size_t> groups;
    for (const auto& stroke : sketch.strokes) {
        if (!stroke || !isInk(*stroke) || stroke->shows.empty()) continue;
        const auto [known, isNew] = groups.emplace(stroke->group.value_or(-stroke->id), symbols.size());
        if (isNew) {
            InkSymbol& symbol = symbols.emplace_back();
            symbol.symbol = stroke->shows;
            symbol.taken = symbol.symbol != "label" && symbol.symbol != "ink";
            symbol.said = true;
        }
        InkSymbol& symbol = symbols[known->second];
        symbol.strokes.push_back(stroke->id);
        symbol.box.include(boundsOf(lineOf(*stroke)));
    }
    return symbols;
}

uint64_t InkReader::keyOf(const sketch::Sketch& sketch) {
    ContentHash hash;
    for (const auto& stroke : sketch.strokes) {
        if (!stroke || !isInk(*stroke)) continue;
        hash.add(&stroke->id, sizeof stroke->id);
        const int64_t group = stroke->group.value_or(-1);
        hash.add(&group, sizeof group);
        hash.add(stroke->shows.data(), stroke->shows.size() + 1);
        for (const Point& p : lineOf(*stroke)) hash.add(&p, sizeof p);
    }
    for (const sketch::Style& style : sketch.styles ? *sketch.styles : std::vector<sketch::Style>{}) {
        hash.add(style.shows.data(), style.shows.size() + 1);
        for (const Polyline& line : style.strokes) {
            const size_t count = line.size();
            hash.add(&count, sizeof count);
            for (const Point& p : line) hash.add(&p, sizeof p);
        }
    }
    return hash.value();
}

Result<InkSymbolsPtr> InkReader::symbolsOf(const sketch::Sketch& sketch, const Job& job) {
    if (!m_recogniser) {
        auto recogniser = Recogniser::load(resourceFolder() / "models", m_options);
        if (!recogniser) return tl::make_unexpected(recogniser.error());
        m_recogniser.emplace(std::move(*recogniser));
    }
    if (sketch.styles != m_taught) {
        m_taught.reset();  // should it be stopped
        m_memory = PageMemory(PageMemory::Keeps::looks);
        const auto taught = m_recogniser->teach(sketch.styles ? *sketch.styles : std::vector<sketch::Style>{}, job);
        if (!taught) return tl::make_unexpected(taught.error());
        m_taught = sketch.styles;
    }
    auto symbols = readInk(sketch, *m_recogniser, job, &m_memory);
    if (!symbols) return tl::make_unexpected(symbols.error());
    return std::make_shared<const std::vector<InkSymbol>>(std::move(*symbols));
}

sketch::Sketch InkReader::understood(const sketch::Sketch& sketch, const catalogue::Catalogue& catalogue,
                                     const Job& job, Diagnostics& diagnostics) {
    if (!hasInk(sketch)) {
        m_symbols.reset();
        return sketch;
    }
    const auto withoutNetwork = [&](const Error& why) {
        if (job.stopped()) return sketch;
        diagnostics.push_back({Severity::warning, {}, "The ink stays ink: " + why.text});
        m_symbols = std::make_shared<const std::vector<InkSymbol>>(saidSymbols(sketch));
        m_key = 0;  // the network is asked again
        return withMeaning(sketch, *m_symbols, catalogue, diagnostics);
    };
    const uint64_t key = keyOf(sketch);
    if (!m_symbols || key != m_key) {
        auto symbols = symbolsOf(sketch, job);
        if (!symbols) {
            return withoutNetwork(symbols.error());
        }
        m_symbols = std::move(*symbols);
        m_key = key;
    }
    return withMeaning(sketch, *m_symbols, catalogue, diagnostics);
}

}  // namespace sketchwalk::neural
