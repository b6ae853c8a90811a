#include "core/sketch/EditJson.h"

#include <charconv>
#include <nlohmann/json.hpp>

namespace sketchwalk::sketch {

using nlohmann::json;

std::string writeJson(const ObjectEdit& edit) {
    char object[20];
    const auto end = std::to_chars(object, object + sizeof object, edit.object, 16).ptr;
    json out{{"object", std::string(object, end)}, {"source", edit.source}, {"was", edit.was}};
    if (!edit.look.empty()) out["look"] = edit.look;
    if (edit.removed) out["removed"] = true;
    if (edit.yaw) out["yaw"] = *edit.yaw;
    if (edit.scale != 1) out["scale"] = edit.scale;
    return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

void setEdit(ObjectEdit& edit, const std::string& key, const Scalar& value) {
    const bool text = value.type == Scalar::Type::text, number = value.type == Scalar::Type::number;
    if (key == "object" && text) {  // hexadecimal: JSON's numbers hold no 64 bits
        const char* end = value.text->data() + value.text->size();
        const auto read = std::from_chars(value.text->data(), end, edit.object, 16);
        if (read.ec != std::errc() || read.ptr != end) edit.object = 0;
    } else if (key == "source" && value.integer) {
        edit.source = *value.integer;
    } else if (key == "was" && text) {
        edit.was = value.text->substr(0, kLongestText);
    } else if (key == "look" && text) {
        edit.look = value.text->substr(0, kLongestText);
    } else if (key == "removed" && value.type == Scalar::Type::boolean) {
        edit.removed = value.boolean;
    } else if (key == "yaw" && number) {
        edit.yaw = value.number;
    } else if (key == "scale" && number) {
        edit.scale = value.number;
    }
}

std::optional<ObjectEdit> parseEdit(std::string_view text) {
    const json read = json::parse(text, nullptr, false);
    if (!read.is_object()) return std::nullopt;
    ObjectEdit edit;
    for (const auto& [key, value] : read.items()) {
        if (value.is_string()) setEdit(edit, key, Scalar::of(value.get_ref<const std::string&>()));
        if (value.is_boolean()) setEdit(edit, key, Scalar::of(value.get<bool>()));
        if (value.is_number_float()) setEdit(edit, key, Scalar::of(value.get<double>()));
        if (value.is_number_unsigned()) {
            setEdit(edit, key, Scalar::of(value.get<uint64_t>()));
        } else if (value.is_number_integer()) {
            setEdit(edit, key, Scalar::of(value.get<int64_t>()));
        }
    }
    return edit;
}

}  // namespace sketchwalk::sketch
