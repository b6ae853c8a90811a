// The recipe language: what it builds, and what it says about texts that are wrong.
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <fstream>
#include <glm/geometric.hpp>
#include <map>
#include <set>

#include "core/assets/Expression.h"
#include "core/assets/Recipes.h"
#include "tests/core/assets/Closedness.h"

namespace sketchwalk::assets {
namespace {

// A folder with one recipe, gone at the end.
class Shelf {
  public:
    explicit Shelf(const std::string& recipe) {
        static int count = 0;
        m_folder = std::filesystem::temp_directory_path() /
                   ("sketchwalk-recipes-" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) + "-" +
                    std::to_string(std::chrono::steady_clock::now().time_since_epoch().count()) + "-" +
                    std::to_string(count++));
        std::filesystem::create_directories(m_folder);
        write(
            "_materials.json",
            R"({"materials": {"grey": {"colour": "#808080"}, "dark": {"from": "grey", "shade": 0.5}, "lit": {"colour": "#808080", "top": "pale", "under": "dark"}, "pale": {"from": "grey", "shade": 1.5}, "cloth": {"colour": "#ffffff", "doubleSided": true}},
                  "paints": {"red": "#ff0000"}})");
        write("thing.json", recipe);
    }
    ~Shelf() { std::filesystem::remove_all(m_folder); }
    Shelf(const Shelf&) = delete;
    Shelf& operator=(const Shelf&) = delete;

    void write(const std::string& name, const std::string& text) const { std::ofstream(m_folder / name) << text; }
    Result<Recipes> load() const { return Recipes::load(m_folder); }
    Built build(const Wish& wish = {}, uint64_t seed = 1) const {
        const Result<Recipes> recipes = load();
        if (!recipes) {
            ADD_FAILURE() << recipes.error().text;
            return {std::make_shared<Mesh>(), {}};
        }
        return recipes->build("thing", wish, seed, {});
    }
    std::string error() const {
        const Result<Recipes> recipes = load();
        return recipes ? "" : recipes.error().text;
    }

  private:
    std::filesystem::path m_folder;
};

std::string recipe(const std::string& build, const std::string& more = "") {
    return R"({"size": [2, 2, 2], "fit": "none", "centred": false, )" + more + R"( "build": [)" + build + "]}";
}

Built built(const std::string& nodes, const std::string& more = "") {
    return Shelf(recipe(nodes, more)).build();
}

double volumeOf(const Built& thing) {
    double volume = 0;
    for (const Primitive& p : thing.mesh->primitives) {
        for (size_t i = 0; i + 2 < p.indices.size(); i += 3) {
            const glm::dvec3 a(p.positions[p.indices[i]]), b(p.positions[p.indices[i + 1]]),
                c(p.positions[p.indices[i + 2]]);
            volume += glm::dot(a, glm::cross(b, c)) / 6;
        }
    }
    return volume;
}

double number(const std::string& text, std::vector<Binding> bindings = {}) {
    Symbols symbols;
    std::vector<int> scope;
    for (const char* name : {"a", "b", "c"}) scope.push_back(symbols.intern(name));
    int draws = 0;
    const Result<Expression> compiled = compile(text, scope, symbols, draws);
    if (!compiled) {
        ADD_FAILURE() << compiled.error().text;
        return -1e9;
    }
    const std::vector<int> qualities{symbols.intern("red")};
    return evaluate(*compiled, {&bindings, &qualities, 7});
}

TEST(Expressions, FollowTheUsualPrecedence) {
    EXPECT_EQ(number("1 + 2 * 3"), 7);
    EXPECT_EQ(number("(1 + 2) * 3"), 9);
    EXPECT_EQ(number("10 - 4 - 3"), 3);
    EXPECT_EQ(number("-2 * -3"), 6);
    EXPECT_EQ(number("8 / 4 / 2"), 1);
    EXPECT_EQ(number("1 < 2 && 3 >= 3 || 0"), 1);
    EXPECT_EQ(number("2 > 3 ? 10 : 4 == 4 ? 20 : 30"), 20);
    EXPECT_EQ(number("!0 + !5"), 1);
    EXPECT_EQ(number("1 != 2"), 1);
}

