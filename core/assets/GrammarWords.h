// The vocabulary of recipes: which operations there are, what each takes, and which attributes it understands.
#pragma once

#include <string_view>
#include <vector>

#include "core/assets/Grammar.h"

namespace sketchwalk::assets {

enum class Main { numbers, points, sections, children, choices, part };

struct OperationWord {
    std::string_view name;
    Operation operation;
    Main main;
    int least, most;  // numbers: how many; points: how many at least and numbers a point; sections: points a section
    bool solid;       // a primitive that takes smooth, jitter and material
    std::vector<Attribute> attributes;
};

struct AttributeWord {
    std::string_view name;
    Attribute attribute;
    int least, most;  // numbers
};

const std::vector<OperationWord>& operationWords();
const std::vector<AttributeWord>& attributeWords();

}  // namespace sketchwalk::assets
