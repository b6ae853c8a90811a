#include "core/scene/Rtin.h"

#include <algorithm>

namespace sketchwalk::scene {

Rtin::Triangle Rtin::locate(double x, double y) const {
    const int column = std::clamp(static_cast<int>(x / kTile), 0, m_columns - 1);
    const int row = std::clamp(static_cast<int>(y / kTile), 0, m_rows - 1);
    const int west = column * kTile, north = row * kTile, east = west + kTile, south = north + kTile;
    const double u = x - west, v = y - north;
    Node a, b, c;
    if (mainDiagonal(column, row)) {
        a = {west, north}, b = {east, south}, c = {east, north};
        if (v > u) a = {east, south}, b = {west, north}, c = {west, south};
    } else {
        a = {west, south}, b = {east, north}, c = {west, north};
        if (u + v > kTile) a = {east, north}, b = {west, south}, c = {east, south};
    }
    while (!leaf(a, b, c)) {
        const Node m{(a.x + b.x) / 2, (a.y + b.y) / 2};
        // The halves lie on either side of the line from c to m: take the one on a's side, or b's.
        const double dx = m.x - c.x, dy = m.y - c.y;
        const double side = dx * (y - c.y) - dy * (x - c.x);
        const double sideOfA = dx * (a.y - c.y) - dy * (a.x - c.x);
        const Triangle next = side * sideOfA >= 0 ? Triangle{c, a, m} : Triangle{b, c, m};
        a = next.a, b = next.b, c = next.c;
    }
    return {a, b, c};
}

}  // namespace sketchwalk::scene
