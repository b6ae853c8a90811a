#include "core/sketch/JsonScalar.h"

#include <charconv>
#include <cmath>

namespace sketchwalk::sketch {

Scalar Scalar::of(bool value) {
    Scalar s{Type::boolean};
    s.boolean = value;
    return s;
}

Scalar Scalar::of(int64_t value) {
    Scalar s{Type::number, static_cast<double>(value)};
    s.integer = value;
    return s;
}

Scalar Scalar::of(uint64_t value) {
    Scalar s{Type::number, static_cast<double>(value)};
    if (value <= static_cast<uint64_t>(INT64_MAX)) s.integer = static_cast<int64_t>(value);
    s.unsignedValue = value;
    return s;
}

Scalar Scalar::of(double value) {
    Scalar s{Type::number, value};
    if (value == std::floor(value) && std::abs(value) < 0x1p53) {
        s.integer = static_cast<int64_t>(value);
        if (value >= 0) s.unsignedValue = static_cast<uint64_t>(value);
    }
    return s;
}

Scalar Scalar::of(const std::string& value) {
    Scalar s{Type::text};
    s.text = &value;
    return s;
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

}  // namespace sketchwalk::sketch
