#include "core/base/Deflate.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

#include "core/base/Check.h"

namespace sketchwalk {
namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr size_t kStep = 1 << 16;  // bytes unpacked at a time: a false promise of size costs no memory

}  // namespace

std::vector<uint8_t> deflated(std::span<const uint8_t> bytes) {
    uLongf size = compressBound(static_cast<uLong>(bytes.size()));
    std::vector<uint8_t> out(size);
    const int done = compress2(out.data(), &size, bytes.data(), static_cast<uLong>(bytes.size()), 6);
    CHECK(done == Z_OK, "zlib has all the room that it asked for");
    out.resize(size);
    return out;
}

std::optional<std::vector<uint8_t>> inflated(std::span<const uint8_t> bytes, size_t most) {
    if (bytes.size() > std::numeric_limits<uInt>::max()) return std::nullopt;
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) return std::nullopt;
    stream.next_in = const_cast<Bytef*>(bytes.data());  // zlib's interface; it only reads
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::vector<uint8_t> out;
    int state = Z_OK;
    while (state == Z_OK && out.size() <= most) {
        const size_t before = out.size();
        out.resize(before + kStep);
        stream.next_out = out.data() + before;
        stream.avail_out = kStep;
        state = inflate(&stream, Z_NO_FLUSH);
        out.resize(before + kStep - stream.avail_out);
        if (state == Z_OK && out.size() == before) break;  // it waits for more that does not come
    }
    inflateEnd(&stream);
    if (state != Z_STREAM_END || out.size() > most || stream.avail_in != 0) return std::nullopt;
    return out;
}

std::string base64Of(std::span<const uint8_t> bytes) {
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (size_t i = 0; i < bytes.size(); i += 3) {
        const size_t here = std::min<size_t>(bytes.size() - i, 3);
        uint32_t bits = 0;
        for (size_t k = 0; k < 3; ++k) bits = bits << 8 | (k < here ? bytes[i + k] : 0u);
        for (size_t k = 0; k < 4; ++k) out += k <= here ? kDigits[bits >> (18 - 6 * k) & 63u] : '=';
    }
    return out;
}

std::optional<std::vector<uint8_t>> fromBase64(std::string_view text) {
    static const std::array<int8_t, 256> kValues = [] {
        std::array<int8_t, 256> values;
        values.fill(-1);
        for (size_t i = 0; i < kDigits.size(); ++i)
            values[static_cast<unsigned char>(kDigits[i])] = static_cast<int8_t>(i);
        return values;
    }();
    if (text.size() % 4 != 0) return std::nullopt;
    size_t padding = 0;
    while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=') ++padding;
    std::vector<uint8_t> out;
    out.reserve(text.size() / 4 * 3);
    for (size_t i = 0; i < text.size(); i += 4) {
        uint32_t bits = 0;
        for (size_t k = 0; k < 4; ++k) {
            const bool pad = i + k >= text.size() - padding;
            const int value = pad ? 0 : kValues[static_cast<unsigned char>(text[i + k])];
            if (value < 0) return std::nullopt;
            bits = bits << 6 | static_cast<uint32_t>(value);
        }
        for (int k = 0; k < 3; ++k) out.push_back(static_cast<uint8_t>(bits >> (16 - 8 * k)));
    }
    out.resize(out.size() - padding);
    return out;
}

}  // namespace sketchwalk
