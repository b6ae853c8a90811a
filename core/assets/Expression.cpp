#include "core/assets/Expression.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/base/Hash.h"
#include "core/base/Trig.h"

namespace sketchwalk::assets {

int Symbols::intern(std::string_view name) {
    const auto found = m_index.find(name);
    if (found != m_index.end()) return found->second;
    const int symbol = static_cast<int>(m_names.size());
    m_names.emplace_back(name);
    m_index.emplace(std::string(name), symbol);
    return symbol;
}

int Symbols::ask(std::string_view quality) {
    const int symbol = intern(quality);
    m_asked.insert(symbol);
    return symbol;
}

int Symbols::find(std::string_view name) const {
    const auto found = m_index.find(name);
    return found == m_index.end() ? -1 : found->second;
}

namespace {

using Code = Instruction::Code;
constexpr size_t kLongest = 240;
constexpr int kDeepest = 24;

struct Function {
    std::string_view name;
    Code code;
    int arguments;
};
constexpr std::array<Function, 16> kFunctions{{{"min", Code::min, 2},
                                               {"max", Code::max, 2},
                                               {"floor", Code::floor, 1},
                                               {"ceil", Code::ceil, 1},
                                               {"round", Code::round, 1},
                                               {"abs", Code::abs, 1},
                                               {"sqrt", Code::sqrt, 1},
                                               {"sin", Code::sin, 1},
                                               {"cos", Code::cos, 1},
                                               {"atan2", Code::atan2, 2},
                                               {"mod", Code::mod, 2},
                                               {"clamp", Code::clamp, 3},
                                               {"mix", Code::mix, 3},
                                               {"rand", Code::random, 2},
                                               {"chance", Code::chance, 1},
                                               {"not", Code::invert, 1}}};

// Recursive descent, one function a level of precedence. After a failure the position stays and m_error is set.
class Parser {
  public:
    Parser(std::string_view text, const std::vector<int>& scope, Symbols& symbols, int& draws)
        : m_text(text), m_scope(scope), m_symbols(symbols), m_draws(draws) {}

    Result<Expression> run() {
        choice();
        skipSpace();
        if (m_error.empty() && m_at < m_text.size()) complain("did not expect '" + std::string(1, m_text[m_at]) + "'");
        if (!m_error.empty()) return fail(ErrorKind::resource, m_error);
        return std::move(m_expression);
    }

  private:
    bool failed() const { return !m_error.empty(); }
    void complain(const std::string& what) {
        if (m_error.empty()) {
            m_error = "the expression \"" + std::string(m_text) + "\" is wrong at character " +
                      std::to_string(m_at + 1) + ": " + what;
        }
    }
    void skipSpace() {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t')) ++m_at;
    }
    bool take(std::string_view token) {
        skipSpace();
        if (m_text.substr(m_at, token.size()) != token) return false;
        m_at += token.size();
        return true;
    }
    void put(Code code, int symbol = 0, double value = 0) { m_expression.code.push_back({code, symbol, value}); }
    bool descend() {
        if (m_depth >= kDeepest) complain("it is nested too deeply");
        return !failed();
    }

