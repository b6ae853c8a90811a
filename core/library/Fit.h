// From a model as its file holds it to a thing of the scene: upright, its front toward +Z, its base at y = 0, in the
// size that was wished, without distortion but along fences, walls and bridges.
#pragma once

#include <optional>

#include "core/assets/Source.h"
#include "core/catalogue/Catalogue.h"
#include "core/library/Model.h"

namespace sketchwalk::library {

enum class Up { y, z };
enum class Front { unknown, plusZ, minusZ, plusX, minusX };

// What the owner of a library, or a file's name, says of a model's shape.
struct Stance {
    double turn = 0;  // degrees about the file's upright axis, before anything else
    Up up = Up::y;
    Front front = Front::unknown;  // in the file's axes once it stands upright
    glm::dvec3 size{0};            // metres: width, height, depth as placed; 0: by the catalogue
    double factor = 1;             // of the catalogue's size
};

// A model made ready: upright, centred over the origin (plants over their foot), base at y = 0. What spans (a bridge, a
// fence) runs along x.
struct ReadyModel {
    Model model;
    glm::dvec3 size{0};  // file units
    double deck = 0;     // bridges: height of the deck at both ends, file units
    Stance stance;
};

// ErrorKind::input with the reason where the model cannot serve: a bridge without a deck.
Result<ReadyModel> madeReady(Model model, const catalogue::Entry& entry, const Stance& stance);

// Bridges only: can it be stretched over the span without looking wrong?
bool suitsSpan(const ReadyModel& ready, const catalogue::Entry& entry, const assets::Wish& wish);

// Pure. "snowy" lays snow on what looks up.
assets::Built fitted(const ReadyModel& ready, const catalogue::Entry& entry, const assets::Wish& wish,
                     const catalogue::Palette& palette);

}  // namespace sketchwalk::library
