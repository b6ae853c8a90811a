// Drives the reader of SVG drawings with arbitrary text.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/fuzz/SketchPromises.h"

using namespace sketchwalk;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    fuzz::expectPromises(sketch::parseSvg(text, "fuzz", fuzz::shippedCatalogue(), {}));
    return 0;
}