    void choice() {
        if (!descend()) return;
        ++m_depth;
        either();
        if (!failed() && take("?")) {
            choice();
            if (!take(":")) complain("expected ':'");
            choice();
            put(Code::select);
        }
        --m_depth;
    }
    void either() {
        both();
        while (!failed() && take("||")) {
            both();
            put(Code::either);
        }
    }
    void both() {
        comparison();
        while (!failed() && take("&&")) {
            comparison();
            put(Code::both);
        }
    }
    void comparison() {
        sum();
        if (failed()) return;
        const auto compare = [&](Code code, bool inverted) {
            sum();
            put(code);
            if (inverted) put(Code::invert);
        };
        if (take("<=")) {
            compare(Code::lessEqual, false);
        } else if (take(">=")) {
            compare(Code::less, true);
        } else if (take("==")) {
            compare(Code::equal, false);
        } else if (take("!=")) {
            compare(Code::notEqual, false);
        } else if (take("<")) {
            compare(Code::less, false);
        } else if (take(">")) {
            compare(Code::lessEqual, true);
        }
    }
    void sum() {
        product();
        while (!failed()) {
            if (take("+")) {
                product();
                put(Code::add);
            } else if (take("-")) {
                product();
                put(Code::subtract);
            } else {
                return;
            }
        }
    }
    void product() {
        unary();
        while (!failed()) {
            if (take("*")) {
                unary();
                put(Code::multiply);
            } else if (take("/")) {
                unary();
                put(Code::divide);
            } else {
                return;
            }
        }
    }
    void unary() {
        if (!descend()) return;
        ++m_depth;
        skipSpace();
        if (take("-")) {
            unary();
            put(Code::negate);
        } else if (m_text.substr(m_at, 2) != "!=" && take("!")) {
            unary();
            put(Code::invert);
        } else {
            value();
        }
        --m_depth;
    }
    void value() {
        if (take("(")) {
            choice();
            if (!failed() && !take(")")) complain("expected ')'");
            return;
        }
        if (m_at >= m_text.size()) return complain("it ends too early");
        const char c = m_text[m_at];
        if ((c >= '0' && c <= '9') || c == '.') return number();
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_') return name();
        complain("expected a number or a name");
    }
    void number() {
        double parsed = 0;
        const auto result = std::from_chars(m_text.data() + m_at, m_text.data() + m_text.size(), parsed);
        if (result.ec != std::errc()) return complain("expected a number");
        m_at = static_cast<size_t>(result.ptr - m_text.data());
        put(Code::number, 0, parsed);
    }
    void name() {
        const size_t start = m_at;
        const auto isWord = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        };
        while (m_at < m_text.size() && isWord(m_text[m_at])) ++m_at;
        const std::string_view word = m_text.substr(start, m_at - start);
        if (take("(")) return call(word, start);
        if (word.starts_with("is_") && word.size() > 3) return put(Code::quality, m_symbols.ask(word.substr(3)));
        const int symbol = m_symbols.find(word);
        if (symbol < 0 || std::find(m_scope.begin(), m_scope.end(), symbol) == m_scope.end()) {
            m_at = start;
            return complain("no parameter is called '" + std::string(word) + "'");
        }
        put(Code::variable, symbol);
    }
    void call(std::string_view word, size_t start) {
        const auto found =
            std::find_if(kFunctions.begin(), kFunctions.end(), [&](const Function& f) { return f.name == word; });
        if (found == kFunctions.end()) {
            m_at = start;
            return complain("no function is called '" + std::string(word) + "'");
        }
        for (int i = 0; i < found->arguments && !failed(); ++i) {
            if (i > 0 && !take(",")) return complain(arity(*found));
            choice();
        }
        if (!failed() && !take(")")) return complain(arity(*found));
        const bool draws = found->code == Code::random || found->code == Code::chance;
        put(found->code, draws ? m_draws++ : 0);
    }
    static std::string arity(const Function& function) {
        return "'" + std::string(function.name) + "' takes " + std::to_string(function.arguments) +
               (function.arguments == 1 ? " argument" : " arguments");
    }

