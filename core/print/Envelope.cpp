#include "core/print/Envelope.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "core/base/Parallel.h"
#include "core/base/Trig.h"

namespace sketchwalk::print {
namespace {

constexpr double kWaterDepth = 0.4, kRoadDepth = 0.3;  // millimetres
constexpr double kThick = 0.9;                         // millimetres: what is thickened becomes this wide
constexpr double kLeastHeight = 0.15;                  // millimetres: what is lower does not show
constexpr double kStep = 0.002;                        // millimetres, of the heights
constexpr double kMostSteps = 65000;
constexpr float kNothing = -1e30f;
constexpr int kBand = 64;  // rows of samples done together

// A copy as it is drawn: its axes carry scale, yaw and thickening, and the plate's samples as unit.
struct Thing {
    const assets::Mesh* mesh = nullptr;
    double xx = 0, xz = 0, zx = 0, zz = 0;  // samples a metre of local x and z
    double x = 0, z = 0;                    // samples
    double lift = 0, rise = 1;              // metres; height = lift + rise * y
    int firstRow = 0, lastRow = 0;
};

struct RasterCorner {
    double x, z;  // samples
    double y;     // metres
};

// Calls set(x, height) for every sample of one row inside the triangle, its edges included.
template <class Set>
void eachSample(const std::array<RasterCorner, 3>& t, int row, int width, const Set& set) {
    double from = 1e300, to = -1e300;
    for (size_t e = 0; e < 3; ++e) {
        const RasterCorner &a = t[e], &b = t[(e + 1) % 3];
        if ((a.z < row && b.z < row) || (a.z > row && b.z > row)) continue;
        if (a.z == b.z) {
            from = std::min({from, a.x, b.x});
            to = std::max({to, a.x, b.x});
        } else {
            const double x = a.x + (b.x - a.x) * ((row - a.z) / (b.z - a.z));
            from = std::min(from, x);
            to = std::max(to, x);
        }
    }
    const double area = (t[1].x - t[0].x) * (t[2].z - t[0].z) - (t[1].z - t[0].z) * (t[2].x - t[0].x);
    if (std::abs(area) < 1e-12 || from > to) return;
    const double slopeX = ((t[1].y - t[0].y) * (t[2].z - t[0].z) - (t[2].y - t[0].y) * (t[1].z - t[0].z)) / area;
    const double slopeZ = ((t[2].y - t[0].y) * (t[1].x - t[0].x) - (t[1].y - t[0].y) * (t[2].x - t[0].x)) / area;
    const double low = std::min({t[0].y, t[1].y, t[2].y}), high = std::max({t[0].y, t[1].y, t[2].y});
    const int last = static_cast<int>(std::floor(std::min(to + 1e-6, width - 1.0)));
    for (int x = static_cast<int>(std::ceil(std::max(from - 1e-6, 0.0))); x <= last; ++x) {
        set(x, std::clamp(t[0].y + slopeX * (x - t[0].x) + slopeZ * (row - t[0].z), low, high));
    }
}

class Sampler {
  public:
    Sampler(const scene::Scene& scene, const catalogue::Catalogue& catalogue, const Plate& plate)
        : m_scene(scene),
          m_plate(plate),
          m_perX((plate.samplesWide() - 1) / scene.extent.x),
          m_perZ((plate.samplesDeep() - 1) / scene.extent.y),
          m_land(plate.samplesWide(), plate.samplesDeep(), kNothing) {
        for (const scene::InstanceGroup& group : scene.groups) {
            const scene::Asset& asset = scene.assets[static_cast<size_t>(group.asset)];
            const catalogue::Entry* entry = catalogue.find(asset.category);
            for (const scene::Instance& instance : group.instances) {
                if (auto thing = thingOf(*asset.mesh, instance, entry)) m_things.push_back(*thing);
            }
        }
    }

