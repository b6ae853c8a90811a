// Arithmetic over a recipe's parameters: "width * 0.5", "min(height - 1, 4)", "is_snowy && chance(0.3) ? 2 : 1".
//
// Compiled once when a recipe is read, evaluated many times. Numbers, names, + - * / comparisons && || ! ?: and a fixed
// list of functions; angles in degrees. A name that is not in scope, a wrong number of arguments, text over 240
// characters or nesting over 24 is an error. Evaluation never fails: what is not finite counts as 0 and everything is
// held within +-1e6. Immutable once compiled, so any thread may evaluate.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/Error.h"

namespace sketchwalk::assets {

// Names as small numbers; one table serves all recipes of a folder.
class Symbols {
  public:
    int intern(std::string_view name);
    int find(std::string_view name) const;  // -1 where unknown
    const std::string& name(int symbol) const { return m_names[static_cast<size_t>(symbol)]; }
    // As `intern`, of a quality that an expression asks for; and which were asked for since the last time.
    int ask(std::string_view quality);
    std::set<int> takeAsked() { return std::exchange(m_asked, {}); }

  private:
    std::map<std::string, int, std::less<>> m_index;
    std::vector<std::string> m_names;
    std::set<int> m_asked;
};

struct Instruction {
    enum class Code : uint8_t {
        number,
        variable,
        quality,
        add,
        subtract,
        multiply,
        divide,
        negate,
        invert,
        less,
        lessEqual,
        equal,
        notEqual,
        both,
        either,
        select,
        min,
        max,
        floor,
        ceil,
        round,
        abs,
        sqrt,
        sin,
        cos,
        atan2,
        mod,
        clamp,
        mix,
        random,
        chance
    };
    Code code = Code::number;
    int symbol = 0;    // of a variable or quality; the number of this draw for random and chance
    double value = 0;  // of a number
};

struct Expression {
    std::vector<Instruction> code;
};

// What an expression may look at while it is evaluated.
struct Binding {
    int symbol = 0;
    double value = 0;
};
struct Surroundings {
    const std::vector<Binding>* bindings = nullptr;  // the innermost is last
    const std::vector<int>* qualities = nullptr;     // symbols of the wish's qualities
    uint64_t key = 0;                                // of this node in this build: the source of its random draws
};

// `scope` holds the symbols that may be named. `draws` counts random draws, so that each has its own number.
Result<Expression> compile(std::string_view text, const std::vector<int>& scope, Symbols& symbols, int& draws);
Expression constant(double value);
// A draw, even between two expressions.
Expression between(Expression low, Expression high, int& draws);

double evaluate(const Expression& expression, const Surroundings& surroundings);

}  // namespace sketchwalk::assets
