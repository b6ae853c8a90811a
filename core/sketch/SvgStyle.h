// What an SVG element looks like, as far as a map needs it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/sketch/Legend.h"

namespace sketchwalk::sketch {

struct Paint {
    bool given = false;  // the file says so, here or further out
    bool none = false;
    std::optional<Rgb> colour;  // empty for gradients, patterns and names that are not known
};

struct SvgStyle {
    Paint fill, stroke;
    double strokeWidth = 1;
    bool strokeWidthGiven = false;
    bool hidden = false;
    void set(std::string_view property, std::string_view value);
    void setAll(std::string_view declarations);  // "fill:none; stroke:#888"
};

// The rules of <style> elements, as far as they are a tag, .class or #id, or a list of these.
class StyleSheet {
  public:
    void add(std::string_view css);
    void apply(SvgStyle& style, std::string_view tag, std::string_view classes, std::string_view id) const;

  private:
    std::map<std::string, std::string, std::less<>> m_rules;  // selector -> declarations
};

Paint parsePaint(std::string_view text);
std::vector<std::string_view> wordsOf(std::string_view text);  // parted by white space

}  // namespace sketchwalk::sketch
