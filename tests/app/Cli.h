// The command line under test, and a small map to feed it.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "tests/support/Process.h"

namespace sketchwalk::test {

inline Outcome cli(std::vector<std::string> words, const Circumstances& with = {}) {
    words.insert(words.begin(), SKETCHWALK_CLI);
    return run(words, with);
}

// A house by a river with a road over it, an unknown thing, and a forest: 96 m on a side.
inline const char* const kSmallMap =
    R"({ "format": "sketchwalk-sketch", "version": 1, "extent": [96, 96], "base": "grass", "seed": 5,
  "strokes": [
    { "id": 1, "brush": "river", "width": 7, "points": [[50, -2], [48, 40], [52, 98]] },
    { "id": 2, "brush": "road", "width": 4, "points": [[-2, 60], [40, 56], [98, 58]] },
    { "id": 3, "brush": "house", "closed": true, "points": [[20, 44], [29, 44], [29, 51], [20, 51]] },
    { "id": 4, "brush": "zxqvw", "closed": true, "points": [[70, 20], [80, 20], [80, 30]] },
    { "id": 5, "brush": "forest", "closed": true, "points": [[62, 66], [92, 66], [92, 92], [62, 92]] } ] })";

inline std::filesystem::path smallMap(const TemporaryFolder& folder) {
    const auto path = folder / "small.sketch.json";
    std::ofstream(path) << kSmallMap;
    return path;
}

}  // namespace sketchwalk::test
