// JSON of recipes: text to value with limits, and complaints that name file and place. Keys keep their order, since
// parameters are drawn in it.
#pragma once

#include <glm/vec3.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/base/Error.h"

namespace sketchwalk::assets {

using Json = nlohmann::ordered_json;

// At most 1 MiB and 64 levels; must be an object.
Result<Json> parseJson(std::string_view text, std::string_view file);

// The first complaint of a reading; later ones are ignored, so a reader may go on without checking each step.
class Complaints {
  public:
    explicit Complaints(std::string_view file) : m_file(file) {}
    void add(const std::string& pointer, const std::string& what) {
        if (m_first.empty()) m_first = m_file + ": at " + (pointer.empty() ? "/" : pointer) + ": " + what;
    }
    bool any() const { return !m_first.empty(); }
    Result<void> result() const {
        if (any()) return fail(ErrorKind::resource, m_first);
        return {};
    }

  private:
    std::string m_file, m_first;
};

// "#rrggbb" as sRGB; complains otherwise.
glm::vec3 readColour(const Json& value, const std::string& at, Complaints& complaints);
// A number within [low, high]; complains otherwise.
double readNumber(const Json& value, const std::string& at, double low, double high, Complaints& complaints);

}  // namespace sketchwalk::assets
