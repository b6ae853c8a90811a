// Roofs of two slabs: gabled, half-hipped and hipped, with rows of tiles.
#include <algorithm>
#include <cmath>

#include "core/assets/Shape.h"
#include "core/assets/Triangulate.h"

namespace sketchwalk::assets {

namespace {

void addGabled(Shape& shape, glm::dvec3 size, const RoofOptions& options) {
    const double half = std::max(size.z / 2, 1e-3), slope = size.y / half;
    const double vertical = options.thickness * std::sqrt(1 + slope * slope);
    const double eave = half + options.eaves / std::sqrt(1 + slope * slope);
    const int courses = std::clamp(options.courses, 0, 12);
    const double lip = courses > 0 ? options.thickness * 0.45 : 0;
    const auto under = [&](double z) { return size.y - slope * z; };

    // The profile in (z, y), from the front eave's underside over the ridge to the back one, counter-clockwise seen
    // from +x, where z grows to the left.
    std::vector<glm::dvec2> right;  // the outer line of one slope, from the ridge down
    right.emplace_back(0, under(0) + vertical);
    for (int k = 1; k <= courses; ++k) {
        const double z = eave * k / courses;
        right.emplace_back(z, under(z) + vertical + lip);
        if (k < courses) right.emplace_back(z, under(z) + vertical - lip * 0.5);
    }
    if (courses == 0) right.emplace_back(eave, under(eave) + vertical);
    right.emplace_back(eave, under(eave));

    std::vector<glm::dvec2> profile;  // x stands for z
    for (size_t i = right.size(); i-- > 0;) profile.push_back(right[i]);
    for (size_t i = 1; i < right.size(); ++i) profile.emplace_back(-right[i].x, right[i].y);
    profile.emplace_back(0, under(0));

    const double x = size.x / 2 + options.gables;
    const int n = static_cast<int>(profile.size()), b = static_cast<int>(shape.points.size());
    for (const glm::dvec2& p : profile) shape.point(x, p.y, p.x);
    for (const glm::dvec2& p : profile) shape.point(-x, p.y, p.x);
    for (int i = 0; i < n; ++i) {
        const int j = (i + 1) % n;
        shape.face({b + i, b + j, b + n + j, b + n + i});
    }
    const std::vector<int> triangles = triangulate(profile);
    for (size_t i = 0; i + 2 < triangles.size(); i += 3) {
        const int p = triangles[i], q = triangles[i + 1], r = triangles[i + 2];
        shape.face({b + p, b + r, b + q});
        shape.face({b + n + p, b + n + q, b + n + r});
    }
}

// One level of a hipped roof: a rectangle of half sides x and z, the upper skin's height there, the lower skin's.
struct RoofLevel {
    double x, z, over, under;
    bool hip;  // the ends slope from here up
};

// From the eaves to the ridge. Each row of tiles begins a lip above the end of the row below it.
std::vector<RoofLevel> levelsOf(glm::dvec3 size, const RoofOptions& options) {
    const double half = std::max(size.z / 2, 1e-3), slope = size.y / half, run = std::sqrt(1 + slope * slope);
    const double vertical = options.thickness * run, eave = half + options.eaves / run;
    const double hipped = std::clamp(options.hipped, 0.0, 1.0), whole = size.x / 2 + options.gables;
    const double inward = std::min(eave * hipped, whole);
    const int courses = std::clamp(options.courses, 1, 12);
    const double lip = options.courses > 0 ? options.thickness * 0.45 : 0;
    std::vector<RoofLevel> levels;
    const auto add = [&](double share, double lift) {  // share of the way from the eaves to the ridge
        const double z = eave * (1 - share), beyond = std::max(share - (1 - hipped), 0.0);
        const double under = size.y - slope * z;
        levels.push_back({whole - inward * beyond / std::max(hipped, 1e-9), z, under + vertical + lift, under,
                          share >= 1 - hipped - 1e-9});
    };
    const double bend = 1 - hipped;
    for (int k = 0; k < courses; ++k) {
        const double from = static_cast<double>(k) / courses, to = static_cast<double>(k + 1) / courses;
        add(from, lip);
        if (bend > from + 1e-9 && bend < to - 1e-9) {
            const double f = (bend - from) / (to - from), end = k + 1 < courses ? -lip * 0.5 : 0;
            add(bend, lip + (end - lip) * f);
        }
        if (k + 1 < courses) {
            add(to, -lip * 0.5);
        } else {
            add(1, 0);
        }
    }
    return levels;
}

// The edges of one row of tiles at both gables, between its upper corners a and b and its lower ones c and d. `below`
// is where the row beneath ends, under the lip. Each fan begins at b, so that no triangle of it collapses.
void addRakes(Shape& shape, int a, int b, int c, int d, int below) {
    if (below == a) {
        shape.face({b + 1, a + 1, c + 1, d + 1});
        shape.face({b + 2, d + 2, c + 2, a + 2});
        shape.face({b, d, c, a});
        shape.face({b + 3, a + 3, c + 3, d + 3});
        return;
    }
    shape.face({b + 1, a + 1, below + 1, c + 1, d + 1});
    shape.face({b + 2, d + 2, c + 2, below + 2, a + 2});
    shape.face({b, d, c, below, a});
    shape.face({b + 3, a + 3, below + 3, c + 3, d + 3});
}

// Both skins with the strip that joins them along eaves and rakes. The underside follows level by level.
void addHipped(Shape& shape, glm::dvec3 size, const RoofOptions& options) {
    const std::vector<RoofLevel> levels = levelsOf(size, options);
    const auto corners = [&](double x, double y, double z) {
        const int first = shape.point(-x, y, z);
        shape.point(x, y, z);
        shape.point(x, y, -z);
        shape.point(-x, y, -z);
        return first;
    };
    std::vector<int> over, under;
    for (const RoofLevel& level : levels) over.push_back(corners(level.x, level.over, level.z));
    for (const RoofLevel& level : levels) under.push_back(corners(level.x, level.under, level.z));
    const int eave = over.front(), soffit = under.front();
    shape.face({soffit, soffit + 1, eave + 1, eave});
    shape.face({soffit + 2, soffit + 3, eave + 3, eave + 2});
    if (levels.front().hip) {
        shape.face({soffit + 1, soffit + 2, eave + 2, eave + 1});
        shape.face({soffit + 3, soffit, eave, eave + 3});
    }
    bool hip = levels.front().hip;
    for (size_t k = 0; k + 1 < levels.size(); ++k) {
        const int a = over[k], b = over[k + 1], c = under[k], d = under[k + 1];
        for (const int side : {0, 2}) {
            const int p = side, q = side + 1;
            shape.face({a + p, a + q, b + q, b + p});
            shape.face({c + q, c + p, d + p, d + q});
        }
        if (hip) {
            shape.face({a + 1, a + 2, b + 2, b + 1});
            shape.face({a + 3, a, b, b + 3});
            shape.face({c + 2, c + 1, d + 1, d + 2});
            shape.face({c, c + 3, d + 3, d});
        } else {
            if (levels[k].z > levels[k + 1].z) addRakes(shape, a, b, c, d, k > 0 ? over[k - 1] : a);
            if (levels[k + 1].hip) {  // the foot of the half-hip
                shape.face({d + 1, d + 2, b + 2, b + 1});
                shape.face({d + 3, d, b, b + 3});
                hip = true;
            }
        }
    }
}

}  // namespace

void addRoof(Shape& shape, glm::dvec3 size, const RoofOptions& options) {
    if (options.hipped > 1e-6) {
        addHipped(shape, size, options);
    } else {
        addGabled(shape, size, options);
    }
}

}  // namespace sketchwalk::assets
