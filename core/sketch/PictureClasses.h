// What the colours of one picture stand for: with its legend, or by the hues of the Sketch2Scene paper.
#pragma once

#include <string>
#include <vector>

#include "core/catalogue/Catalogue.h"
#include "core/sketch/PictureColours.h"

namespace sketchwalk::sketch {

// The hue of what no legend names; the shape of a patch then says whether water is a river and trees are a forest.
constexpr double kForestShare = 0.025;  // of the map: green larger than this is a forest, not a tree

enum class Hue { named, water, building, bridge, road, tree };

struct PictureClass {
    std::string phrase;  // empty for class 0, which is not drawn
    catalogue::Meaning meaning;
    Rgb colour{};
    Hue hue = Hue::named;
};

struct PictureClasses {
    std::vector<PictureClass> classes;  // [0] is "not drawn"
    std::vector<Reference> references;
};

// Looks at the flat colours of the picture: those that the legend does not hold are said, and read as the nearest that
// it holds, or not drawn where none is near.
PictureClasses classesByLegend(const Legend& legend, const std::vector<FlatColour>& flat, std::string_view name,
                               const catalogue::Catalogue& catalogue, Diagnostics& diagnostics);

// Blue water, yellow building, orange bridge, grey road, green tree: the nearest hue wins. Dark and white are not
// drawn.
PictureClasses classesByHue(const std::vector<FlatColour>& flat, std::string_view name,
                            const catalogue::Catalogue& catalogue, Diagnostics& diagnostics);

// The hue that a colour would be read as, without a legend; Hue::named where it is not drawn.
Hue hueOf(const Rgb& colour);
const char* phraseOf(Hue hue);

}  // namespace sketchwalk::sketch
