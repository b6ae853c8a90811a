// Strict reading of one JSON object: every key must be known, of the right type and in range. What is wrong is thrown
// as `Flaw` with the object's place in it, and caught by Catalogue::parse, which turns it into an Error.
#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "core/base/Geometry.h"

namespace sketchwalk::catalogue {

struct Flaw {
    std::string text;
};

class JsonFields {
  public:
    // `place` is for messages: "catalogue.json: entry house".
    JsonFields(const nlohmann::json& object, std::string place);

    bool has(const char* key);
    std::string text(const char* key);
    std::string text(const char* key, const std::string& otherwise);
    double number(const char* key, double least, double most);
    double number(const char* key, double least, double most, double otherwise);
    bool flag(const char* key, bool otherwise);
    Colour colour(const char* key);  // "#rrggbb"
    std::vector<std::string> texts(const char* key);
    std::vector<std::string> textsOrNone(const char* key);
    std::vector<double> numbers(const char* key, size_t count, double least, double most);
    const nlohmann::json& object(const char* key);
    const nlohmann::json& list(const char* key);
    // A key that no call asked for is a slip of the pen in the file.
    void nothingElse() const;

    [[noreturn]] void flaw(const std::string& key, const std::string& what) const;
    const std::string& place() const { return m_place; }

  private:
    const nlohmann::json& at(const char* key);

    const nlohmann::json& m_object;
    std::string m_place;
    std::set<std::string, std::less<>> m_known;
};

Colour colourOf(const nlohmann::json& value, const JsonFields& fields, const std::string& key);

}  // namespace sketchwalk::catalogue
