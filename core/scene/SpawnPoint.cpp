#include "core/scene/SpawnPoint.h"

#include <algorithm>
#include <cmath>

#include "core/base/Hash.h"

namespace sketchwalk::scene {
namespace {

constexpr double kGrownBody = 0.9;  // metres kept from what grew, as a share of its crown below this
constexpr double kFromBuilt = 2.5;  // metres
constexpr double kMaxRise = 0.3;    // about 17 degrees
constexpr double kHouseView = 90;   // metres within which houses attract
constexpr double kPleasant = 18;    // metres between a walker and a house that is good to see
constexpr double kInTheFace = 10;   // metres
constexpr double kFromEdge = 10;    // metres, where nothing asks for less
constexpr int kDirections = 24;
constexpr int kLattice = 64;  // candidate places along the longer side

class Chooser {
  public:
    Chooser(const Setting& setting, const Clearance& clearance, const std::vector<Copy>& grown)
        : m_set(setting),
          m_clearance(clearance),
          m_step(std::max(setting.layout.extent.x, setting.layout.extent.y) / kLattice),
          m_grown(kLattice + 1, kLattice + 1) {
        for (const Copy& copy : grown) {
            m_grown(column(copy.instance.position.x), column(copy.instance.position.z)).push_back(&copy);
        }
        for (const layout::Placement& placement : setting.layout.placements) {
            const catalogue::Entry* entry = setting.catalogue.find(placement.category);
            if (entry == nullptr || !std::isfinite(placement.position.x) || !std::isfinite(placement.position.y))
                continue;
            const double radius = std::clamp(0.25 * (placement.footprint.x + placement.footprint.y), 0.5, 60.0);
            if (entry->family == "building") {
                m_sights.push_back({placement.position, radius, std::clamp(entry->size.height / 8, 0.6, 2.5)});
            }
            if (entry->family == "span") m_sights.push_back({placement.position, 2, 1.2});
        }
    }

    bool canStand(Point p) const {
        const terrain::Ground& ground = m_set.ground;
        if (p.x < 0.5 || p.y < 0.5 || p.x > ground.extent.x - 0.5 || p.y > ground.extent.y - 0.5) return false;
        const int x = std::clamp(static_cast<int>(p.x / ground.spacing), 0, ground.width() - 1);
        const int y = std::clamp(static_cast<int>(p.y / ground.spacing), 0, ground.depth() - 1);
        if (ground.water(x, y) != 0 || (!ground.shore.empty() && ground.shore(x, y) < 1)) return false;
        const catalogue::Entry* surface = m_set.catalogue.find(ground.surfaces[ground.surface(x, y)]);
        if (surface != nullptr && !surface->walkable) return false;
        if (m_set.mesh.steepnessAt(p) > kMaxRise || !m_clearance.free(p, kFromBuilt, kGrownBody)) return false;
        for (int r = column(p.y - m_step); r <= column(p.y + m_step); ++r) {
            for (int c = column(p.x - m_step); c <= column(p.x + m_step); ++c) {
                for (const Copy* copy : m_grown(c, r)) {
                    const double dx = copy->instance.position.x - p.x, dy = copy->instance.position.z - p.y;
                    if (dx * dx + dy * dy < kGrownBody * kGrownBody) return false;
                }
            }
        }
        return true;
    }

    std::optional<Point> nearestTo(Point wished) const {
        for (double radius = 0; radius < std::max(m_set.layout.extent.x, m_set.layout.extent.y);
             radius = radius * 1.15 + 0.5) {
            for (int i = 0; i < kDirections; ++i) {
                const Point p = wished + directionOf(i * 360.0 / kDirections) * radius;
                if (canStand(p)) return p;
                if (radius == 0) break;
            }
        }
        return std::nullopt;
    }

    std::optional<Point> best() const {
        std::optional<Point> found;
        double most = -1e300;
        const Point extent = m_set.layout.extent;
        for (double y = m_step / 2; y < extent.y; y += m_step) {
            for (double x = m_step / 2; x < extent.x; x += m_step) {
                const double score = worth({x, y});
                if (score > most && canStand({x, y})) {
                    most = score;
                    found = Point(x, y);
                }
            }
        }
        return found;
    }

    // The way to look: toward sights that are near but not in one's face.
    double view(Point from) {
        m_close.clear();
        for (int r = column(from.y - kInTheFace); r <= column(from.y + kInTheFace); ++r) {
            for (int c = column(from.x - kInTheFace); c <= column(from.x + kInTheFace); ++c) {
                m_close.insert(m_close.end(), m_grown(c, r).begin(), m_grown(c, r).end());
            }
        }
        double most = -1e300, yaw = 0;
        for (int i = 0; i < kDirections; ++i) {
            const double angle = i * 360.0 / kDirections;
            const double score = seen(from, directionOf(angle));
            if (score > most + 1e-9) {
                most = score;
                yaw = angle;
            }
        }
        return yaw;
    }

  private:
    struct Sight {
        Point at;
        double radius;  // metres
        double weight;
    };

