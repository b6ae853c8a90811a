// Pictures in memory and as PNG and JPEG bytes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/Error.h"

namespace sketchwalk {

struct Image {  // 8 bits a channel, interleaved, row 0 on top
    int width = 0;
    int height = 0;
    int channels = 4;  // 1 grey, 3 RGB, 4 RGBA
    std::vector<uint8_t> pixels;

    Image() = default;
    Image(int w, int h, int c)
        : width(w),
          height(h),
          channels(c),
          pixels(static_cast<size_t>(w) * static_cast<size_t>(h) * static_cast<size_t>(c)) {}
    uint8_t* at(int x, int y) {
        return pixels.data() + (static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x)) *
                                   static_cast<size_t>(channels);
    }
    const uint8_t* at(int x, int y) const { return const_cast<Image*>(this)->at(x, y); }
};

// Decodes PNG (any depth, palette, interlace) or JPEG into RGBA. Errors (ErrorKind::input) name what is wrong; pictures
// over 16,384 pixels a side or 100 megapixels are refused before their pixels are read.
Result<Image> decodeImage(std::span<const uint8_t> bytes);

// level: zlib's 1 (fast) .. 9 (small). The same pixels give the same bytes.
std::vector<uint8_t> encodePng(const Image& image, int level = 4);
std::vector<uint8_t> encodePng16(int width, int height, std::span<const uint16_t> grey, int level = 4);
std::vector<uint8_t> encodeJpeg(const Image& rgb, int quality = 90);  // 3 channels, integer transform, 4:4:4

}  // namespace sketchwalk
