// Which strokes of a page might belong together: a binary tree over them (agglomerative clustering by the gap between
// strokes, single linkage), so that every inner node is one candidate symbol.
#pragma once

#include <vector>

#include "core/base/Geometry.h"

namespace sketchwalk::neural {

struct StrokeNode {
    std::vector<int> strokes;  // ascending
    Box box;
    int left = -1, right = -1;  // nodes; -1: a leaf, which is never parted
    int parent = -1;            // -1: a root
    double gap = 0;             // between its halves, as a share of the whole's diagonal; 0 for leaves
    double cost = 0;            // the same, less where one half follows the other in time
};

struct StrokeTreeLimits {
    double touching = 0.03;  // gap up to which strokes are one leaf; a little more for successive ones
    double farthest = 0.45;  // gap beyond which nothing belongs together
};

double diagonalOf(const Box& box);  // at least 1e-9

// Leaves first, children before parents. Strokes in drawing order; those that follow each other count as nearer.
// Strokes without points belong to no node. Time O(n^2) in strokes that lie near each other.
std::vector<StrokeNode> strokeTree(const std::vector<Polyline>& strokes, const StrokeTreeLimits& limits = {});

}  // namespace sketchwalk::neural
