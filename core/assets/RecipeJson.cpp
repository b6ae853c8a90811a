#include "core/assets/RecipeJson.h"

#include <algorithm>

namespace sketchwalk::assets {

namespace {

constexpr size_t kLargest = 1U << 20;
constexpr int kDeepestJson = 64;

// Told before parsing, since a hostile file could nest deeper than the stack of whoever frees the tree.
bool nestsTooDeep(std::string_view text) {
    int depth = 0;
    bool quoted = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '\\') ++i;
            if (c == '"') quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            if (++depth > kDeepestJson) return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

}  // namespace

Result<Json> parseJson(std::string_view text, std::string_view file) {
    const std::string name(file);
    if (text.size() > kLargest) return fail(ErrorKind::resource, name + ": at /: larger than 1 MiB");
    if (nestsTooDeep(text)) return fail(ErrorKind::resource, name + ": at /: nested deeper than 64 levels");
    try {
        Json value = Json::parse(text);
        if (!value.is_object()) return fail(ErrorKind::resource, name + ": at /: expected an object { ... }");
        return value;
    } catch (const Json::exception& e) {
        const std::string what = e.what();
        const size_t colon = what.find("at line");
        return fail(ErrorKind::resource,
                    name + ": not valid JSON " + (colon == std::string::npos ? what : what.substr(colon)));
    }
}

glm::vec3 readColour(const Json& value, const std::string& at, Complaints& complaints) {
    const std::string text = value.is_string() ? value.get<std::string>() : "";
    const auto digit = [](char c) {
        return c >= '0' && c <= '9'   ? c - '0'
               : c >= 'a' && c <= 'f' ? c - 'a' + 10
               : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                      : -1;
    };
    bool good = text.size() == 7 && text[0] == '#';
    for (size_t i = 1; good && i < 7; ++i) good = digit(text[i]) >= 0;
    if (!good) {
        complaints.add(at, "expected a colour such as \"#c08040\"");
        return glm::vec3(0.5F);
    }
    const auto channel = [&](size_t i) {
        return static_cast<float>(digit(text[i]) * 16 + digit(text[i + 1])) / 255.0F;
    };
    return {channel(1), channel(3), channel(5)};
}

double readNumber(const Json& value, const std::string& at, double low, double high, Complaints& complaints) {
    const double number = value.is_number() ? value.get<double>() : low - 1;
    if (number >= low && number <= high) return number;
    const auto text = [](double n) {
        std::string s = std::to_string(n);
        s.erase(s.find_last_not_of('0') + 1);
        if (s.back() == '.') s.pop_back();
        return s;
    };
    complaints.add(at, "expected a number from " + text(low) + " to " + text(high));
    return low;
}

}  // namespace sketchwalk::assets
