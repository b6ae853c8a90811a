// A change by hand as JSON: { "object": "1f3a", "source": 2, "was": "house", ... }, in sketches and in a drawing's
// file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/sketch/JsonScalar.h"
#include "core/sketch/Sketch.h"

namespace sketchwalk::sketch {

std::string writeJson(const ObjectEdit& edit);
// Nothing where the text is no JSON object. What is unknown or of the wrong kind in it is read over.
std::optional<ObjectEdit> parseEdit(std::string_view json);
// One member of it.
void setEdit(ObjectEdit& edit, const std::string& key, const Scalar& value);

}  // namespace sketchwalk::sketch
