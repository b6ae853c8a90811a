#include "core/sketch/JsonScalar.h"

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

}  // namespace sketchwalk::sketch
