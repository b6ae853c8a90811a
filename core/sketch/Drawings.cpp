#include "core/sketch/Drawings.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

namespace sketchwalk::sketch {
namespace {

using nlohmann::json;

constexpr size_t kMostLines = 100000;
constexpr size_t kLongestDrawing = 1 << 20;
constexpr double kFarthestUnit = 1e7;  // units; beyond is no drawing

std::string textAt(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end()) return {};
    if (found->is_string()) return found->get<std::string>();
    return found->is_number_integer() ? found->dump() : std::string{};
}

Polyline strokeOf(const json& lists) {
    Polyline line;
    if (!lists.is_array() || lists.size() < 2 || !lists[0].is_array() || !lists[1].is_array()) return line;
    const size_t count = std::min(lists[0].size(), lists[1].size());
    for (size_t i = 0; i < count; ++i) {
        if (!lists[0][i].is_number() || !lists[1][i].is_number()) continue;
        const Point p{lists[0][i].get<double>(), lists[1][i].get<double>()};
        if (std::abs(p.x) < kFarthestUnit && std::abs(p.y) < kFarthestUnit) line.push_back(p);
    }
    return line;
}

std::optional<Drawing> drawingOf(std::string_view line) {
    const json root = json::parse(line.begin(), line.end(), nullptr, false);
    if (!root.is_object()) return {};
    const auto strokes = root.find("drawing");
    if (strokes == root.end() || !strokes->is_array()) return {};
    Drawing drawing;
    drawing.keyId = textAt(root, "key_id");
    drawing.word = textAt(root, "word");
    const auto recognised = root.find("recognized");
    drawing.recognised = recognised == root.end() || !recognised->is_boolean() || recognised->get<bool>();
    for (const json& stroke : *strokes) {
        Polyline polyline = strokeOf(stroke);
        if (!polyline.empty()) drawing.strokes.push_back(std::move(polyline));
    }
    if (drawing.strokes.empty()) return {};
    return drawing;
}

}  // namespace

Result<ReadDrawings> parseDrawings(std::string_view text, std::string_view name) {
    ReadDrawings read;
    for (size_t number = 1; !text.empty(); ++number) {
        if (number > kMostLines) {
            return fail(ErrorKind::input, std::string(name) + ": more than 100000 drawings; split the file.");
        }
        const size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        std::optional<Drawing> drawing;
        if (line.size() <= kLongestDrawing) drawing = drawingOf(line);
        if (drawing) {
            read.drawings.push_back(std::move(*drawing));
        } else {
            read.diagnostics.push_back(
                {Severity::warning, {}, "line " + std::to_string(number) + " holds no drawing and is left out"});
        }
    }
    if (read.drawings.empty()) return fail(ErrorKind::input, std::string(name) + ": holds no drawing.");
    return read;
}

}  // namespace sketchwalk::sketch
