// Finds the symbols on a page of ink: which strokes make one, and which one it is. Candidates come from a tree of
// strokes (StrokeTree.h); two small networks (Grouping.h) say which of them are whole symbols, the first of them which
// are worth a look by the recogniser; dynamic programming over the tree takes the best cut.
#pragma once

#include <unordered_map>
#include <vector>

#include "core/neural/Recogniser.h"

namespace sketchwalk::neural {

struct PageSymbol {
    std::vector<int> strokes;  // indices into the page, ascending
    Box box;
    Reading reading;
};

// What a reader remembers of a page that grows: what it has looked at already, and which symbols stand, so that they
// neither cost a look again nor change while something is drawn beside them. Strokes are known by their points. One
// thread at a time.
class PageMemory {
  public:
    enum class Keeps { looks, looksAndSymbols };
    explicit PageMemory(Keeps keeps = Keeps::looksAndSymbols) : m_keeps(keeps) {}

    const Reading* reading(uint64_t drawing) const;
    // Readings in a row in which it was a symbol; 0: was none in the last one, or symbols are not kept.
    int age(uint64_t drawing) const;

    // After a reading: the symbols found, by the keys of their strokes, and the looks that it took.
    void remember(const std::vector<uint64_t>& symbols, std::unordered_map<uint64_t, Reading> looks);

    static uint64_t keyOf(const Strokes& drawing, int views = 1);  // of a reading from so many views

  private:
    Keeps m_keeps;
    std::unordered_map<uint64_t, Reading> m_readings;
    std::unordered_map<uint64_t, int> m_ages;
};

// Every stroke with points is in exactly one symbol; symbols in the order of their first strokes. `groups` (may be
// empty, else one per stroke): strokes with the same number >= 0 are one symbol, whatever they look like. At most 4,000
// strokes: ErrorKind::input beyond. `memory` (may be null) makes what was read before stand faster.
Result<std::vector<PageSymbol>> readPage(const Recogniser& recogniser, const std::vector<Polyline>& strokes,
                                         const std::vector<int>& groups = {}, const Job& job = {},
                                         PageMemory* memory = nullptr);

}  // namespace sketchwalk::neural
