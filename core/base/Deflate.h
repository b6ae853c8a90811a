// Bytes made smaller and back (zlib's format, RFC 1950), and bytes as text (base64, RFC 4648).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sketchwalk {

std::vector<uint8_t> deflated(std::span<const uint8_t> bytes);
// Total: nothing where the bytes are no such stream, or would unpack to more than `most` bytes.
std::optional<std::vector<uint8_t>> inflated(std::span<const uint8_t> bytes, size_t most);

std::string base64Of(std::span<const uint8_t> bytes);
// Nothing where the text is no base64, with its padding.
std::optional<std::vector<uint8_t>> fromBase64(std::string_view text);

}  // namespace sketchwalk
