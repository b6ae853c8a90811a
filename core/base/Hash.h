// Counter-based randomness and content hashes: the same bytes on any machine and with any number of threads.
//
// Nothing here keeps state. A random number is a function of (seed, what it is for, stable ids or cell numbers), so
// adding a house in one corner moves no tree in another. The mixer is SplitMix64's finaliser (Steele, Lea and Flood,
// 2014).
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace sketchwalk {

constexpr uint64_t mix(uint64_t x) {
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

constexpr uint64_t combine(uint64_t a, uint64_t b) {
    return mix(a ^ (mix(b) + 0x632be59bd9b4e019ULL + (a << 6)));
}

constexpr uint64_t hashText(std::string_view text) {
    uint64_t h = 0xcbf29ce484222325ULL;  // FNV-1a, then mixed
    for (char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return mix(h);
}

// A random 64-bit value for a purpose and up to three counters (a stable id; or a cell's column, row and candidate).
constexpr uint64_t randomBits(uint64_t seed, std::string_view purpose, uint64_t a = 0, uint64_t b = 0, uint64_t c = 0) {
    return combine(combine(combine(combine(seed, hashText(purpose)), a), b), c);
}

constexpr double toUnit(uint64_t bits) {
    return static_cast<double>(bits >> 11) * 0x1.0p-53;
}  // [0, 1)

constexpr double randomUnit(uint64_t seed, std::string_view purpose, uint64_t a = 0, uint64_t b = 0, uint64_t c = 0) {
    return toUnit(randomBits(seed, purpose, a, b, c));
}

// Hash of content, to tell whether something changed. Not for security.
class ContentHash {
  public:
    void add(const void* data, size_t size) {
        const auto* bytes = static_cast<const unsigned char*>(data);
        while (size >= 8) {
            uint64_t word;
            std::memcpy(&word, bytes, 8);
            m_state = mix(m_state ^ word);
            bytes += 8;
            size -= 8;
        }
        uint64_t tail = size;
        for (size_t i = 0; i < size; ++i) tail = (tail << 8) | bytes[i];
        m_state = mix(m_state ^ tail ^ 0xa5a5a5a5ULL);
    }
    void add(std::string_view text) { add(text.data(), text.size()); }
    void add(uint64_t value) { m_state = combine(m_state, value); }
    void add(double value) {
        uint64_t bits;
        value += 0.0;  // -0 and 0 are one
        std::memcpy(&bits, &value, 8);
        add(bits);
    }
    uint64_t value() const { return m_state; }

  private:
    uint64_t m_state = 0x5ca1ab1e0ddba11ULL;
};

}  // namespace sketchwalk