TEST(Expressions, KnowTheirFunctions) {
    EXPECT_EQ(number("min(3, 2) + max(3, 2)"), 5);
    EXPECT_EQ(number("clamp(9, 0, 4) + mix(10, 20, 0.25)"), 16.5);
    EXPECT_EQ(number("floor(2.7) + ceil(2.1) + round(2.5) + abs(-1)"), 9);
    EXPECT_EQ(number("mod(-1, 3)"), 2);
    EXPECT_NEAR(number("sin(30) + cos(60) + sqrt(9)"), 4, 1e-9);
    EXPECT_NEAR(number("atan2(1, 1)"), 45, 1e-9);
    EXPECT_EQ(number("a * b - c", {{0, 2}, {1, 5}, {2, 1}}), 9);
    EXPECT_EQ(number("is_red + is_blue"), 1);
    const double drawn = number("rand(4, 6)");
    EXPECT_GE(drawn, 4);
    EXPECT_LT(drawn, 6);
    EXPECT_NE(number("rand(0, 1) - rand(0, 1)"), 0) << "each draw is its own";
}

TEST(Expressions, NeverGiveWhatIsNotFinite) {
    EXPECT_EQ(number("1 / 0"), 0);
    EXPECT_EQ(number("mod(5, 0)"), 0);
    EXPECT_EQ(number("sqrt(-4)"), 0);
    EXPECT_EQ(number("1000000 * 1000000"), 1e6);
}

TEST(Expressions, SayWhereTheyAreWrong) {
    Symbols symbols;
    int draws = 0;
    const auto error = [&](const std::string& text) {
        const auto compiled = compile(text, {}, symbols, draws);
        return compiled ? std::string() : compiled.error().text;
    };
    EXPECT_NE(error("1 +").find("ends too early"), std::string::npos);
    EXPECT_NE(error("wdth * 2").find("no parameter is called 'wdth'"), std::string::npos);
    EXPECT_NE(error("sine(3)").find("no function is called 'sine'"), std::string::npos);
    EXPECT_NE(error("min(3)").find("takes 2 arguments"), std::string::npos);
    EXPECT_NE(error("(1").find("expected ')'"), std::string::npos);
    EXPECT_NE(error("2 $ 3").find("character 3"), std::string::npos);
    EXPECT_NE(error(std::string(300, '1')).find("240"), std::string::npos);
    EXPECT_NE(error(std::string(60, '(')).find("nested"), std::string::npos);
    EXPECT_NE(error(std::string(60, '-') + "1").find("nested"), std::string::npos);
    EXPECT_NE(error("").find("ends too early"), std::string::npos);
}

