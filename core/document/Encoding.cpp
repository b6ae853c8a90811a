#include "core/document/Encoding.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

namespace sketchwalk::document {
namespace {

using nlohmann::json;
static_assert(std::endian::native == std::endian::little, "the file's numbers are little-endian");

template <class T>
void put(Bytes& bytes, T value) {
    const auto* raw = reinterpret_cast<const uint8_t*>(&value);
    bytes.insert(bytes.end(), raw, raw + sizeof value);
}

template <class T>
T take(std::span<const uint8_t>& bytes) {  // the caller has looked whether they are there
    T value;
    std::memcpy(&value, bytes.data(), sizeof value);
    bytes = bytes.subspan(sizeof value);
    return value;
}

constexpr size_t kPointBytes = 24;
constexpr size_t kLeanBytes = 8, kLeanHeightBytes = 12;
constexpr size_t kCornerBytes = 16;

json layerJson(const Layer& layer) {
    return {{"id", layer.id},
            {"name", layer.name},
            {"shown", layer.shown},
            {"locked", layer.locked},
            {"opacity", layer.opacity}};
}

Layer layerOf(const json& j) {
    return {j.at("id").get<int64_t>(), j.at("name").get<std::string>(), j.value("shown", true),
            j.value("locked", false), j.value("opacity", 1.0f)};
}

bool sensible(const Settings& settings) {
    const auto side = [](double metres) { return metres >= 64 && metres <= 8192; };
    return side(settings.extent.x) && side(settings.extent.y) && !settings.layers.empty();
}

}  // namespace

Bytes encodePoints(const std::vector<sketch::StrokePoint>& points) {
    Bytes bytes;
    bytes.reserve(points.size() * kPointBytes);
    for (const sketch::StrokePoint& point : points) {
        put(bytes, point.at.x);
        put(bytes, point.at.y);
        put(bytes, point.pressure);
        put(bytes, point.seconds);
    }
    return bytes;
}

std::optional<std::vector<sketch::StrokePoint>> decodePoints(std::span<const uint8_t> bytes) {
    if (bytes.size() % kPointBytes != 0) return std::nullopt;
    std::vector<sketch::StrokePoint> points(bytes.size() / kPointBytes);
    for (sketch::StrokePoint& point : points) {
        point.at.x = take<double>(bytes);
        point.at.y = take<double>(bytes);
        point.pressure = take<float>(bytes);
        point.seconds = take<float>(bytes);
    }
    return points;
}

Bytes encodeLeans(const std::vector<sketch::StrokePoint>& points) {
    Bytes bytes;
    const bool upright =
        std::all_of(points.begin(), points.end(), [](const auto& point) { return point.lean == glm::vec2(0); });
    const bool high = std::any_of(points.begin(), points.end(), [](const auto& point) { return point.height >= 0; });
    if (upright && !high) return bytes;
    bytes.reserve(points.size() * (high ? kLeanHeightBytes : kLeanBytes));
    for (const sketch::StrokePoint& point : points) {
        put(bytes, point.lean.x);
        put(bytes, point.lean.y);
        if (high) put(bytes, point.height);
    }
    return bytes;
}

bool decodeLeans(std::span<const uint8_t> bytes, std::vector<sketch::StrokePoint>& points) {
    if (bytes.empty()) return true;
    const bool high = bytes.size() == points.size() * kLeanHeightBytes;
    if (!high && bytes.size() != points.size() * kLeanBytes) return false;
    const auto sane = [](float value) { return std::isfinite(value) ? std::clamp(value, -1.0f, 1.0f) : 0.0f; };
    for (sketch::StrokePoint& point : points) {
        point.lean.x = sane(take<float>(bytes));
        point.lean.y = sane(take<float>(bytes));
        if (!high) continue;
        const auto height = take<float>(bytes);
        point.height = std::isfinite(height) && height >= 0 ? height : -1;
    }
    return true;
}

Bytes encodeLines(const std::vector<std::vector<Point>>& lines) {
    Bytes bytes;
    for (const auto& line : lines) {
        put(bytes, static_cast<uint32_t>(line.size()));
        for (const Point& point : line) {
            put(bytes, point.x);
            put(bytes, point.y);
        }
    }
    return bytes;
}

std::optional<std::vector<std::vector<Point>>> decodeLines(std::span<const uint8_t> bytes) {
    std::vector<std::vector<Point>> lines;
    while (!bytes.empty()) {
        if (bytes.size() < sizeof(uint32_t)) return std::nullopt;
        const size_t count = take<uint32_t>(bytes);
        if (bytes.size() / kCornerBytes < count) return std::nullopt;
        auto& line = lines.emplace_back(count);
        for (Point& point : line) {
            point.x = take<double>(bytes);
            point.y = take<double>(bytes);
        }
    }
    return lines;
}

std::string encodeNumbers(const std::vector<double>& numbers) {
    return json(numbers).dump();
}

std::optional<std::vector<double>> decodeNumbers(std::string_view text) {
    try {
        return json::parse(text).get<std::vector<double>>();
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

std::string encodeSettings(const Settings& settings, int64_t picture, int64_t styles) {
    json j{{"extent", {settings.extent.x, settings.extent.y}},
           {"view", settings.view == sketch::View::map ? "map" : "isometric"},
           {"base", settings.base},
           {"prompt", settings.prompt},
           {"seed", settings.seed},
           {"layers", json::array()}};
    for (const Layer& layer : settings.layers) j["layers"].push_back(layerJson(layer));
    if (settings.underlay && picture > 0) {
        const Underlay& under = *settings.underlay;
        j["underlay"] = {{"picture", picture},
                         {"centre", {under.centre.x, under.centre.y}},
                         {"metresPerPixel", under.metresPerPixel},
                         {"turn", under.turn},
                         {"opacity", under.opacity},
                         {"shown", under.shown}};
    }
    if (styles > 0) j["styles"] = styles;
    return j.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<ReadSettings> decodeSettings(std::string_view text) {
    try {
        const json j = json::parse(text);
        ReadSettings read;
        Settings& settings = read.settings;
        settings.extent = {j.at("extent").at(0).get<double>(), j.at("extent").at(1).get<double>()};
        settings.view = j.value("view", "map") == "isometric" ? sketch::View::isometric : sketch::View::map;
        settings.base = j.at("base").get<std::string>();
        settings.prompt = j.at("prompt").get<std::string>();
        settings.seed = j.at("seed").get<uint64_t>();
        settings.layers.clear();
        for (const json& layer : j.at("layers")) settings.layers.push_back(layerOf(layer));
        if (j.contains("underlay")) {
            const json& u = j.at("underlay");
            Underlay& under = settings.underlay.emplace();
            read.picture = u.at("picture").get<int64_t>();
            under.centre = {u.at("centre").at(0).get<double>(), u.at("centre").at(1).get<double>()};
            under.metresPerPixel = u.at("metresPerPixel").get<double>();
            under.turn = u.at("turn").get<double>();
            under.opacity = u.at("opacity").get<float>();
            under.shown = u.at("shown").get<bool>();
        }
        read.styles = j.value("styles", int64_t{0});
        if (!sensible(settings)) return std::nullopt;
        return read;
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

std::string encodeSplices(const std::vector<Splice>& splices, const KeyOf& keyOf) {
    json list = json::array();
    for (const Splice& splice : splices) {
        json removed = json::array(), inserted = json::array();
        for (const DrawnPtr& drawn : splice.removed) removed.push_back(keyOf(drawn));
        for (const DrawnPtr& drawn : splice.inserted) inserted.push_back(keyOf(drawn));
        list.push_back({splice.at, std::move(removed), std::move(inserted)});
    }
    return list.dump();
}

std::optional<std::vector<Splice>> decodeSplices(std::string_view text, const DrawnOf& drawnOf) {
    try {
        const json list = json::parse(text);
        std::vector<Splice> splices;
        const auto strokes = [&](const json& keys) {
            std::vector<DrawnPtr> found;
            for (const json& key : keys) found.push_back(drawnOf(key.get<int64_t>()));
            return found;
        };
        for (const json& j : list) {
            splices.push_back({j.at(0).get<size_t>(), strokes(j.at(1)), strokes(j.at(2))});
        }
        return splices;
    } catch (const json::exception&) {
        return std::nullopt;
    }
}

}  // namespace sketchwalk::document
