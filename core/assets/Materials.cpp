#include "core/assets/Materials.h"

#include <algorithm>
#include <glm/common.hpp>

#include "core/assets/RecipeJson.h"

namespace sketchwalk::assets {

namespace {

class MaterialReader {
  public:
    MaterialReader(std::string_view file, Symbols& symbols, Materials& materials)
        : m_complaints(file), m_symbols(symbols), m_materials(materials) {}

    Result<void> run(const Json& root) {
        for (const auto& [key, value] : root.items()) {
            const std::string at = "/" + key;
            if (key == "about" && value.is_string()) continue;
            if (!value.is_object()) {
                m_complaints.add(at, "expected an object { ... }");
            } else if (key == "materials") {
                for (const auto& [name, entry] : value.items()) readMaterial(name, entry, at + "/" + name);
            } else if (key == "paints") {
                for (const auto& [name, colour] : value.items()) {
                    m_materials.paints[m_symbols.intern(name)] = readColour(colour, at + "/" + name, m_complaints);
                }
            } else if (key == "qualities") {
                for (const auto& [word, quality] : value.items()) {
                    if (quality.is_string()) {
                        m_materials.qualities[word] = quality.get<std::string>();
                    } else {
                        m_complaints.add(at + "/" + word, "expected a quality's name");
                    }
                }
            } else {
                m_complaints.add(at, "unknown key; expected materials, paints or qualities");
            }
        }
        for (const auto& [symbol, at] : m_kin) {
            if (m_materials.find(symbol) == nullptr) m_complaints.add(at, "expected the name of a defined material");
        }
        return m_complaints.result();
    }

  private:
    // A kin may be defined further down, so that it is looked up at the end.
    int kin(const std::string& name, const std::string& at) {
        const int symbol = m_symbols.intern(name);
        m_kin.emplace_back(symbol, at);
        return symbol;
    }

    void readMaterial(const std::string& name, const Json& entry, const std::string& at) {
        if (!entry.is_object()) return m_complaints.add(at, "expected an object { ... }");
        MaterialDefinition definition;
        definition.material.name = name;
        definition.palette = {name};
        // A shade of another one: everything is taken over, then changed.
        if (entry.contains("from")) {
            const int base = entry["from"].is_string() ? m_symbols.find(entry["from"].get<std::string>()) : -1;
            const MaterialDefinition* found = m_materials.find(base);
            if (found == nullptr)
                return m_complaints.add(at + "/from", "expected the name of a material defined above");
            definition = *found;
            definition.material.name = name;
            definition.palette.insert(definition.palette.begin(), name);
            definition.top = definition.under = -1;  // a kin has no kin of its own unless it says so
        }
        Material& material = definition.material;
        for (const auto& [key, value] : entry.items()) {
            const std::string place = at + "/" + key;
            const auto number = [&, &v = value](double low, double high) {
                return readNumber(v, place, low, high, m_complaints);
            };
            if (key == "from" || key == "about") {
                continue;
            } else if (key == "colour") {
                material.colour = readColour(value, place, m_complaints);
            } else if (key == "palette" && value.is_string()) {
                definition.palette = {value.get<std::string>()};
            } else if (key == "shade") {
                definition.shade = number(0, 4);
            } else if (key == "roughness") {
                material.roughness = static_cast<float>(number(0, 1));
            } else if (key == "metallic") {
                material.metallic = static_cast<float>(number(0, 1));
            } else if (key == "alpha") {
                material.alpha = static_cast<float>(number(0, 1));
            } else if (key == "glow") {
                material.glow = readColour(value, place, m_complaints);
            } else if (key == "doubleSided" && value.is_boolean()) {
                material.doubleSided = value.get<bool>();
            } else if (key == "snow") {
                definition.snow = number(-1, 2);
            } else if ((key == "top" || key == "under") && value.is_string()) {
                (key == "top" ? definition.top : definition.under) = kin(value.get<std::string>(), place);
            } else if (key == "topFrom") {
                definition.topFrom = number(-1, 1);
            } else if (key == "underBelow") {
                definition.underBelow = number(-1, 1);
            } else {
                m_complaints.add(
                    place,
                    "unknown or of the wrong kind; expected colour, palette, from, shade, roughness, metallic, "
                    "alpha, glow, doubleSided, snow, top, topFrom, under or underBelow");
            }
        }
        m_materials.defined[m_symbols.intern(name)] = definition;
    }

    Complaints m_complaints;
    std::vector<std::pair<int, std::string>> m_kin;  // and where each was named
    Symbols& m_symbols;
    Materials& m_materials;
};

}  // namespace

const MaterialDefinition* Materials::find(int symbol) const {
    const auto found = defined.find(symbol);
    return found == defined.end() ? nullptr : &found->second;
}

Result<void> parseMaterials(std::string_view json, std::string_view file, Symbols& symbols, Materials& materials) {
    const Result<Json> root = parseJson(json, file);
    if (!root) return tl::make_unexpected(root.error());
    return MaterialReader(file, symbols, materials).run(*root);
}

Material resolve(const MaterialDefinition& definition, const catalogue::Palette& palette,
                 const std::pair<std::string, Colour>* paint) {
    Material material = definition.material;
    if (paint != nullptr) {
        material.name += "_" + paint->first;
        material.colour = paint->second;
    }
    double shade = definition.shade;
    for (const std::string& name : definition.palette) {
        if (paint != nullptr) break;
        const auto found = palette.colours.find(name);
        if (found == palette.colours.end()) continue;
        material.colour = found->second;
        if (name == definition.material.name) shade = 1;  // the palette names this very shade
        break;
    }
    material.colour = glm::clamp(material.colour * static_cast<float>(shade), 0.0F, 1.0F);
    return material;
}

}  // namespace sketchwalk::assets
