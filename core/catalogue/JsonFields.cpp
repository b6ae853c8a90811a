#include "core/catalogue/JsonFields.h"

#include <cmath>

namespace sketchwalk::catalogue {

using nlohmann::json;

JsonFields::JsonFields(const json& object, std::string place) : m_object(object), m_place(std::move(place)) {
    if (!object.is_object()) throw Flaw{m_place + ": an object { } is wanted here"};
}

void JsonFields::flaw(const std::string& key, const std::string& what) const {
    throw Flaw{m_place + ", key \"" + key + "\": " + what};
}

bool JsonFields::has(const char* key) {
    m_known.insert(key);
    return m_object.contains(key);
}

const json& JsonFields::at(const char* key) {
    if (!has(key)) flaw(key, "is missing");
    return m_object.at(key);
}

std::string JsonFields::text(const char* key) {
    const auto& value = at(key);
    if (!value.is_string()) flaw(key, "a text is wanted");
    return value.get<std::string>();
}

std::string JsonFields::text(const char* key, const std::string& otherwise) {
    return has(key) ? text(key) : otherwise;
}

double JsonFields::number(const char* key, double least, double most) {
    const auto& value = at(key);
    if (!value.is_number()) flaw(key, "a number is wanted");
    const double number = value.get<double>();
    if (!std::isfinite(number) || number < least || number > most) {
        flaw(key, "a number from " + json(least).dump() + " to " + json(most).dump() + " is wanted");
    }
    return number;
}

double JsonFields::number(const char* key, double least, double most, double otherwise) {
    return has(key) ? number(key, least, most) : otherwise;
}

bool JsonFields::flag(const char* key, bool otherwise) {
    if (!has(key)) return otherwise;
    if (!m_object.at(key).is_boolean()) flaw(key, "true or false is wanted");
    return m_object.at(key).get<bool>();
}

Colour colourOf(const json& value, const JsonFields& fields, const std::string& key) {
    const auto digit = [](char c) {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    };
    const auto text = value.is_string() ? value.get<std::string>() : std::string();
    bool good = text.size() == 7 && text[0] == '#';
    float parts[3] = {0, 0, 0};
    for (size_t i = 0; good && i < 3; ++i) {
        const int high = digit(text[1 + 2 * i]), low = digit(text[2 + 2 * i]);
        good = high >= 0 && low >= 0;
        parts[i] = static_cast<float>(high * 16 + low) / 255.0f;
    }
    if (!good) fields.flaw(key, "a colour as \"#rrggbb\" is wanted");
    return {parts[0], parts[1], parts[2]};
}

Colour JsonFields::colour(const char* key) {
    return colourOf(at(key), *this, key);
}

std::vector<std::string> JsonFields::texts(const char* key) {
    std::vector<std::string> texts;
    for (const auto& value : list(key)) {
        if (!value.is_string()) flaw(key, "a list of texts is wanted");
        texts.push_back(value.get<std::string>());
    }
    return texts;
}

std::vector<std::string> JsonFields::textsOrNone(const char* key) {
    return has(key) ? texts(key) : std::vector<std::string>();
}

std::vector<double> JsonFields::numbers(const char* key, size_t count, double least, double most) {
    std::vector<double> numbers;
    for (const auto& value : list(key)) {
        if (!value.is_number()) flaw(key, "a list of numbers is wanted");
        numbers.push_back(value.get<double>());
        if (!std::isfinite(numbers.back()) || numbers.back() < least || numbers.back() > most)
            flaw(key, "a number is out of range");
    }
    if (numbers.size() != count) flaw(key, std::to_string(count) + " numbers are wanted");
    return numbers;
}

const json& JsonFields::object(const char* key) {
    if (!at(key).is_object()) flaw(key, "an object { } is wanted");
    return m_object.at(key);
}

const json& JsonFields::list(const char* key) {
    if (!at(key).is_array()) flaw(key, "a list [ ] is wanted");
    return m_object.at(key);
}

void JsonFields::nothingElse() const {
    for (const auto& [key, value] : m_object.items()) {
        if (m_known.count(key) == 0) flaw(key, "is not known here; is it misspelt?");
    }
}

}  // namespace sketchwalk::catalogue
