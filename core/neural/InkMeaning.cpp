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

constexpr double kSure = 0.35;  // least confidence of a symbol that is to stand on the map

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

Result<std::vector<InkSymbol>> readInk(const sketch::Sketch& sketch, const Recogniser& recogniser, const Job& job) {
    std::vector<Polyline> lines;
    std::vector<int> groups;
    std::vector<int64_t> ids;
    std::map<int64_t, int> groupNumbers;
    for (const auto& stroke : sketch.strokes) {
        if (!stroke || !isInk(*stroke)) continue;
        lines.push_back(lineOf(*stroke));
        ids.push_back(stroke->id);
        const int next = static_cast<int>(groupNumbers.size());
        groups.push_back(stroke->group ? groupNumbers.emplace(*stroke->group, next).first->second : -1);
    }
    const auto page = readPage(recogniser, lines, groups, job);
    if (!page) return tl::make_unexpected(page.error());
    std::vector<InkSymbol> symbols;
    for (const PageSymbol& one : *page) {
        InkSymbol symbol;
        for (int s : one.strokes) symbol.strokes.push_back(ids[static_cast<size_t>(s)]);
        symbol.box = one.box;
        symbol.reading = one.reading;
        const Guess best = one.reading.best();
        symbol.symbol = recogniser.symbols()[static_cast<size_t>(best.symbol)];
        symbol.taken = symbol.symbol != "label" && best.confidence >= kSure && best.confidence > one.reading.none;
        symbols.push_back(std::move(symbol));
    }
    return symbols;
}

sketch::Sketch withMeaning(const sketch::Sketch& sketch, const std::vector<InkSymbol>& symbols,
                           const catalogue::Catalogue& catalogue, Diagnostics& diagnostics) {
    const auto note = [&](const InkSymbol& symbol, Sentence sentence) {
        diagnostics.push_back(diagnosticOf(Severity::note, symbol.strokes.front(), std::move(sentence)));
    };
    std::map<int64_t, const InkSymbol*> symbolOf;
    for (const InkSymbol& symbol : symbols) {
        if (!symbol.taken) {
            if (symbol.symbol == "label") {
                note(symbol, {"This ink looks like writing and stays ink.", {}});
            } else {
                note(symbol, {"Nobody knows for sure what this ink shows (%1, %2?); it stays ink.",
                              {symbol.symbol, percent(symbol.reading.best().confidence)}});
            }
            continue;
        }
        for (int64_t id : symbol.strokes) symbolOf[id] = &symbol;
        note(symbol, {"This ink is read as %1 (%2).", {symbol.symbol, percent(symbol.reading.best().confidence)}});
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
        const catalogue::Entry* entry = catalogue.find(symbol.symbol);
        if (!entry) continue;
        Strokes drawing;
        for (int64_t id : symbol.strokes) drawing.push_back(lines[id]);
        auto placed = inkFootprint(drawing, *entry, out.extent);
        for (size_t i = 0; i < placed.size(); ++i) {
            auto made = std::make_shared<sketch::Stroke>(std::move(placed[i]));
            made->id = symbol.strokes[std::min(i, symbol.strokes.size() - 1)];
            made->pen = stroke->pen;
            out.strokes.push_back(std::move(made));
        }
    }
    return out;
}

uint64_t InkReader::keyOf(const sketch::Sketch& sketch) {
    ContentHash hash;
    for (const auto& stroke : sketch.strokes) {
        if (!stroke || !isInk(*stroke)) continue;
        hash.add(&stroke->id, sizeof stroke->id);
        const int64_t group = stroke->group.value_or(-1);
        hash.add(&group, sizeof group);
        for (const Point& p : lineOf(*stroke)) hash.add(&p, sizeof p);
    }
    return hash.value();
}

sketch::Sketch InkReader::understood(const sketch::Sketch& sketch, const catalogue::Catalogue& catalogue,
                                     const Job& job, Diagnostics& diagnostics) {
    if (!hasInk(sketch)) return sketch;
    const auto asItWas = [&](const Error& why) {
        if (!job.stopped()) diagnostics.push_back({Severity::warning, {}, "The ink stays ink: " + why.text});
        return sketch;
    };
    const uint64_t key = keyOf(sketch);
    if (!m_symbols || key != m_key) {
        const auto recogniser = Recogniser::load(resourceFolder() / "models", m_options);
        if (!recogniser) return asItWas(recogniser.error());
        auto symbols = readInk(sketch, *recogniser, job);
        if (!symbols) return asItWas(symbols.error());
        m_symbols = std::move(*symbols);
        m_key = key;
    }
    return withMeaning(sketch, *m_symbols, catalogue, diagnostics);
}

}  // namespace sketchwalk::neural
