#include "core/assets/GrammarReader.h"

#include <algorithm>

#include "core/base/Hash.h"

namespace sketchwalk::assets {

namespace {

constexpr size_t kMostItems = 512;  // in one list
constexpr int kMostNodes = 4000;    // in one file

std::string child(const std::string& at, size_t index) {
    return at + "/" + std::to_string(index);
}

bool isName(std::string_view text) {
    if (text.empty() || text.size() > 40 || (text[0] >= '0' && text[0] <= '9')) return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

}  // namespace

GrammarReader::GrammarReader(std::string_view file, Library& library)
    : m_complaints(file), m_library(library), m_builtins(Builtins(library.symbols).all()), m_scope(m_builtins) {}

Expression GrammarReader::readExpression(const Json& value, const std::string& at) {
    if (value.is_number()) return constant(value.get<double>());
    if (value.is_boolean()) return constant(value.get<bool>() ? 1 : 0);
    if (!value.is_string()) {
        m_complaints.add(at, "expected a number or an expression");
        return constant(0);
    }
    Result<Expression> compiled = compile(value.get_ref<const std::string&>(), m_scope, m_library.symbols, m_draws);
    if (compiled) return std::move(*compiled);
    m_complaints.add(at, compiled.error().text);
    return constant(0);
}

std::vector<Expression> GrammarReader::readNumbers(const Json& value, const std::string& at, int least, int most) {
    std::vector<Expression> numbers;
    if (!value.is_array()) {
        if (least > 1) m_complaints.add(at, "expected a list of " + std::to_string(least) + " numbers");
        numbers.push_back(readExpression(value, at));
        return numbers;
    }
    if (value.size() < static_cast<size_t>(least) || value.size() > static_cast<size_t>(most)) {
        m_complaints.add(
            at, "expected " +
                    (least == most ? std::to_string(least) : std::to_string(least) + " to " + std::to_string(most)) +
                    (most == 1 ? " number" : " numbers") + ", found " + std::to_string(value.size()));
        return numbers;
    }
    for (size_t i = 0; i < value.size(); ++i) numbers.push_back(readExpression(value[i], child(at, i)));
    return numbers;
}

// Parameters in order, each one seeing those before it: a number, an expression, or [low, high].
std::vector<Local> GrammarReader::readLocals(const Json& value, const std::string& at, bool bind) {
    std::vector<Local> locals;
    if (!value.is_object() || value.size() > kMostItems) {
        m_complaints.add(at, "expected parameters { \"name\": number, expression or [low, high] }");
        return locals;
    }
    for (const auto& [name, entry] : value.items()) {
        const std::string place = at + "/" + name;
        if (!isName(name) || name.starts_with("is_")) m_complaints.add(place, "not a good name for a parameter");
        Local local;
        local.symbol = m_library.symbols.intern(name);
        if (entry.is_array() && entry.size() == 2) {
            Expression low = readExpression(entry[0], child(place, 0)),
                       high = readExpression(entry[1], child(place, 1));
            local.value = between(std::move(low), std::move(high), m_draws);
        } else {
            local.value = readExpression(entry, place);
        }
        if (std::find(m_builtins.begin(), m_builtins.end(), local.symbol) != m_builtins.end()) {
            m_complaints.add(place, "'" + name + "' is a name of the grammar itself; choose another");
        }
        locals.push_back(std::move(local));
        if (bind) m_scope.push_back(locals.back().symbol);
    }
    return locals;
}

std::vector<Node> GrammarReader::readNodes(const Json& value, const std::string& at) {
    std::vector<Node> nodes;
    if (value.is_object()) {
        nodes.push_back(readNode(value, at));
        return nodes;
    }
    if (!value.is_array() || value.size() > kMostItems) {
        m_complaints.add(at, "expected a list of shapes");
        return nodes;
    }
    for (size_t i = 0; i < value.size() && !m_complaints.any(); ++i) {
        nodes.push_back(readNode(value[i], child(at, i)));
        nodes.back().key = i + 1;
    }
    return nodes;
}

Node GrammarReader::readNode(const Json& value, const std::string& at) {
    Node node;
    if (!value.is_object()) {
        m_complaints.add(at, "expected a shape { ... }");
        return node;
    }
    if (++m_nodes > kMostNodes) {
        m_complaints.add(at, "more than " + std::to_string(kMostNodes) + " shapes in one file");
        return node;
    }
    const OperationWord* word = nullptr;
    for (const OperationWord& candidate : operationWords()) {
        if (!value.contains(candidate.name)) continue;
        if (word != nullptr) {
            m_complaints.add(at, "is both '" + std::string(word->name) + "' and '" + std::string(candidate.name) + "'");
        }
        word = &candidate;
    }
    if (word == nullptr) {
        m_complaints.add(at, "names no operation such as box, roof, repeat or use");
        return node;
    }
    node.operation = word->operation;
    const size_t scope = m_scope.size();
    // Local parameters first: all the rest may name them. A part's arguments are not local, its own names are.
    if (value.contains("with") && word->operation != Operation::use) {
        node.locals = readLocals(value["with"], at + "/with", true);
    }
    readMain(*word, value[std::string(word->name)], at + "/" + std::string(word->name), node);
    for (const auto& [key, entry] : value.items()) {
        if (key != word->name && !m_complaints.any()) readKey(*word, key, entry, at + "/" + key, node);
    }
    m_scope.resize(scope);
    return node;
}

void GrammarReader::readMain(const OperationWord& word, const Json& value, const std::string& at, Node& node) {
    switch (word.main) {
        case Main::numbers:
            node.main = readNumbers(value, at, word.least, word.most);
            break;
        case Main::points:
            readPoints(value, at, word.least, word.most, node);
            break;
        case Main::sections:
            if (!value.is_array() || value.size() < 2 || value.size() > 64) {
                return m_complaints.add(at, "expected a list of sections, each a list of points");
            }
            for (size_t i = 0; i < value.size() && !m_complaints.any(); ++i) {
                readPoints(value[i], child(at, i), word.least, word.most, node);
                node.sections.push_back(static_cast<int>(value[i].size()));
                if (node.sections.back() != node.sections.front()) {
                    m_complaints.add(child(at, i), "has another number of points than the section before");
                }
            }
            break;
        case Main::children:
            node.children = readNodes(value, at);
            break;
        case Main::choices:
            readChoices(value, at, node);
            break;
        case Main::part:
            readUse(value, at, node);
            break;
    }
}

void GrammarReader::readPoints(const Json& value, const std::string& at, int least, int dimension, Node& node) {
    node.dimension = dimension;
    if (!value.is_array() || value.size() < static_cast<size_t>(least) || value.size() > 128) {
        return m_complaints.add(at, "expected a list of " + std::to_string(least) + " to 128 points");
    }
    for (size_t i = 0; i < value.size() && !m_complaints.any(); ++i) {
        if (!value[i].is_array()) return m_complaints.add(child(at, i), "expected a point [...]");
        std::vector<Expression> point = readNumbers(value[i], child(at, i), dimension, dimension);
        for (Expression& number : point) node.main.push_back(std::move(number));
    }
}

void GrammarReader::readChoices(const Json& value, const std::string& at, Node& node) {
    if (!value.is_array() || value.empty() || value.size() > kMostItems) {
        return m_complaints.add(at, "expected a list of { \"weight\": number, \"build\": [...] }");
    }
    for (size_t i = 0; i < value.size() && !m_complaints.any(); ++i) {
        const std::string place = child(at, i);
        if (!value[i].is_object() || !value[i].contains("build")) {
            return m_complaints.add(place, "expected { \"weight\": number, \"build\": [...] }");
        }
        Choice choice{constant(1), {}};
        for (const auto& [key, entry] : value[i].items()) {
            if (key == "weight") {
                choice.weight = readExpression(entry, place + "/weight");
            } else if (key == "build") {
                choice.build = readNodes(entry, place + "/build");
            } else if (key != "about") {
                m_complaints.add(place + "/" + key, "unknown key; expected weight or build");
            }
        }
        node.choices.push_back(std::move(choice));
    }
}

void GrammarReader::readUse(const Json& value, const std::string& at, Node& node) {
    const std::string name = value.is_string() ? value.get<std::string>() : "";
    if (const auto own = m_parts.find(name); own != m_parts.end()) {
        node.part = own->second;
    } else if (const auto shared = m_library.parts.find(name); shared != m_library.parts.end()) {
        node.part = shared->second;
    } else {
        m_complaints.add(at, "no part defined above is called '" + name + "'");
    }
}

void GrammarReader::readArguments(const Json& value, const std::string& at, Node& node) {
    if (node.part == nullptr) return;
    node.locals = readLocals(value, at, false);
    for (const Local& local : node.locals) {
        const auto& known = node.part->parameters;
        if (std::none_of(known.begin(), known.end(), [&](const Local& p) { return p.symbol == local.symbol; })) {
            const std::string& name = m_library.symbols.name(local.symbol);
            m_complaints.add(at + "/" + name, "the part '" + node.part->name + "' has no parameter '" + name + "'");
        }
    }
}

bool GrammarReader::readWord(const OperationWord& word, const std::string& key, const Json& value,
                             const std::string& at, Node& node) {
    const std::string text = value.is_string() ? value.get<std::string>() : "";
    const Operation o = word.operation;
    if (key == "form" && (o == Operation::panel || o == Operation::arch || o == Operation::gateway)) {
        node.top = text == "round" ? Top::round : text == "pointed" ? Top::pointed : Top::flat;
        if (text != "round" && text != "pointed" && text != "flat")
            m_complaints.add(at, "expected round, pointed or flat");
        return true;
    }
    if (key == "form" && o == Operation::card) {
        node.form = text == "leaf" ? LeafForm::pointed : text == "blade" ? LeafForm::blade : LeafForm::square;
        if (text != "leaf" && text != "blade" && text != "square")
            m_complaints.add(at, "expected leaf, blade or square");
        return true;
    }
    if (key == "axis" && o == Operation::mirror) {
        node.mirrorZ = text == "z";
        if (text != "x" && text != "z") m_complaints.add(at, "expected x or z");
        return true;
    }
    if ((key == "corners" || key == "inside") && o == Operation::outline) {
        (key == "corners" ? node.corners : node.inside) = readNodes(value, at);
        return true;
    }
    return false;
}

void GrammarReader::readKey(const OperationWord& word, const std::string& key, const Json& value, const std::string& at,
                            Node& node) {
    if (key == "about") return;
    if (key == "if") {
        node.condition = readExpression(value, at);
    } else if (key == "material") {
        node.material = readMaterial(value, at);
    } else if (key == "with") {
        if (word.operation == Operation::use) readArguments(value, at, node);
    } else if (!readWord(word, key, value, at, node)) {
        const auto& words = attributeWords();
        const auto found =
            std::find_if(words.begin(), words.end(), [&](const AttributeWord& w) { return w.name == key; });
        using A = Attribute;
        bool allowed = false;
        if (found != words.end()) {
            const A a = found->attribute;
            allowed = a == A::at || a == A::turn || a == A::scale ||
                      (word.solid && (a == A::smooth || a == A::jitter)) ||
                      std::find(word.attributes.begin(), word.attributes.end(), a) != word.attributes.end();
        }
        if (!allowed) return m_complaints.add(at, "'" + std::string(word.name) + "' does not know '" + key + "'");
        node.attributes.emplace_back(found->attribute, readNumbers(value, at, found->least, found->most));
    }
}

}  // namespace sketchwalk::assets