TEST(Shapes, AreClosedAndFaceOutward) {
    for (const char* shape : {R"({"box": [1, 2, 3]})",
                              R"({"box": [1, 2, 3], "taper": 0})",
                              R"({"gable": [1, 2, 3]})",
                              R"({"wedge": [1, 2, 3]})",
                              R"({"roof": [4, 2, 3], "courses": 4})",
                              R"({"roof": [4, 2, 3]})",
                              R"({"gable": [5, 2, 3], "hipped": 0.4})",
                              R"({"gable": [5, 2, 3], "hipped": 1})",
                              R"({"roof": [5, 2, 3], "hipped": 0.4})",
                              R"({"roof": [5, 2, 3], "hipped": 0.42, "courses": 5})",
                              R"({"roof": [5, 2, 3], "hipped": 0.5, "courses": 4})",
                              R"({"roof": [5, 2, 3], "hipped": 1, "courses": 4})",
                              R"({"roof": [1, 2, 3], "hipped": 1, "courses": 2})",
                              R"({"hip": [4, 2, 3]})",
                              R"({"hip": [4, 2, 3], "ridge": 0})",
                              R"({"cone": [1, 2]})",
                              R"({"cylinder": [1, 2], "top": 0.4})",
                              R"({"lathe": [[1, 0], [2, 1], [0, 3]], "sides": 7})",
                              R"({"lathe": [[0, 3], [2, 1], [1, 0]]})",
                              R"({"ring": [2, 1, 0.5]})",
                              R"({"extrude": [[0, 0], [2, 0], [2, 2], [1, 0.5], [0, 2]]})",
                              R"({"extrude": [[0, 0], [0, 2], [2, 2], [2, 0]], "lying": true})",
                              R"({"blob": [1, 2, 3], "detail": 2, "jitter": 0.2})",
                              R"({"blob": 1, "flat": 0.2})",
                              R"({"panel": [1, 3, 0.2], "form": "round"})",
                              R"({"arch": [1, 3, 0.2], "form": "pointed"})",
                              R"({"gateway": [4, 3, 1], "opening": [2, 2], "form": "round"})",
                              R"({"gateway": [8, 3, 1], "opening": [7, 2], "form": "round"})",
                              R"({"tube": [[0, 0, 0], [0, 2, 0], [2, 3, 1]], "radius": [0.3, 0.1], "smoothing": 3})",
                              R"({"loft": [[[0, 0, 0], [1, 0, 0], [0, 0, 1]], [[0, 2, 0], [1, 2, 0], [0, 2, 1]]]})",
                              R"({"box": [1, 1, 1], "jitter": 0.2, "turn": [10, 20, 30], "scale": [1, 2, 3]})",
                              R"({"mirror": [{"wedge": [1, 2, 3], "at": [4, 0, 0]}], "axis": "x"})"}) {
        const std::string text = shape;
        Built thing = built(text.substr(0, text.size() - 1) + R"(, "material": "grey"})");
        EXPECT_GT(thing.mesh->triangles(), 3U) << shape;
        EXPECT_EQ(openEdges(thing), 0U) << shape;
        EXPECT_GT(volumeOf(thing), 0.001) << shape;
    }
}

TEST(Shapes, HaveTheVolumeOfTheirFormula) {
    EXPECT_NEAR(volumeOf(built(R"({"box": [1, 2, 3], "material": "grey"})")), 6, 1e-4);
    EXPECT_NEAR(volumeOf(built(R"({"gable": [1, 2, 3], "material": "grey"})")), 3, 1e-4);
    EXPECT_NEAR(volumeOf(built(R"({"wedge": [1, 2, 3], "material": "grey"})")), 3, 1e-4);
    // Sixteen-sided cylinder: n / 2 * sin(2 pi / n) * r^2 * h.
    EXPECT_NEAR(volumeOf(built(R"({"cylinder": [1, 2], "sides": 16, "material": "grey"})")), 2 * 8 * 0.3826834, 1e-3);
    EXPECT_NEAR(volumeOf(built(R"({"cone": [1, 3], "sides": 16, "material": "grey"})")), 8 * 0.3826834, 1e-3);
    EXPECT_NEAR(volumeOf(built(R"({"gateway": [4, 3, 1], "opening": [2, 2], "form": "flat", "material": "grey"})")), 8,
                1e-4);
    // An open-topped L of 3 squares, 2 deep.
    EXPECT_NEAR(
        volumeOf(built(R"({"extrude": [[0,0],[2,0],[2,1],[1,1],[1,2],[0,2]], "depth": 2, "material": "grey"})")), 6,
        1e-4);
}

TEST(Shapes, ShareNormalsOnlyWhereSmooth) {
    const auto distinct = [](const Built& thing) {
        std::map<std::array<int, 3>, int> normals;
        for (const glm::vec3& n : thing.mesh->primitives[0].normals) {
            ++normals[{static_cast<int>(n.x * 100), static_cast<int>(n.y * 100), static_cast<int>(n.z * 100)}];
        }
        return normals.size();
    };
    EXPECT_EQ(distinct(built(R"({"box": [1, 1, 1], "material": "grey"})")), 6U);
    EXPECT_EQ(distinct(built(R"({"box": [1, 1, 1], "smooth": 100, "material": "grey"})")), 8U);
    EXPECT_EQ(distinct(built(R"({"box": [1, 1, 1], "smooth": 60, "material": "grey"})")), 6U);
}

