// A single value met while a sketch is read as a stream of events.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace sketchwalk::sketch {

inline constexpr size_t kLongestText = 64 << 10;  // of one value; the rest is cut off

struct Scalar {
    enum class Type { null, boolean, number, text } type = Type::null;
    double number = 0;
    std::optional<int64_t> integer{};         // where the number is one
    std::optional<uint64_t> unsignedValue{};  // where it is one and >= 0
    bool boolean = false;
    const std::string* text = nullptr;  // the reader's; as long as the event lasts

    static Scalar of(bool value);
    static Scalar of(int64_t value);
    static Scalar of(uint64_t value);
    static Scalar of(double value);
    static Scalar of(const std::string& value);
};

}  // namespace sketchwalk::sketch
