// Drives the readers of sketch JSON and of Quick, Draw! symbols with arbitrary text. Whatever is accepted must keep
// what sketches promise, survive writing and reading, and come onto the map.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/sketch/Ink.h"
#include "tests/fuzz/SketchPromises.h"

using namespace sketchwalk;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    fuzz::expectPromises(sketch::parseJson(text, "fuzz"));
    if (sketch::looksLikeInk(text)) fuzz::expectPromises(sketch::parseInk(text, "fuzz", {}));
    return 0;
}
