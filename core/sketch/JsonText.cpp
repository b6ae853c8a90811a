#include "core/sketch/JsonText.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

namespace sketchwalk::sketch {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool startsWith(std::string_view text, std::string_view word) {  // word in lower case
    if (text.size() < word.size()) return false;
    for (size_t i = 0; i < word.size(); ++i) {
        if (lower(text[i]) != word[i]) return false;
    }
    return true;
}

// Length of a spelt-out number (NaN, Infinity, inf) at the start of the text; 0 where there is none.
size_t spelt(std::string_view text) {
    const size_t sign = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    for (const std::string_view word : {"infinity", "nan", "inf"}) {
        if (startsWith(text.substr(sign), word)) return sign + word.size();
    }
    return 0;
}

size_t numberLength(std::string_view text) {
    size_t n = 0;
    while (n < text.size() && (isDigit(text[n]) || std::strchr("+-.eE", text[n]) != nullptr) && text[n] != '\0') ++n;
    return n;
}

bool overflows(std::string_view number) {
    if (number.size() < 300 && number.find_first_of("eE") == std::string_view::npos) return false;
    double value = 0;
    const auto [end, code] = std::from_chars(number.data(), number.data() + number.size(), value);
    return code == std::errc::result_out_of_range && number.find("e-") == std::string_view::npos &&
           number.find("E-") == std::string_view::npos && end == number.data() + number.size();
}

}  // namespace

Error jsonError(std::string_view name, std::string_view text, size_t position, std::string_view said) {
    const std::string_view before = text.substr(0, std::min(text.size(), position > 0 ? position - 1 : 0));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const size_t lineStart = before.rfind('\n');
    const size_t column = before.size() - (lineStart == std::string_view::npos ? 0 : lineStart + 1) + 1;
    // The parser's own words come after its exception's name and place.
    if (const size_t colon = said.find(": "); colon != std::string_view::npos) said.remove_prefix(colon + 2);
    std::string what(said.substr(0, 300));
    std::replace_if(
        what.begin(), what.end(), [](char c) { return static_cast<unsigned char>(c) < 32; }, ' ');
    return {ErrorKind::input, std::string(name) + ":" + std::to_string(line) + ":" + std::to_string(column) +
                                  ": not readable as JSON: " + what + "."};
}

std::string withoutOddNumbers(std::string_view text) {
    std::string changed;
    const auto quote = [&](size_t at, size_t length) {
        if (changed.empty()) changed = text;
        changed[at] = '"';
        changed[at + length - 1] = '"';
        for (size_t i = at + 1; i + 1 < at + length; ++i) changed[i] = 'x';
    };
    bool inText = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inText) {
            if (c == '\\') ++i;
            if (c == '"') inText = false;
        } else if (c == '"') {
            inText = true;
        } else if (isDigit(c) || c == '-' || c == '+' || c == 'N' || c == 'n' || c == 'I' || c == 'i') {
            const std::string_view rest = text.substr(i);
            if (const size_t length = spelt(rest)) {
                quote(i, length);
                i += length - 1;
            } else if (const size_t digits = numberLength(rest)) {
                if (overflows(rest.substr(0, digits))) quote(i, digits);
                i += digits - 1;
            }
        }
    }
    return changed;
}

}  // namespace sketchwalk::sketch
