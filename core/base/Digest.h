// SHA-1 and SHA-256 (FIPS 180-4): to name content for good, in splits of data and in model cards. Not for secrets.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace sketchwalk {

std::array<uint8_t, 20> sha1(std::string_view text);
std::array<uint8_t, 32> sha256(std::span<const uint8_t> bytes);

std::string hexOf(std::span<const uint8_t> bytes);  // lower case

}  // namespace sketchwalk
