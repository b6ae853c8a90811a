#include "core/scene/Rtin.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "core/base/Hash.h"

namespace sketchwalk::scene {
namespace {

using Edge = std::pair<std::pair<int, int>, std::pair<int, int>>;

struct Counted {
    std::map<Edge, int> edges;  // directed
    double area = 0;            // of all triangles, signed: positive when the normal points up
    int triangles = 0;
};

Counted count(const Rtin& net, int width, int depth) {
    Counted out;
    for (int row = 0; row < net.rows(); ++row) {
        for (int column = 0; column < net.columns(); ++column) {
            net.triangles(column, row, [&](Node a, Node b, Node c) {
                if (std::max({a.x, b.x, c.x}) > width || std::max({a.y, b.y, c.y}) > depth) {
                    EXPECT_TRUE(std::min({a.x, b.x, c.x}) >= width || std::min({a.y, b.y, c.y}) >= depth)
                        << "straddles the edge";
                    return;
                }
                const double up = (b.y - a.y) * (c.x - a.x) - (b.x - a.x) * (c.y - a.y);
                EXPECT_GT(up, 0);
                out.area += up / 2;
                ++out.triangles;
                const Node nodes[] = {a, b, c};
                for (int i = 0; i < 3; ++i) {
                    const Node from = nodes[i], to = nodes[(i + 1) % 3];
                    ++out.edges[{{from.x, from.y}, {to.x, to.y}}];
                }
            });
        }
    }
    return out;
}

// Every edge inside the map is shared by two triangles that run along it in opposite ways: no cracks and no overlaps.
void expectWatertight(const Counted& mesh, int width, int depth) {
    for (const auto& [edge, times] : mesh.edges) {
        ASSERT_EQ(times, 1);
        const auto& [from, to] = edge;
        const bool border = (from.first == to.first && (from.first == 0 || from.first == width)) ||
                            (from.second == to.second && (from.second == 0 || from.second == depth));
        const auto back = mesh.edges.find({to, from});
        ASSERT_EQ(back != mesh.edges.end(), !border)
            << from.first << "," << from.second << " " << to.first << "," << to.second;
    }
    EXPECT_EQ(mesh.area, static_cast<double>(width) * depth);
}

TEST(Rtin, FlatGroundIsTwoTrianglesATile) {
    const Rtin net(384, 256, 2, [](Node, Node, Node) { return false; });
    const Counted mesh = count(net, 384, 256);
    EXPECT_EQ(mesh.triangles, 2 * 3 * 2);
    expectWatertight(mesh, 384, 256);
}

TEST(Rtin, KeepsEveryNodeThatIsWanted) {
    const Rtin net(128, 128, 1, [](Node, Node, Node) { return true; });
    EXPECT_EQ(count(net, 128, 128).triangles, 2 * 128 * 128);
}

TEST(Rtin, MeetsWithoutCracksWhateverIsWanted) {
    for (uint64_t seed = 0; seed < 40; ++seed) {
        const int width = 20 + static_cast<int>(randomBits(seed, "w") % 330),
                  depth = 20 + static_cast<int>(randomBits(seed, "d") % 330);
        const double share = randomUnit(seed, "share") * randomUnit(seed, "less") * 0.2;
        const auto wanted = [&](Node n, Node, Node) {
            if (n.x > width || n.y > depth) return false;
            if ((width % Rtin::kTile != 0 && n.x == width) || (depth % Rtin::kTile != 0 && n.y == depth)) return true;
            return randomUnit(seed, "want", static_cast<uint64_t>(n.x), static_cast<uint64_t>(n.y)) < share;
        };
        expectWatertight(count(Rtin(width, depth, 2, wanted), width, depth), width, depth);
    }
}

TEST(Rtin, AsksAboutTheMiddleOfAnEdge) {
    std::set<std::pair<int, int>> asked;
    const Rtin net(128, 128, 1, [&](Node n, Node a, Node b) {
        EXPECT_EQ(2 * n.x, a.x + b.x);
        EXPECT_EQ(2 * n.y, a.y + b.y);
        EXPECT_TRUE(asked.insert({n.x, n.y}).second) << "asked twice";
        return false;
    });
    EXPECT_EQ(asked.size(), 129u * 129u - 4u);  // every node but the tile's corners
}

TEST(Rtin, LocatesTheTriangleThatHoldsAPoint) {
    const auto wanted = [](Node n, Node, Node) {
        return randomUnit(3, "want", static_cast<uint64_t>(n.x), static_cast<uint64_t>(n.y)) < 0.01;
    };
    const Rtin net(256, 256, 1, wanted);
    for (uint64_t i = 0; i < 2000; ++i) {
        const double x = randomUnit(1, "x", i) * 256, y = randomUnit(1, "y", i) * 256;
        const auto [a, b, c] = net.locate(x, y);
        const auto side = [&](Node p, Node q) { return (q.y - p.y) * (x - p.x) - (q.x - p.x) * (y - p.y); };
        EXPECT_GE(side(a, b), -1e-9);
        EXPECT_GE(side(b, c), -1e-9);
        EXPECT_GE(side(c, a), -1e-9);
    }
}

TEST(Rtin, IsTheSameWithAnyNumberOfThreads) {
    const auto wanted = [](Node n, Node, Node) {
        return randomUnit(5, "want", static_cast<uint64_t>(n.x), static_cast<uint64_t>(n.y)) < 0.05;
    };
    EXPECT_EQ(count(Rtin(256, 192, 1, wanted), 256, 192).edges, count(Rtin(256, 192, 3, wanted), 256, 192).edges);
}

}  // namespace
}  // namespace sketchwalk::scene
