// Freehand ink becomes what it shows: strokes of the ink brush are read as symbols, and each symbol takes its place on
// the map as a stroke of the catalogue's entry, so that the plan treats it like any other. A mountain becomes an area
// of relief as large as its drawing, a river a line along its course, a house a footprint where it was drawn.
#pragma once

#include <optional>
#include <vector>

#include "core/catalogue/Catalogue.h"
#include "core/neural/PageReader.h"
#include "core/sketch/Sketch.h"

namespace sketchwalk::neural {

struct InkSymbol {
    std::vector<int64_t> strokes;  // ids
    Box box;                       // metres
    Reading reading;
    std::string symbol;  // catalogue id, the likeliest
    bool taken = false;  // sure enough to stand on the map; else it stays ink (as writing does)
};

// Groups and names the ink of a sketch. Empty where there is none.
Result<std::vector<InkSymbol>> readInk(const sketch::Sketch& sketch, const Recogniser& recogniser, const Job& job = {});

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

    // Where the model cannot be had, the sketch comes back as it was, and a diagnostic says why.
    sketch::Sketch understood(const sketch::Sketch& sketch, const catalogue::Catalogue& catalogue, const Job& job,
                              Diagnostics& diagnostics);

  private:
    static uint64_t keyOf(const sketch::Sketch& sketch);

    RecogniserOptions m_options;
    uint64_t m_key = 0;
    std::optional<std::vector<InkSymbol>> m_symbols;
};

}  // namespace sketchwalk::neural
