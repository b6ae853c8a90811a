// What a candidate of a page looks like from outside, without any network: how large it is among the others, how far
// apart its parts lie, how far the next ink is, and when its strokes were drawn.
#pragma once

#include <array>
#include <vector>

#include "core/neural/StrokeTree.h"

namespace sketchwalk::neural {

inline constexpr int kNodeNumbers = 27;
inline constexpr size_t kNodeGap = 1,
                        kNodeGapAround = 6;         // within it and around it, four times the share of a diagonal
using NodeShape = std::array<float, kNodeNumbers>;  // each of the order of 1

// One per node of the tree (strokeTree(strokes)). The same at any scale and place of the page.
std::vector<NodeShape> nodeShapes(const std::vector<StrokeNode>& tree, const std::vector<Polyline>& strokes);

}  // namespace sketchwalk::neural
