#include "core/navigation/Reach.h"

#include <algorithm>
#include <cmath>

#include "core/navigation/Footprint.h"

namespace sketchwalk::navigation {
namespace {

constexpr double kBin = 16;  // metres
constexpr double kStep = 1;  // metres between places along the edge of a footprint

double distanceTo(const Ring& ring, Point p) {
    return contains(ring, p) ? 0 : nearestOnRing(ring, p).distance;
}

glm::vec3 at(Point p, double height) {
    return {static_cast<float>(p.x), static_cast<float>(height), static_cast<float>(p.y)};
}

Goal goalOf(const catalogue::Entry& entry, const Footprint& print, const scene::Instance& instance) {
    Goal goal{entry.id, *instance.stroke, {}, entry.stands == catalogue::Stands::span};
    const double height = instance.position.y;
    const Point along = print.along * print.halfLength, across = print.across * print.halfDepth;
    if (goal.all) {
        goal.places = {at(print.centre - along, height), at(print.centre + along, height)};
        return goal;
    }
    goal.places.push_back(at(print.centre + across, height));
    const Point corners[] = {print.centre + along + across, print.centre + along - across,
                             print.centre - along - across, print.centre - along + across};
    for (size_t side = 0; side < 4; ++side) {
        for (const Point& p : resampled({corners[side], corners[(side + 1) % 4]}, kStep))
            goal.places.push_back(at(p, height));
    }
    return goal;
}

bool concerns(const catalogue::Entry& entry) {
    return entry.family == "building" || entry.family == "prop" || entry.family == "span" ||
           (entry.family == "craft" && entry.stands != catalogue::Stands::water);
}

}  // namespace

Reach::Reach(const NavMesh& mesh) : m_tolerance(2 * mesh.settings.height) {
    const float size = mesh.settings.tileSize();
    m_columns = std::max(1, static_cast<int>(std::ceil(static_cast<double>(mesh.columns) * size / kBin)));
    m_rows = std::max(1, static_cast<int>(std::ceil(static_cast<double>(mesh.rows) * size / kBin)));
    m_bins.resize(static_cast<size_t>(m_columns) * static_cast<size_t>(m_rows));
    for (size_t t = 0; t < mesh.tiles.size(); ++t) {
        const PolyTile& tile = mesh.tiles[t];
        for (size_t p = 0; p < tile.size(); ++p) {
            Piece piece;
            piece.part = mesh.parts[t][p];
            piece.low = 1e30f;
            piece.high = -1e30f;
            for (size_t k = 0; k < kCorners; ++k) {
                const size_t v = tile.polygons[2 * kCorners * p + k];
                if (v == kNobody) break;
                piece.ring.emplace_back(
                    tile.low[0] + static_cast<float>(tile.vertices[3 * v]) * mesh.settings.cell,
                    tile.low[2] + static_cast<float>(tile.vertices[3 * v + 2]) * mesh.settings.cell);
                const float y = tile.low[1] + static_cast<float>(tile.vertices[3 * v + 1]) * mesh.settings.rise;
                piece.low = std::min(piece.low, y);
                piece.high = std::max(piece.high, y);
            }
            const Box box = boundsOf(piece.ring);
            for (int row = std::max(0, static_cast<int>(box.min.y / kBin));
                 row <= std::min(m_rows - 1, static_cast<int>(box.max.y / kBin)); ++row) {
                for (int column = std::max(0, static_cast<int>(box.min.x / kBin));
                     column <= std::min(m_columns - 1, static_cast<int>(box.max.x / kBin)); ++column) {
                    m_bins[static_cast<size_t>(row * m_columns + column)].push_back(static_cast<int>(m_pieces.size()));
                }
            }
            m_pieces.push_back(std::move(piece));
        }
    }
}

// Calls use(piece, distance) for every polygon within reach, some of them more than once.
template <class Use>
void Reach::eachNear(const glm::vec3& point, double within, const Use& use) const {
    const Point p(point.x, point.z);
    const auto bin = [](double metres, int count) { return std::clamp(static_cast<int>(metres / kBin), 0, count - 1); };
    for (int row = bin(p.y - within, m_rows); row <= bin(p.y + within, m_rows); ++row) {
        for (int column = bin(p.x - within, m_columns); column <= bin(p.x + within, m_columns); ++column) {
            for (const int i : m_bins[static_cast<size_t>(row * m_columns + column)]) {
                const Piece& piece = m_pieces[static_cast<size_t>(i)];
                if (point.y < piece.low - m_tolerance || point.y > piece.high + m_tolerance) continue;
                if (const double distance = distanceTo(piece.ring, p); distance <= within) use(piece, distance);
            }
        }
    }
}

int Reach::partAt(const glm::vec3& point, double within) const {
    int part = -1;
    double nearest = 1e300;
    eachNear(point, within, [&](const Piece& piece, double distance) {
        if (distance >= nearest) return;
        nearest = distance;
        part = piece.part;
    });
    return part;
}

bool Reach::touches(const glm::vec3& point, double within, int part) const {
    bool found = false;
    eachNear(point, within, [&](const Piece& piece, double) { found = found || piece.part == part; });
    return found;
}

std::vector<Goal> goalsOf(const scene::Scene& scene, const catalogue::Catalogue& catalogue) {
    std::vector<Goal> goals;
    for (const scene::InstanceGroup& group : scene.groups) {
        const scene::Asset& asset = scene.assets[static_cast<size_t>(group.asset)];
        const catalogue::Entry* entry = catalogue.find(asset.category);
        if (entry == nullptr || !concerns(*entry)) continue;
        for (const scene::Instance& instance : group.instances) {
            if (instance.stroke) goals.push_back(goalOf(*entry, footprintOf(*asset.mesh, instance), instance));
        }
    }
    return goals;
}

Diagnostics unreachable(const NavMesh& mesh, const scene::Scene& scene, const catalogue::Catalogue& catalogue) {
    Diagnostics found;
    if (mesh.spawnPart < 0) {
        found.push_back({Severity::warning, std::nullopt,
                         "Nobody can walk away from the spawn, so the navigation mesh has no start."});
        return found;
    }
    const Reach reach(mesh);
    for (const Goal& goal : goalsOf(scene, catalogue)) {
        const auto near = [&](const glm::vec3& place) { return reach.touches(place, kNear, mesh.spawnPart); };
        const auto count = std::count_if(goal.places.begin(), goal.places.end(), near);
        if (goal.all ? count == static_cast<ptrdiff_t>(goal.places.size()) : count > 0) continue;
        found.push_back({Severity::warning, goal.stroke,
                         goal.all && count > 0 ? "One end of the " + goal.category + " cannot be reached on foot."
                                               : "The " + goal.category + " cannot be reached on foot."});
    }
    return found;
}

}  // namespace sketchwalk::navigation
