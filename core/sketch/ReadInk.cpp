#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/sketch/Acceptance.h"
#include "core/sketch/Ink.h"
#include "core/sketch/JsonText.h"

namespace sketchwalk::sketch {
namespace {

using nlohmann::json;

constexpr size_t kLongestLine = 16 << 20;

double numberAt(const json& list, size_t i) {
    return i < list.size() && list[i].is_number() ? list[i].get<double>() : std::numeric_limits<double>::quiet_NaN();
}

// One stroke: [[x...], [y...]] or [[x...], [y...], [milliseconds...]].
Draft draftOf(const json& lists, size_t number) {
    Draft draft;
    draft.place = "drawing stroke " + std::to_string(number + 1);
    draft.stroke.brush = "ink";
    draft.stroke.group = 1;
    if (!lists.is_array() || lists.size() < 2 || !lists[0].is_array() || !lists[1].is_array()) return draft;
    const bool timed = lists.size() > 2 && lists[2].is_array();
    const size_t count = std::min(lists[0].size(), lists[1].size());
    for (size_t i = 0; i < count; ++i) {
        const double seconds = timed ? (numberAt(lists[2], i) - numberAt(lists[2], 0)) / 1000 : -1;
        draft.stroke.points.push_back({{numberAt(lists[0], i), numberAt(lists[1], i)}, 1, static_cast<float>(seconds)});
    }
    return draft;
}

void centre(std::vector<Draft>& drafts, Point extent) {
    Box box;
    const auto finite = [](Point p) { return std::abs(p.x) < 1e6 && std::abs(p.y) < 1e6; };
    for (const Draft& draft : drafts) {
        for (const StrokePoint& p : draft.stroke.points) {
            if (finite(p.at)) box.include(p.at);
        }
    }
    const double size = std::max({box.size().x, box.size().y, 1e-9});
    const double scale = box.size().x >= 0 ? std::min(extent.x, extent.y) / 2 / size : 1;
    for (Draft& draft : drafts) {
        for (StrokePoint& p : draft.stroke.points) p.at = extent * 0.5 + (p.at - box.centre()) * scale;
    }
}

}  // namespace

bool looksLikeInk(std::string_view text) {
    const std::string_view start = text.substr(0, 4096);
    return start.find("\"drawing\"") != std::string_view::npos &&
           start.find("\"sketchwalk-sketch\"") == std::string_view::npos;
}

Result<ReadSketch> parseInk(std::string_view text, std::string_view name, const ReadOptions& options) {
    text = text.substr(0, text.find('\n'));
    if (text.size() > kLongestLine) return fail(ErrorKind::input, std::string(name) + ": line 1: longer than 16 MiB.");
    json root;
    try {
        root = json::parse(text.begin(), text.end());
    } catch (const json::parse_error& e) {
        return tl::make_unexpected(jsonError(name, text, e.byte, e.what()));
    } catch (const json::exception& e) {
        return tl::make_unexpected(jsonError(name, text, 0, e.what()));
    }
    const auto drawing = root.is_object() ? root.find("drawing") : root.end();
    if (!root.is_object() || drawing == root.end() || !drawing->is_array()) {
        return fail(ErrorKind::input, std::string(name) + ": line 1: at /drawing: a list of strokes is wanted.");
    }
    ReadSketch read;
    const auto extent = extentFor(256, 256, options);
    if (!extent) return tl::make_unexpected(extent.error());
    read.sketch.extent = *extent;
    std::vector<Draft> drafts;
    for (size_t i = 0; i < drawing->size(); ++i) drafts.push_back(draftOf((*drawing)[i], i));
    centre(drafts, *extent);
    accept(std::move(drafts), read);
    return read;
}

}  // namespace sketchwalk::sketch
