// Drives the reader of coloured pictures. The first byte says what follows: an encoded picture, or a legend of the
// length that the next byte gives and then pixels of a palette. So the decoders, the legend and the reading of patches
// are each reached.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/base/Image.h"
#include "tests/fuzz/SketchPromises.h"

using namespace sketchwalk;

namespace {

constexpr const char* kLegend = R"({"format":"sketchwalk-legend","version":1,"colors":{"#1050f0":"river",
    "#f0281e":"houses","#1edc28":"forest","#f0e614":"a bridge","#7d7d7d":"road","#ebebeb":"fence"}})";
constexpr uint8_t kPalette[8][4] = {{0, 0, 0, 255},      {16, 80, 240, 255},   {240, 40, 30, 255},   {30, 220, 40, 255},
                                    {240, 230, 20, 255}, {125, 125, 125, 255}, {235, 235, 235, 255}, {90, 60, 90, 0}};

void readEncoded(std::span<const uint8_t> bytes) {
    const auto picture = decodeImage(bytes);
    if (!picture) {
        fuzz::expect(!picture.error().text.empty());
        return;
    }
    fuzz::expect(picture->channels == 4);
    if (static_cast<int64_t>(picture->width) * picture->height > 40'000) return;  // only slow, not new
    fuzz::expectPromises(sketch::parsePicture(*picture, "", "fuzz", fuzz::shippedCatalogue(), {}));
}

// Runs of palette colours: three bits of colour, five of length.
Image paint(std::span<const uint8_t> bytes) {
    const int width = 1 + (bytes.empty() ? 0 : bytes[0] % 64);
    Image picture(width, 48, 4);
    size_t pixel = 0;
    const size_t pixels = static_cast<size_t>(width) * 48;
    for (size_t i = 1; i < bytes.size() && pixel < pixels; ++i) {
        for (int n = 0; n <= bytes[i] >> 3 && pixel < pixels; ++n, ++pixel) {
            std::copy_n(kPalette[bytes[i] & 7], 4, picture.pixels.begin() + static_cast<std::ptrdiff_t>(pixel * 4));
        }
    }
    return picture;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    if (size < 2) return 0;
    const std::span<const uint8_t> rest(data + 1, size - 1);
    if (data[0] % 3 == 0) {
        readEncoded(rest);
        return 0;
    }
    std::string_view legend = kLegend;
    std::span<const uint8_t> pixels = rest;
    if (data[0] % 3 == 1) {
        const size_t length = std::min<size_t>(rest[0] * 4u, rest.size() - 1);
        legend = {reinterpret_cast<const char*>(rest.data() + 1), length};
        pixels = rest.subspan(1 + length);
    }
    fuzz::expectPromises(sketch::parsePicture(paint(pixels), legend, "fuzz", fuzz::shippedCatalogue(), {}));
    return 0;
}
