#include "core/navigation/Surface.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace sketchwalk::navigation {
namespace {

struct Spot {  // millimetres
    int64_t x = 0, y = 0, z = 0;
};

using Face = std::array<uint32_t, 3>;

constexpr int64_t kAside = 3;              // millimetres a vertex may lie beside an edge that it cuts
constexpr int64_t kBinMillimetres = 1000;  // millimetres

int64_t millimetres(double metres) {
    return std::llround(metres * 1000);
}

int64_t crossOf(const Spot& a, const Spot& b, const Spot& c) {  // twice the area from above
    return (b.x - a.x) * (c.z - a.z) - (b.z - a.z) * (c.x - a.x);
}

class Knit {
  public:
    explicit Knit(const NavMesh& mesh) : m_step(millimetres(mesh.settings.climb)) {
        for (const PolyTile& tile : mesh.tiles) gather(tile, mesh.settings);
        weld();
    }

    // Cuts edges that belong to one face only where a vertex of another such edge lies on them.
    void cut() {
        std::map<std::pair<uint32_t, uint32_t>, int> uses;
        for (const Face& face : m_faces) eachEdge(face, [&](uint32_t a, uint32_t b) { ++uses[std::minmax(a, b)]; });
        const auto open = [&](uint32_t a, uint32_t b) { return uses.at(std::minmax(a, b)) == 1; };
        std::map<std::pair<int64_t, int64_t>, std::vector<uint32_t>> bins;
        std::vector<bool> binned(m_spots.size(), false);
        for (const Face& face : m_faces) {
            eachEdge(face, [&](uint32_t a, uint32_t b) {
                if (!open(a, b)) return;
                for (const uint32_t v : {a, b}) {
                    if (binned[v]) continue;
                    binned[v] = true;
                    bins[{m_spots[v].x / kBinMillimetres, m_spots[v].z / kBinMillimetres}].push_back(v);
                }
            });
        }
        std::vector<Face> faces;
        faces.swap(m_faces);
        for (const Face& face : faces) {
            std::array<std::vector<uint32_t>, 3> on;
            for (size_t e = 0; e < 3; ++e) {
                if (open(face[e], face[(e + 1) % 3])) on[e] = along(face[e], face[(e + 1) % 3], bins);
            }
            split(face, on);
        }
    }

    Surface surface() const {
        Surface out;
        for (const Spot& spot : m_spots) {
            out.vertices.emplace_back(static_cast<float>(static_cast<double>(spot.x) / 1000),
                                      static_cast<float>(static_cast<double>(spot.y) / 1000),
                                      static_cast<float>(static_cast<double>(spot.z) / 1000));
        }
        for (const Face& face : m_faces) {
            const bool up = crossOf(m_spots[face[0]], m_spots[face[1]], m_spots[face[2]]) < 0;
            out.indices.insert(out.indices.end(), {face[0], face[up ? 1 : 2], face[up ? 2 : 1]});
        }
        return out;
    }

  private:
    using Bins = std::map<std::pair<int64_t, int64_t>, std::vector<uint32_t>>;

    template <class Use>
    static void eachEdge(const Face& face, const Use& use) {
        for (size_t e = 0; e < 3; ++e) use(face[e], face[(e + 1) % 3]);
    }

    void gather(const PolyTile& tile, const NavSettings& settings) {
        for (size_t p = 0; p < tile.size(); ++p) {
            const uint16_t* polygon = &tile.polygons[2 * kCorners * p];
            uint32_t corners = 0;
            while (corners < kCorners && polygon[corners] != kNobody) ++corners;
            const uint32_t* detail = &tile.details[4 * p];
            const auto first = static_cast<uint32_t>(m_spots.size());
            for (uint32_t k = 0; k < detail[1]; ++k) {
                if (k < corners) {  // as the polygon has them, so that neighbours agree
                    const uint16_t* v = &tile.vertices[3 * polygon[k]];
                    m_spots.push_back({millimetres(tile.low[0] + static_cast<double>(v[0]) * settings.cell),
                                       millimetres(tile.low[1] + static_cast<double>(v[1]) * settings.rise),
                                       millimetres(tile.low[2] + static_cast<double>(v[2]) * settings.cell)});
                } else {  // Recast lifts them by one voxel
                    const float* v = &tile.detailVertices[3 * (detail[0] + k)];
                    m_spots.push_back(
                        {millimetres(v[0]), millimetres(static_cast<double>(v[1]) - settings.rise), millimetres(v[2])});
                }
            }
            for (uint32_t k = 0; k < detail[3]; ++k) {
                const uint8_t* t = &tile.detailTriangles[4 * (detail[2] + k)];
                m_faces.push_back({first + t[0], first + t[1], first + t[2]});
            }
        }
    }

