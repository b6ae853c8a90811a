// One run of a shape grammar: walks the tree, draws the parameters, and puts the primitives into a mesh.
//
// Bounded: at most kMostSteps nodes are visited and MeshBuilder's limit of triangles holds, whatever the recipe says.
// Everything it reads is shared and never changed, so any number of derivations may run side by side.
#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <vector>

#include "core/assets/Grammar.h"
#include "core/assets/MeshBuilder.h"
#include "core/assets/Recipes.h"

namespace sketchwalk::assets {

class Derivation {
  public:
    static constexpr int kMostSteps = 30000, kPlainest = 3;

    // All of these must outlive it. `plainness`: 0 with every detail, to kPlainest; what it leaves out the recipe says.
    Derivation(const Library& library, const Builtins& builtins, const Grammar& grammar, const Wish& wish,
               uint64_t variantSeed, const catalogue::Palette& palette, int plainness = 0);

    Built run();
    bool cutShort() const { return m_steps >= kMostSteps || m_builder.full(); }

  private:
    struct Place {  // what a node inherits
        Placing placing;
        int material = -1;
        uint64_t key = 0;
    };

    void readQualities();
    void drawParameters();
    void chooseMaterials();
    double value(const Expression& expression, uint64_t key) const;
    double number(const Node& node, Attribute attribute, double otherwise, uint64_t key) const;
    glm::dvec3 vector(const Node& node, Attribute attribute, glm::dvec3 otherwise, uint64_t key) const;
    std::vector<double> mainNumbers(const Node& node, uint64_t key) const;
    void bind(int symbol, double bound) { m_bindings.push_back({symbol, bound}); }

    void visitAll(const std::vector<Node>& nodes, const Place& place);
    void visit(const Node& node, const Place& outer);
    void primitive(const Node& node, const Place& place);
    bool shapeFlat(const Node& node, const std::vector<double>& m, uint64_t key);
    void shapeRound(const Node& node, const std::vector<double>& m, uint64_t key);
    void bindPart(const Node& node, uint64_t key);
    void repeat(const Node& node, const Place& place);
    void repeatAlong(const Node& node, const Place& place);
    void instance(const Node& node, const Place& place, int index, int count, const Placing& moved);
    void scatter(const Node& node, const Place& place);
    glm::dvec3 scatterPoint(const Node& node, uint64_t key) const;
    void choose(const Node& node, const Place& place);
    void mirror(const Node& node, const Place& place);
    void outline(const Node& node, const Place& place);

    int sceneMaterial(int symbol);
    bool isPainted(int symbol) const;  // takes the wished colour
    const MaterialDefinition* definitionOf(int symbol) const;
    void fitToWish();

    const Library& m_library;
    const Builtins& m_names;
    const Grammar& m_grammar;
    const Wish& m_wish;
    const catalogue::Palette& m_palette;
    int m_plainness;
    uint64_t m_seed = 0;
    glm::dvec3 m_size{1};  // wished, else own: width, height, depth
    std::vector<int> m_qualities;
    int m_paint = -1;  // symbol of the wished colour
    bool m_snowy = false;
    std::vector<Binding> m_bindings;
    std::vector<std::pair<int, int>> m_meanings;  // a recipe's material name -> a defined one
    std::vector<Material> m_materials;
    std::vector<std::pair<int, int>> m_used;  // symbol (as named) -> index into m_materials
    MeshBuilder m_builder;
    Shape m_shape;
    int m_steps = 0;
};

// Where an outline leaves the most room: the point furthest from its sides, and that distance.
struct Room {
    glm::dvec2 centre{0};
    double radius = 0;
};
Room roomiest(const std::vector<glm::dvec2>& outline);
// A drawn outline made fit for building: few corners, no tiny sides, moved inward; a rectangle where nothing usable is
// given. Positive area in (x, z).
std::vector<glm::dvec2> buildableOutline(const std::vector<glm::vec2>& drawn, double width, double depth, double inset);

}  // namespace sketchwalk::assets
