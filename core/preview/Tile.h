// One square of the picture: finds what each sample sees, then shades every pixel's visible surfaces once (a visibility
// buffer, Burns and Hunt 2013), then lays water and glass over it. Tiles share nothing, so threads cannot change the
// result.
#pragma once

#include <memory>
#include <vector>

#include "core/base/Image.h"
#include "core/preview/Rasteriser.h"
#include "core/preview/Shading.h"

namespace sketchwalk::preview {

inline constexpr int kTile = 64;  // pixels

class TilePainter {  // one per thread
  public:
    TilePainter(const Studio& studio, const PassList& list);
    ~TilePainter();
    void paint(int tile, Image& image);

  private:
    struct Buffers;
    struct Patch {  // a triangle that some sample sees
        glm::vec3 normal{0, 1, 0};
        float baseY = 0;
        uint16_t look = 0;
        float open = -1;  // as SurfacePoint's
        glm::vec2 uv{0};
        int32_t round = -1;  // index into m_rounds where normal, openness or uv vary
    };
    struct Varying {  // over a triangle: at its first corner, or the difference from there to another
        glm::vec3 normal;
        float open = 0;
        glm::vec2 uv{0};
    };
    struct Round {  // what varies over a triangle is affine in the position
        glm::vec3 corner, toU, toV;
        Varying first, toSecond, toThird;
    };
    struct Glass {  // a transparent triangle, kept for later
        uint32_t item, face;
        uint16_t look;
        bool isFront;
        ScreenPoint a, b, c;
        float q;
    };
    void drawItem(uint32_t index);
    int32_t addPatch(const PassList::Item& item, uint32_t face, uint16_t look, bool isFront, bool isSmall);
    void resolve();
    void resolvePixel(int block, float px, float py);
    void layWater();
    void layGlass();
    void vary(const Patch& patch, SurfacePoint& point) const;
    Light3 shade(const Patch& patch, float px, float py, float q) const;
    Light3 background(float px, float py) const;
    void write(Image& image) const;

    const Studio& m_studio;
    const PassList& m_list;
    TileArea m_area;
    int m_width = 0, m_height = 0;  // of the part of the tile that is on the picture
    float m_perWidth = 1, m_perHeight = 1;
    std::unique_ptr<Buffers> m_buffers;
    std::vector<Patch> m_patches;
    std::vector<Round> m_rounds;
    std::vector<Glass> m_glass;
    std::vector<ScreenPoint> m_scratch;
    bool m_hasWater = false;
};

}  // namespace sketchwalk::preview
