#include "core/sketch/Styles.h"

#include <algorithm>
#include <cmath>

#include "core/base/File.h"
#include "core/sketch/Read.h"

namespace sketchwalk::sketch {
namespace {

constexpr uint64_t kMostStyleBytes = 16 << 20;

// Every n-th point, and the last one.
void thin(std::vector<Polyline>& strokes) {
    size_t count = 0;
    for (const Polyline& stroke : strokes) count += stroke.size();
    const size_t most = kMostStylePoints - 2 * strokes.size();  // each keeps its ends
    if (count <= most) return;
    const size_t step = (count + most - 1) / most;
    for (Polyline& stroke : strokes) {
        Polyline kept;
        for (size_t i = 0; i < stroke.size(); i += step) kept.push_back(stroke[i]);
        if (kept.back() != stroke.back()) kept.push_back(stroke.back());
        stroke = std::move(kept);
    }
}

}  // namespace

std::optional<Style> styleOf(const std::vector<Polyline>& drawing, const std::string& shows) {
    Box box;
    Style style{shows, {}};
    for (const Polyline& stroke : drawing) {
        if (stroke.empty() || style.strokes.size() == kMostStyleStrokes) continue;
        for (const Point& p : stroke) {
            if (!std::isfinite(p.x) || !std::isfinite(p.y)) return std::nullopt;
            box.include(p);
        }
        style.strokes.push_back(stroke);
    }
    if (style.strokes.empty() || shows.empty()) return std::nullopt;
    const double side = std::max(box.size().x, box.size().y);
    if (!(side > 0) || !std::isfinite(side)) return std::nullopt;
    thin(style.strokes);
    for (Polyline& stroke : style.strokes) {
        for (Point& p : stroke) {
            const Point at = (p - box.min) * (kStyleSide / side);
            p = {std::round(at.x), std::round(at.y)};
        }
        stroke.erase(std::unique(stroke.begin(), stroke.end()), stroke.end());
    }
    return style;
}

std::optional<Style> sane(Style style) {
    const auto whole = [](const Point& p) {
        const auto fits = [](double v) { return v >= 0 && v <= kStyleSide && v == std::floor(v); };
        return fits(p.x) && fits(p.y);
    };
    size_t points = 0;
    bool good = !style.shows.empty() && !style.strokes.empty() && style.strokes.size() <= kMostStyleStrokes;
    for (const Polyline& stroke : style.strokes) {
        points += stroke.size();
        good = good && !stroke.empty() && std::all_of(stroke.begin(), stroke.end(), whole);
    }
    if (good && points <= kMostStylePoints) return style;
    return styleOf(style.strokes, style.shows);
}

StylesPtr joined(const StylesPtr& first, const std::vector<Style>& then) {
    std::vector<Style> all = first ? *first : std::vector<Style>{};
    for (const Style& style : then) {
        const auto known =
            std::find_if(all.begin(), all.end(), [&](const Style& s) { return s.strokes == style.strokes; });
        if (known == all.end()) {
            all.push_back(style);
        } else {
            known->shows = style.shows;
        }
    }
    if (all.size() > kMostStyles) all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(kMostStyles));
    if (all.empty()) return nullptr;
    return first && all == *first ? first : std::make_shared<const std::vector<Style>>(std::move(all));
}

StylesPtr without(const StylesPtr& styles, const Style& style) {
    if (!styles) return nullptr;
    std::vector<Style> rest = *styles;
    if (std::erase(rest, style) == 0) return styles;
    return joined(nullptr, rest);
}

void StylesReader::beginStroke() {
    m_style.strokes.emplace_back();
    m_x.reset();
}

void StylesReader::number(double value) {
    if (m_x) m_style.strokes.back().push_back({*m_x, value});
    m_x = m_x ? std::nullopt : std::optional(value);
}

bool StylesReader::end() {
    auto style = m_styles.size() < kMostStyles ? sane(std::move(m_style)) : std::nullopt;
    if (style) m_styles.push_back(std::move(*style));
    return style.has_value();
}

Result<std::vector<Style>> readStyles(const std::filesystem::path& path) {
    const auto text = readText(path, kMostStyleBytes);
    if (!text) return tl::make_unexpected(text.error());
    auto read = parseJson(*text, path.string());
    if (!read) return tl::make_unexpected(read.error());
    return read->sketch.styles ? *read->sketch.styles : std::vector<Style>{};
}

Result<void> writeStyles(const std::filesystem::path& path, const std::vector<Style>& styles) {
    Sketch sketch;
    sketch.styles = joined(nullptr, styles);
    return writeFile(path, writeJson(sketch));
}

}  // namespace sketchwalk::sketch