    // Vertices above one another within a step become one, at the height of the lowest.
    void weld() {
        std::vector<uint32_t> order(m_spots.size());
        for (size_t i = 0; i < order.size(); ++i) order[i] = static_cast<uint32_t>(i);
        std::sort(order.begin(), order.end(), [&](uint32_t i, uint32_t j) {
            const Spot &a = m_spots[i], &b = m_spots[j];
            return std::tie(a.x, a.z, a.y, i) < std::tie(b.x, b.z, b.y, j);
        });
        std::vector<uint32_t> number(m_spots.size());
        std::vector<Spot> spots;
        const Spot* last = nullptr;
        for (const uint32_t i : order) {
            const Spot& spot = m_spots[i];
            if (last == nullptr || last->x != spot.x || last->z != spot.z || spot.y - last->y > m_step) {
                spots.push_back(spot);
            }
            number[i] = static_cast<uint32_t>(spots.size()) - 1;
            last = &spot;
        }
        std::vector<Face> faces;
        for (const Face& face : m_faces) {
            const Face named{number[face[0]], number[face[1]], number[face[2]]};
            if (crossOf(spots[named[0]], spots[named[1]], spots[named[2]]) != 0) faces.push_back(named);
        }
        m_faces = std::move(faces);
        m_spots = std::move(spots);
    }

    // The vertices in `bins` strictly between a and b on their edge, in order.
    std::vector<uint32_t> along(uint32_t from, uint32_t to, const Bins& bins) const {
        const Spot &a = m_spots[from], &b = m_spots[to];
        const double dx = static_cast<double>(b.x - a.x), dz = static_cast<double>(b.z - a.z);
        const double length = std::sqrt(dx * dx + dz * dz);
        std::vector<std::pair<double, uint32_t>> found;
        const auto [west, east] = std::minmax(a.x, b.x);
        const auto [north, south] = std::minmax(a.z, b.z);
        for (int64_t column = (west - kAside) / kBinMillimetres; column <= (east + kAside) / kBinMillimetres;
             ++column) {
            for (int64_t row = (north - kAside) / kBinMillimetres; row <= (south + kAside) / kBinMillimetres; ++row) {
                const auto bin = bins.find({column, row});
                if (bin == bins.end()) continue;
                for (const uint32_t v : bin->second) {
                    if (v == from || v == to) continue;
                    const double px = static_cast<double>(m_spots[v].x - a.x),
                                 pz = static_cast<double>(m_spots[v].z - a.z);
                    const double t = (px * dx + pz * dz) / (length * length);
                    const double aside = std::abs(px * dz - pz * dx) / length;
                    const double height = static_cast<double>(a.y) + t * static_cast<double>(b.y - a.y);
                    if (t <= 0 || t >= 1 || aside > kAside) continue;
                    if (std::abs(static_cast<double>(m_spots[v].y) - height) > static_cast<double>(m_step)) continue;
                    found.emplace_back(t, v);
                }
            }
        }
        std::sort(found.begin(), found.end());
        std::vector<uint32_t> list;
        for (const auto& [t, v] : found) list.push_back(v);
        return list;
    }

    // Adds the face, cut at the vertices that lie on its edges.
    void split(const Face& face, const std::array<std::vector<uint32_t>, 3>& on) {
        for (size_t e = 0; e < 3; ++e) {
            if (on[e].empty()) continue;
            const size_t next = (e + 1) % 3, last = (e + 2) % 3;
            const auto middle = on[e].begin() + static_cast<ptrdiff_t>(on[e].size() / 2);
            // (a, m, c) and (m, b, c), where m lies on the edge from a to b.
            split({face[e], *middle, face[last]}, {std::vector(on[e].begin(), middle), {}, on[last]});
            split({*middle, face[next], face[last]}, {std::vector(middle + 1, on[e].end()), on[next], {}});
            return;
        }
        m_faces.push_back(face);
    }

    int64_t m_step;
    std::vector<Spot> m_spots;
    std::vector<Face> m_faces;
};

}  // namespace

Surface surfaceOf(const NavMesh& mesh) {
    Knit knit(mesh);
    knit.cut();
    return knit.surface();
}

}  // namespace sketchwalk::navigation
