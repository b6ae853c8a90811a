// PNG without libpng or zlib, for machines that have neither: stored, not deflated (RFC 1950, 1951; PNG 1.2).
#include <array>

#include "core/base/Check.h"
#include "core/base/Image.h"

namespace sketchwalk {
namespace {

using Bytes = std::vector<uint8_t>;

void putNumber(Bytes& out, uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<uint8_t>(value >> shift));
}

uint32_t crcOf(const Bytes& bytes) {
    uint32_t crc = 0xffffffffU;
    for (uint8_t byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xedb88320U : 0);
    }
    return ~crc;
}

void putChunk(Bytes& out, std::string_view name, const Bytes& data) {
    putNumber(out, static_cast<uint32_t>(data.size()));
    Bytes chunk(name.begin(), name.end());
    chunk.insert(chunk.end(), data.begin(), data.end());
    out.insert(out.end(), chunk.begin(), chunk.end());
    putNumber(out, crcOf(chunk));
}

Bytes stored(const Bytes& raw) {
    constexpr size_t kMost = 65535;
    Bytes out{0x78, 0x01};
    uint32_t a = 1, b = 0;  // Adler-32
    for (size_t from = 0; from < raw.size(); from += kMost) {
        const size_t size = std::min(kMost, raw.size() - from);
        out.push_back(from + size == raw.size() ? 1 : 0);
        for (const size_t length : {size, ~size}) {
            out.push_back(static_cast<uint8_t>(length));
            out.push_back(static_cast<uint8_t>(length >> 8));
        }
        for (size_t i = from; i < from + size; ++i) {
            out.push_back(raw[i]);
            a = (a + raw[i]) % 65521;
            b = (b + a) % 65521;
        }
    }
    putNumber(out, b << 16 | a);
    return out;
}

}  // namespace

std::vector<uint8_t> encodePng(const Image& image, int) {
    CHECK(image.channels == 1 || image.channels == 3 || image.channels == 4, "PNG takes grey, RGB and RGBA");
    Bytes out{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, head, raw;
    putNumber(head, static_cast<uint32_t>(image.width));
    putNumber(head, static_cast<uint32_t>(image.height));
    const uint8_t colour = image.channels == 1 ? 0 : image.channels == 3 ? 2 : 6;
    for (const uint8_t byte : {uint8_t{8}, colour, uint8_t{0}, uint8_t{0}, uint8_t{0}}) head.push_back(byte);
    const auto row = static_cast<size_t>(image.width) * static_cast<size_t>(image.channels);
    for (size_t y = 0; y < static_cast<size_t>(image.height); ++y) {
        raw.push_back(0);
        raw.insert(raw.end(), image.pixels.begin() + static_cast<ptrdiff_t>(y * row),
                   image.pixels.begin() + static_cast<ptrdiff_t>((y + 1) * row));
    }
    putChunk(out, "IHDR", head);
    putChunk(out, "IDAT", stored(raw));
    putChunk(out, "IEND", {});
    return out;
}

}  // namespace sketchwalk
