#include "core/scene/PoissonLattice.h"

#include <gtest/gtest.h>

#include <cmath>

namespace sketchwalk::scene {
namespace {

std::vector<PoissonPoint> pointsIn(const PoissonLattice& lattice, int column, int row, int size) {
    PoissonLattice::Window window(lattice, column, row, size);
    std::vector<PoissonPoint> points;
    for (int r = row; r < row + size; ++r) {
        for (int c = column; c < column + size; ++c) {
            if (window.kept(c, r)) points.push_back(window.candidate(c, r));
        }
    }
    return points;
}

TEST(PoissonLattice, KeepsTheRadius) {
    const double radius = 2.5;
    const auto points = pointsIn(PoissonLattice(7, radius), -20, -20, 48);
    ASSERT_GT(points.size(), 300u);
    for (size_t i = 0; i < points.size(); ++i) {
        for (size_t j = 0; j < i; ++j) {
            ASSERT_GE(std::hypot(points[i].x - points[j].x, points[i].y - points[j].y), radius);
        }
    }
}

TEST(PoissonLattice, LeavesNoRoomForADroppedCandidate) {
    const PoissonLattice lattice(11, 1.0);
    const auto points = pointsIn(lattice, 0, 0, 40);
    for (int r = 4; r < 36; ++r) {
        for (int c = 4; c < 36; ++c) {
            if (lattice.kept(c, r)) continue;
            const PoissonPoint dropped = lattice.candidate(c, r);
            bool blocked = false;
            for (const PoissonPoint& p : points) blocked |= std::hypot(p.x - dropped.x, p.y - dropped.y) < 1.0;
            EXPECT_TRUE(blocked);
        }
    }
}

TEST(PoissonLattice, AnswersTheSameThroughAnyWindow) {
    const PoissonLattice lattice(3, 4.0);
    PoissonLattice::Window large(lattice, 0, 0, 64), shifted(lattice, 13, 21, 16);
    for (int r = 21; r < 37; ++r) {
        for (int c = 13; c < 29; ++c) {
            EXPECT_EQ(large.kept(c, r), shifted.kept(c, r));
            EXPECT_EQ(large.kept(c, r), lattice.kept(c, r));
        }
    }
}

TEST(PoissonLattice, HasTheDensityItStates) {
    const double radius = 3;
    const PoissonLattice lattice(5, radius);
    const auto points = pointsIn(lattice, 0, 0, 300);
    const double area = std::pow(300 * lattice.cell(), 2);
    EXPECT_NEAR(static_cast<double>(points.size()) / area, PoissonLattice::kDensity / (radius * radius),
                0.03 * PoissonLattice::kDensity / (radius * radius));
}

}  // namespace
}  // namespace sketchwalk::scene