TEST(Combinators, RepeatFillsALengthWithModulesOfAboutASize) {
    const Built thing =
        built(R"({"repeat": [{"box": ["length", 1, 1], "material": "grey"}], "along": [10, 0, 0], "size": 3})");
    EXPECT_EQ(thing.mesh->triangles(), 3U * 12U);
    EXPECT_NEAR(thing.mesh->min.x, -5, 1e-5);
    EXPECT_NEAR(thing.mesh->max.x, 5, 1e-5);
    const Built posts = built(
        R"({"repeat": [{"box": [0.2, 1, 0.2], "material": "grey"}], "along": [10, 0, 0], "count": 5, "ends": true})");
    EXPECT_EQ(posts.mesh->triangles(), 6U * 12U);
    EXPECT_NEAR(posts.mesh->max.x, 5.1, 1e-5);
}

TEST(Combinators, RepeatGoesRoundACircleFacingOutward) {
    const Built thing =
        built(R"({"repeat": [{"box": [0.1, 1, 1], "at": [0, 0, 0.5], "material": "grey"}], "circle": 2, "count": 4})");
    EXPECT_NEAR(thing.mesh->max.x, 3, 1e-5);
    EXPECT_NEAR(thing.mesh->min.z, -3, 1e-5);
}

TEST(Combinators, ScatterKeepsItsDistanceAndStaysInside) {
    const Built thing = built(
        R"({"scatter": [{"box": [0.01, 0.01, 0.01], "material": "grey"}], "count": 20, "disc": 3, "apart": 0.6})");
    const auto& positions = thing.mesh->primitives[0].positions;
    std::vector<glm::vec3> centres;
    for (size_t i = 0; i + 23 < positions.size(); i += 24) {
        glm::vec3 sum(0);
        for (size_t k = 0; k < 24; ++k) sum += positions[i + k];
        centres.push_back(sum / 24.0F);
    }
    ASSERT_GT(centres.size(), 8U);
    for (size_t i = 0; i < centres.size(); ++i) {
        EXPECT_LE(glm::length(glm::vec2(centres[i].x, centres[i].z)), 3.02F);
        for (size_t k = 0; k < i; ++k) EXPECT_GE(glm::length(centres[i] - centres[k]), 0.58F);
    }
}

TEST(Combinators, ChooseFollowsTheWeights) {
    const Shelf shelf(recipe(R"({"choose": [{"weight": 3, "build": [{"box": [1, 1, 1], "material": "grey"}]},
                                            {"weight": 1, "build": [{"cone": [1, 1], "sides": 4, "material": "grey"}]},
                                            {"weight": 0, "build": [{"blob": 1, "material": "grey"}]}]})"));
    const Result<Recipes> recipes = shelf.load();
    ASSERT_TRUE(recipes) << recipes.error().text;
    int boxes = 0;
    for (uint64_t seed = 0; seed < 400; ++seed) {
        const size_t triangles = recipes->build("thing", {}, seed, {}).mesh->triangles();
        ASSERT_TRUE(triangles == 12 || triangles == 6);
        boxes += triangles == 12 ? 1 : 0;
    }
    EXPECT_NEAR(boxes, 300, 40);
}

TEST(Combinators, PartsTakeArgumentsAndSeeTheRecipesParameters) {
    const Built thing = built(R"({"use": "post", "with": {"h": 3}}, {"use": "post", "at": [5, 0, 0]})",
                              R"("parameters": {"thick": 0.5},
                                 "parts": {"post": {"parameters": {"h": 1}, "build": [{"box": ["thick", "h", "thick"], "material": "grey"}]}},)");
    EXPECT_EQ(thing.mesh->triangles(), 24U);
    EXPECT_NEAR(thing.mesh->max.y, 3, 1e-5);
    EXPECT_NEAR(thing.mesh->max.x, 5.25, 1e-5);
}

