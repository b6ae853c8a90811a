// How parts of a document lie in its file: points and rings as little-endian numbers, settings and changes as JSON.
// Reading is total: whatever the bytes, it gives a value or nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/document/History.h"

namespace sketchwalk::document {

using Bytes = std::vector<uint8_t>;

// 24 bytes a point: x and y (float64, metres), pressure and seconds (float32).
Bytes encodePoints(const std::vector<sketch::StrokePoint>& points);
std::optional<std::vector<sketch::StrokePoint>> decodePoints(std::span<const uint8_t> bytes);

// Where the pen leaned: 8 bytes a point, east and south (float32). Empty where it never did. Of a route that knows
// heights 12 bytes a point: the height (float32, metres) comes third.
Bytes encodeLeans(const std::vector<sketch::StrokePoint>& points);
// False where the bytes are of another number of points; empty bytes fit any.
bool decodeLeans(std::span<const uint8_t> bytes, std::vector<sketch::StrokePoint>& points);

// A ring or line after the other: its number of points (uint32), then x and y (float64) of each.
Bytes encodeLines(const std::vector<std::vector<Point>>& lines);
std::optional<std::vector<std::vector<Point>>> decodeLines(std::span<const uint8_t> bytes);

std::string encodeNumbers(const std::vector<double>& numbers);
std::optional<std::vector<double>> decodeNumbers(std::string_view json);

// Settings; `picture` and `styles` are the keys of the underlay's file and of the styles, 0 where there is none.
std::string encodeSettings(const Settings& settings, int64_t picture, int64_t styles);
struct ReadSettings {
    Settings settings;  // its underlay lacks the file's bytes, and it the styles
    int64_t picture = 0, styles = 0;
};
std::optional<ReadSettings> decodeSettings(std::string_view json);

using KeyOf = std::function<int64_t(const DrawnPtr&)>;
using DrawnOf = std::function<DrawnPtr(int64_t key)>;  // null where unknown
std::string encodeSplices(const std::vector<Splice>& splices, const KeyOf& keyOf);
std::optional<std::vector<Splice>> decodeSplices(std::string_view json, const DrawnOf& drawnOf);

}  // namespace sketchwalk::document
