// The materials that recipes name, and how a recipe's own names (wall, roof, trim) come to mean them in one build.
//
// resources/recipes/_materials.json defines them: colour (from the palette by name, else its own), shade, roughness,
// metallic, alpha, glow, doubleSided, and from which slope on snow lies on it. Immutable once read.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/assets/Expression.h"
#include "core/assets/Mesh.h"
#include "core/base/Error.h"
#include "core/catalogue/Catalogue.h"

namespace sketchwalk::assets {

struct MaterialDefinition {
    Material material;                 // its name and everything but the colour's last word
    std::vector<std::string> palette;  // palette entries, the first that exists gives the colour
    double shade = 1;                  // multiplies the colour
    double snow = 2;                   // least y of a normal on which snow lies; above 1: never
    // Kin that take the faces looking up more than topFrom and down more than underBelow (y of their normals), as a
    // painter lights a crown: symbols of defined materials, -1 for none.
    int top = -1, under = -1;
    double topFrom = 0.5, underBelow = -0.3;
};

// One meaning of a recipe's own material name, taken where the condition holds.
struct MaterialOption {
    std::optional<Expression> condition;
    std::vector<std::pair<int, double>> weighted;  // symbols of defined materials and their weights
};
struct MaterialRule {
    int symbol = 0;  // the recipe's name for it
    std::vector<MaterialOption> options;
};

struct Materials {
    std::map<int, MaterialDefinition> defined;                  // by symbol
    std::map<int, Colour> paints;                               // by the quality's symbol: "red", "blue"
    std::map<std::string, std::string, std::less<>> qualities;  // other words for a quality: "icy" -> "snowy"

    const MaterialDefinition* find(int symbol) const;
};

Result<void> parseMaterials(std::string_view json, std::string_view file, Symbols& symbols, Materials& materials);

// The material as a scene sees it. `paint` replaces its colour; the name says so.
Material resolve(const MaterialDefinition& definition, const catalogue::Palette& palette,
                 const std::pair<std::string, Colour>* paint);

}  // namespace sketchwalk::assets
