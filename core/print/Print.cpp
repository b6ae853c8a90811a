#include "core/print/Print.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "core/base/Parallel.h"
#include "core/print/Envelope.h"
#include "core/print/Skin.h"
#include "core/print/Thin.h"

namespace sketchwalk::print {
namespace {

static_assert(std::endian::native == std::endian::little, "STL is little-endian and is written as memory holds it");

constexpr size_t kHead = 84, kFacetBytes = 50;
constexpr size_t kMostBytes = 50'000'000;
constexpr int kMostCells = 1024, kLeastCells = 128, kFinestPerCentimetre = 28;  // along the longer side

tl::unexpected<Error> interrupted() {
    return fail(ErrorKind::interrupted, "Stopped while making the print.");
}

struct Place {
    double x = 0, y = 0, z = 0;  // millimetres
};

Place placeOf(const Corner& corner, const Plate& plate, double base, double step) {
    return {corner.x * plate.width / (plate.columns * kParts),
            plate.depth - corner.y * plate.depth / (plate.rows * kParts),
            corner.z == kFloor ? 0.0 : base + corner.z * step};
}

void writeFacet(uint8_t* to, const Place& a, const Place& b, const Place& c) {
    const double ux = b.x - a.x, uy = b.y - a.y, uz = b.z - a.z, vx = c.x - a.x, vy = c.y - a.y, vz = c.z - a.z;
    const double nx = uy * vz - uz * vy, ny = uz * vx - ux * vz, nz = ux * vy - uy * vx;
    const double length = std::sqrt(nx * nx + ny * ny + nz * nz);
    const auto f = [](double value) { return static_cast<float>(value + 0.0); };
    const float numbers[12] = {f(nx / length), f(ny / length), f(nz / length), f(a.x), f(a.y), f(a.z),
                               f(b.x),         f(b.y),         f(b.z),         f(c.x), f(c.y), f(c.z)};
    std::memcpy(to, numbers, sizeof numbers);
}

std::vector<uint8_t> stlOf(const std::vector<Facet>& facets, const Plate& plate, double base, double step,
                           int threads) {
    std::vector<uint8_t> bytes(kHead + facets.size() * kFacetBytes, 0);
    constexpr std::string_view kTitle = "Sketchwalk: a map as a solid, in millimetres, Z up";
    std::memcpy(bytes.data(), kTitle.data(), kTitle.size());
    const auto count = static_cast<uint32_t>(facets.size());
    std::memcpy(bytes.data() + 80, &count, 4);
    parallelFor(
        threads, static_cast<int>(facets.size()),
        [&](int i) {
            const Facet& facet = facets[static_cast<size_t>(i)];
            writeFacet(bytes.data() + kHead + static_cast<size_t>(i) * kFacetBytes,
                       placeOf(facet[0], plate, base, step), placeOf(facet[1], plate, base, step),
                       placeOf(facet[2], plate, base, step));
        },
        4096);
    return bytes;
}

}  // namespace

Result<std::vector<uint8_t>> encodeStl(const scene::Scene& scene, const catalogue::Catalogue& catalogue,
                                       const PrintOptions& options, const Job& job) {
    const int finest = static_cast<int>(options.size * kFinestPerCentimetre / 10);
    for (int most = std::clamp(finest, kLeastCells, kMostCells);; most = most * 3 / 4) {
        const Plate plate = plateOf(scene.extent, options.size, most);
        Heights heights = envelopeOf(scene, catalogue, plate, job);
        if (job.stopped()) return interrupted();
        takeOffThin(heights, plate);
        job.progress("print", 0.5);
        const std::vector<Facet> facets = skinOf(heights, plate, job);
        if (job.stopped()) return interrupted();
        if (kHead + facets.size() * kFacetBytes > kMostBytes && most > kLeastCells) continue;
        auto bytes = stlOf(facets, plate, options.base, heights.step, job.threads);
        job.progress("print", 1);
        return bytes;
    }
}

}  // namespace sketchwalk::print