TEST(Combinators, ConditionsAndParametersFollowTheWish) {
    const Shelf shelf(recipe(
        R"({"box": ["wide", "height", 1], "material": "wall", "if": "!is_ruined"}, {"box": [1, 0.5, 1], "material": "wall", "if": "is_ruined"})",
        R"("parameters": {"wide": "width / 2", "drawn": [4, 6]}, "paint": "wall",
                                "materials": {"wall": [{"if": "is_dark", "use": "dark"}, {"use": {"grey": 1}}]},)"));
    Wish wish;
    wish.size = {8, 3, 0};
    EXPECT_NEAR(shelf.build(wish).mesh->max.x, 2, 1e-5);
    EXPECT_NEAR(shelf.build(wish).mesh->max.y, 3, 1e-5);
    wish.qualities = {"ruined", "dark"};
    EXPECT_NEAR(shelf.build(wish).mesh->max.y, 0.5, 1e-5);
    EXPECT_EQ(shelf.build(wish).materials.at(0).name, "dark");
    EXPECT_NEAR(shelf.build(wish).materials.at(0).colour.r, 0.25, 0.01);
    wish.qualities = {"red"};
    EXPECT_EQ(shelf.build(wish).materials.at(0).name, "grey_red");
    EXPECT_EQ(shelf.build(wish).materials.at(0).colour, Colour(1, 0, 0));
}

struct Wrong {
    const char* text;
    const char* place;
    const char* what;
};

TEST(Combinators, AMaterialsKinTakeWhatLooksUpAndDown) {
    const Built thing = built(R"({"box": [1, 1, 1], "material": "lit"})");
    std::map<std::string, std::set<float>> heights;  // of the faces' normals
    for (const Primitive& p : thing.mesh->primitives) {
        for (const glm::vec3& n : p.normals) heights[thing.materials[static_cast<size_t>(p.material)].name].insert(n.y);
    }
    EXPECT_EQ(heights["pale"], std::set<float>{1});
    EXPECT_EQ(heights["dark"], std::set<float>{-1});
    EXPECT_EQ(heights["lit"], std::set<float>{0});
}

TEST(Combinators, TheVariantsNumberIsAName) {
    const Shelf shelf(R"({"size": [2, "1 + variant", 2], "variants": 3, "fit": "none", "centred": false,
                          "build": [{"box": [1, "height", 1]}]})");
    Wish wish;
    EXPECT_FLOAT_EQ(shelf.build(wish).mesh->max.y, 1);
    wish.variant = 2;
    EXPECT_FLOAT_EQ(shelf.build(wish).mesh->max.y, 3);
}

