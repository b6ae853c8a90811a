// The skeleton of a raster shape as a graph of nodes and arcs. Everything here is in cells: the middle of cell (x, y)
// is the point (x, y).
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Geometry.h"
#include "core/base/Grid.h"

namespace sketchwalk::sketch {

struct SkeletonNode {
    Point at{0, 0};
    double radius = 0;         // depth there
    std::vector<size_t> arcs;  // an arc from a node to itself is listed twice
};

struct SkeletonArc {
    size_t from = 0, to = 0;
    Polyline points;  // from node to node, both included
    bool alive = true;
};

struct Skeleton {
    std::vector<SkeletonNode> nodes;
    std::vector<SkeletonArc> arcs;

    size_t otherEnd(size_t arc, size_t node) const { return arcs[arc].from == node ? arcs[arc].to : arcs[arc].from; }
    bool isLeaf(size_t node) const { return nodes[node].arcs.size() == 1; }
    void remove(size_t arc);
    // The arc's points as seen walking away from that node.
    Polyline from(size_t arc, size_t node) const;
    // Joins the two arcs of every node of degree two that is no loop.
    void joinThroughNodes();
};

// Thins the set cells to lines one cell wide, shallow cells first (distance-ordered homotopic thinning; Pudney, 1998),
// and reads the lines as a graph. `depth` is the distance to the nearest unset cell. The outermost cells of the raster
// must be unset.
Skeleton skeletonOf(const Grid<uint8_t>& mask, const Grid<float>& depth);

}  // namespace sketchwalk::sketch