    // Rows of samples, independent of all others.
    void fillRows(int first, int last) {
        Grid<float> water(m_land.width(), last - first + 1, kNothing);
        for (const scene::TerrainChunk& chunk : m_scene.chunks) {
            drawFlat(*chunk.mesh, first, last, [&](int x, int row, double y) { raise(m_land(x, row), y); });
        }
        for (const scene::WaterPart& part : m_scene.waters) {
            drawFlat(*part.mesh, first, last, [&](int x, int row, double y) { raise(water(x, row - first), y); });
        }
        const float sunk = static_cast<float>(kWaterDepth / m_plate.scale);
        for (int row = first; row <= last; ++row) {
            for (int x = 0; x < m_land.width(); ++x) {
                float& land = m_land(x, row);
                if (land == kNothing) land = x > 0 ? m_land(x - 1, row) : 0;
                const float level = water(x, row - first);
                land = level > land ? level - sunk : land - roadDepth(x, row);
            }
        }
        for (const Thing& thing : m_things) {
            if (thing.lastRow >= first && thing.firstRow <= last) draw(thing, first, last);
        }
    }

    Heights heights() const {
        const auto [low, high] = std::minmax_element(m_land.values().begin(), m_land.values().end());
        Heights out;
        out.step = std::max(kStep, (*high - *low) * m_plate.scale / kMostSteps);
        out.steps = Grid<uint16_t>(m_land.width(), m_land.height());
        const double factor = m_plate.scale / out.step;
        for (size_t i = 0; i < m_land.values().size(); ++i) {
            const double steps = std::round((static_cast<double>(m_land.values()[i]) - *low) * factor);
            out.steps.values()[i] = static_cast<uint16_t>(std::clamp(steps, 0.0, 65535.0));
        }
        return out;
    }

  private:
    static void raise(float& value, double height) { value = std::max(value, static_cast<float>(height)); }

    // Nothing where it is too small to be printed.
    std::optional<Thing> thingOf(const assets::Mesh& mesh, const scene::Instance& instance,
                                 const catalogue::Entry* entry) const {
        const double toPrint = m_plate.scale * instance.scale;
        const double wide = (mesh.max.x - mesh.min.x) * toPrint, deep = (mesh.max.z - mesh.min.z) * toPrint;
        if (mesh.max.y * toPrint < kLeastHeight) return std::nullopt;
        const std::string_view family = entry != nullptr ? std::string_view(entry->family) : std::string_view();
        const bool matters = family == "building" || family == "span" || family == "barrier";
        if (wide < kThick && deep < kThick && !matters) return std::nullopt;
        const double widen = std::max(1.0, kThick / std::max(wide, 1e-6)),
                     deepen = std::max(1.0, kThick / std::max(deep, 1e-6));
        const double yaw = exact::radians(instance.yaw), c = exact::cos(yaw) * instance.scale,
                     s = exact::sin(yaw) * instance.scale;
        // Thickened about the middle of the mesh.
        const double mx = 0.5 * (mesh.min.x + mesh.max.x), mz = 0.5 * (mesh.min.z + mesh.max.z);
        Thing thing;
        thing.mesh = &mesh;
        thing.xx = c * widen * m_perX;
        thing.xz = s * deepen * m_perX;
        thing.zx = -s * widen * m_perZ;
        thing.zz = c * deepen * m_perZ;
        thing.x = (instance.position.x + c * mx + s * mz) * m_perX - thing.xx * mx - thing.xz * mz;
        thing.z = (instance.position.z - s * mx + c * mz) * m_perZ - thing.zx * mx - thing.zz * mz;
        thing.lift = instance.position.y;
        thing.rise = instance.scale;
        double north = 1e300, south = -1e300;
        for (int corner = 0; corner < 4; ++corner) {
            const double z = thing.z + thing.zx * ((corner & 1) ? mesh.max.x : mesh.min.x) +
                             thing.zz * ((corner & 2) ? mesh.max.z : mesh.min.z);
            north = std::min(north, z);
            south = std::max(south, z);
        }
        if (!std::isfinite(north) || !std::isfinite(south)) return std::nullopt;
        thing.firstRow = static_cast<int>(std::clamp(std::floor(north), -1.0, 1e6));
        thing.lastRow = static_cast<int>(std::clamp(std::ceil(south), -1.0, 1e6));
        return thing;
    }

