// The outer parts of a recipe file: sizes, materials, parameters, parts.
#include <algorithm>

#include "core/assets/GrammarReader.h"

namespace sketchwalk::assets {

int GrammarReader::definedMaterial(const std::string& name, const std::string& at) {
    const int symbol = m_library.symbols.find(name);
    if (m_library.materials.find(symbol) == nullptr) {
        m_complaints.add(at, "no material is called '" + name + "'");
        return -1;
    }
    return symbol;
}

int GrammarReader::readMaterial(const Json& value, const std::string& at) {
    if (!value.is_string()) {
        m_complaints.add(at, "expected a material's name");
        return -1;
    }
    const std::string name = value.get<std::string>();
    const int symbol = m_library.symbols.find(name);
    if (std::find(m_aliases.begin(), m_aliases.end(), symbol) != m_aliases.end() && symbol >= 0) return symbol;
    return definedMaterial(name, at);
}

// "plaster", or { "plaster": 3, "stone": 1 } with weights.
MaterialOption GrammarReader::readOption(const Json& value, const std::string& at) {
    MaterialOption option;
    if (value.is_string()) {
        option.weighted.emplace_back(definedMaterial(value.get<std::string>(), at), 1.0);
    } else if (value.is_object() && !value.empty()) {
        for (const auto& [name, weight] : value.items()) {
            const std::string place = at + "/" + name;
            option.weighted.emplace_back(definedMaterial(name, place), readNumber(weight, place, 0, 1e6, m_complaints));
        }
    } else {
        m_complaints.add(at, "expected a material's name or { \"name\": weight }");
    }
    return option;
}

void GrammarReader::readRecipeMaterials(const Json& value, const std::string& at, Grammar& grammar) {
    if (!value.is_object()) return m_complaints.add(at, "expected { \"name\": material }");
    for (const auto& [name, entry] : value.items()) {
        const std::string place = at + "/" + name;
        MaterialRule rule;
        rule.symbol = m_library.symbols.intern(name);
        if (!entry.is_array()) {
            rule.options.push_back(readOption(entry, place));
        } else {
            for (size_t i = 0; i < entry.size() && !m_complaints.any(); ++i) {
                const std::string step = place + "/" + std::to_string(i);
                if (!entry[i].is_object() || !entry[i].contains("use")) {
                    return m_complaints.add(step, "expected { \"if\": condition, \"use\": material }");
                }
                rule.options.push_back(readOption(entry[i]["use"], step + "/use"));
                if (entry[i].contains("if")) {
                    rule.options.back().condition = readExpression(entry[i]["if"], step + "/if");
                }
            }
        }
        grammar.materials.push_back(std::move(rule));
        m_aliases.push_back(grammar.materials.back().symbol);
    }
}

void GrammarReader::readParts(const Json& value, const std::string& at, Parts& parts) {
    if (!value.is_object()) return m_complaints.add(at, "expected { \"name\": { \"parameters\", \"build\" } }");
    for (const auto& [name, entry] : value.items()) {
        const std::string place = at + "/" + name;
        if (!entry.is_object() || !entry.contains("build"))
            return m_complaints.add(place, "expected a part with \"build\"");
        auto part = std::make_shared<Part>();
        part->name = name;
        const size_t scope = m_scope.size();
        if (entry.contains("parameters"))
            part->parameters = readLocals(entry["parameters"], place + "/parameters", true);
        for (const auto& [key, inner] : entry.items()) {
            if (key == "build") {
                part->build = readNodes(inner, place + "/build");
            } else if (key != "parameters" && key != "about") {
                m_complaints.add(place + "/" + key, "unknown key; expected parameters or build");
            }
        }
        m_scope.resize(scope);
        if (m_complaints.any()) return;
        parts[name] = std::move(part);
    }
}

void GrammarReader::readSize(const Json& value, const std::string& at, Grammar& grammar) {
    const std::vector<Expression> size = readNumbers(value, at, 3, 3);
    if (size.size() != 3) return;
    grammar.width = size[0];
    grammar.height = size[1];
    grammar.depth = size[2];
}

void GrammarReader::readRecipe(const Json& root, Grammar& grammar) {
    for (const char* needed : {"size", "build"}) {
        if (!root.contains(needed)) return m_complaints.add("/" + std::string(needed), "is missing");
    }
    // Whatever the file's order: names must be known before they are used.
    readSize(root["size"], "/size", grammar);
    if (root.contains("parameters")) grammar.parameters = readLocals(root["parameters"], "/parameters", true);
    if (root.contains("materials")) readRecipeMaterials(root["materials"], "/materials", grammar);
    if (root.contains("parts")) readParts(root["parts"], "/parts", m_parts);
    for (const auto& [key, value] : root.items()) {
        const std::string at = "/" + key;
        const std::string text = value.is_string() ? value.get<std::string>() : "";
        if (m_complaints.any()) return;
        if (key == "about" || key == "size" || key == "parameters" || key == "materials" || key == "parts") {
            continue;
        } else if (key == "variants") {
            grammar.variants = static_cast<int>(readNumber(value, at, 1, 16, m_complaints));
        } else if (key == "fit") {
            grammar.fit = text == "wished" ? Fit::wished : text == "none" ? Fit::none : Fit::all;
            if (text != "all" && text != "wished" && text != "none")
                m_complaints.add(at, "expected all, wished or none");
        } else if (key == "centred" || key == "sheared") {
            if (!value.is_boolean()) m_complaints.add(at, "expected true or false");
            (key == "centred" ? grammar.centred : grammar.sheared) = value.is_boolean() && value.get<bool>();
        } else if (key == "paint") {
            const Json list = value.is_array() ? value : Json::array({value});
            for (size_t i = 0; i < list.size(); ++i) grammar.painted.push_back(readMaterial(list[i], at));
        } else if (key == "build") {
            grammar.build = readNodes(value, at);
        } else {
            m_complaints.add(
                at,
                "unknown key; expected about, size, variants, fit, centred, sheared, parameters, materials, "
                "paint, parts or build");
        }
    }
}

Result<std::shared_ptr<const Grammar>> parseGrammar(std::string_view json, std::string_view file, std::string_view name,
                                                    Library& library) {
    const Result<Json> root = parseJson(json, file);
    if (!root) return tl::make_unexpected(root.error());
    auto grammar = std::make_shared<Grammar>();
    grammar->name = name;
    GrammarReader reader(file, library);
    reader.readRecipe(*root, *grammar);
    if (Result<void> read = reader.result(); !read) return tl::make_unexpected(read.error());
    grammar->asked = library.symbols.takeAsked();
    return grammar;
}

Result<void> parseParts(std::string_view json, std::string_view file, Library& library) {
    const Result<Json> root = parseJson(json, file);
    if (!root) return tl::make_unexpected(root.error());
    GrammarReader reader(file, library);
    if (!root->contains("parts")) return fail(ErrorKind::resource, std::string(file) + ": at /parts: is missing");
    reader.readParts((*root)["parts"], "/parts", library.parts);
    library.asked = library.symbols.takeAsked();
    return reader.result();
}

}  // namespace sketchwalk::assets
