// The steps inside classify: what was drawn, what nature puts where nothing was drawn, and how layers blend.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/terrain/Ground.h"

namespace sketchwalk::terrain {

// What a cell is covered with: its surface (exact) and the splat layer that shows it.
struct Paint {
    std::string surface;
    std::string layer;
    bool crisp = false;    // made by people: no soft rim
    bool natural = false;  // not drawn
    bool operator==(const Paint&) const = default;
};

class Paints {  // at most 255; the first is the base
  public:
    uint8_t add(const Paint& paint);  // the index of an equal one, or a new one
    const Paint& operator[](uint8_t index) const { return m_paints[index]; }
    size_t size() const { return m_paints.size(); }

  private:
    std::vector<Paint> m_paints;
};

struct Covering {
    Paints paints;
    Grid<uint8_t> paint;  // cells: index into paints; kUndrawn before nature has filled in
};

inline constexpr uint8_t kUndrawn = 255;

// Drawn surfaces, the greater order on top, exact to the cell's centre; a line covers every cell whose centre lies
// within half its width, but never less than one cell across. Water cells get their category and their bed.
void coverDrawn(const Ground& ground, const layout::Layout& layout, const catalogue::Catalogue& catalogue,
                Covering& covering);

// Undrawn ground: relief's own words, shores, steep ground, snow on heights, patches, the base. Needs ground.shore.
void coverNature(const Ground& ground, const layout::Layout& layout, const catalogue::Biome& biome, Covering& covering,
                 const Job& job);

// Names, surface, layers and weights of the ground. Soft rims are about 1 m wide, crisp ones one cell.
void blend(Ground& ground, const layout::Layout& layout, const catalogue::Catalogue& catalogue,
           const Covering& covering, const Job& job);

bool isRoad(std::string_view surface);  // road or path

}  // namespace sketchwalk::terrain
