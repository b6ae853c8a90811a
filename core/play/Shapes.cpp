#include "core/play/Shapes.h"

#include <algorithm>
#include <array>

#include "core/assets/Solids.h"

namespace sketchwalk::play {
namespace {

constexpr double kThinLeaf = 0.16;  // metres: doors, grilles, banners
constexpr double kUpright = 1.2;    // metres: what is lower than a door is none

struct Loose {
    std::string_view category;
    Looseness kind;
};
constexpr std::array kLoose{Loose{"log", {45, 0.35}}, Loose{"crate", {180, 0.5}}, Loose{"barrel", {250, 0.5}}};
constexpr float kLying = 1.5f;  // a log is longer than this many times its height; else it is a stump, and rooted

bool isLeaf(const assets::Solid& solid) {
    const assets::UprightBox box = assets::uprightBox(assets::cornersOf(solid));
    const double height = box.top - box.bottom;
    return height > kUpright && box.footprint.width < kThinLeaf && box.footprint.length < 2 * height;
}

}  // namespace

SharedShape shapeOf(const scene::Asset& asset) {
    const assets::Solidity solidity = assets::solidityOf(asset.category);
    if (solidity == assets::Solidity::none) return nullptr;
    if (solidity == assets::Solidity::trunk || solidity == assets::Solidity::whole) {
        return piecesOf(assets::colliderOf(*asset.mesh, solidity));
    }
    if (solidity == assets::Solidity::pieces) return trianglesOf(asset.mesh);
    std::vector<glm::vec3> corners;
    for (const assets::Solid& solid : assets::connectedSolids(*asset.mesh)) {
        if (isLeaf(solid)) continue;
        for (const assets::Triangle& triangle : solid) corners.insert(corners.end(), triangle.begin(), triangle.end());
    }
    return trianglesOf(std::move(corners));
}

std::optional<Looseness> loosenessOf(const scene::Asset& asset) {
    const auto* found = std::find_if(kLoose.begin(), kLoose.end(),
                                     [&](const Loose& loose) { return loose.category == asset.category; });
    if (found == kLoose.end()) return std::nullopt;
    const glm::vec3 size = asset.mesh->max - asset.mesh->min;
    if (asset.category == "log" && std::max(size.x, size.z) < kLying * size.y) return std::nullopt;
    return found->kind;
}

}  // namespace sketchwalk::play
