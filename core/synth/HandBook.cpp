#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/base/File.h"
#include "core/synth/Hand.h"

namespace sketchwalk::synth {
namespace {

using nlohmann::json;

// Catmull and Rom (1974), eight points a piece.
Polyline smoothed(const Polyline& line) {
    if (line.size() < 3) return line;
    constexpr int kSteps = 8;
    Polyline out;
    for (size_t i = 0; i + 1 < line.size(); ++i) {
        const Point a = line[i > 0 ? i - 1 : 0], b = line[i], c = line[i + 1],
                    d = line[std::min(i + 2, line.size() - 1)];
        for (int k = 0; k < kSteps; ++k) {
            const double t = static_cast<double>(k) / kSteps;
            out.push_back((b * 2.0 + (c - a) * t + (a * 2.0 - b * 5.0 + c * 4.0 - d) * (t * t) +
                           (b * 3.0 - a - c * 3.0 + d) * (t * t * t)) *
                          0.5);
        }
    }
    out.push_back(line.back());
    return out;
}

bool readStrokes(const std::string& text, Strokes& strokes) {
    std::stringstream parts(text);
    for (std::string part; std::getline(parts, part, '|');) {
        const bool smooth = !part.empty() && part[0] == '~';
        std::stringstream points(smooth ? part.substr(1) : part);
        Polyline line;
        char comma = 0;
        for (Point p; points >> p.x;) {
            if (!(points >> comma >> p.y) || comma != ',' || std::abs(p.x) > 1000 || std::abs(p.y) > 1000) return false;
            line.push_back(p);
        }
        if (line.empty() || !points.eof()) return false;
        strokes.push_back(smooth ? smoothed(line) : line);
    }
    return !strokes.empty();
}

}  // namespace

Result<HandBook> HandBook::parse(std::string_view text, std::string_view name) {
    const auto wrong = [&](const std::string& what) {
        return fail(ErrorKind::resource, std::string(name) + ": " + what + " Install the program's resources again.");
    };
    const json root = json::parse(text.begin(), text.end(), nullptr, false);
    if (!root.is_object() || root.value("format", json()) != "sketchwalk-hand" || root.value("version", json()) != 1) {
        return wrong("is no sketchwalk-hand of version 1.");
    }
    HandBook book;
    const json quickdraw = root.value("quickdraw", json::object());
    const json drawn = root.value("drawn", json::object());
    if (!quickdraw.is_object() || !drawn.is_object()) return wrong("/quickdraw and /drawn must be objects.");
    for (const auto& [category, symbol] : quickdraw.items()) {
        if (!symbol.is_string()) return wrong("/quickdraw/" + category + " must be a catalogue id.");
        book.quickdraw[category] = symbol.get<std::string>();
    }
    for (const auto& [symbol, ways] : drawn.items()) {
        if (!ways.is_array() || ways.empty()) return wrong("/drawn/" + symbol + " must be a list.");
        for (const json& way : ways) {
            Strokes strokes;
            if (!way.is_string() || !readStrokes(way.get<std::string>(), strokes)) {
                return wrong("/drawn/" + symbol + " must hold strokes.");
            }
            book.drawn[symbol].push_back(std::move(strokes));
        }
    }
    const json letters = root.value("letters", json::object());
    if (!letters.is_object()) return wrong("/letters must be an object.");
    for (const auto& [letter, way] : letters.items()) {
        Strokes strokes;
        if (letter.size() != 1 || !way.is_string() || !readStrokes(way.get<std::string>(), strokes)) {
            return wrong("/letters/" + letter + " must hold strokes.");
        }
        book.letters[letter[0]] = std::move(strokes);
    }
    return book;
}

Result<HandBook> HandBook::load() {
    const auto path = resourceFolder() / "hand.json";
    const auto text = readText(path);
    if (!text) return fail(ErrorKind::resource, text.error().text);
    return parse(*text, path.string());
}

}  // namespace sketchwalk::synth