    template <class Place, class Set>
    void drawMesh(const assets::Mesh& mesh, int first, int last, const Place& place, const Set& set) const {
        for (const assets::Primitive& primitive : mesh.primitives) {
            const auto& at = primitive.positions;
            for (size_t i = 0; i + 2 < primitive.indices.size(); i += 3) {
                const std::array<RasterCorner, 3> t{place(at[primitive.indices[i]]),
                                                    place(at[primitive.indices[i + 1]]),
                                                    place(at[primitive.indices[i + 2]])};
                const double north = std::min({t[0].z, t[1].z, t[2].z}), south = std::max({t[0].z, t[1].z, t[2].z});
                if (!(north <= last && south >= first)) continue;
                const int from = std::max(first, static_cast<int>(std::ceil(north - 1e-6)));
                const int to = std::min(last, static_cast<int>(std::floor(south + 1e-6)));
                for (int row = from; row <= to; ++row) {
                    eachSample(t, row, m_land.width(), [&](int x, double y) { set(x, row, y); });
                }
            }
        }
    }

    template <class Set>
    void drawFlat(const assets::Mesh& mesh, int first, int last, const Set& set) const {
        if (mesh.min.z * m_perZ > last + 1 || mesh.max.z * m_perZ < first - 1) return;
        drawMesh(
            mesh, first, last,
            [&](const glm::vec3& p) {
                return RasterCorner{p.x * m_perX, p.z * m_perZ, p.y};
            },
            set);
    }

    void draw(const Thing& thing, int first, int last) {
        drawMesh(
            *thing.mesh, first, last,
            [&](const glm::vec3& p) {
                return RasterCorner{thing.x + thing.xx * p.x + thing.xz * p.z,
                                    thing.z + thing.zx * p.x + thing.zz * p.z, thing.lift + thing.rise * p.y};
            },
            [&](int x, int row, double y) { raise(m_land(x, row), y); });
    }

    float roadDepth(int x, int row) const {
        const terrain::Ground* ground = m_scene.ground.get();
        if (ground == nullptr || ground->roadEdge.empty()) return 0;
        const double edge =
            bilinear(ground->roadEdge, x / m_perX / ground->spacing - 0.5, row / m_perZ / ground->spacing - 0.5);
        return edge < 0.5 * ground->spacing ? static_cast<float>(kRoadDepth / m_plate.scale) : 0;
    }

    const scene::Scene& m_scene;
    const Plate& m_plate;
    double m_perX, m_perZ;  // samples a metre
    Grid<float> m_land;     // samples, metres
    std::vector<Thing> m_things;
};

}  // namespace

Plate plateOf(Point extent, double size, int most) {
    constexpr double kCell = 0.35;  // millimetres
    constexpr int kTile = 64;
    Plate plate;
    plate.scale = size / std::max(extent.x, extent.y);
    plate.width = extent.x * plate.scale;
    plate.depth = extent.y * plate.scale;
    const double cell = std::max(kCell, size / most);
    plate.columns = kTile * std::max(1, static_cast<int>(std::lround(plate.width / cell / kTile)));
    plate.rows = kTile * std::max(1, static_cast<int>(std::lround(plate.depth / cell / kTile)));
    return plate;
}

Heights envelopeOf(const scene::Scene& scene, const catalogue::Catalogue& catalogue, const Plate& plate,
                   const Job& job) {
    Sampler sampler(scene, catalogue, plate);
    const int rows = plate.samplesDeep();
    parallelFor(job.threads, (rows + kBand - 1) / kBand, [&](int band) {
        if (!job.stopped()) sampler.fillRows(band * kBand, std::min((band + 1) * kBand, rows) - 1);
    });
    return sampler.heights();
}

}  // namespace sketchwalk::print
