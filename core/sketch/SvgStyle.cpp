#include "core/sketch/SvgStyle.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/sketch/SvgPath.h"

namespace sketchwalk::sketch {
namespace {

constexpr std::string_view kSpace = " \t\r\n\f";
constexpr size_t kMostRules = 20000;

std::string_view trimmed(std::string_view text) {
    const size_t first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

struct Name {
    std::string_view name;
    uint32_t rgb;
};
// The names of CSS colours that people use for maps.
constexpr std::array kNames = {
    Name{"aqua", 0x00ffff},         Name{"aquamarine", 0x7fffd4},
    Name{"azure", 0xf0ffff},        Name{"beige", 0xf5f5dc},
    Name{"black", 0x000000},        Name{"blue", 0x0000ff},
    Name{"brown", 0xa52a2a},        Name{"chocolate", 0xd2691e},
    Name{"coral", 0xff7f50},        Name{"cornflowerblue", 0x6495ed},
    Name{"crimson", 0xdc143c},      Name{"cyan", 0x00ffff},
    Name{"darkblue", 0x00008b},     Name{"darkgray", 0xa9a9a9},
    Name{"darkgreen", 0x006400},    Name{"darkgrey", 0xa9a9a9},
    Name{"darkorange", 0xff8c00},   Name{"deepskyblue", 0x00bfff},
    Name{"dimgray", 0x696969},      Name{"dimgrey", 0x696969},
    Name{"dodgerblue", 0x1e90ff},   Name{"firebrick", 0xb22222},
    Name{"forestgreen", 0x228b22},  Name{"fuchsia", 0xff00ff},
    Name{"gold", 0xffd700},         Name{"goldenrod", 0xdaa520},
    Name{"gray", 0x808080},         Name{"green", 0x008000},
    Name{"greenyellow", 0xadff2f},  Name{"grey", 0x808080},
    Name{"indigo", 0x4b0082},       Name{"khaki", 0xf0e68c},
    Name{"lawngreen", 0x7cfc00},    Name{"lightblue", 0xadd8e6},
    Name{"lightgray", 0xd3d3d3},    Name{"lightgreen", 0x90ee90},
    Name{"lightgrey", 0xd3d3d3},    Name{"lightskyblue", 0x87cefa},
    Name{"lightyellow", 0xffffe0},  Name{"lime", 0x00ff00},
    Name{"limegreen", 0x32cd32},    Name{"magenta", 0xff00ff},
    Name{"maroon", 0x800000},       Name{"mediumblue", 0x0000cd},
    Name{"midnightblue", 0x191970}, Name{"navy", 0x000080},
    Name{"olive", 0x808000},        Name{"olivedrab", 0x6b8e23},
    Name{"orange", 0xffa500},       Name{"orangered", 0xff4500},
    Name{"palegreen", 0x98fb98},    Name{"peru", 0xcd853f},
    Name{"pink", 0xffc0cb},         Name{"purple", 0x800080},
    Name{"red", 0xff0000},          Name{"royalblue", 0x4169e1},
    Name{"saddlebrown", 0x8b4513},  Name{"salmon", 0xfa8072},
    Name{"sandybrown", 0xf4a460},   Name{"seagreen", 0x2e8b57},
    Name{"sienna", 0xa0522d},       Name{"silver", 0xc0c0c0},
    Name{"skyblue", 0x87ceeb},      Name{"slategray", 0x708090},
    Name{"slategrey", 0x708090},    Name{"springgreen", 0x00ff7f},
    Name{"steelblue", 0x4682b4},    Name{"tan", 0xd2b48c},
    Name{"teal", 0x008080},         Name{"tomato", 0xff6347},
    Name{"turquoise", 0x40e0d0},    Name{"violet", 0xee82ee},
    Name{"wheat", 0xf5deb3},        Name{"white", 0xffffff},
    Name{"whitesmoke", 0xf5f5f5},   Name{"yellow", 0xffff00},
    Name{"yellowgreen", 0x9acd32},
};

std::optional<Rgb> functionColour(std::string_view text) {  // rgb(1, 2, 3), rgb(10% 20% 30% / 1)
    const size_t open = text.find('(');
    if (text.substr(0, 3) != "rgb" || open == std::string_view::npos) return {};
    text.remove_prefix(open + 1);
    Rgb rgb{};
    for (uint8_t& channel : rgb) {
        const auto value = takeNumber(text);
        if (!value) return {};
        double v = *value;
        if (!text.empty() && text[0] == '%') {
            v *= 2.55;
            text.remove_prefix(1);
        }
        channel = static_cast<uint8_t>(std::clamp(std::floor(v + 0.5), 0.0, 255.0));
    }
    return rgb;
}

}  // namespace

std::vector<std::string_view> wordsOf(std::string_view text) {
    std::vector<std::string_view> words;
    for (;;) {
        const size_t first = text.find_first_not_of(kSpace);
        if (first == std::string_view::npos) return words;
        const size_t end = std::min(text.find_first_of(kSpace, first), text.size());
        words.push_back(text.substr(first, end - first));
        text.remove_prefix(end);
    }
}

Paint parsePaint(std::string_view text) {
    text = trimmed(text);
    Paint paint;
    paint.given = true;
    if (text == "none" || text == "transparent") {
        paint.none = true;
    } else if (!text.empty() && text[0] == '#') {
        if (text.size() == 9) text = text.substr(0, 7);  // with alpha
        if (text.size() == 5) text = text.substr(0, 4);
        paint.colour = parseHexColour(text);
    } else if (const auto colour = functionColour(text)) {
        paint.colour = colour;
    } else {
        for (const Name& known : kNames) {
            if (known.name == text) {
                paint.colour = Rgb{static_cast<uint8_t>(known.rgb >> 16), static_cast<uint8_t>(known.rgb >> 8 & 255),
                                   static_cast<uint8_t>(known.rgb & 255)};
            }
        }
    }
    return paint;
}

void SvgStyle::set(std::string_view property, std::string_view value) {
    value = trimmed(value);
    if (value == "inherit" || value == "currentColor" || value.empty()) return;
    if (property == "fill") {
        fill = parsePaint(value);
    } else if (property == "stroke") {
        stroke = parsePaint(value);
    } else if (property == "stroke-width") {
        if (const auto width = takeNumber(value)) {
            strokeWidth = std::max(*width, 0.0);
            strokeWidthGiven = true;
        }
    } else if (property == "display") {
        hidden = hidden || value == "none";
    } else if (property == "visibility") {
        hidden = hidden || value == "hidden" || value == "collapse";
    }
}

void SvgStyle::setAll(std::string_view declarations) {
    while (!declarations.empty()) {
        const size_t end = std::min(declarations.find(';'), declarations.size());
        const std::string_view one = declarations.substr(0, end);
        if (const size_t colon = one.find(':'); colon != std::string_view::npos) {
            set(trimmed(one.substr(0, colon)), one.substr(colon + 1));
        }
        declarations.remove_prefix(std::min(end + 1, declarations.size()));
    }
}

void StyleSheet::add(std::string_view css) {
    while (m_rules.size() < kMostRules) {
        const size_t open = css.find('{');
        if (open == std::string_view::npos) return;
        const size_t shut = css.find('}', open);
        if (shut == std::string_view::npos) return;
        std::string_view selectors = css.substr(0, open);
        if (const size_t comment = selectors.rfind("*/"); comment != std::string_view::npos)
            selectors.remove_prefix(comment + 2);
        const std::string_view declarations = css.substr(open + 1, shut - open - 1);
        while (!selectors.empty()) {
            const size_t comma = std::min(selectors.find(','), selectors.size());
            const std::string_view selector = trimmed(selectors.substr(0, comma));
            if (!selector.empty() && selector.find_first_of(" >+~:[@") == std::string_view::npos) {
                std::string& rule = m_rules[std::string(selector)];
                rule += std::string(declarations.substr(0, 4096)) + ";";
                if (rule.size() > 65536) rule.resize(65536);
            }
            selectors.remove_prefix(std::min(comma + 1, selectors.size()));
        }
        css.remove_prefix(shut + 1);
    }
}

void StyleSheet::apply(SvgStyle& style, std::string_view tag, std::string_view classes, std::string_view id) const {
    const auto take = [&](const std::string& selector) {
        if (const auto rule = m_rules.find(selector); rule != m_rules.end()) style.setAll(rule->second);
    };
    if (m_rules.empty()) return;
    take(std::string(tag));
    for (const std::string_view word : wordsOf(classes)) take("." + std::string(word));
    if (!id.empty()) take("#" + std::string(id));
}

}  // namespace sketchwalk::sketch
