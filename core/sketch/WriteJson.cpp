#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/Deflate.h"
#include "core/sketch/EditJson.h"
#include "core/sketch/Read.h"

namespace sketchwalk::sketch {
namespace {

// The shortest digits that read back as the same number; JSON has no infinities, so those become 0.
template <class Number>
void writeNumber(std::string& out, Number value) {
    if constexpr (std::is_floating_point_v<Number>) {
        if (!std::isfinite(value)) value = 0;
        value += 0;  // no negative zero
    }
    char digits[40];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out.append(digits, end);
}

void writeText(std::string& out, const std::string& text) {
    out += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void writePoint(std::string& out, Point p) {
    out += '[';
    writeNumber(out, p.x);
    out += ',';
    writeNumber(out, p.y);
    out += ']';
}

void writePoint(std::string& out, const StrokePoint& p) {
    if (p.pressure == 1 && p.seconds < 0 && p.height < 0) return writePoint(out, p.at);
    writePoint(out, p.at);
    out.back() = ',';
    writeNumber(out, p.pressure);
    if (p.seconds >= 0 || p.height >= 0) {
        out += ',';
        writeNumber(out, p.seconds);
    }
    if (p.height >= 0) {
        out += ',';
        writeNumber(out, p.height);
    }
    out += ']';
}

template <class Points>
void writePoints(std::string& out, const Points& points) {
    out += '[';
    for (size_t i = 0; i < points.size(); ++i) {
        if (i > 0) out += ',';
        writePoint(out, points[i]);
    }
    out += ']';
}

void writeStroke(std::string& out, const Stroke& stroke) {
    out += "{\"id\":";
    writeNumber(out, stroke.id);
    out += ",\"brush\":";
    writeText(out, stroke.brush);
    if (stroke.pen == Pen::block) out += ",\"pen\":\"block\"";
    if (stroke.width > 0) {
        out += ",\"width\":";
        writeNumber(out, stroke.width);
    }
    if (stroke.closed) out += ",\"closed\":true";
    if (stroke.group) {
        out += ",\"group\":";
        writeNumber(out, *stroke.group);
    }
    if (!stroke.shows.empty()) {
        out += ",\"symbol\":";
        writeText(out, stroke.shows);
    }
    if (!stroke.text.empty()) {
        out += ",\"text\":";
        writeText(out, stroke.text);
    }
    if (stroke.edit) {
        out += ",\"edit\":";
        out += writeJson(*stroke.edit);
    }
    if (stroke.lock) {
        out += ",\"lock\":\"";
        out += base64Of(stroke.lock->packed);
        out += '"';
    }
    out += ",\"points\":";
    writePoints(out, stroke.points);
    if (!stroke.holes.empty()) {
        out += ",\"holes\":[";
        for (size_t i = 0; i < stroke.holes.size(); ++i) {
            if (i > 0) out += ',';
            writePoints(out, stroke.holes[i]);
        }
        out += ']';
    }
    if (!stroke.centreLines.empty()) {
        out += ",\"centre\":[";
        for (size_t i = 0; i < stroke.centreLines.size(); ++i) {
            out += i > 0 ? ",{\"points\":" : "{\"points\":";
            writePoints(out, stroke.centreLines[i]);
            out += ",\"width\":";
            writeNumber(out, i < stroke.centreWidth.size() ? stroke.centreWidth[i] : 0.0);
            out += '}';
        }
        out += ']';
    }
    out += '}';
}

void writeStyle(std::string& out, const Style& style) {
    out += "{\"symbol\":";
    writeText(out, style.shows);
    out += ",\"strokes\":[";
    for (size_t i = 0; i < style.strokes.size(); ++i) {
        out += i > 0 ? ",[" : "[";
        for (size_t k = 0; k < style.strokes[i].size(); ++k) {
            if (k > 0) out += ',';
            writeNumber(out, style.strokes[i][k].x);
            out += ',';
            writeNumber(out, style.strokes[i][k].y);
        }
        out += ']';
    }
    out += "]}";
}

}  // namespace

std::string writeJson(const Sketch& sketch) {
    std::string out = "{\"format\":\"sketchwalk-sketch\",\"version\":1,\n\"extent\":";
    writePoint(out, sketch.extent);
    out += sketch.view == View::isometric ? ",\"view\":\"isometric\"" : ",\"view\":\"map\"";
    out += ",\"base\":";
    writeText(out, sketch.base);
    out += ",\n\"prompt\":";
    writeText(out, sketch.prompt);
    out += ",\"seed\":";
    writeNumber(out, sketch.seed);
    out += ",\n\"strokes\":[";
    for (size_t i = 0; i < sketch.strokes.size(); ++i) {
        out += i > 0 ? ",\n" : "\n";
        writeStroke(out, *sketch.strokes[i]);
    }
    out += "\n]";
    if (sketch.styles) {
        out += ",\n\"styles\":[";
        for (size_t i = 0; i < sketch.styles->size(); ++i) {
            out += i > 0 ? ",\n" : "\n";
            writeStyle(out, (*sketch.styles)[i]);
        }
        out += "\n]";
    }
    out += "}\n";
    return out;
}

}  // namespace sketchwalk::sketch
