#include "core/navigation/Paths.h"

#include <DetourNavMeshQuery.h>

#include <algorithm>
#include <cmath>

#include "core/base/Hash.h"
#include "core/navigation/Detour.h"

namespace sketchwalk::navigation {
namespace {

constexpr uint16_t kHere = 1, kElsewhere = 2;  // flags of polygons: in the part, in another
constexpr int kMostNodes = 65535;              // Detour's most
constexpr int kMostSteps = 8192;               // polygons of a way
constexpr float kOffPart = 1;                  // metres that an end may be off

struct FreeQuery {
    void operator()(dtNavMeshQuery* query) const { dtFreeNavMeshQuery(query); }
};

struct Fan {  // one triangle of the part
    glm::vec3 a{0}, b{0}, c{0};
    double upTo = 0;  // square metres of all up to and with this
};

}  // namespace

class Paths::Own {
  public:
    void mark(const NavMesh& from);

    DetourMesh mesh;
    std::unique_ptr<dtNavMeshQuery, FreeQuery> query;
    dtQueryFilter filter;
    float tall = 3.6f;  // metres
    std::vector<Fan> fans;
};

// Tells the part's polygons from the others, and lists their triangles.
void Paths::Own::mark(const NavMesh& from) {
    double area = 0;
    for (size_t t = 0; t < from.tiles.size(); ++t) {
        const PolyTile& tile = from.tiles[t];
        const dtPolyRef base = mesh->getPolyRefBase(mesh->getTileAt(tile.column, tile.row, 0));
        const auto corner = [&](size_t p, size_t k) {
            const size_t v = tile.polygons[2 * kCorners * p + k];
            return glm::vec3(tile.low[0] + static_cast<float>(tile.vertices[3 * v]) * from.settings.cell,
                             tile.low[1] + static_cast<float>(tile.vertices[3 * v + 1]) * from.settings.rise,
                             tile.low[2] + static_cast<float>(tile.vertices[3 * v + 2]) * from.settings.cell);
        };
        for (size_t p = 0; p < tile.size(); ++p) {
            const bool here = from.parts[t][p] == from.spawnPart;
            mesh->setPolyFlags(base | static_cast<dtPolyRef>(p), here ? kHere : kElsewhere);
            if (!here) continue;
            for (size_t k = 2; k < kCorners && tile.polygons[2 * kCorners * p + k] != kNobody; ++k) {
                Fan fan{corner(p, 0), corner(p, k - 1), corner(p, k), 0};
                const glm::vec3 u = fan.b - fan.a, v = fan.c - fan.a;
                area += 0.5 * std::abs(static_cast<double>(u.x) * v.z - static_cast<double>(u.z) * v.x);
                fan.upTo = area;
                fans.push_back(fan);
            }
        }
    }
}

Result<Paths> Paths::from(const NavMesh& mesh) {
    const auto params = paramsOf(mesh);
    if (!params) return tl::make_unexpected(params.error());
    std::vector<std::vector<uint8_t>> data;
    for (const PolyTile& tile : mesh.tiles) {
        auto bytes = tileData(tile, mesh.settings);
        if (!bytes) return tl::make_unexpected(bytes.error());
        data.push_back(std::move(*bytes));
    }
    auto linked = assemble(*params, data);
    if (!linked) return tl::make_unexpected(linked.error());
    auto own = std::make_unique<Own>();
    own->mesh = std::move(*linked);
    own->tall = 2 * mesh.settings.height;
    own->query.reset(dtAllocNavMeshQuery());
    if (!own->query || dtStatusFailed(own->query->init(own->mesh.get(), kMostNodes))) {
        return fail(ErrorKind::output, "There is not enough memory to look for ways over the map.");
    }
    own->filter.setIncludeFlags(kHere);
    own->mark(mesh);
    return Paths(std::move(own));
}

Paths::Paths(std::unique_ptr<Own> own) : m_own(std::move(own)) {}
Paths::Paths(Paths&&) noexcept = default;
Paths& Paths::operator=(Paths&&) noexcept = default;
Paths::~Paths() = default;

std::optional<glm::vec3> Paths::nearest(const glm::vec3& point, float within) const {
    const float reach[3] = {within, m_own->tall, within};
    dtPolyRef found = 0;
    glm::vec3 place(0);
    m_own->query->findNearestPoly(&point.x, reach, &m_own->filter, &found, &place.x);
    if (found == 0 || std::hypot(place.x - point.x, place.z - point.z) > within) return std::nullopt;
    return place;
}

std::vector<glm::vec3> Paths::between(const glm::vec3& start, const glm::vec3& end) const {
    const float reach[3] = {kOffPart, m_own->tall, kOffPart};
    dtPolyRef first = 0, last = 0;
    glm::vec3 a(0), b(0);
    m_own->query->findNearestPoly(&start.x, reach, &m_own->filter, &first, &a.x);
    m_own->query->findNearestPoly(&end.x, reach, &m_own->filter, &last, &b.x);
    if (first == 0 || last == 0) return {};
    std::vector<dtPolyRef> polygons(kMostSteps);
    int count = 0;
    m_own->query->findPath(first, last, &a.x, &b.x, &m_own->filter, polygons.data(), &count, kMostSteps);
    if (count == 0 || polygons[static_cast<size_t>(count) - 1] != last) return {};
    std::vector<glm::vec3> corners(kMostSteps);
    int corner = 0;
    m_own->query->findStraightPath(&a.x, &b.x, polygons.data(), count, &corners[0].x, nullptr, nullptr, &corner,
                                   kMostSteps);
    corners.resize(static_cast<size_t>(corner));
    return corners;
}

std::optional<glm::vec3> Paths::somewhere(uint64_t randomBits) const {
    if (m_own->fans.empty()) return std::nullopt;
    const double wanted = toUnit(randomBits) * m_own->fans.back().upTo;
    const auto fan = std::lower_bound(m_own->fans.begin(), m_own->fans.end(), wanted,
                                      [](const Fan& one, double area) { return one.upTo < area; });
    auto u = static_cast<float>(toUnit(mix(randomBits ^ 1))), v = static_cast<float>(toUnit(mix(randomBits ^ 2)));
    if (u + v > 1) {
        u = 1 - u;
        v = 1 - v;
    }
    return fan->a + (fan->b - fan->a) * u + (fan->c - fan->a) * v;
}

}  // namespace sketchwalk::navigation
