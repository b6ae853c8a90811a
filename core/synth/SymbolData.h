// Drawings to learn symbols from: what people drew (Quick, Draw!) and what the simulated hand draws of the symbols that
// it lacks. The split is fixed by SHA-1 of the drawing's key: a fifth is held out and never trained on.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/sketch/Drawings.h"
#include "core/synth/Hand.h"

namespace sketchwalk::synth {

enum class Part { train, validation, heldOut };

// From the first 32 bits of SHA-1(key): 0 modulo 5 is held out; 1 modulo 20 is for choosing temperatures, not for
// weights; the rest is trained on.
Part partOf(std::string_view keyId);

struct SymbolClass {
    std::string name;             // category of Quick, Draw!, or "drawn:ID"
    std::string symbol;           // catalogue id; empty: none of these
    std::vector<Strokes> models;  // to redraw in training
    // By the hand's book or its letters: nobody drew them, and what they show is certain.
    bool described() const { return name.starts_with("drawn:"); }
};

struct SymbolExample {
    std::string keyId;
    int classIndex = 0;
    bool recognised = true;
    Strokes strokes;
};

struct SymbolData {
    std::vector<SymbolClass> classes;  // categories by name, then the drawn ones by id, then writing
    std::vector<SymbolExample> validation, heldOut;

    // All .ndjson of a folder, each a category. Errors: ErrorKind::input where there is none.
    static Result<SymbolData> load(const std::filesystem::path& folder, const HandBook& book);

    struct Lesson {
        int classIndex = 0;
        Strokes strokes;
        double lineWidth = 1.3;
    };
    // The drawing number `number` of a training: symbols come four times as often as what is none.
    Lesson lesson(uint64_t seed, uint64_t number) const;

  private:
    std::vector<double> m_odds;  // cumulative, by class
};

}  // namespace sketchwalk::synth
