// Pages to learn grouping from and to measure it on, composed of drawings by people.
#pragma once

#include <nlohmann/json.hpp>

#include "core/neural/Recogniser.h"
#include "core/synth/Pages.h"
#include "core/synth/SymbolData.h"

namespace sketchwalk::synth {

// Page `number` of a training: 5 to 45 drawings that are trained on, each redrawn by the simulated hand, so wildly that
// the recogniser is no surer of them than of a stranger's; one of twenty shows no symbol.
Page trainingPage(const SymbolData& data, uint64_t seed, uint64_t number);

// `count` pages of 10 to 40 of these drawings as they are, those that show a symbol and that Quick, Draw! recognised;
// no drawing twice on a page. At least 40 such drawings.
std::vector<Page> pagesOf(const std::vector<SymbolExample>& examples, const SymbolData& data, int count, uint64_t seed);

// What the two networks of neural::Grouping learn from candidates of `pages` training pages: which of them are part of
// a symbol (0), one (1), or many (2). By shape all of them; by reading those that may be one as `byShape` judges them.
neural::DensePlan shapeLessons(const SymbolData& data, int pages, uint64_t seed, const Job& job);
Result<neural::DensePlan> readingLessons(const SymbolData& data, const neural::Recogniser& recogniser,
                                         const neural::Grouping& byShape, int pages, uint64_t seed, const Job& job);

// groupingF1, symbolF1 (symbols with exactly their strokes, and named right too), reachable (share of symbols that are
// candidates at all), and of the pages of up to 20 symbols, drawn stroke by stroke: how often a symbol changes its
// strokes or its name after its last stroke, without and with memory (neural::PageMemory).
Result<nlohmann::ordered_json> pageFigures(const std::vector<Page>& pages, const neural::Recogniser& recogniser,
                                           const Job& job);

}  // namespace sketchwalk::synth
