#include "core/library/Notes.h"

#include <nlohmann/json.hpp>

#include "core/catalogue/JsonFields.h"

namespace sketchwalk::library {
namespace {

using catalogue::JsonFields;
using nlohmann::json;

constexpr size_t kMostNotes = 4096;

Front frontOf(const std::string& text, const JsonFields& fields) {
    if (text == "+z") return Front::plusZ;
    if (text == "-z") return Front::minusZ;
    if (text == "+x") return Front::plusX;
    if (text == "-x") return Front::minusX;
    fields.flaw("front", "must be +z, -z, +x or -x");
}

AssetNote noteOf(JsonFields& fields) {
    AssetNote note;
    if (fields.has("category")) note.category = fields.text("category");
    if (fields.has("size")) {
        const auto size = fields.numbers("size", 3, 0.01, 1000);
        note.stance.size = {size[0], size[1], size[2]};
    }
    if (fields.has("height")) note.stance.size = {0, fields.number("height", 0.01, 1000), 0};
    if (fields.has("up")) {
        const std::string up = fields.text("up");
        if (up != "y" && up != "z") fields.flaw("up", "must be y or z");
        note.stance.up = up == "z" ? Up::z : Up::y;
    }
    note.stance.turn = fields.number("turn", -360, 360, 0);
    if (fields.has("front")) note.stance.front = frontOf(fields.text("front"), fields);
    if (fields.has("weight")) note.weight = fields.number("weight", 0, 1000);
    if (fields.has("materials")) {
        const json& colours = fields.object("materials");
        JsonFields named(colours, fields.place() + ", materials");
        for (const auto& [name, value] : colours.items()) note.colours[name] = catalogue::colourOf(value, named, name);
    }
    return note;
}

}  // namespace

Result<std::map<std::string, AssetNote, std::less<>>> parseNotes(std::string_view text, std::string_view file,
                                                                 std::string_view oneFile) {
    std::map<std::string, AssetNote, std::less<>> notes;
    const std::string name(file);
    const json root = json::parse(text, nullptr, false);
    if (!root.is_object()) return fail(ErrorKind::input, name + ": is no JSON object; see docs/libraries.md.");
    try {
        JsonFields fields(root, name);
        if (fields.text("format") != "sketchwalk-library") fields.flaw("format", "must be sketchwalk-library");
        fields.number("version", 1, 1);
        const json& list = fields.list("assets");
        fields.nothingElse();
        if (list.size() > kMostNotes) fields.flaw("assets", "has more than 4096 entries");
        for (size_t i = 0; i < list.size(); ++i) {
            const std::string place = name + ": assets " + std::to_string(i);
            if (!list[i].is_object()) fields.flaw("assets", "entry " + std::to_string(i) + " is no object");
            JsonFields one(list[i], place);
            const std::string which = oneFile.empty() ? one.text("file") : one.text("file", std::string(oneFile));
            notes[which] = noteOf(one);
            one.nothingElse();
        }
    } catch (const catalogue::Flaw& flaw) {
        return fail(ErrorKind::input, flaw.text);
    }
    return notes;
}

}  // namespace sketchwalk::library
