// Sizes, origins and directions, against boxes whose numbers are known.
#include <gtest/gtest.h>

#include "tests/core/library/MadeModels.h"

namespace sketchwalk::library {
namespace {

using test::TemporaryFolder;

ReadyModel ready(const MadeModel& made, const char* category, const Stance& stance = {}) {
    auto done = madeReady(parsed(glb(made)).value(), *shippedCatalogue().find(category), stance);
    EXPECT_TRUE(done) << done.error().text;
    return std::move(*done);
}

glm::vec3 sizeOf(const assets::Built& built) {
    return built.mesh->max - built.mesh->min;
}

void expectNear(glm::vec3 a, glm::vec3 b, float within = 1e-3f) {
    for (int i = 0; i < 3; ++i) EXPECT_NEAR(a[i], b[i], within) << "axis " << i;
}

TEST(Fit, AHouseFillsItsFootprintWithoutDistortionAndStandsOnItsOrigin) {
    const auto& house = *shippedCatalogue().find("house");  // 10 x 8 m
    const ReadyModel model = ready(box(2, 1, 1), "house");
    const auto usual = fitted(model, house, {}, {});
    expectNear(sizeOf(usual), {10, 5, 5});  // 2 : 1 : 1, held by the width
    expectNear(usual.mesh->min, {-5, 0, -2.5f});
    assets::Wish wish;
    wish.size = {30, 0, 6};
    expectNear(sizeOf(fitted(model, house, wish, {})), {12, 6, 6});  // held by the depth
}

TEST(Fit, ATowerOfAMileIsHeldByItsHeight) {
    const auto& tower = *shippedCatalogue().find("tower");  // 7 x 16 x 7 m
    const glm::vec3 size = sizeOf(fitted(ready(box(1, 50, 1), "tower"), tower, {}, {}));
    EXPECT_NEAR(size.y, 32, 1e-3);
    EXPECT_NEAR(size.x * 50, size.y, 1e-3);
}

TEST(Fit, PlantsAreAsHighAsTheCatalogueSays) {
    const auto& tree = *shippedCatalogue().find("tree");  // 6 x 8 x 6 m
    expectNear(sizeOf(fitted(ready(box(1, 4, 1), "tree"), tree, {}, {})), {2, 8, 2});
}

TEST(Fit, NodesAreBakedAndUnitsDoNotMatter) {
    MadeModel made = box(1, 1, 1);
    made.root["nodes"] = {
        {{"children", {1}}, {"scale", {100, 100, 100}}, {"translation", {5000, -70, 3}}},
        {{"mesh", 0}, {"rotation", {0, 0, 0.7071067811865476, 0.7071067811865476}}, {"scale", {3, 1, 1}}}};
    const auto model = parsed(glb(made));
    ASSERT_TRUE(model);
    expectNear(model->max - model->min, {100, 300, 100}, 0.1f);  // long in x, then a quarter turn about z
    const auto built = fitted(ready(made, "tower"), *shippedCatalogue().find("tower"), {}, {});
    EXPECT_NEAR(sizeOf(built).y, 3 * sizeOf(built).x, 1e-2);
    EXPECT_NEAR(built.mesh->min.y, 0, 1e-4);
    EXPECT_NEAR(built.mesh->min.x + built.mesh->max.x, 0, 1e-4);
}

TEST(Fit, UpAndFrontAreTurnedRight) {
    Stance stance;
    stance.up = Up::z;
    expectNear(glm::vec3(ready(box(1, 2, 3), "house", stance).size), {1, 3, 2});
    Stance east;
    east.front = Front::plusX;
    expectNear(glm::vec3(ready(box(1, 2, 3), "house", east).size), {3, 2, 1});
    // A mark on the +x side must end up at +z, one on the -z side too where that is the front.
    for (const Front front : {Front::plusX, Front::minusX, Front::minusZ, Front::plusZ}) {
        MadeModel made = box(4, 4, 4);
        const glm::vec3 out = front == Front::plusX    ? glm::vec3(8, 0, 2)
                              : front == Front::minusX ? glm::vec3(-8, 0, 2)
                              : front == Front::plusZ  ? glm::vec3(2, 0, 8)
                                                       : glm::vec3(2, 0, -8);
        std::memcpy(made.bin.data(), &out, 12);
        Stance turned;
        turned.front = front;
        const ReadyModel model = ready(made, "house", turned);
        const auto built = fitted(model, *shippedCatalogue().find("house"), {}, {});
        float top = -1e9f;
        for (const auto& p : built.mesh->primitives[0].positions) {
            if (p.y < 0.01f) top = std::max(top, p.z);
        }
        EXPECT_NEAR(top, built.mesh->max.z, 1e-4) << static_cast<int>(front);
        EXPECT_GT(sizeOf(built).z, sizeOf(built).x);
    }
}

TEST(Fit, StatedSizesCount) {
    Stance stance;
    stance.size = {0, 3, 0};
    expectNear(sizeOf(fitted(ready(box(1, 1, 1), "house", stance), *shippedCatalogue().find("house"), {}, {})),
               {3, 3, 3});
}

TEST(Fit, AFenceRepeatsAlongItsSectionAndFollowsTheSlope) {
    const auto& fence = *shippedCatalogue().find("fence");     // 1.2 m high
    const ReadyModel model = ready(box(0.1f, 1, 1), "fence");  // lies along z: turned along x
    EXPECT_NEAR(model.size.x, 1, 1e-6);
    assets::Wish wish;
    wish.span = 3.5;
    const auto level = fitted(model, fence, wish, {});
    EXPECT_EQ(level.mesh->triangles(), 36U);  // three pieces of 1.17 m
    EXPECT_NEAR(sizeOf(level).x, 3.5, 1e-4);
    EXPECT_NEAR(level.mesh->min.x, -1.75, 1e-4);
    EXPECT_NEAR(sizeOf(level).y, 3.5 / 3, 1e-3);
    wish.drop = 0.7;
    const auto slope = fitted(model, fence, wish, {});
    EXPECT_NEAR(slope.mesh->min.y, -0.35, 1e-3);
    EXPECT_NEAR(slope.mesh->max.y, sizeOf(level).y + 0.35, 1e-3);
}

TEST(Fit, ABridgesDeckMeetsTheRoadAndStretchesOnlyWithinReason) {
    const auto& bridge = *shippedCatalogue().find("bridge");
    const ReadyModel model = ready(box(2, 0.5f, 1), "bridge");
    assets::Wish wish;
    wish.size.x = 5;
    wish.span = 14;
    EXPECT_TRUE(suitsSpan(model, bridge, wish));
    const auto built = fitted(model, bridge, wish, {});
    EXPECT_NEAR(sizeOf(built).x, 14, 1e-3);
    EXPECT_NEAR(built.mesh->max.y, 0, 1e-3);  // its top is the deck
    wish.span = 200;
    EXPECT_FALSE(suitsSpan(model, bridge, wish));
    wish.span = 1;
    EXPECT_FALSE(suitsSpan(model, bridge, wish));
}

TEST(Fit, SnowLiesOnWhatLooksUpAndNowhereElse) {
    const auto& house = *shippedCatalogue().find("house");
    assets::Wish wish;
    wish.qualities = {"snowy"};
    const auto built = fitted(ready(box(1, 1, 1), "house"), house, wish, {});
    size_t white = 0;
    for (const auto& primitive : built.mesh->primitives) {
        if (built.materials[static_cast<size_t>(primitive.material)].name == "lib_snow")
            white += primitive.indices.size() / 3;
    }
    EXPECT_EQ(white, 2U);
    EXPECT_EQ(built.mesh->triangles(), 12U);
}

TEST(Fit, ColoursAreLinearInTheFileAndSrgbHere) {
    MadeModel made = box(1, 1, 1);
    made.root["materials"] = {{{"pbrMetallicRoughness", {{"baseColorFactor", {0.5, 0.0, 0.002, 1}}}}}};
    made.root["meshes"][0]["primitives"][0]["material"] = 0;
    const Colour colour = parsed(glb(made)).value().materials[0].colour;
    EXPECT_EQ(parsed(glb(made)).value().materials[0].metallic, 0);  // glTF's 1 is nobody's choice
    EXPECT_NEAR(colour.r, 0.735357, 1e-5);                          // 1.055 * 0.5^(1 / 2.4) - 0.055
    EXPECT_EQ(colour.g, 0);
    EXPECT_NEAR(colour.b, 0.02584, 1e-5);  // 12.92 * 0.002
    made.root["asset"]["generator"] = "UniGLTF-1.27";
    EXPECT_NEAR(parsed(glb(made)).value().materials[0].colour.r, 0.5, 1e-6);
}

TEST(Fit, NotesSetCategorySizeWeightAndColour) {
    const TemporaryFolder folder;
    MadeModel made = box(1, 1, 1);
    made.root["materials"] = {{{"name", "Wood"}}};
    made.root["meshes"][0]["primitives"][0]["material"] = 0;
    write(folder / "thing_17.glb", glb(made));
    write(folder / "sub/other.glb", glb(made));
    write(folder / "library.json", R"({"format":"sketchwalk-library","version":1,"assets":[
        {"file":"thing_17.glb","category":"house","height":4,"weight":2,"materials":{"wood":"#ff0000"}},
        {"file":"sub/other.glb","category":"well"}]})");
    write(folder / "sub/other.asset.json",
          R"({"format":"sketchwalk-library","version":1,"assets":[{"category":"statue"}]})");
    const auto library = libraryOf({folder.path()});
    ASSERT_TRUE(library) << library.error().text;
    ASSERT_EQ(library->files().size(), 2U);
    EXPECT_EQ(library->files()[0].category, "statue");  // the nearest note counts
    EXPECT_EQ(library->files()[1].category, "house");
    EXPECT_NEAR(library->files()[1].size.y, 4, 1e-4);
    const auto designs = library->designs(*shippedCatalogue().find("house"), {});
    ASSERT_EQ(designs.size(), 1U);
    EXPECT_EQ(designs[0].name, "lib_thing_17");
    EXPECT_EQ(designs[0].weight, 2);
    EXPECT_EQ(library->build(designs[0].name, {}, 0, {}).materials[0].colour, (Colour{1, 0, 0}));
}

}  // namespace
}  // namespace sketchwalk::library
