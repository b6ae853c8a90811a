// Every shipped recipe, by what it promises its users.
#include "core/assets/Recipes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <glm/geometric.hpp>
#include <map>
#include <set>
#include <thread>

namespace sketchwalk::assets {
namespace {

const std::filesystem::path kResources = std::filesystem::path(SKETCHWALK_SOURCE_DIR) / "resources";

const Recipes& shipped() {
    static const Result<Recipes> recipes = Recipes::load(kResources / "recipes");
    if (!recipes) {
        ADD_FAILURE() << recipes.error().text;
        std::abort();
    }
    return *recipes;
}

const catalogue::Catalogue& things() {
    static const Result<catalogue::Catalogue> loaded = catalogue::Catalogue::load(kResources);
    if (!loaded) {
        ADD_FAILURE() << loaded.error().text;
        std::abort();
    }
    return *loaded;
}

const catalogue::Palette kNoPalette;

Built make(const std::string& name, const Wish& wish = {}, uint64_t seed = 1) {
    return shipped().build(name, wish, seed, kNoPalette);
}

// Recipes whose feet go down into water.
bool wades(const std::string& name) { return name == "bridge" || name == "dock"; }

TEST(Recipes, EveryCatalogueObjectHasOne) {
    for (const catalogue::Entry& entry : things().entries()) {
        for (const std::string& recipe : entry.recipes) EXPECT_TRUE(shipped().has(recipe)) << entry.id << ": " << recipe;
    }
    EXPECT_GE(shipped().names().size(), 45U);
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

}  // namespace
}  // namespace sketchwalk::assets
