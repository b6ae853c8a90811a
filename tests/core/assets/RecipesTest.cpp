// Every shipped recipe, by what it promises its users.
#include "core/assets/Recipes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <map>
#include <set>
#include <thread>

#include "tests/core/assets/Closedness.h"
#include "tests/core/assets/Shipped.h"

namespace sketchwalk::assets {
namespace {

TEST(Recipes, EveryCatalogueObjectHasOne) {
    for (const catalogue::Entry& entry : things().entries()) {
        for (const std::string& recipe : entry.recipes)
            EXPECT_TRUE(shipped().has(recipe)) << entry.id << ": " << recipe;
    }
    EXPECT_GE(shipped().names().size(), 45U);
}

TEST(Recipes, SayWhichQualitiesTheyUnderstand) {
    EXPECT_TRUE(shipped().understands("tree", "birch"));
    EXPECT_TRUE(shipped().understands("crops", "tulip"));
    EXPECT_FALSE(shipped().understands("tree", "tulip"));
    EXPECT_FALSE(shipped().understands("bush", "birch"));
    EXPECT_FALSE(shipped().understands("tree", "no such word"));
    EXPECT_FALSE(shipped().understands("no such recipe", "birch"));
}

TEST(Recipes, AreOfTheCataloguesSizeWhereNothingIsWished) {
    for (const catalogue::Entry& entry : things().entries()) {
        for (const std::string& recipe : entry.recipes) {
            if (spans(recipe) || wades(recipe)) continue;
            const Built built = make(recipe);
            EXPECT_LE(sizeOf(built).x, entry.size.width * 1.6) << recipe;
            EXPECT_LE(sizeOf(built).z, entry.size.depth * 1.6) << recipe;
            if (entry.family == "building") continue;  // their height follows from the footprint
            EXPECT_NEAR(built.mesh->max.y, entry.size.height, entry.size.height * (recipe == "boat" ? 0.9 : 0.1))
                << recipe;
        }
    }
}

TEST(Recipes, StandAtTheBase) {
    for (const std::string& name : shipped().names()) {
        for (uint64_t seed = 1; seed <= 6; ++seed) {
            const Built built = make(name, {}, seed);
            EXPECT_LE(built.mesh->min.y, 0.05F) << name << " " << seed;
            if (!wades(name)) {
                EXPECT_GE(built.mesh->min.y, -0.65F) << name << " " << seed;
            }
        }
    }
}

TEST(Recipes, HaveUnitNormalsThatAgreeWithTheWinding) {
    for (const std::string& name : shipped().names()) {
        const Built built = make(name);
        for (const Primitive& p : built.mesh->primitives) {
            ASSERT_EQ(p.positions.size(), p.normals.size());
            ASSERT_EQ(p.positions.size(), p.uvs.size());
            for (const glm::vec3& n : p.normals) ASSERT_NEAR(glm::length(n), 1.0F, 1e-4F) << name;
            for (size_t i = 0; i + 2 < p.indices.size(); i += 3) {
                const glm::vec3 a = p.positions[p.indices[i]], b = p.positions[p.indices[i + 1]],
                                c = p.positions[p.indices[i + 2]];
                const glm::vec3 cross = glm::cross(b - a, c - a);
                if (glm::length(cross) < 1e-5F) continue;
                ASSERT_GT(glm::dot(glm::normalize(cross), p.normals[p.indices[i]]), 0.2F) << name;
            }
        }
    }
}

TEST(Recipes, AreMadeOfClosedSolids) {
    for (const std::string& name : shipped().names()) {
        for (uint64_t seed = 1; seed <= 8; ++seed) {
            for (const char* quality : {"plain", "snowy", "ruined", "stone"}) {
                Wish wish;
                wish.qualities = {quality};
                const Built built = make(name, wish, seed);
                EXPECT_EQ(openEdges(built), 0U) << name << " " << seed << " " << quality;
            }
        }
    }
}

TEST(Recipes, MatchTheWishedSizeWithinATenth) {
    for (const catalogue::Entry& entry : things().entries()) {
        for (const std::string& recipe : entry.recipes) {
            if (spans(recipe) || wades(recipe) || recipe == "boat" || recipe == "crops") continue;
            for (const glm::vec3 factor :
                 {glm::vec3(1, 1, 1), glm::vec3(1.3F, 1.1F, 0.9F), glm::vec3(0.8F, 0.9F, 1.1F)}) {
                Wish wish;
                wish.size = factor * glm::vec3(entry.size.width, entry.size.height, entry.size.depth);
                // Plants: their first form; the others are lower or slimmer by design and keep some of that.
                const bool plant = entry.family == "plant";
                const Built built = plant ? shipped().build(recipe, wish, 3, kNoPalette) : make(recipe, wish, 3);
                const glm::vec3 is(sizeOf(built).x, built.mesh->max.y, sizeOf(built).z);
                for (int axis = 0; axis < 3; ++axis) {
                    EXPECT_NEAR(is[axis], wish.size[axis], wish.size[axis] * 0.1F) << recipe << " axis " << axis;
                }
            }
        }
    }
}

TEST(Recipes, FitAnyFootprintOfBuildings) {
    for (const char* name : {"house", "cabin", "barn", "church", "watermill", "temple", "castle", "ruin"}) {
        for (const glm::vec2 side : {glm::vec2(5, 5), glm::vec2(30, 9), glm::vec2(8, 26), glm::vec2(60, 60)}) {
            Wish wish;
            wish.size = {side.x, 0, side.y};
            const Built built = make(name, wish, 5);
            EXPECT_NEAR(sizeOf(built).x, side.x, side.x * 0.1F) << name << " " << side.x << "x" << side.y;
            EXPECT_NEAR(sizeOf(built).z, side.y, side.y * 0.1F) << name << " " << side.x << "x" << side.y;
            EXPECT_GT(built.mesh->max.y, 1.5F);
        }
    }
}

TEST(Recipes, StayWithinTheirTriangles) {
    std::map<std::string, size_t> most{{"tree", 400},  {"pine", 400},      {"palm", 400},
                                       {"bush", 400},  {"dead_tree", 400}, {"flowers", 80},
                                       {"reeds", 120}, {"tall_grass", 80}, {"house", 1800}};
    for (const std::string& name : shipped().names()) {
        const size_t limit = most.contains(name) ? most[name] : 3000;
        for (uint64_t seed = 1; seed <= 12; ++seed) {
            const size_t triangles = make(name, {}, seed).mesh->triangles();
            EXPECT_GE(triangles, 50U) << name;
            EXPECT_LE(triangles, limit) << name << " " << seed;
        }
    }
}

// However far a thing is stretched over what was drawn, and however long a bridge is: at most 3,000 triangles.
TEST(Recipes, StayWithinTheirTrianglesAtTheirLargest) {
    for (const catalogue::Entry& entry : things().entries()) {
        if (entry.family != "building" && entry.family != "prop" && entry.family != "craft") continue;
        for (const std::string& name : entry.recipes) {
            for (const char* biome : {"temperate", "desert", "urban", "tropical", "snow"}) {
                for (int variant = 0; variant < shipped().variants(name); ++variant) {
                    Wish wish;
                    wish.variant = variant;
                    wish.biome = biome;
                    wish.size = {static_cast<float>(entry.size.width * entry.maxStretch), 0,
                                 static_cast<float>(entry.size.depth * entry.maxStretch)};
                    EXPECT_LE(shipped().build(name, wish, 7, kNoPalette).mesh->triangles(), 3000U)
                        << name << " " << variant << " " << biome;
                }
            }
        }
    }
    for (const double span : {30.0, 80.0, 250.0}) {
        for (int variant = 0; variant < shipped().variants("bridge"); ++variant) {
            Wish wish;
            wish.variant = variant;
            wish.span = span;
            wish.size = {variant % 2 == 0 ? 2.5F : 6.0F, variant % 3 == 0 ? 9.0F : 3.0F, 0};
            EXPECT_LE(shipped().build("bridge", wish, 7, kNoPalette).mesh->triangles(), 3000U)
                << variant << " " << span;
        }
    }
    for (const float width : {4.0F, 20.0F, 48.0F}) {
        for (int variant = 0; variant < shipped().variants("waterfall"); ++variant) {
            Wish wish;
            wish.variant = variant;
            wish.size = {width, 0, 20};
            wish.drop = 25;
            EXPECT_LE(shipped().build("waterfall", wish, 7, kNoPalette).mesh->triangles(), 3000U)
                << variant << " " << width;
        }
    }
}

// Ground plans as real towns have them: halls, rows and blocks. Small ones keep every detail.
TEST(Recipes, HousesOfAnyGroundPlanStayWithinTheirTriangles) {
    for (const char* biome : {"temperate", "snow", "desert", "urban", "tropical", "swamp"}) {
        for (const glm::vec2 plan : {glm::vec2(6, 5), glm::vec2(12, 9), glm::vec2(18.7F, 15.6F), glm::vec2(56, 26),
                                     glm::vec2(125, 60), glm::vec2(195, 17), glm::vec2(14, 107)}) {
            for (const float height : {0.0F, 17.6F}) {
                for (int variant = 0; variant < shipped().variants("house"); ++variant) {
                    for (uint64_t seed = 1; seed <= 2; ++seed) {
                        Wish wish;
                        wish.variant = variant;
                        wish.biome = biome;
                        wish.size = {plan.x, height, plan.y};
                        const size_t triangles = shipped().build("house", wish, seed, kNoPalette).mesh->triangles();
                        EXPECT_LE(triangles, 3000U) << biome << " " << variant << " " << plan.x << " x " << plan.y;
                        EXPECT_GE(triangles, 250U) << biome << " " << variant << " " << plan.x << " x " << plan.y;
                    }
                }
            }
        }
    }
}

TEST(Recipes, PlantsStayWithinTheirTrianglesInEveryVariantAndSeason) {
    const std::map<std::string, size_t> most{{"tree", 400},      {"pine", 400},     {"palm", 400},  {"bush", 240},
                                             {"dead_tree", 400}, {"flowers", 80},   {"reeds", 80},  {"tall_grass", 80},
                                             {"stones", 180},    {"mushroom", 360}, {"log", 240},   {"vine", 320},
                                             {"crops", 220},     {"boulder", 400},  {"cactus", 500}};
    for (const auto& [name, limit] : most) {
        for (int variant = 0; variant < shipped().variants(name); ++variant) {
            for (const char* quality : {"plain", "spring", "autumn", "bare", "snowy", "bleached", "shells"}) {
                Wish wish;
                wish.variant = variant;
                wish.qualities = {quality};
                const Built built = make(name, wish, 7 + static_cast<uint64_t>(variant));
                EXPECT_LE(built.mesh->triangles(), limit) << name << " " << variant << " " << quality;
                EXPECT_GE(built.mesh->triangles(), 50U) << name << " " << variant << " " << quality;
                EXPECT_EQ(openEdges(built), 0U) << name << " " << variant << " " << quality;
            }
        }
    }
}

TEST(Recipes, GiveTheSameMeshOnAnyThread) {
    std::vector<uint64_t> here, there;
    for (const std::string& name : shipped().names()) here.push_back(make(name, {}, 11).mesh->hash);
    std::thread other([&] {
        for (const std::string& name : shipped().names()) there.push_back(make(name, {}, 11).mesh->hash);
    });
    std::vector<uint64_t> again;
    for (const std::string& name : shipped().names()) again.push_back(make(name, {}, 11).mesh->hash);
    other.join();
    EXPECT_EQ(here, there);
    EXPECT_EQ(here, again);
}

TEST(Recipes, DifferFromVariantToVariant) {
    for (const catalogue::Entry& entry : things().entries()) {
        for (const std::string& name : entry.recipes) {
            if (entry.family == "building" || entry.family == "plant") {
                EXPECT_GE(shipped().variants(name), name == "castle" ? 3 : 4) << name;
            }
            std::set<uint64_t> seen;
            std::set<std::string> looks;
            for (uint64_t seed = 1; seed <= 8; ++seed) {
                const Built built = make(name, {}, seed);
                std::string look = std::to_string(built.mesh->hash);
                for (const Material& m : built.materials) look += m.name;
                looks.insert(look);
            }
            EXPECT_GE(looks.size(), 2U) << name;
        }
    }
}

TEST(Recipes, HousesSuitTheirBiome) {
    const auto in = [](const char* biome, int variant) {
        Wish wish;
        wish.biome = biome;
        wish.variant = variant;
        return shipped().build("house", wish, 5, kNoPalette);
    };
    const auto uses = [](const Built& built, std::string_view material) {
        return std::any_of(built.materials.begin(), built.materials.end(),
                           [&](const Material& m) { return m.name.starts_with(material); });
    };
    for (int variant = 0; variant < 8; ++variant) {
        EXPECT_TRUE(uses(in("desert", variant), "adobe")) << variant;
        EXPECT_TRUE(uses(in("tropical", variant), "thatch")) << variant;
        // On stilts: nothing but posts and steps between the ground and the floor.
        float lowest = 1e9F;
        const Built hut = in("jungle", variant);
        for (const Primitive& p : hut.mesh->primitives) {
            if (hut.materials[static_cast<size_t>(p.material)].name.starts_with("thatch")) {
                for (const glm::vec3& v : p.positions) lowest = std::min(lowest, v.y);
            }
        }
        EXPECT_GT(lowest, 2) << variant;
        Wish big;
        big.biome = "urban";
        big.variant = variant;
        big.size = {16, 0, 12};
        EXPECT_GT(shipped().build("house", big, 5, kNoPalette).mesh->max.y, 10) << variant;
    }
}

TEST(Recipes, HousesOfAnyProportionKeepTheirSizeAndTriangles) {
    for (const char* biome : {"temperate", "desert", "tropical", "swamp", "urban", "snow"}) {
        for (const char* name : {"house", "cabin"}) {
            for (const glm::vec2 side : {glm::vec2(4, 4), glm::vec2(5, 12), glm::vec2(12, 5), glm::vec2(20, 8),
                                         glm::vec2(12, 30), glm::vec2(30, 30)}) {
                for (int variant = 0; variant < 8; ++variant) {
                    Wish wish;
                    wish.size = {side.x, 0, side.y};
                    wish.biome = biome;
                    wish.variant = variant;
                    const Built built = shipped().build(name, wish, 9, kNoPalette);
                    const std::string what = std::string(biome) + " " + name + " " + std::to_string(variant) + ": " +
                                             std::to_string(side.x) + " x " + std::to_string(side.y);
                    EXPECT_NEAR(sizeOf(built).x, side.x, side.x * 0.01F) << what;
                    EXPECT_NEAR(sizeOf(built).z, side.y, side.y * 0.01F) << what;
                    EXPECT_GE(built.mesh->min.y, -0.75F) << what;
                    EXPECT_LE(built.mesh->triangles(), 3000U) << what;
                    EXPECT_EQ(openEdges(built), 0U) << what;
                }
            }
        }
    }
}

TEST(Recipes, FollowTheirSpanAndDrop) {
    for (const char* name : {"fence", "wall", "gate", "bridge"}) {
        Wish wish;
        wish.span = 7;
        wish.drop = 1.4;
        const Built level = make(name,
                                 [] {
                                     Wish w;
                                     w.span = 7;
                                     return w;
                                 }()),
                    sloped = make(name, wish);
        EXPECT_NEAR(sizeOf(level).x, 7, 1.2) << name;
        // The far end is higher, the near end lower, the middle where it was.
        float near = 1e9F, far = 1e9F;
        for (size_t p = 0; p < level.mesh->primitives.size(); ++p) {
            const auto& a = level.mesh->primitives[p].positions;
            const auto& b = sloped.mesh->primitives[p].positions;
            ASSERT_EQ(a.size(), b.size());
            for (size_t i = 0; i < a.size(); ++i) {
                EXPECT_NEAR(b[i].y - a[i].y, 1.4F * a[i].x / 7, 1e-3F) << name;
                near = std::min(near, a[i].x);
                far = std::min(far, -a[i].x);
            }
        }
        EXPECT_LT(near, -3) << name;
        EXPECT_LT(far, -3) << name;
    }
}

TEST(Recipes, SurviveAnyWish) {
    const float nan = std::nanf(""), inf = INFINITY;
    for (const std::string& name : shipped().names()) {
        for (const glm::vec3 size : {glm::vec3(nan, nan, nan), glm::vec3(inf, -inf, inf), glm::vec3(-5, -5, -5),
                                     glm::vec3(1e-30F, 1e-30F, 1e-30F), glm::vec3(1e30F, 1e30F, 1e30F)}) {
            Wish wish;
            wish.size = size;
            wish.span = size.x;
            wish.drop = size.y;
            wish.outline = {{size.x, size.x}, {0, 0}, {size.z, 1}, {nan, 3}};
            const Built built = make(name, wish);
            for (const Primitive& p : built.mesh->primitives) {
                for (const glm::vec3& v : p.positions) {
                    ASSERT_TRUE(std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.z)) << name;
                }
                for (const glm::vec3& n : p.normals) ASSERT_NEAR(glm::length(n), 1.0F, 1e-3F) << name;
            }
        }
    }
    EXPECT_EQ(make("no such recipe").mesh->triangles(), 0U);
}

TEST(Recipes, TakeQualitiesAndPalettes) {
    const auto names = [](const Built& built) {
        std::set<std::string> all;
        for (const Material& m : built.materials) all.insert(m.name);
        return all;
    };
    const auto with = [](const std::string& quality) {
        Wish wish;
        wish.qualities = {quality};
        return wish;
    };
    EXPECT_TRUE(names(make("house", with("snowy"))).contains("snow"));
    EXPECT_TRUE(names(make("pine", with("frozen"))).contains("snow"));
    EXPECT_FALSE(names(make("house")).contains("snow"));
    EXPECT_TRUE(names(make("bridge", with("stone"), 2)).contains("stone_dark"));
    const auto umbrella = names(make("umbrella", with("red")));
    EXPECT_TRUE(
        std::any_of(umbrella.begin(), umbrella.end(), [](const std::string& n) { return n.ends_with("_red"); }));
    EXPECT_LT(make("temple", with("ruined")).mesh->max.y, 12.5F);

    catalogue::Palette palette;
    palette.colours["leaf"] = {0.9F, 0.1F, 0.1F};
    const Built tree = shipped().build("tree", {}, 3, palette);
    const auto leaf =
        std::find_if(tree.materials.begin(), tree.materials.end(), [](const Material& m) { return m.name == "leaf"; });
    ASSERT_NE(leaf, tree.materials.end());
    EXPECT_FLOAT_EQ(leaf->colour.r, 0.9F);
}

TEST(Recipes, NameEachMaterialOnceWithOneMeaning) {
    std::map<std::string, Material> seen;
    for (const std::string& name : shipped().names()) {
        for (uint64_t seed = 1; seed <= 6; ++seed) {
            for (const Material& m : make(name, {}, seed).materials) {
                EXPECT_EQ(seen.emplace(m.name, m).first->second, m) << m.name;
            }
        }
    }
}

TEST(Recipes, AFolderThatIsNotThereIsAnErrorThatNamesIt) {
    const Result<Recipes> none = Recipes::load("/no/such/folder");
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().kind, ErrorKind::resource);
    EXPECT_NE(none.error().text.find("/no/such/folder"), std::string::npos);
}

}  // namespace
}  // namespace sketchwalk::assets
