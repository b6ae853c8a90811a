// Freehand ink becomes what it shows: strokes of the ink brush are read as symbols, and each symbol takes its place on
// the map as a stroke of the catalogue's entry, so that the plan treats it like any other. A mountain becomes an area
// of relief as large as its drawing, a river a line along its course, a house a footprint where it was drawn.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/catalogue/Catalogue.h"
#include "core/neural/InkSymbol.h"
#include "core/neural/PageReader.h"
#include "core/sketch/Sketch.h"

namespace sketchwalk::neural {

// Groups and names the ink of a sketch; what a person said of strokes holds. Empty where there is none. `memory` (may
// be null): of the readings before.
Result<std::vector<InkSymbol>> readInk(const sketch::Sketch& sketch, const Recogniser& recogniser, const Job& job = {},
                                       PageMemory* memory = nullptr);

// Of what a person said alone; its readings are empty. For where there is no network.
std::vector<InkSymbol> saidSymbols(const sketch::Sketch& sketch);

// The sketch with what was taken put in its place. The new strokes keep the id of a stroke they came from; everything
// else stays as it is, in its order. Says what was read, and what was not, stroke by stroke.
sketch::Sketch withMeaning(const sketch::Sketch& sketch, const std::vector<InkSymbol>& symbols,
                           const catalogue::Catalogue& catalogue, Diagnostics& diagnostics);

bool hasInk(const sketch::Sketch& sketch);

// Both together with the model of this program, which is loaded only where there is ink. Remembers the ink that it read
// last, so that what is drawn beside it costs nothing. One thread at a time.
class InkReader {
  public:
    explicit InkReader(RecogniserOptions options) : m_options(std::move(options)) {}

    // Where the model cannot be had, only what the person said is understood, and a diagnostic says why.
    sketch::Sketch understood(const sketch::Sketch& sketch, const catalogue::Catalogue& catalogue, const Job& job,
                              Diagnostics& diagnostics);
    // What was read of the sketch that was understood last. The same object as long as the ink is the same.
    const InkSymbolsPtr& symbols() const { return m_symbols; }

  private:
    static uint64_t keyOf(const sketch::Sketch& sketch);
    Result<InkSymbolsPtr> symbolsOf(const sketch::Sketch& sketch, const Job& job);

    RecogniserOptions m_options;
    std::optional<Recogniser> m_recogniser;  // from the first ink on
    sketch::StylesPtr m_taught;
    uint64_t m_key = 0;
    // Looks only: what is read depends on the drawing alone, so that the same drawing gives the same world anywhere.
    PageMemory m_memory{PageMemory::Keeps::looks};
    InkSymbolsPtr m_symbols;
};

}  // namespace sketchwalk::neural