TEST(RecipeErrors, NameFilePlaceAndCause) {
    const Wrong cases[] = {
        {R"({"build": []})", "at /size", "is missing"},
        {R"({"size": [1, 1, 1]})", "at /build", "is missing"},
        {R"({"size": [1, 1], "build": []})", "at /size", "expected 3 numbers, found 2"},
        {R"({"size": [1, 1, 1], "build": [{"bx": [1, 1, 1]}]})", "at /build/0", "names no operation"},
        {R"({"size": [1, 1, 1], "build": [{"box": [1, 1]}]})", "at /build/0/box", "expected 3 numbers, found 2"},
        {R"({"size": [1, 1, 1], "build": [{"box": [1, 1, "wide"]}]})", "at /build/0/box/2",
         "no parameter is called 'wide'"},
        {R"({"size": [1, 1, 1], "build": [{"box": [1, 1, 1], "courses": 3}]})", "at /build/0/courses",
         "'box' does not know 'courses'"},
        {R"({"size": [1, 1, 1], "build": [{"box": [1, 1, 1], "material": "wod"}]})", "at /build/0/material",
         "no material is called 'wod'"},
        {R"({"size": [1, 1, 1], "build": [{"group": [{"box": [1, 1, 1]}, {"use": "windw"}]}]})",
         "at /build/0/group/1/use", "no part defined above is called 'windw'"},
        {R"({"size": [1, 1, 1], "colour": 3, "build": []})", "at /colour", "unknown key"},
        {R"({"size": [1, 1, 1], "variants": 99, "build": []})", "at /variants", "expected a number from 1 to 16"},
        {R"({"size": [1, 1, 1], "fit": "snug", "build": []})", "at /fit", "expected all, wished or none"},
        {R"({"size": [1, 1, 1], "parameters": {"t": 1}, "build": []})", "at /parameters/t",
         "a name of the grammar itself"},
        {R"({"size": [1, 1, 1], "parameters": {"a": "b", "b": 1}, "build": []})", "at /parameters/a",
         "no parameter is called 'b'"},
        {R"({"size": [1, 1, 1], "build": [{"box": [1, 1, 1], "cone": [1, 1]}]})", "at /build/0",
         "is both 'box' and 'cone'"},
        {R"({"size": [1, 1, 1], "build": [{"loft": [[[0,0,0],[1,0,0],[0,0,1]], [[0,1,0],[1,1,0]]]}]})",
         "at /build/0/loft/1", "points"},
        {R"({"size": [1, 1, 1], "build": [{"choose": [{"weight": 1}]}]})", "at /build/0/choose/0",
         "expected { \"weight\""},
        {R"({"size": [1, 1, 1], "build": 7})", "at /build", "expected a list of shapes"},
        {R"([1, 2])", "at /", "expected an object"},
    };
    for (const Wrong& wrong : cases) {
        const std::string error = Shelf(wrong.text).error();
        EXPECT_NE(error.find("thing.json"), std::string::npos) << wrong.text << "\n" << error;
        EXPECT_NE(error.find(wrong.place), std::string::npos) << wrong.text << "\n" << error;
        EXPECT_NE(error.find(wrong.what), std::string::npos) << wrong.text << "\n" << error;
    }
    EXPECT_NE(Shelf(R"({"size": [1, 1, 1], })").error().find("line 1"), std::string::npos);
    EXPECT_NE(Shelf(std::string(5000, '[')).error().find("nested deeper"), std::string::npos);
}

TEST(RecipeErrors, WrongMaterialsAreNamedToo) {
    const Shelf shelf(recipe(R"({"box": [1, 1, 1], "material": "grey"})"));
    shelf.write("_materials.json", R"({"materials": {"grey": {"colour": "grey"}}})");
    EXPECT_NE(shelf.error().find("at /materials/grey/colour"), std::string::npos);
    shelf.write("_materials.json", R"({"materials": {"grey": {"roughness": 4}}})");
    EXPECT_NE(shelf.error().find("expected a number from 0 to 1"), std::string::npos);
    shelf.write("_materials.json", R"({"materials": {"grey": {"shiny": true}}})");
    EXPECT_NE(shelf.error().find("at /materials/grey/shiny"), std::string::npos);
}

TEST(RecipeErrors, GreedyRecipesAreRefusedByCheckAndCutByBuild) {
    const std::string greedy =
        R"({"size": [1, 1, 1], "build": [{"repeat": [{"repeat": [{"repeat": [{"box": [1, 1, 1]}], "count": 2000}], "count": 2000}], "count": 2000}]})";
    const Result<void> checked = Recipes::check(greedy, "greedy");
    ASSERT_FALSE(checked);
    EXPECT_NE(checked.error().text.find("20000"), std::string::npos);
    EXPECT_LE(Shelf(greedy).build().mesh->triangles(), 20000U);
    // Many empty steps end as well.
    const std::string empty =
        R"({"size": [1, 1, 1], "build": [{"repeat": [{"repeat": [{"group": []}], "count": 2000}], "count": 2000}]})";
    EXPECT_EQ(Shelf(empty).build().mesh->triangles(), 0U);
    EXPECT_FALSE(Recipes::check(empty, "empty"));
}

TEST(RecipeErrors, GoodTextPassesTheCheck) {
    const Result<void> good = Recipes::check(
        R"({"size": [2, 1, 2], "about": "A hut", "materials": {"wall": {"plaster": 1}}, "build": [{"box": [2, 1, 2], "material": "wall"}, {"use": "window", "at": [0, 0.3, 1]}]})",
        "hut");
    EXPECT_TRUE(good) << good.error().text;
}

}  // namespace
}  // namespace sketchwalk::assets
