#include "core/terrain/Ground.h"

#include <cmath>

#include "core/base/Trig.h"

namespace sketchwalk::terrain {

double Ground::slopeAt(Point p) const {
    if (height.empty() || !(spacing > 0)) return 0;
    const double rise = (heightAt(p + Point(spacing, 0)) - heightAt(p - Point(spacing, 0))) / (2 * spacing);
    const double run = (heightAt(p + Point(0, spacing)) - heightAt(p - Point(0, spacing))) / (2 * spacing);
    return exact::degrees(exact::atan2(std::sqrt(rise * rise + run * run), 1.0));
}

bool Ground::isWater(Point p) const {
    const double x = std::floor(p.x / spacing), y = std::floor(p.y / spacing);
    if (!(x >= 0 && y >= 0 && x < water.width() && y < water.height())) return false;
    return water(static_cast<int>(x), static_cast<int>(y)) != 0;
}

}  // namespace sketchwalk::terrain
