#include "core/neural/NodeShape.h"

#include <algorithm>
#include <cmath>

#include "core/base/Trig.h"

namespace sketchwalk::neural {
namespace {

constexpr double kClearlyApart = 0.12;  // gap beyond which pieces count as two for the page's scale
constexpr double kFarAway = 3;          // a gap, in diagonals, that says no more than a larger one
constexpr double kRootGap = 0.6;        // as if a root's parent lay so far apart

double log2Of(double x) {
    return std::clamp(exact::log(std::max(x, 1e-6)) * 1.4426950408889634, -4.0, 4.0);
}

double areaOf(Point size) {
    return std::max(size.x, 0.0) * std::max(size.y, 0.0);
}

// Of two boxes: which share of the smaller one lies in the other.
double overlapOf(const Box& a, const Box& b) {
    const Point size{std::min(a.max.x, b.max.x) - std::max(a.min.x, b.min.x),
                     std::min(a.max.y, b.max.y) - std::max(a.min.y, b.min.y)};
    return areaOf(size) / std::max(std::min(areaOf(a.size()), areaOf(b.size())), 1e-9);
}

// Whether some stroke of one was drawn right before or after one of the other. Both ascending.
bool successive(const std::vector<int>& a, const std::vector<int>& b) {
    return std::any_of(a.begin(), a.end(), [&](int s) {
        return std::binary_search(b.begin(), b.end(), s + 1) || std::binary_search(b.begin(), b.end(), s - 1);
    });
}

class Shapes {
  public:
    Shapes(const std::vector<StrokeNode>& tree, const std::vector<Polyline>& strokes)
        : m_tree(tree), m_inside(tree.size(), 0), m_ink(tree.size(), 0) {
        for (size_t i = 0; i < tree.size(); ++i) {
            const StrokeNode& node = tree[i];
            if (node.left < 0) {
                for (int s : node.strokes) m_ink[i] += lengthOf(strokes[static_cast<size_t>(s)]);
            } else {
                const auto left = static_cast<size_t>(node.left), right = static_cast<size_t>(node.right);
                m_ink[i] = m_ink[left] + m_ink[right];
                m_inside[i] = std::max({gapOf(node), m_inside[left], m_inside[right]});
            }
        }
        m_scale = scaleOfPage();
    }

    NodeShape of(size_t i) const {
        const StrokeNode& node = m_tree[i];
        const double size = diagonalOf(node.box);
        NodeShape shape{};
        size_t next = 0;
        const auto put = [&](double value) { shape[next++] = static_cast<float>(value); };
        put(log2Of(size / m_scale));
        put(4 * node.gap);
        put(4 * node.cost);
        put(std::min(4 * m_inside[i] / size, kFarAway));
        putSurroundings(node, size, i, put);
        putHalves(node, size, put);
        const auto count = static_cast<double>(node.strokes.size());
        put(log2Of(count));
        put(node.left < 0 ? 1 : 0);
        const int span = node.strokes.back() - node.strokes.front() + 1;
        put(1 - count / span);
        int runs = 1;
        for (size_t k = 1; k < node.strokes.size(); ++k) runs += node.strokes[k] != node.strokes[k - 1] + 1;
        put(log2Of(runs));
        put(log2Of((node.box.size().x + 1e-3 * size) / (node.box.size().y + 1e-3 * size)) / 2);
        put(log2Of((m_ink[i] + 1e-3 * size) / size));
        return shape;
    }

  private:
    static double gapOf(const StrokeNode& node) { return node.gap * diagonalOf(node.box); }  // in the page's units

    template <class Put>
    void putSurroundings(const StrokeNode& node, double size, size_t i, const Put& put) const {
        const bool root = node.parent < 0;
        const StrokeNode& parent = m_tree[static_cast<size_t>(root ? static_cast<int>(i) : node.parent)];
        const double outside = root ? kFarAway * size : gapOf(parent);
        put(root ? 1 : 0);
        put(std::min(outside / size, kFarAway));
        put(4 * (root ? kRootGap : parent.gap));
        put(4 * (root ? kRootGap : parent.cost));
        put(log2Of((outside + 0.01 * size) / (m_inside[i] + 0.01 * size)) / 2);
        if (root) {
            for (int k = 0; k < 3; ++k) put(0);
            return;
        }
        const auto other = static_cast<size_t>(parent.left == static_cast<int>(i) ? parent.right : parent.left);
        put(log2Of(diagonalOf(m_tree[other].box) / size));
        put(successive(node.strokes, m_tree[other].strokes) ? 1 : 0);
        put(log2Of(static_cast<double>(m_tree[other].strokes.size())));
    }

    template <class Put>
    void putHalves(const StrokeNode& node, double size, const Put& put) const {
        if (node.left < 0) {
            for (int k = 0; k < 9; ++k) put(0);
            return;
        }
        const StrokeNode* small = &m_tree[static_cast<size_t>(node.left)];
        const StrokeNode* large = &m_tree[static_cast<size_t>(node.right)];
        if (diagonalOf(small->box) > diagonalOf(large->box)) std::swap(small, large);
        put(log2Of(diagonalOf(small->box) / size));
        put(log2Of(diagonalOf(large->box) / size));
        put(overlapOf(small->box, large->box));
        put(successive(small->strokes, large->strokes) ? 1 : 0);
        put(log2Of(static_cast<double>(small->strokes.size())));
        put(log2Of(static_cast<double>(large->strokes.size())));
        const Point off = (small->box.centre() - large->box.centre()) / size;
        put(std::abs(off.x));
        put(off.y);
        put(log2Of(m_ink[static_cast<size_t>(small - m_tree.data())] /
                   std::max(m_ink[static_cast<size_t>(large - m_tree.data())], 1e-9)) /
            2);
    }

    // The median size, weighted by size, of the pieces that lie clearly apart.
    double scaleOfPage() const {
        std::vector<double> sizes;
        std::vector<size_t> open;
        for (size_t i = 0; i < m_tree.size(); ++i) {
            if (m_tree[i].parent < 0) open.push_back(i);
        }
        while (!open.empty()) {
            const StrokeNode& node = m_tree[open.back()];
            open.pop_back();
            if (node.left >= 0 && node.gap > kClearlyApart) {
                open.push_back(static_cast<size_t>(node.left));
                open.push_back(static_cast<size_t>(node.right));
            } else {
                sizes.push_back(diagonalOf(node.box));
            }
        }
        std::sort(sizes.begin(), sizes.end());
        double sum = 0, half = 0;
        for (double size : sizes) sum += size;
        for (double size : sizes) {
            half += size;
            if (half >= sum / 2) return size;
        }
        return 1;
    }

    const std::vector<StrokeNode>& m_tree;
    std::vector<double> m_inside;  // widest gap within a node
    std::vector<double> m_ink;
    double m_scale = 1;
};

}  // namespace

std::vector<NodeShape> nodeShapes(const std::vector<StrokeNode>& tree, const std::vector<Polyline>& strokes) {
    std::vector<NodeShape> shapes;
    const Shapes all(tree, strokes);
    for (size_t i = 0; i < tree.size(); ++i) shapes.push_back(all.of(i));
    return shapes;
}

}  // namespace sketchwalk::neural
