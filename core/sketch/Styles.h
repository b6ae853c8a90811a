// How a person draws things, by examples: drawings that were corrected by hand. They travel with a sketch, so that its
// ink is read the same way everywhere; a file of nothing else is a sketch without strokes.
#pragma once

#include <filesystem>

#include "core/base/Error.h"
#include "core/sketch/Sketch.h"

namespace sketchwalk::sketch {

inline constexpr size_t kMostStyles = 200;         // in one sketch; older ones give way
inline constexpr size_t kMostStyleStrokes = 100;   // of one drawing
inline constexpr size_t kMostStylePoints = 2'000;  // of one drawing; longer ones are thinned
inline constexpr size_t kLongestShown = 200;       // bytes of what it shows
inline constexpr double kStyleSide = 1000;

// The drawing, brought to a style's size. Nothing where it is no drawing: no points, or all of them in one place.
std::optional<Style> styleOf(const std::vector<Polyline>& drawing, const std::string& shows);
// As a file may have it: within the limits above, and brought to size. Nothing where it cannot be.
std::optional<Style> sane(Style style);

// Those of `first` and after them those of `then`: a drawing that is in both shows what `then` says. `first` itself
// where that changes nothing; null where there are none.
StylesPtr joined(const StylesPtr& first, const std::vector<Style>& then);

// Those of `styles` but this one; `styles` itself where it is not among them; null where none are left.
StylesPtr without(const StylesPtr& styles, const Style& style);

// Gathers styles from a reader's events.
class StylesReader {
  public:
    void begin() { m_style = {}; }
    void shows(const std::string& what) { m_style.shows = what.size() <= kLongestShown ? what : std::string(); }
    void beginStroke();
    void number(double value);  // x and y in turns
    bool end();                 // false where it was no style, or there are too many
    const std::vector<Style>& taken() const { return m_styles; }

  private:
    Style m_style;
    std::optional<double> m_x;
    std::vector<Style> m_styles;
};

// The styles of a sketch JSON. ErrorKind::input where there is no such file, or it is none.
Result<std::vector<Style>> readStyles(const std::filesystem::path& path);
// Replaces the file whole. ErrorKind::output.
Result<void> writeStyles(const std::filesystem::path& path, const std::vector<Style>& styles);

}  // namespace sketchwalk::sketch
