#include "render/scene/Prepared.h"

#include <gtest/gtest.h>

#include "tests/render/viewport/Worlds.h"

namespace sketchwalk::render {
namespace {

TEST(Prepared, TakesOverEveryPartThatDidNotChange) {
    const auto first = prepare(village(), nullptr, true, 2, {});
    ASSERT_TRUE(first);
    ASSERT_EQ(first->tiles.size(), 4u);  // 256 cells are 2 x 2 chunks
    auto changed = std::make_shared<scene::Scene>(*village());
    auto mesh = std::make_shared<assets::Mesh>(*changed->chunks[0].mesh);
    mesh->primitives[0].positions[0].y += 0.5f;
    assets::finish(*mesh);
    changed->chunks[0].mesh = mesh;
    const auto second = prepare(changed, first, true, 1, {});
    ASSERT_TRUE(second);
    size_t same = 0;
    for (size_t i = 0; i < 4; ++i) same += first->tiles[i] == second->tiles[i] ? 1 : 0;
    EXPECT_EQ(same, 3u);
    EXPECT_EQ(first->waters, second->waters);
    EXPECT_EQ(first->assets, second->assets);
    EXPECT_EQ(first->ground, second->ground);
    EXPECT_EQ(first->plinth, second->plinth);
    EXPECT_EQ(first->instances->key(), second->instances->key());
}

TEST(Prepared, TheSameMeshUnderTwoNamesIsTwoParts) {
    auto twice = std::make_shared<scene::Scene>(*village());
    twice->assets.push_back(twice->assets.front());
    twice->assets.back().id += "_by_another_name";
    const auto first = prepare(twice, nullptr, true, 2, {}), second = prepare(twice, first, true, 2, {});
    ASSERT_TRUE(first && second);
    EXPECT_NE(second->assets.front(), second->assets.back()) << "each holds its own copies";
    EXPECT_EQ(first->assets, second->assets);
}

TEST(Prepared, ThreadsDoNotChangeTheResult) {
    const auto one = prepare(village(), nullptr, true, 1, {}), two = prepare(village(), nullptr, true, 2, {});
    ASSERT_TRUE(one && two);
    for (size_t i = 0; i < one->tiles.size(); ++i) {
        EXPECT_EQ(one->tiles[i]->levels[0].bytes, two->tiles[i]->levels[0].bytes);
        EXPECT_EQ(one->tiles[i]->colour.rgba(), two->tiles[i]->colour.rgba());
        EXPECT_TRUE(one->tiles[i]->colour.bytes.isEmpty()) << "kept twice: the scene has the picture";
    }
    EXPECT_EQ(one->ground->map.bytes, two->ground->map.bytes);
}

TEST(Prepared, WithoutDetailNothingIsKeptThatIsNotShown) {
    const auto plain = prepare(village(), nullptr, false, 2, {});
    ASSERT_TRUE(plain);
    EXPECT_FALSE(plain->hasDetail);
    EXPECT_TRUE(plain->ground->layers.empty());
    for (const auto& tile : plain->tiles) EXPECT_TRUE(tile->normal.empty());
    const auto fine = prepare(village(), plain, true, 2, {});
    ASSERT_TRUE(fine);
    EXPECT_FALSE(fine->ground->layers.empty());
    for (const auto& tile : fine->tiles) EXPECT_FALSE(tile->normal.empty());
    EXPECT_EQ(fine->assets, plain->assets);
}

TEST(Prepared, LargeMapsAreAtMostSixteenTiles) {
    auto scene = std::make_shared<scene::Scene>(*village());
    std::vector<scene::TerrainChunk> many;
    for (int row = 0; row < 11; ++row) {
        for (int column = 0; column < 9; ++column) {
            scene::TerrainChunk chunk = scene->chunks[0];
            chunk.column = column;
            chunk.row = row;
            many.push_back(chunk);
        }
    }
    scene->chunks = many;
    const auto prepared = prepare(scene, nullptr, true, 2, {});
    ASSERT_TRUE(prepared);
    EXPECT_LE(prepared->tiles.size(), 16u);
    size_t triangles = 0;
    for (const auto& tile : prepared->tiles) {
        ASSERT_FALSE(tile->levels[0].empty());
        triangles += tile->levels[0].indexCount / 3;
    }
    EXPECT_GE(triangles, 99 * many[0].mesh->triangles());
}

TEST(Prepared, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(prepare(village(), nullptr, true, 2, stop.get_token()), nullptr);
}

}  // namespace
}  // namespace sketchwalk::render
