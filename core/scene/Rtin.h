// Right-triangulated irregular networks over a raster of nodes (Evans, Kirkpatrick and Townsend, "Right-Triangulated
// Irregular Networks", Algorithmica 2001), on one lattice for the whole map, so that neighbouring tiles meet without
// cracks.
//
// The map is padded to whole tiles of 128 x 128 cells. Every lattice node but the tiles' corners is the midpoint of
// exactly one edge that a split can cut. A node is *kept* where its own test asks for it or where a node that depends
// on it is kept; so a triangle that splits always finds its neighbour split too (the restricted hierarchy of Lindstrom
// et al., 1996).
#pragma once

#include <cstdint>
#include <cstdlib>

#include "core/base/Grid.h"
#include "core/base/Parallel.h"

namespace sketchwalk::scene {

struct Node {  // a lattice node, in cells from the north-west corner
    int x = 0;
    int y = 0;
};

class Rtin {
  public:
    static constexpr int kTile = 128;  // cells a side; a power of two

    // wanted(node, a, b) says whether the node must be a vertex of its own accord; a and b are the ends of the edge
    // whose middle it is. Nodes may lie in the padding, up to a tile outside the map. Called from several threads.
    template <class Wanted>
    Rtin(int cellsWide, int cellsDeep, int threads, const Wanted& wanted);

    int columns() const { return m_columns; }
    int rows() const { return m_rows; }
    bool kept(Node n) const { return m_kept(n.x, n.y) != 0; }
    const Grid<uint8_t>& keptNodes() const { return m_kept; }  // of the padded map, 0 or 1

    // Calls emit(a, b, c) for every triangle of a tile, counter-clockwise as seen from above (x east, y south, so that
    // the normal points up), in a fixed order. Triangles in the padding are emitted too; no triangle straddles the
    // map's edge when the nodes along a padded edge are wanted.
    template <class Emit>
    void triangles(int column, int row, const Emit& emit) const;

    // The triangle that holds the point (x, y), in cells; the point must lie in the padded map.
    struct Triangle {
        Node a, b, c;
    };
    Triangle locate(double x, double y) const;

  private:
    template <class Wanted>
    void keepEdges(int size, int threads, const Wanted& wanted);
    template <class Wanted>
    void keepCentres(int size, int threads, const Wanted& wanted);
    template <class Emit>
    void split(Node a, Node b, Node c, const Emit& emit) const;
    bool child(int x, int y) const { return m_kept.contains(x, y) && m_kept(x, y) != 0; }
    bool leaf(Node a, Node b, Node c) const {
        return std::abs(a.x - c.x) + std::abs(a.y - c.y) == 1 || !kept({(a.x + b.x) / 2, (a.y + b.y) / 2});
    }
    static bool mainDiagonal(int column, int row) { return ((column + row) & 1) == 0; }

    int m_columns = 0;
    int m_rows = 0;
    Grid<uint8_t> m_kept;  // padded lattice
};

template <class Wanted>
Rtin::Rtin(int cellsWide, int cellsDeep, int threads, const Wanted& wanted)
    : m_columns((cellsWide + kTile - 1) / kTile), m_rows((cellsDeep + kTile - 1) / kTile) {
    m_kept = Grid<uint8_t>(m_columns * kTile + 1, m_rows * kTile + 1);
    for (int size = 2; size <= kTile; size *= 2) {
        keepEdges(size, threads, wanted);
        keepCentres(size, threads, wanted);
    }
}

// Midpoints of the sides of the squares of this size. Their dependants are the centres of the squares half as large.
template <class Wanted>
void Rtin::keepEdges(int size, int threads, const Wanted& wanted) {
    const int half = size / 2, quarter = size / 4;
    const int width = m_kept.width(), height = m_kept.height();
    const auto settle = [&](int x, int y, Node a, Node b) {
        bool keep = quarter > 0 && (child(x - quarter, y - quarter) || child(x + quarter, y - quarter) ||
                                    child(x - quarter, y + quarter) || child(x + quarter, y + quarter));
        if (!keep) keep = wanted(Node{x, y}, a, b);
        m_kept(x, y) = keep ? 1 : 0;
    };
    parallelFor(
        threads, (height - 1) / half + 1,
        [&](int line) {
            const int y = line * half;
            if (line % 2 == 0) {
                for (int x = half; x < width; x += size) settle(x, y, {x - half, y}, {x + half, y});
            } else {
                for (int x = 0; x < width; x += size) settle(x, y, {x, y - half}, {x, y + half});
            }
        },
        8);
}

// Centres of the squares of this size, which lie on the square's long edge. Their dependants are the sides' midpoints.
template <class Wanted>
void Rtin::keepCentres(int size, int threads, const Wanted& wanted) {
    const int half = size / 2;
    const int across = (m_kept.width() - 1) / size;
    parallelFor(
        threads, (m_kept.height() - 1) / size,
        [&](int row) {
            for (int column = 0; column < across; ++column) {
                const int west = column * size, north = row * size, x = west + half, y = north + half;
                bool keep = child(x - half, y) || child(x + half, y) || child(x, y - half) || child(x, y + half);
                if (!keep) {
                    keep = mainDiagonal(column, row)
                               ? wanted(Node{x, y}, Node{west, north}, Node{west + size, north + size})
                               : wanted(Node{x, y}, Node{west + size, north}, Node{west, north + size});
                }
                m_kept(x, y) = keep ? 1 : 0;
            }
        },
        4);
}

template <class Emit>
void Rtin::triangles(int column, int row, const Emit& emit) const {
    const int west = column * kTile, north = row * kTile, east = west + kTile, south = north + kTile;
    if (mainDiagonal(column, row)) {
        split({west, north}, {east, south}, {east, north}, emit);
        split({east, south}, {west, north}, {west, south}, emit);
    } else {
        split({west, south}, {east, north}, {west, north}, emit);
        split({east, north}, {west, south}, {east, south}, emit);
    }
}

template <class Emit>
void Rtin::split(Node a, Node b, Node c, const Emit& emit) const {
    if (leaf(a, b, c)) {
        emit(a, b, c);
        return;
    }
    const Node middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
    split(c, a, middle, emit);
    split(b, c, middle, emit);
}

}  // namespace sketchwalk::scene
