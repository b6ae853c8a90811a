#include "core/neural/StrokeTree.h"

#include <algorithm>
#include <cmath>
#include <queue>

namespace sketchwalk::neural {
namespace {

constexpr double kSuccessive = 0.6;  // a gap to the stroke before or after counts this much

double between(const Box& a, const Box& b) {
    const double x = std::max({a.min.x - b.max.x, b.min.x - a.max.x, 0.0});
    const double y = std::max({a.min.y - b.max.y, b.min.y - a.max.y, 0.0});
    return std::sqrt(x * x + y * y);
}

double toSegment(Point p, const Polyline& line, size_t i) {
    return distance(p, closestOnSegment(p, line[i], line[std::min(i + 1, line.size() - 1)]));
}

// Least distance between two lines; 0 where they cross.
double gapOf(const Polyline& a, const Polyline& b) {
    double least = 1e300;
    for (size_t i = 0; i < a.size(); ++i) {
        for (size_t j = 0; j < b.size(); ++j) {
            least = std::min({least, toSegment(a[i], b, j), toSegment(b[j], a, i)});
            if (i + 1 < a.size() && j + 1 < b.size() && crossing(a[i], a[i + 1], b[j], b[j + 1])) return 0;
        }
    }
    return least;
}

struct Merge {    // a wish to join two nodes
    double rank;  // first the least
    double gap;   // share of the diagonal
    double cost;
    int a, b;
    bool operator<(const Merge& other) const {  // the queue's top is the first in rank, then the earliest
        if (rank != other.rank) return rank > other.rank;
        return std::pair(a, b) > std::pair(other.a, other.b);
    }
};

class Builder {
  public:
    Builder(const std::vector<Polyline>& strokes, const StrokeTreeLimits& limits) : m_limits(limits) {
        for (size_t i = 0; i < strokes.size(); ++i) {
            if (strokes[i].empty()) continue;
            StrokeNode leaf;
            leaf.strokes = {static_cast<int>(i)};
            leaf.box = boundsOf(strokes[i]);
            m_lines.push_back(simplified(strokes[i], diagonalOf(leaf.box) * 0.02));
            m_nodes.push_back(std::move(leaf));
        }
        m_leaves = m_nodes.size();
        m_gaps.assign(m_leaves * m_leaves, -1);
    }

    std::vector<StrokeNode> build() {
        std::vector<int> open;
        for (size_t i = 0; i < m_leaves; ++i) {
            m_members.push_back({static_cast<int>(i)});
            for (int other : open) wish(other, static_cast<int>(i));
            open.push_back(static_cast<int>(i));
        }
        while (!m_wishes.empty()) {
            const Merge next = m_wishes.top();
            m_wishes.pop();
            if (m_nodes[static_cast<size_t>(next.a)].parent >= 0 || m_nodes[static_cast<size_t>(next.b)].parent >= 0)
                continue;
            const int made = join(next);
            std::erase(open, next.a);
            std::erase(open, next.b);
            for (int other : open) wish(other, made);
            open.push_back(made);
        }
        return withLeavesJoined();
    }

  private:
    double leafGap(int a, int b) {
        double& gap = m_gaps[static_cast<size_t>(std::min(a, b)) * m_leaves + static_cast<size_t>(std::max(a, b))];
        if (gap < 0) gap = gapOf(m_lines[static_cast<size_t>(a)], m_lines[static_cast<size_t>(b)]);
        return gap;
    }

    void wish(int a, int b) {
        const StrokeNode &first = m_nodes[static_cast<size_t>(a)], &second = m_nodes[static_cast<size_t>(b)];
        Box whole = first.box;
        whole.include(second.box);
        const double reach = m_limits.farthest * diagonalOf(whole);
        if (between(first.box, second.box) > reach) return;
        double least = 1e300;
        bool successive = false;
        for (int i : m_members[static_cast<size_t>(a)]) {
            for (int j : m_members[static_cast<size_t>(b)]) {
                if (std::abs(i - j) == 1) successive = true;
                const Box &p = m_nodes[static_cast<size_t>(i)].box, &q = m_nodes[static_cast<size_t>(j)].box;
                if (least > 0 && between(p, q) < least) least = std::min(least, leafGap(i, j));
            }
        }
        if (least > reach) return;
        const double size = diagonalOf(whole), share = successive ? kSuccessive : 1;
        // Nearly the gap itself: where it is measured by what the two would make together, pieces of a scattered symbol
        // join the neighbours first, since large wholes make any gap small.
        m_wishes.push({share * least / std::sqrt(std::sqrt(size)), least / size, share * least / size, a, b});
    }

    int join(const Merge& merge) {
        const int made = static_cast<int>(m_nodes.size());
        StrokeNode node;
        StrokeNode &a = m_nodes[static_cast<size_t>(merge.a)], &b = m_nodes[static_cast<size_t>(merge.b)];
        std::merge(a.strokes.begin(), a.strokes.end(), b.strokes.begin(), b.strokes.end(),
                   std::back_inserter(node.strokes));
        node.box = a.box;
        node.box.include(b.box);
        node.left = merge.a;
        node.right = merge.b;
        node.gap = merge.gap;
        node.cost = merge.cost;
        a.parent = b.parent = made;
        std::vector<int> members = m_members[static_cast<size_t>(merge.a)];
        const auto& more = m_members[static_cast<size_t>(merge.b)];
        members.insert(members.end(), more.begin(), more.end());
        m_members.push_back(std::move(members));
        m_nodes.push_back(std::move(node));
        return made;
    }

    // Nodes whose halves touch, all the way down, become leaves.
    std::vector<StrokeNode> withLeavesJoined() const {
        std::vector<bool> whole(m_nodes.size());
        for (size_t i = 0; i < m_nodes.size(); ++i) {
            const StrokeNode& node = m_nodes[i];
            whole[i] = node.left < 0 || (node.cost <= m_limits.touching && whole[static_cast<size_t>(node.left)] &&
                                         whole[static_cast<size_t>(node.right)]);
        }
        std::vector<int> number(m_nodes.size(), -1);
        std::vector<StrokeNode> kept;
        for (size_t i = 0; i < m_nodes.size(); ++i) {
            StrokeNode node = m_nodes[i];
            const bool inside = node.parent >= 0 && whole[static_cast<size_t>(node.parent)];
            if (inside) continue;
            if (whole[i]) {
                node.left = node.right = -1;
                node.gap = node.cost = 0;
            } else {
                node.left = number[static_cast<size_t>(node.left)];
                node.right = number[static_cast<size_t>(node.right)];
                kept[static_cast<size_t>(node.left)].parent = kept[static_cast<size_t>(node.right)].parent =
                    static_cast<int>(kept.size());
            }
            node.parent = -1;
            number[i] = static_cast<int>(kept.size());
            kept.push_back(std::move(node));
        }
        return kept;
    }

    StrokeTreeLimits m_limits;
    std::vector<Polyline> m_lines;
    std::vector<StrokeNode> m_nodes;
    std::vector<std::vector<int>> m_members;  // leaves of a node
    size_t m_leaves = 0;
    std::vector<double> m_gaps;  // between leaves; -1: not known yet
    std::priority_queue<Merge> m_wishes;
};

}  // namespace

double diagonalOf(const Box& box) {
    return std::max(distance(box.min, box.max), 1e-9);
}

std::vector<StrokeNode> strokeTree(const std::vector<Polyline>& strokes, const StrokeTreeLimits& limits) {
    return Builder(strokes, limits).build();
}

}  // namespace sketchwalk::neural