    std::string_view m_text;
    const std::vector<int>& m_scope;
    Symbols& m_symbols;
    int& m_draws;
    size_t m_at = 0;
    int m_depth = 0;
    Expression m_expression;
    std::string m_error;
};

double sane(double value) {
    if (!(value >= -1e6)) return std::isnan(value) ? 0 : -1e6;
    return value > 1e6 ? 1e6 : value;
}

double lookUp(int symbol, const Surroundings& surroundings) {
    const auto& bindings = *surroundings.bindings;
    for (size_t i = bindings.size(); i-- > 0;) {
        if (bindings[i].symbol == symbol) return bindings[i].value;
    }
    return 0;
}

double draw(int number, const Surroundings& surroundings) {
    return toUnit(combine(surroundings.key, static_cast<uint64_t>(number) + 1));
}

double remainder(double a, double b) {
    return b == 0 ? 0 : a - b * std::floor(a / b);
}

double applyOne(Code code, double a) {
    switch (code) {
        case Code::negate:
            return -a;
        case Code::invert:
            return a == 0 ? 1 : 0;
        case Code::floor:
            return std::floor(a);
        case Code::ceil:
            return std::ceil(a);
        case Code::round:
            return std::floor(a + 0.5);
        case Code::abs:
            return std::fabs(a);
        case Code::sqrt:
            return std::sqrt(std::max(a, 0.0));
        case Code::sin:
            return exact::sin(exact::radians(a));
        default:
            return exact::cos(exact::radians(a));
    }
}

double applyTwo(Code code, double a, double b) {
    switch (code) {
        case Code::add:
            return a + b;
        case Code::subtract:
            return a - b;
        case Code::multiply:
            return a * b;
        case Code::divide:
            return b == 0 ? 0 : a / b;
        case Code::less:
            return a < b ? 1 : 0;
        case Code::lessEqual:
            return a <= b ? 1 : 0;
        case Code::equal:
            return a == b ? 1 : 0;
        case Code::notEqual:
            return a != b ? 1 : 0;
        case Code::both:
            return a != 0 && b != 0 ? 1 : 0;
        case Code::either:
            return a != 0 || b != 0 ? 1 : 0;
        case Code::min:
            return std::min(a, b);
        case Code::max:
            return std::max(a, b);
        case Code::atan2:
            return a == 0 && b == 0 ? 0 : exact::degrees(exact::atan2(a, b));
        default:
            return remainder(a, b);
    }
}

double applyThree(Code code, double a, double b, double c) {
    switch (code) {
        case Code::select:
            return a != 0 ? b : c;
        case Code::clamp:
            return std::max(b, std::min(a, c));
        default:
            return a + (b - a) * c;
    }
}

int arityOf(Code code) {
    switch (code) {
        case Code::number:
        case Code::variable:
        case Code::quality:
            return 0;
        case Code::negate:
        case Code::invert:
        case Code::floor:
        case Code::ceil:
        case Code::round:
        case Code::abs:
        case Code::sqrt:
        case Code::sin:
        case Code::cos:
        case Code::chance:
            return 1;
        case Code::select:
        case Code::clamp:
        case Code::mix:
            return 3;
        default:
            return 2;
    }
}

double atom(const Instruction& step, const Surroundings& surroundings) {
    if (step.code == Code::number) return step.value;
    if (step.code == Code::variable) return lookUp(step.symbol, surroundings);
    const auto& qualities = *surroundings.qualities;
    return std::find(qualities.begin(), qualities.end(), step.symbol) != qualities.end() ? 1 : 0;
}

}  // namespace

Result<Expression> compile(std::string_view text, const std::vector<int>& scope, Symbols& symbols, int& draws) {
    if (text.size() > kLongest) {
        return fail(ErrorKind::resource, "an expression may have at most " + std::to_string(kLongest) + " characters");
    }
    return Parser(text, scope, symbols, draws).run();
}

Expression constant(double value) {
    return {{{Code::number, 0, value}}};
}

Expression between(Expression low, Expression high, int& draws) {
    low.code.insert(low.code.end(), high.code.begin(), high.code.end());
    low.code.push_back({Code::random, draws++, 0});
    return low;
}

double evaluate(const Expression& expression, const Surroundings& surroundings) {
    if (expression.code.size() == 1) return sane(atom(expression.code[0], surroundings));
    // Text of at most 240 characters cannot hold more operands than this at once.
    std::array<double, 256> stack;
    size_t top = 0;
    for (const Instruction& step : expression.code) {
        const int arity = arityOf(step.code);
        if (top < static_cast<size_t>(arity) || top >= stack.size()) return 0;
        double result = 0;
        if (arity == 0) {
            result = atom(step, surroundings);
        } else if (arity == 1) {
            const double a = stack[--top];
            result = step.code == Code::chance ? (draw(step.symbol, surroundings) < a ? 1 : 0) : applyOne(step.code, a);
        } else if (arity == 2) {
            const double b = stack[--top], a = stack[--top];
            result =
                step.code == Code::random ? a + (b - a) * draw(step.symbol, surroundings) : applyTwo(step.code, a, b);
        } else {
            const double c = stack[--top], b = stack[--top], a = stack[--top];
            result = applyThree(step.code, a, b, c);
        }
        stack[top++] = sane(result);
    }
    return top == 0 ? 0 : stack[top - 1];
}

}  // namespace sketchwalk::assets
