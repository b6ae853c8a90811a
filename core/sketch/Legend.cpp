#include "core/sketch/Legend.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "core/sketch/JsonText.h"

namespace sketchwalk::sketch {
namespace {

using nlohmann::ordered_json;

constexpr size_t kMostColours = 200;  // a class fits in a byte

int digitOf(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

tl::unexpected<Error> bad(std::string_view name, const std::string& what) {
    return fail(ErrorKind::input, std::string(name) + ": at " + what);
}

std::string textOf(const ordered_json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

void addColour(Legend& legend, const std::string& key, const ordered_json& value, std::string_view name,
               Diagnostics& diagnostics) {
    const auto odd = [&](const std::string& what) {
        diagnostics.push_back(
            {Severity::warning, {}, std::string(name) + ": at /colors/" + key.substr(0, 60) + ": " + what});
    };
    const auto colour = parseHexColour(key);
    if (!colour) return odd("no colour like \"#ff9800\"; left out.");
    if (!value.is_string() || value.get_ref<const std::string&>().empty())
        return odd("its meaning is no text; left out.");
    if (*colour == Rgb{0, 0, 0}) return odd("black is never drawn; left out.");
    for (LegendColour& known : legend.colours) {
        if (known.colour != *colour) continue;
        known.phrase = value.get<std::string>();
        return odd("the colour is named twice; its last meaning is taken.");
    }
    if (legend.colours.size() >= kMostColours) return odd("more than 200 colours; left out.");
    legend.colours.push_back({*colour, value.get<std::string>()});
}

}  // namespace

std::optional<Rgb> parseHexColour(std::string_view text) {
    if (!text.empty() && text[0] == '#') text.remove_prefix(1);
    if (text.size() != 3 && text.size() != 6) return {};
    for (const char c : text) {
        if (digitOf(c) < 0) return {};
    }
    Rgb rgb{};
    for (size_t i = 0; i < 3; ++i) {
        const int high = digitOf(text[text.size() == 3 ? i : 2 * i]);
        rgb[i] = static_cast<uint8_t>(high * 16 + (text.size() == 3 ? high : digitOf(text[2 * i + 1])));
    }
    return rgb;
}

std::string hexOf(const Rgb& colour) {
    std::string text = "#";
    for (const uint8_t c : colour) {
        text += "0123456789abcdef"[c >> 4];
        text += "0123456789abcdef"[c & 15];
    }
    return text;
}

Result<Legend> parseLegend(std::string_view text, std::string_view name, Diagnostics& diagnostics) {
    ordered_json root;
    try {
        const auto shallow = [](int depth, ordered_json::parse_event_t, ordered_json&) { return depth < 8; };
        root = ordered_json::parse(text.begin(), text.end(), shallow);
    } catch (const ordered_json::parse_error& e) {
        return tl::make_unexpected(jsonError(name, text, e.byte, e.what()));
    } catch (const ordered_json::exception& e) {
        return tl::make_unexpected(jsonError(name, text, 0, e.what()));
    }
    if (!root.is_object()) return bad(name, "/: a legend is an object.");
    if (textOf(root, "format") != "sketchwalk-legend") return bad(name, "/format: \"sketchwalk-legend\" is wanted.");
    const auto version = root.find("version");
    if (version == root.end() || !version->is_number_integer()) {
        return bad(name, "/version: a whole number is wanted; this program reads version 1.");
    }
    if (*version != 1)
        return bad(name, "/version: the legend has version " + version->dump() + ", this program reads version 1.");
    const auto colours = root.find("colors");
    if (colours == root.end() || !colours->is_object())
        return bad(name, "/colors: an object from colours to phrases is wanted.");

    Legend legend{textOf(root, "prompt"), textOf(root, "base"), {}};
    for (const auto& [key, value] : colours->items()) addColour(legend, key, value, name, diagnostics);
    if (legend.colours.empty()) return bad(name, "/colors: names no usable colour.");
    return legend;
}

}  // namespace sketchwalk::sketch
