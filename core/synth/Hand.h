// A simulated hand: draws again what a person drew, or a symbol from its description, as another person might: turned
// and squeezed, with tremor, strokes that miss their ends, are skipped, come in another order or backwards. Every draw
// is a function of its seed.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/Error.h"
#include "core/base/Geometry.h"

namespace sketchwalk::synth {

using Strokes = std::vector<Polyline>;

// resources/hand.json: what stands for what, and how it is drawn.
struct HandBook {
    std::map<std::string, std::string> quickdraw;       // category of Quick, Draw! -> catalogue id
    std::map<std::string, std::vector<Strokes>> drawn;  // catalogue id -> ways to draw it, in a box of 0..100

    std::map<char, Strokes> letters;  // 100 units high, x from 0

    // ErrorKind::resource, naming the place, where the text is not as it must be.
    static Result<HandBook> parse(std::string_view text, std::string_view name);
    static Result<HandBook> load();
};

struct HandStyle {
    double wildness = 1;       // of everything below; 0 draws exactly
    double unfinished = 0.35;  // chance to stop early, with at least 40 % of the ink
    bool mirror = true;        // may swap left and right
};

// A new drawing after `model`. At least one stroke; coordinates roughly as the model's.
Strokes redraw(const Strokes& model, uint64_t seed, const HandStyle& style = {});

// A written word or name of two to nine letters, on one line.
Strokes writtenWord(const HandBook& book, uint64_t seed);

// The first part of a drawing, in drawing order: `share` of its ink, at least a little of the first stroke.
Strokes firstPart(const Strokes& drawing, double share);

}  // namespace sketchwalk::synth
