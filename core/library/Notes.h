// What the owner of a library writes beside the files: library.json for a folder, NAME.asset.json for one file.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/Error.h"
#include "core/base/Geometry.h"
#include "core/library/Fit.h"

namespace sketchwalk::library {

struct AssetNote {
    std::optional<std::string> category;  // empty text: never place it
    Stance stance;
    std::optional<double> weight;
    std::map<std::string, Colour, std::less<>> colours;  // by the material's plain name; "*": all
};

// By file, relative to the folder of the JSON. `oneFile`: the file a NAME.asset.json stands beside, which it need not
// name. ErrorKind::input names the JSON, the place in it and what is wrong.
Result<std::map<std::string, AssetNote, std::less<>>> parseNotes(std::string_view json, std::string_view file,
                                                                 std::string_view oneFile);

}  // namespace sketchwalk::library
