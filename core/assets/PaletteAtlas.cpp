#include "core/assets/PaletteAtlas.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "core/base/Trig.h"

namespace sketchwalk::assets {
namespace {

constexpr int kCell = 16;         // pixels a side
constexpr int kColumns = 16;      // cells
constexpr float kCellMargin = 2;  // pixels at a cell's top and bottom that no vertex points at

float toLinear(float srgb) {
    const double c = std::clamp(static_cast<double>(srgb), 0.0, 1.0);
    return static_cast<float>(c <= 0.04045 ? c / 12.92 : exact::pow((c + 0.055) / 1.055, 2.4));
}

uint8_t toByte(float linear) {
    const double c = std::clamp(static_cast<double>(linear), 0.0, 1.0);
    const double srgb = c <= 0.0031308 ? c * 12.92 : 1.055 * exact::pow(c, 1 / 2.4) - 0.055;
    return static_cast<uint8_t>(std::lround(srgb * 255));
}

uint8_t share(float value) {
    return static_cast<uint8_t>(std::lround(std::clamp(value, 0.0f, 1.0f) * 255));
}

void fillCell(Image& image, int cell, int line, const uint8_t (&colour)[3]) {
    for (int x = 0; x < kCell; ++x)
        std::copy_n(colour, 3, image.at(cell % kColumns * kCell + x, cell / kColumns * kCell + line));
}

// Openness that a line of a cell stands for; the margins go on with the nearest.
float opennessOf(int line) {
    const float share = (static_cast<float>(line) + 0.5f - kCellMargin) / (kCell - 2 * kCellMargin);
    return 1 - std::clamp(share, 0.0f, 1.0f);
}

}  // namespace

PaletteAtlas::PaletteAtlas(const std::vector<Material>& materials) : m_materials(materials), m_scene(materials.size()) {
    int cells = 0;
    bool glows = false;
    for (const Material& material : materials) {
        const bool plain = !material.pictures && material.alpha >= 1;
        m_cells.push_back(plain ? cells++ : -1);
        glows = glows || (plain && material.glow != Colour(0, 0, 0));
    }
    const auto needed = static_cast<unsigned>(std::max(1, (cells + kColumns - 1) / kColumns));
    m_rows = static_cast<int>(std::bit_ceil(needed));
    const auto blank = [&] { return std::make_shared<Image>(kColumns * kCell, m_rows * kCell, 3); };
    const auto colour = blank(), surface = blank(), glow = glows ? blank() : nullptr;
    for (size_t i = 0; i < materials.size(); ++i) {
        if (m_cells[i] < 0) continue;
        const Material& material = materials[i];
        for (int line = 0; line < kCell; ++line) {
            const Colour shade = shadeOf(opennessOf(line));
            uint8_t shaded[3], shining[3];
            for (int k = 0; k < 3; ++k) {
                shaded[k] = toByte(toLinear(material.colour[k]) * shade[k]);
                shining[k] = toByte(toLinear(material.glow[k]));
            }
            fillCell(*colour, m_cells[i], line, shaded);
            fillCell(*surface, m_cells[i], line, {255, share(material.roughness), share(material.metallic)});
            if (glow) fillCell(*glow, m_cells[i], line, shining);
        }
    }
    Material palette;
    palette.name = "palette";
    palette.colour = {1, 1, 1};
    palette.roughness = palette.metallic = 1;
    if (glow) palette.glow = {1, 1, 1};
    palette.pictures = std::make_shared<const Pictures>(Pictures{colour, nullptr, surface, glow, false, true});
    m_materials.push_back(palette);
    palette.name = "palette_two_sided";
    palette.doubleSided = true;
    m_materials.push_back(std::move(palette));
}

glm::vec2 PaletteAtlas::place(int cell, float openness) const {
    const float down = kCellMargin + (1 - std::clamp(openness, 0.0f, 1.0f)) * (kCell - 2 * kCellMargin);
    const float x = (static_cast<float>(cell % kColumns) + 0.5f) / kColumns;
    const float y = (static_cast<float>(cell / kColumns * kCell) + down) / static_cast<float>(m_rows * kCell);
    return {x, y};
}

Mesh PaletteAtlas::merged(const Mesh& mesh) const {
    Mesh result;
    Primitive sides[2];  // one-sided, two-sided
    std::vector<Primitive> others;
    for (const Primitive& primitive : mesh.primitives) {
        const auto material = static_cast<size_t>(std::max(primitive.material, 0));
        if (material >= m_scene || m_cells[material] < 0) {
            others.push_back(primitive);
            continue;
        }
        Primitive& to = sides[m_materials[material].doubleSided ? 1 : 0];
        const auto first = static_cast<uint32_t>(to.positions.size());
        const size_t count = primitive.positions.size();
        to.positions.insert(to.positions.end(), primitive.positions.begin(), primitive.positions.end());
        to.normals.insert(to.normals.end(), primitive.normals.begin(), primitive.normals.end());
        to.normals.resize(to.positions.size(), {0, 1, 0});
        for (size_t i = 0; i < count; ++i)
            to.uvs.push_back(place(m_cells[material], i < primitive.openness.size() ? primitive.openness[i] : 1.0f));
        for (const uint32_t index : primitive.indices) to.indices.push_back(first + index);
    }
    for (size_t side = 0; side < 2; ++side) {
        if (sides[side].indices.empty()) continue;
        sides[side].material = static_cast<int>(m_scene + side);
        result.primitives.push_back(std::move(sides[side]));
    }
    for (Primitive& other : others) result.primitives.push_back(std::move(other));
    finish(result);
    return result;
}

}  // namespace sketchwalk::assets