    int column(double metres) const { return std::clamp(static_cast<int>(metres / m_step), 0, kLattice); }

    double worth(Point p) const {
        const terrain::Ground& ground = m_set.ground;
        const int x = std::clamp(static_cast<int>(p.x / ground.spacing), 0, ground.width() - 1);
        const int y = std::clamp(static_cast<int>(p.y / ground.spacing), 0, ground.depth() - 1);
        double score = 0;
        if (!ground.roadEdge.empty()) score += 2.5 * std::clamp(1 - ground.roadEdge(x, y) / 12.0, 0.0, 1.0);
        if (!ground.shore.empty()) score += std::clamp(1 - std::abs(ground.shore(x, y) - 8) / 60.0, 0.0, 1.0);
        double houses = 0;
        for (const Sight& sight : m_sights) {
            const double gap =
                distance(p, sight.at) - sight.radius;  // near enough to belong, far enough to be seen whole
            if (gap < kHouseView)
                houses += sight.weight *
                          (gap < kPleasant ? gap / kPleasant : 1 - (gap - kPleasant) / (kHouseView - kPleasant));
        }
        score += std::min(houses, 4.0);
        const Point middle = m_set.layout.extent * 0.5;
        const double off = std::max(std::abs(p.x - middle.x) / middle.x, std::abs(p.y - middle.y) / middle.y);
        const double edge = std::min({p.x, p.y, 2 * middle.x - p.x, 2 * middle.y - p.y});
        return score - 1.5 * std::max(off - 0.6, 0.0) - (edge < kFromEdge ? 2 : 0);
    }

    double seen(Point from, Point direction) const {
        double score = 0;
        for (const Sight& sight : m_sights) {
            const Point to = sight.at - from;
            const double d = std::sqrt(to.x * to.x + to.y * to.y), gap = std::max(d - sight.radius, 0.0);
            if (d < 0.1 || gap > 250) continue;
            const double cosine = (to.x * direction.x + to.y * direction.y) / d;
            if (gap < kInTheFace && cosine > 0.3) score -= 2 * (1 - gap / kInTheFace);
            if (gap >= kInTheFace && cosine > 0.6) score += sight.weight * (cosine - 0.6) * 2.5 * 40 / (28 + d);
        }
        for (const Copy* copy : m_close) {  // leaves in one's face
            const Point to(copy->instance.position.x - from.x, copy->instance.position.z - from.y);
            const double d = std::sqrt(to.x * to.x + to.y * to.y);
            if (d < kInTheFace && to.x * direction.x + to.y * direction.y > 0.85 * d)
                score -= 0.12 * (1 - d / kInTheFace);
        }
        const terrain::Ground& ground = m_set.ground;
        for (double d = 6; d <= 120; d *= 1.25) {
            const Point p = from + direction * d;
            if (p.x < 0 || p.y < 0 || p.x >= ground.extent.x || p.y >= ground.extent.y) return score - 0.4;
            if (ground.isWater(p)) score += 0.06;
            const double rise = m_set.mesh.heightAt(p) - m_set.mesh.heightAt(from);
            if (d < 12 && rise > 0.25 * d) score -= 0.5;                 // a bank in one's face
            if (d > 40) score += std::clamp(rise / d, -0.2, 0.5) * 0.3;  // hills far off
        }
        return score;
    }

    const Setting& m_set;
    const Clearance& m_clearance;
    double m_step;
    Grid<std::vector<const Copy*>> m_grown;
    std::vector<Sight> m_sights;
    std::vector<const Copy*> m_close;  // what grew near the place a view is sought from
};

}  // namespace

Spawn chooseSpawn(const Setting& setting, const Clearance& clearance, const std::vector<Copy>& grown,
                  Diagnostics& diagnostics) {
    Chooser chooser(setting, clearance, grown);
    const Point middle = setting.layout.extent * 0.5;
    std::optional<Point> at;
    const auto& wished = setting.layout.spawn;
    if (wished && std::isfinite(wished->x) && std::isfinite(wished->y)) {
        at = chooser.nearestTo(*wished);
        if (at && distance(*at, *wished) > 2) {
            diagnostics.push_back(diagnosticOf(Severity::note, std::nullopt,
                                               {"Nobody can stand where the spawn was drawn; it moved %1 m.",
                                                {std::to_string(std::lround(distance(*at, *wished)))}}));
        }
    } else {
        at = chooser.best();
        if (!at) at = chooser.nearestTo(middle);
    }
    if (!at) {
        diagnostics.push_back(
            diagnosticOf(Severity::warning, std::nullopt,
                         {"There is no dry, level place to start from; the spawn is in the middle of the map.", {}}));
        at = middle;
    }
    Spawn spawn;
    spawn.position = {static_cast<float>(at->x), static_cast<float>(setting.mesh.heightAt(*at)),
                      static_cast<float>(at->y)};
    spawn.yaw = static_cast<float>(chooser.view(*at));
    return spawn;
}

}  // namespace sketchwalk::scene
