#include "core/scene/PoissonLattice.h"

#include "core/base/Hash.h"

namespace sketchwalk::scene {
namespace {

constexpr double kCellsPerRadius = 0.75;  // so that a conflict reaches two cells at most
constexpr int kReach = 2;
constexpr int kMargin = 4;  // cells around a window that are remembered as well: most chains of conflict end there

bool before(const PoissonPoint& a, const PoissonPoint& b) {  // a total order
    if (a.priority != b.priority) return a.priority > b.priority;
    if (a.row != b.row) return a.row < b.row;
    return a.column < b.column;
}

// True where no kept candidate that goes before `own` lies within the radius.
template <class Candidate, class Kept>
bool survives(const PoissonPoint& own, double radius, const Candidate& candidate, const Kept& kept) {
    for (int row = own.row - kReach; row <= own.row + kReach; ++row) {
        for (int column = own.column - kReach; column <= own.column + kReach; ++column) {
            if (row == own.row && column == own.column) continue;
            const PoissonPoint& other = candidate(column, row);
            const double dx = other.x - own.x, dy = other.y - own.y;
            if (dx * dx + dy * dy < radius * radius && before(other, own) && kept(column, row)) return false;
        }
    }
    return true;
}

}  // namespace

PoissonLattice::PoissonLattice(uint64_t key, double radius)
    : m_key(key), m_radius(radius), m_cell(radius * kCellsPerRadius) {}

PoissonPoint PoissonLattice::candidate(int column, int row) const {
    const uint64_t place = static_cast<uint64_t>(static_cast<uint32_t>(column)) << 32 | static_cast<uint32_t>(row);
    const uint64_t bits = combine(m_key, place);
    constexpr double kStep = 0x1.0p-20;
    return {(column + static_cast<double>(bits & 0xfffff) * kStep) * m_cell,
            (row + static_cast<double>(bits >> 20 & 0xfffff) * kStep) * m_cell, static_cast<uint32_t>(bits >> 40),
            column, row};
}

bool PoissonLattice::kept(int column, int row) const {
    return survives(
        candidate(column, row), m_radius, [&](int c, int r) { return candidate(c, r); },
        [&](int c, int r) { return kept(c, r); });
}

PoissonLattice::Window::Window(const PoissonLattice& lattice, int column, int row, int size)
    : m_lattice(lattice), m_column(column - kMargin), m_row(row - kMargin), m_size(size + 2 * kMargin) {
    m_points.reserve(static_cast<size_t>(m_size) * static_cast<size_t>(m_size));
    for (int r = m_row; r < m_row + m_size; ++r) {
        for (int c = m_column; c < m_column + m_size; ++c) m_points.push_back(lattice.candidate(c, r));
    }
    m_states.assign(m_points.size(), State::unknown);
}

bool PoissonLattice::Window::holds(int column, int row) const {
    return column >= m_column && row >= m_row && column < m_column + m_size && row < m_row + m_size;
}

size_t PoissonLattice::Window::index(int column, int row) const {
    return static_cast<size_t>(row - m_row) * static_cast<size_t>(m_size) + static_cast<size_t>(column - m_column);
}

const PoissonPoint& PoissonLattice::Window::candidate(int column, int row) const {
    return m_points[index(column, row)];
}

bool PoissonLattice::Window::kept(int column, int row) {
    if (!holds(column, row)) return m_lattice.kept(column, row);
    State& state = m_states[index(column, row)];
    if (state == State::unknown) {
        const bool survived = survives(
            candidate(column, row), m_lattice.m_radius,
            [&](int c, int r) { return holds(c, r) ? m_points[index(c, r)] : m_lattice.candidate(c, r); },
            [&](int c, int r) { return kept(c, r); });
        state = survived ? State::kept : State::dropped;
    }
    return state == State::kept;
}

}  // namespace sketchwalk::scene
