#include "core/assets/Derivation.h"

#include <algorithm>
#include <cmath>

#include "core/base/Hash.h"

namespace sketchwalk::assets {

Derivation::Derivation(const Library& library, const Builtins& builtins, const Grammar& grammar, const Wish& wish,
                       uint64_t variantSeed, const catalogue::Palette& palette, int plainness)
    : m_library(library),
      m_names(builtins),
      m_grammar(grammar),
      m_wish(wish),
      m_palette(palette),
      m_plainness(plainness),
      m_seed(randomBits(variantSeed, "recipe", hashText(grammar.name))) {}

double Derivation::value(const Expression& expression, uint64_t key) const {
    return evaluate(expression, {&m_bindings, &m_qualities, key});
}

double Derivation::number(const Node& node, Attribute attribute, double otherwise, uint64_t key) const {
    const auto* found = node.find(attribute);
    return found == nullptr || found->empty() ? otherwise : value(found->front(), key);
}

glm::dvec3 Derivation::vector(const Node& node, Attribute attribute, glm::dvec3 otherwise, uint64_t key) const {
    const auto* found = node.find(attribute);
    if (found == nullptr || found->empty()) return otherwise;
    for (size_t i = 0; i < std::min<size_t>(found->size(), 3); ++i) {
        otherwise[static_cast<int>(i)] = value((*found)[i], key);
    }
    return otherwise;
}

std::vector<double> Derivation::mainNumbers(const Node& node, uint64_t key) const {
    std::vector<double> numbers;
    numbers.reserve(node.main.size());
    for (const Expression& expression : node.main) numbers.push_back(value(expression, key));
    return numbers;
}

void Derivation::readQualities() {
    const auto take = [&](std::string_view word) {
        const int symbol = m_library.symbols.find(word);
        if (symbol < 0) return;
        m_qualities.push_back(symbol);
        if (m_paint < 0 && m_library.materials.paints.contains(symbol)) m_paint = symbol;
    };
    for (const std::string& quality : m_wish.qualities) {
        take(quality);
        const auto other = m_library.materials.qualities.find(quality);
        if (other != m_library.materials.qualities.end()) take(other->second);
    }
    if (!m_wish.biome.empty()) take(m_wish.biome);
    const auto has = [&](int symbol) {
        return std::find(m_qualities.begin(), m_qualities.end(), symbol) != m_qualities.end();
    };
    m_snowy = has(m_names.snowy);
    m_size = glm::dvec3(1);
    // A wished size speaks for itself; words count only where none is wished.
    const double grow = has(m_names.big) ? 1.35 : has(m_names.small) ? 0.7 : 1;
    m_size = glm::dvec3(grow, grow * (has(m_names.tall) ? 1.3 : 1), grow);
}

void Derivation::drawParameters() {
    const auto sane = [](double asked) { return std::isfinite(asked) ? std::clamp(asked, -2000.0, 2000.0) : 0; };
    const double span = std::max(sane(m_wish.span), 0.0);
    bind(m_names.span, span);
    bind(m_names.drop, sane(m_wish.drop));
    bind(m_names.variant, m_wish.variant);
    bind(m_names.plainness, m_plainness);
    const glm::dvec3 grow = m_size;
    // A span says how long; then a wished width is what lies across it.
    const glm::dvec3 wished(sane(m_wish.size.x), sane(m_wish.size.y), sane(m_wish.size.z));
    const double across = wished.z > 0 ? wished.z : span > 0 ? wished.x : 0;
    const auto side = [&](double asked, const Expression& own, double by) {
        return std::clamp(asked > 0 ? asked : value(own, m_seed) * by, 0.02, 2000.0);
    };
    m_size.x = side(span > 0 ? span : wished.x, m_grammar.width, grow.x);
    bind(m_names.width, m_size.x);
    if (span <= 0) bind(m_names.span, m_size.x);
    m_size.z = side(across, m_grammar.depth, grow.z);
    bind(m_names.depth, m_size.z);
    m_size.y = side(wished.y, m_grammar.height, grow.y);  // its own height may follow from the footprint
    bind(m_names.height, m_size.y);
    for (const Local& local : m_grammar.parameters) bind(local.symbol, value(local.value, m_seed));
}

void Derivation::chooseMaterials() {
    for (const MaterialRule& rule : m_grammar.materials) {
        const uint64_t key = combine(m_seed, 0x6d61746cULL + static_cast<uint64_t>(m_meanings.size()));
        for (const MaterialOption& option : rule.options) {
            if (option.condition && value(*option.condition, key) == 0) continue;
            double total = 0;
            for (const auto& [symbol, weight] : option.weighted) total += weight;
            double left = total * toUnit(mix(key));
            int meaning = option.weighted.back().first;
            for (const auto& [symbol, weight] : option.weighted) {
                left -= weight;
                if (left < 0) {
                    meaning = symbol;
                    break;
                }
            }
            m_meanings.emplace_back(rule.symbol, meaning);
            break;
        }
    }
}

const MaterialDefinition* Derivation::definitionOf(int symbol) const {
    int meaning = symbol;
    for (const auto& [named, target] : m_meanings) {
        if (named == symbol) meaning = target;
    }
    return m_library.materials.find(meaning);
}

bool Derivation::isPainted(int symbol) const {
    return m_paint >= 0 &&
           std::find(m_grammar.painted.begin(), m_grammar.painted.end(), symbol) != m_grammar.painted.end();
}

// The index in the built thing's list of what a name means here: the recipe's choice, then the wished paint.
int Derivation::sceneMaterial(int symbol) {
    for (const auto& [named, index] : m_used) {
        if (named == symbol) return index;
    }
    const MaterialDefinition* definition = definitionOf(symbol);
    Material material;
    if (definition == nullptr) {
        material.name = "plain";
    } else {
        const std::pair<std::string, Colour> paint{m_paint >= 0 ? m_library.symbols.name(m_paint) : "",
                                                   m_paint >= 0 ? m_library.materials.paints.at(m_paint) : Colour(0)};
        material = resolve(*definition, m_palette, isPainted(symbol) ? &paint : nullptr);
    }
    const auto same = std::find_if(m_materials.begin(), m_materials.end(),
                                   [&](const Material& other) { return other.name == material.name; });
    const int index = static_cast<int>(same - m_materials.begin());
    if (same == m_materials.end()) m_materials.push_back(material);
    m_used.emplace_back(symbol, index);
    return index;
}

void Derivation::bindPart(const Node& node, uint64_t key) {
    // Arguments are the caller's words, so all are drawn before any is bound.
    std::vector<double> given(node.locals.size());
    for (size_t i = 0; i < given.size(); ++i) given[i] = value(node.locals[i].value, key);
    for (const Local& parameter : node.part->parameters) {
        const auto argument = std::find_if(node.locals.begin(), node.locals.end(),
                                           [&](const Local& local) { return local.symbol == parameter.symbol; });
        bind(parameter.symbol, argument != node.locals.end()
                                   ? given[static_cast<size_t>(argument - node.locals.begin())]
                                   : value(parameter.value, key));
    }
}

void Derivation::visitAll(const std::vector<Node>& nodes, const Place& place) {
    for (const Node& node : nodes) {
        if (m_steps >= kMostSteps || m_builder.full()) return;
        visit(node, place);
    }
}

void Derivation::visit(const Node& node, const Place& outer) {
    ++m_steps;
    Place place{outer.placing, node.material >= 0 ? node.material : outer.material, combine(outer.key, node.key)};
    const size_t bound = m_bindings.size();
    if (node.operation != Operation::use) {
        for (const Local& local : node.locals) bind(local.symbol, value(local.value, place.key));
    }
    if (!node.condition || value(*node.condition, place.key) != 0) {
        const auto* turn = node.find(Attribute::turn);
        glm::dvec3 degrees{0};
        if (turn != nullptr && turn->size() == 1) {
            degrees.y = value(turn->front(), place.key);
        } else {
            degrees = vector(node, Attribute::turn, degrees, place.key);
        }
        const auto* scale = node.find(Attribute::scale);
        glm::dvec3 scales{1};
        if (scale != nullptr && scale->size() == 1) {
            scales = glm::dvec3(value(scale->front(), place.key));
        } else {
            scales = vector(node, Attribute::scale, scales, place.key);
        }
        Placing own{degrees == glm::dvec3(0) ? glm::dmat3(1) : turnBy(degrees),
                    vector(node, Attribute::at, glm::dvec3(0), place.key)};
        for (int axis = 0; axis < 3; ++axis) own.turn[axis] *= scales[axis];
        place.placing = place.placing.then(own);
        switch (node.operation) {
            case Operation::group:
                visitAll(node.children, place);
                break;
            case Operation::repeat:
                repeat(node, place);
                break;
            case Operation::scatter:
                scatter(node, place);
                break;
            case Operation::choose:
                choose(node, place);
                break;
            case Operation::mirror:
                mirror(node, place);
                break;
            case Operation::outline:
                outline(node, place);
                break;
            case Operation::use:
                bindPart(node, place.key);
                visitAll(node.part->build, place);
                break;
            default:
                primitive(node, place);
        }
    }
    m_bindings.resize(bound);
}

void Derivation::fitToWish() {
    if (m_builder.empty()) return;
    const MeshBuilder::Bounds bounds = m_builder.bounds();
    glm::dvec3 scale{1}, move{0};
    const bool drawn = m_wish.outline.size() >= 3;  // an outline says exactly where its walls run
    for (const int axis : {0, 2}) {
        if (m_grammar.centred && !drawn) move[axis] = -(bounds.min[axis] + bounds.max[axis]) / 2;
    }
    const auto ratio = [&](int axis) {
        const double has = axis == 1 ? bounds.max.y : bounds.max[axis] - bounds.min[axis];
        return has > 1e-6 ? std::clamp(m_size[axis] / has, 0.4, 2.5) : 1.0;
    };
    const bool wishes = m_wish.size.x > 0 || m_wish.size.y > 0 || m_wish.size.z > 0;
    if (m_grammar.fit == Fit::all || (m_grammar.fit == Fit::wished && wishes)) {
        for (int axis = 0; axis < 3; ++axis) {
            if (axis != 1 && drawn) continue;
            if (m_grammar.fit == Fit::all || m_wish.size[axis] > 0) scale[axis] = ratio(axis);
        }
    } else if (m_grammar.fit == Fit::wished) {
        scale = glm::dvec3(ratio(1));
    }
    const double shear = m_grammar.sheared && m_size.x > 0 && std::isfinite(m_wish.drop) ? m_wish.drop / m_size.x : 0;
    m_builder.reshape(scale, move * scale, std::clamp(shear, -3.0, 3.0));
}

Built Derivation::run() {
    readQualities();
    drawParameters();
    chooseMaterials();
    visitAll(m_grammar.build, {Placing{}, -1, m_seed});
    fitToWish();
    // By name, so that the list does not depend on which shape came first.
    std::vector<int> order(m_materials.size()), renamed(m_materials.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
    const auto nameOf = [&](int i) -> const std::string& { return m_materials[static_cast<size_t>(i)].name; };
    std::sort(order.begin(), order.end(), [&](int a, int b) { return nameOf(a) < nameOf(b); });
    Built built;
    for (size_t i = 0; i < order.size(); ++i) {
        renamed[static_cast<size_t>(order[i])] = static_cast<int>(i);
        built.materials.push_back(m_materials[static_cast<size_t>(order[i])]);
    }
    built.mesh = m_builder.take(renamed);
    return built;
}

}  // namespace sketchwalk::assets
