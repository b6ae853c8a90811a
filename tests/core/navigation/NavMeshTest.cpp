// Worlds made by hand, walked through Detour on the bytes of the file.
#include "core/navigation/NavMesh.h"

#include <gtest/gtest.h>

#include <map>

#include "core/navigation/NavFile.h"
#include "core/navigation/Reach.h"
#include "core/navigation/Surface.h"
#include "tests/core/navigation/Walker.h"
#include "tests/core/navigation/Worlds.h"

namespace sketchwalk::navigation {
namespace {

// Flat ground of 60 m; whatever is asked for is added by `ground`, a height per metre of x.
scene::Scene landscape(const std::function<float(float)>& height) {
    scene::Scene scene;
    scene.extent = {60, 60};
    assets::Primitive ground;
    for (int x = 0; x < 60; ++x) {
        const auto a = static_cast<float>(x), b = a + 1;
        preview::addQuad(ground, {a, height(a), 0}, {a, height(a), 60}, {b, height(b), 60}, {b, height(b), 0});
    }
    scene.chunks.push_back({0, 0, {}, finished({ground})});
    scene.spawn.position = {5, height(5), 30};
    return scene;
}

scene::Scene flat() {
    return landscape([](float) { return 0.0f; });
}

void addWater(scene::Scene& scene, const std::string& category, float level, float west, float east) {
    assets::Primitive sheet;
    preview::addQuad(sheet, {west, level, 0}, {west, level, 60}, {east, level, 60}, {east, level, 0});
    scene.waters.push_back({category, level, 0, {}, 1, finished({sheet})});
}

scene::Instance& addThing(scene::Scene& scene, const std::string& category, std::vector<assets::Primitive> primitives,
                          glm::vec3 at, int64_t stroke = 1) {
    auto& instance = preview::addObject(scene, category, finished(std::move(primitives)), at).instances.front();
    instance.stroke = stroke;
    return instance;
}

NavMesh built(const scene::Scene& scene, int threads = 1) {
    auto mesh = build(scene, things(), settingsFor(scene.extent), Job{{}, {}, threads});
    EXPECT_TRUE(mesh.has_value()) << mesh.error().text;
    return std::move(*mesh);
}

Walker walker(const scene::Scene& scene) {
    const auto file = encodeNavFile(built(scene));
    Walker made(*file);
    EXPECT_TRUE(made.good());
    return made;
}

// A deck from x = -12 to 12, 3 m high, with ramps down to both ends; 4 m wide.
std::vector<assets::Primitive> highBridge() {
    assets::Primitive ramp;
    preview::addQuad(ramp, {-20, 0, -2}, {-20, 0, 2}, {-12, 3, 2}, {-12, 3, -2});
    preview::addQuad(ramp, {12, 3, -2}, {12, 3, 2}, {20, 0, 2}, {20, 0, -2});
    return {preview::boxPrimitive({-12, 2.7f, -2}, {12, 3, 2}, 0), ramp};
}

TEST(NavMesh, ABridgeIsWalkedOverAndUnder) {
    scene::Scene scene = flat();
    addThing(scene, "bridge", highBridge(), {30, 0, 30});
    const Walker walk = walker(scene);
    EXPECT_TRUE(walk.stands({30, 3, 30}));
    EXPECT_TRUE(walk.walks({5, 0, 30}, {30, 3, 30}));
    EXPECT_TRUE(walk.stands({30, 0, 30}));
    EXPECT_TRUE(walk.walks({30, 0, 20}, {30, 0, 40}));
}

TEST(NavMesh, DeepWaterIsNotWalkedButABridgeCrossesIt) {
    // A trench two metres deep from x = 25 to 35, its water at -0.2.
    const auto trench = [](float x) { return x > 24 && x < 36 ? -2.0f : 0.0f; };
    scene::Scene scene = landscape(trench);
    addWater(scene, "river", -0.2f, 24, 36);
    EXPECT_FALSE(walker(scene).stands({30, -2, 30}));
    EXPECT_FALSE(walker(scene).walks({5, 0, 30}, {55, 0, 30}));
    addThing(scene, "bridge", highBridge(), {30, 0, 30});
    EXPECT_TRUE(walker(scene).walks({5, 0, 30}, {55, 0, 30}));
}

TEST(NavMesh, AFordIsWalkedThrough) {
    const auto ford = [](float x) { return x > 24 && x < 36 ? -0.3f : 0.0f; };
    scene::Scene scene = landscape(ford);
    addWater(scene, "river", 0.1f, 24, 36);  // 0.4 m deep
    EXPECT_TRUE(walker(scene).walks({5, 0, 30}, {55, 0, 30}));
    scene.waters.clear();
    addWater(scene, "river", 0.35f, 24, 36);  // 0.65 m deep
    EXPECT_FALSE(walker(scene).walks({5, 0, 30}, {55, 0, 30}));
}

TEST(NavMesh, IceCarriesAndLavaDoesNot) {
    const auto bed = [](float x) { return x > 24 && x < 36 ? -1.0f : 0.0f; };
    scene::Scene scene = landscape(bed);
    addWater(scene, "ice", 0, 24, 36);
    EXPECT_TRUE(walker(scene).walks({5, 0, 30}, {55, 0, 30}));
    EXPECT_FALSE(walker(scene).stands({30, -1, 30}));
    scene.waters.clear();
    addWater(scene, "lava", -0.9f, 24, 36);  // a hand deep, yet
    EXPECT_FALSE(walker(scene).stands({30, -1, 30}));
}

TEST(NavMesh, StepsOfFortyCentimetresAreClimbed) {
    for (const auto& [step, climbed] : {std::pair(0.38f, true), std::pair(0.65f, false)}) {
        scene::Scene scene = flat();
        std::vector<assets::Primitive> stairs;
        for (int i = 0; i < 5; ++i) {
            const auto low = static_cast<float>(i);
            stairs.push_back(preview::boxPrimitive({low * 1.5f, 0, -3}, {12, (low + 1) * step, 3}, 0));
        }
        addThing(scene, "temple", stairs, {25, 0, 30});
        EXPECT_EQ(walker(scene).walks({5, 0, 30}, {35, 5 * step, 30}), climbed) << step;
    }
}

TEST(NavMesh, SlopesUpToFortyFiveDegreesAreWalked) {
    for (const auto& [rise, walked] : {std::pair(0.95f, true), std::pair(1.15f, false)}) {  // per metre
        const scene::Scene scene = landscape([rise = rise](float x) { return std::clamp(x - 25, 0.0f, 10.0f) * rise; });
        EXPECT_EQ(walker(scene).walks({5, 0, 30}, {55, 10 * rise, 30}), walked) << rise;
    }
}

TEST(NavMesh, HousesAreSolidAndTheirRoofsBelongToNobody) {
    scene::Scene scene = flat();
    addThing(scene, "house", {preview::boxPrimitive({-5, 0, -4}, {5, 6, 4}, 0)}, {30, 0, 30});
    const Walker walk = walker(scene);
    EXPECT_FALSE(walk.stands({30, 0, 30}));
    EXPECT_FALSE(walk.stands({30, 6, 30}));
    EXPECT_TRUE(walk.walks({5, 0, 30}, {30, 0, 35}));
}

TEST(NavMesh, TrunksStandInTheWayAndLeavesDoNot) {
    scene::Scene scene = flat();
    addThing(scene, "tree", {preview::conePrimitive(0.4f, 0, 30, 8, 0), preview::conePrimitive(4, 1, 8, 8, 0)},
             {30, 0, 30});
    const Walker walk = walker(scene);
    EXPECT_FALSE(walk.stands({30, 0, 30}));
    EXPECT_TRUE(walk.stands({32, 0, 30}));
}

TEST(NavMesh, AnyNumberOfThreadsGivesTheSameBytes) {
    scene::Scene scene = flat();
    addThing(scene, "bridge", highBridge(), {30, 0, 30});
    addThing(scene, "house", {preview::boxPrimitive({-5, 0, -4}, {5, 6, 4}, 0)}, {15, 0, 45});
    EXPECT_EQ(*encodeNavFile(built(scene, 1)), *encodeNavFile(built(scene, 4)));
}

TEST(NavMesh, AStoppedJobSaysSo) {
    std::stop_source stop;
    stop.request_stop();
    const auto mesh = build(flat(), things(), {}, Job{stop.get_token(), {}, 2});
    ASSERT_FALSE(mesh.has_value());
    EXPECT_EQ(mesh.error().kind, ErrorKind::interrupted);
}

TEST(NavMesh, NothingToWalkOnIsAnEmptyFileOfTiles) {
    scene::Scene scene = flat();
    addWater(scene, "sea", 5, 0, 60);
    const NavMesh mesh = built(scene);
    EXPECT_EQ(mesh.tiles.size(), 0U);
    EXPECT_EQ(mesh.spawnPart, -1);
    EXPECT_EQ(encodeNavFile(mesh)->size(), 40U);
    EXPECT_EQ(surfaceOf(mesh).indices.size(), 0U);
    EXPECT_EQ(unreachable(mesh, scene, things()).size(), 1U);
}

int edgeParts(const Surface& surface) {
    std::vector<int> above(surface.indices.size() / 3);
    for (size_t i = 0; i < above.size(); ++i) above[i] = static_cast<int>(i);
    const auto top = [&](int i) {
        while (above[static_cast<size_t>(i)] != i) i = above[static_cast<size_t>(i)];
        return i;
    };
    std::map<std::pair<uint32_t, uint32_t>, int> first;
    for (size_t i = 0; i < surface.indices.size(); ++i) {
        const uint32_t a = surface.indices[i], b = surface.indices[i % 3 == 2 ? i - 2 : i + 1];
        const auto [at, fresh] = first.try_emplace(std::minmax(a, b), static_cast<int>(i / 3));
        if (!fresh) above[static_cast<size_t>(top(static_cast<int>(i / 3)))] = top(at->second);
    }
    int parts = 0;
    for (size_t i = 0; i < above.size(); ++i) parts += above[i] == static_cast<int>(i);
    return parts;
}

TEST(NavSurface, TrianglesShareEdgesWhereverDetourHasALink) {
    // Rolling ground in four tiles, parted by a river: two parts for Detour and for whoever reads the triangles alone.
    scene::Scene scene = landscape([](float x) {
        return x > 24 && x < 36 ? -2.0f : 2 * static_cast<float>(std::sin(static_cast<double>(x) * 0.4));
    });
    addWater(scene, "river", -0.2f, 24, 36);
    addThing(scene, "house", {preview::boxPrimitive({-5, -2, -4}, {5, 6, 4}, 0)}, {10, 0, 29});
    const NavMesh mesh = built(scene);
    EXPECT_EQ(mesh.tiles.size(), 9U);  // 60 m in tiles of 28.8 m
    EXPECT_EQ(mesh.partCount, 2);
    const Surface surface = surfaceOf(mesh);
    EXPECT_EQ(edgeParts(surface), 2);
    for (size_t i = 0; i < surface.indices.size(); i += 3) {
        const glm::vec3 a = surface.vertices[surface.indices[i]], b = surface.vertices[surface.indices[i + 1]],
                        c = surface.vertices[surface.indices[i + 2]];
        EXPECT_LT((b.x - a.x) * (c.z - a.z) - (b.z - a.z) * (c.x - a.x), 0) << i;  // faces up
    }
}

TEST(NavReach, NamesTheHouseBeyondTheRiver) {
    const auto trench = [](float x) { return x > 24 && x < 36 ? -2.0f : 0.0f; };
    scene::Scene scene = landscape(trench);
    addWater(scene, "river", -0.2f, 24, 36);
    addThing(scene, "house", {preview::boxPrimitive({-3, 0, -3}, {3, 5, 3}, 0)}, {10, 0, 40}, 11);
    addThing(scene, "house", {preview::boxPrimitive({-3, 0, -3}, {3, 5, 3}, 0)}, {50, 0, 45}, 12);
    const Diagnostics found = unreachable(built(scene), scene, things());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].stroke, 12);
    EXPECT_NE(found[0].text.find("house"), std::string::npos);
    addThing(scene, "bridge", highBridge(), {30, 0, 30}, 13);
    EXPECT_TRUE(unreachable(built(scene), scene, things()).empty());
}

}  // namespace
}  // namespace sketchwalk::navigation
