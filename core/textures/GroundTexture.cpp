#include "core/textures/GroundTexture.h"

#include <algorithm>
#include <cmath>

#include "core/textures/Canvas.h"
#include "core/textures/Surfaces.h"

namespace sketchwalk::textures {
namespace {

// What a kind of ground is besides its picture.
struct Nature {
    float size, relief, hollowRough, crestRough;
    bool turns;
};

Nature paint(Canvas& canvas, std::string_view surface, const Colours& colours, bool slabs) {
    if (surface == "grass") return paintGrass(canvas, colours, false), Nature{8, 0.10f, 0.95f, 0.9f, true};
    if (surface == "garden") return paintGrass(canvas, colours, true), Nature{8, 0.07f, 0.95f, 0.9f, true};
    if (surface == "forest") return paintLitter(canvas, colours, false), Nature{8, 0.10f, 0.95f, 0.88f, true};
    if (surface == "jungle") return paintLitter(canvas, colours, true), Nature{8, 0.12f, 0.9f, 0.8f, true};
    if (surface == "field") return paintField(canvas, colours), Nature{8, 0.08f, 1.0f, 0.95f, false};
    if (surface == "rock") return paintRock(canvas, colours, false), Nature{12, 0.55f, 0.95f, 0.82f, true};
    if (surface == "ash") return paintRock(canvas, colours, true), Nature{10, 0.22f, 1.0f, 0.9f, true};
    if (surface == "gravel") return paintGravel(canvas, colours), Nature{8, 0.11f, 0.95f, 0.85f, true};
    if (surface == "paving") return paintPaving(canvas, colours, slabs), Nature{8, 0.07f, 0.95f, 0.75f, false};
    if (surface == "road") return paintRoad(canvas, colours), Nature{8, 0.06f, 0.95f, 0.85f, true};
    if (surface == "sand") return paintSand(canvas, colours), Nature{10, 0.09f, 0.95f, 0.9f, true};
    if (surface == "snow") return paintSnow(canvas, colours), Nature{12, 0.22f, 0.75f, 0.6f, true};
    if (surface == "mud") return paintMud(canvas, colours), Nature{8, 0.10f, 0.35f, 0.85f, true};
    if (surface == "path") return paintPath(canvas, colours), Nature{8, 0.06f, 0.95f, 0.9f, true};
    return paintEarth(canvas, colours), Nature{8, 0.09f, 0.98f, 0.92f, true};
}

// The palette's colour is what one sees from afar, so the mean is brought back to it.
std::vector<Texel> finished(const Canvas& painted, Colour wanted) {
    const std::vector<Spot>& spots = painted.spots();
    glm::dvec3 sum(0);
    for (const Spot& spot : spots) sum += glm::dvec3(spot.colour);
    const glm::dvec3 mean = sum / static_cast<double>(spots.size());
    Colour factor(1);
    for (int k = 0; k < 3; ++k)
        factor[k] = static_cast<float>(std::clamp(wanted[k] / std::max(mean[k], 0.02), 0.5, 2.0));
    std::vector<Texel> texels(spots.size());
    for (size_t i = 0; i < spots.size(); ++i) {
        const Colour c = spots[i].colour * factor;
        texels[i] = {byteOf(c.r), byteOf(c.g), byteOf(c.b), byteOf(spots[i].height)};
    }
    return texels;
}

std::vector<Texel> halved(const std::vector<Texel>& fine, int side) {
    std::vector<Texel> coarse(static_cast<size_t>(side) * static_cast<size_t>(side));
    for (int y = 0; y < side; ++y) {
        const Texel* north = &fine[static_cast<size_t>(y) * 2 * static_cast<size_t>(side) * 2];
        const Texel* south = north + static_cast<size_t>(side) * 2;
        Texel* out = &coarse[static_cast<size_t>(y) * static_cast<size_t>(side)];
        for (int x = 0; x < side; ++x, north += 2, south += 2) {
            const auto mean = [&](uint8_t Texel::*channel) {
                return static_cast<uint8_t>(
                    (north[0].*channel + north[1].*channel + south[0].*channel + south[1].*channel + 2) / 4);
            };
            out[x] = {mean(&Texel::r), mean(&Texel::g), mean(&Texel::b), mean(&Texel::height)};
        }
    }
    return coarse;
}

template <class Write>
Image pictureOf(const Write& write) {
    Image image(kSide, kSide, 3);
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const std::array<uint8_t, 3> bytes = write(x, y);
            std::copy(bytes.begin(), bytes.end(), image.at(x, y));
        }
    }
    return image;
}

const Texel& texelAt(const GroundTexture& texture, int x, int y) {
    return texture.levels[0][static_cast<size_t>(y & (kSide - 1)) * kSide + static_cast<size_t>(x & (kSide - 1))];
}

}  // namespace

int GroundTexture::levelFor(float pixel) const {
    float texel = size / kSide;
    int level = 0;
    while (texel * 1.42f < pixel && level + 1 < static_cast<int>(levels.size())) {
        texel *= 2;
        ++level;
    }
    return level;
}

GroundTexture groundTexture(std::string_view surface, const catalogue::Palette& palette, uint64_t seed, bool slabs) {
    const Colours colours(palette, surface);
    Canvas canvas(randomBits(seed, "ground texture", hashText(surface)), colours.base);
    const Nature nature = paint(canvas, surface, colours, slabs);
    GroundTexture texture{nature.size, nature.relief, nature.hollowRough, nature.crestRough, nature.turns, {}};
    texture.levels.push_back(finished(canvas, colours.base));
    for (int side = kSide / 2; side >= 1; side /= 2) texture.levels.push_back(halved(texture.levels.back(), side));
    return texture;
}

std::array<uint8_t, 3> normalBytes(float east, float south) {
    // Tangent space: x along u (east), y against v (north), z up.
    const float length = std::sqrt(east * east + south * south + 1);
    const auto byte = [&](float value) {
        return static_cast<uint8_t>(std::clamp((value / length * 0.5f + 0.5f) * 255 + 0.5f, 0.0f, 255.0f));
    };
    return {byte(-east), byte(south), byte(1)};
}

Image colourPicture(const GroundTexture& texture) {
    return pictureOf([&](int x, int y) {
        const Texel& t = texelAt(texture, x, y);
        return std::array<uint8_t, 3>{t.r, t.g, t.b};
    });
}

Image normalPicture(const GroundTexture& texture) {
    const float scale = texture.relief / 255 / (2 * texture.size / kSide);
    return pictureOf([&](int x, int y) {
        const auto rise = [&](int dx, int dy) {
            return scale * static_cast<float>(texelAt(texture, x + dx, y + dy).height -
                                              texelAt(texture, x - dx, y - dy).height);
        };
        return normalBytes(rise(1, 0), rise(0, 1));
    });
}

}  // namespace sketchwalk::textures
