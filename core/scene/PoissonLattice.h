// Poisson-disk points over the whole plane that no map can change: every query, in any order, on any thread, sees the
// same points.
//
// One candidate stands in every cell of a hashed lattice. Candidates have hashed priorities, and one is kept unless a
// kept candidate of higher priority lies within the radius (Matern's third hard-core process, by dependent thinning).
// The rules of a map only pick among these points, so an edit can move none of them, and thinning one rule moves no
// other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sketchwalk::scene {

struct PoissonPoint {
    double x = 0, y = 0;  // metres
    uint32_t priority = 0;
    int32_t column = 0, row = 0;  // its lattice cell, for further random choices
};

class PoissonLattice {
  public:
    // Points per square metre are kDensity / radius^2.
    static constexpr double kDensity = 0.5;

    PoissonLattice(uint64_t key, double radius);  // radius > 0, metres: no two points are nearer

    double cell() const { return m_cell; }  // metres
    PoissonPoint candidate(int column, int row) const;
    bool kept(int column, int row) const;  // slow: without a window's memory

    // A square of lattice cells whose answers are remembered. Not shared between threads.
    class Window {
      public:
        Window(const PoissonLattice& lattice, int column, int row, int size);
        const PoissonPoint& candidate(int column, int row) const;
        bool kept(int column, int row);

      private:
        enum class State : uint8_t { unknown, kept, dropped };
        bool holds(int column, int row) const;
        size_t index(int column, int row) const;
        const PoissonLattice& m_lattice;
        int m_column, m_row, m_size;  // with the margin
        std::vector<PoissonPoint> m_points;
        std::vector<State> m_states;
    };

  private:
    uint64_t m_key;
    double m_radius;
    double m_cell;
};

}  // namespace sketchwalk::scene
