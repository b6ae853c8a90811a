#include "core/textures/WaterTexture.h"

#include <array>
#include <cmath>

#include "core/textures/Canvas.h"
#include "core/textures/GroundTexture.h"

namespace sketchwalk::textures {
namespace {

size_t wrapped(int x, int y) {
    return static_cast<size_t>(y & (kSide - 1)) * kSide + static_cast<size_t>(x & (kSide - 1));
}

std::shared_ptr<const Image> colourOf(const Canvas& canvas) {
    auto image = std::make_shared<Image>(kSide, kSide, 3);
    uint8_t* out = image->pixels.data();
    for (const Spot& spot : canvas.spots()) {
        for (int k = 0; k < 3; ++k) *out++ = byteOf(spot.colour[k]);
    }
    return image;
}

// `relief`: metres between height 0 and 1.
std::shared_ptr<const Image> normalOf(const Field& heights, float relief, float size) {
    auto image = std::make_shared<Image>(kSide, kSide, 3);
    const float scale = relief * kSide / (2 * size);
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const auto bytes = normalBytes((heights[wrapped(x + 1, y)] - heights[wrapped(x - 1, y)]) * scale,
                                           (heights[wrapped(x, y + 1)] - heights[wrapped(x, y - 1)]) * scale);
            std::copy(bytes.begin(), bytes.end(), image->at(x, y));
        }
    }
    return image;
}

Field heightsOf(const Canvas& canvas) {
    Field heights;
    heights.reserve(canvas.spots().size());
    for (const Spot& spot : canvas.spots()) heights.push_back(spot.height);
    return heights;
}

// Noise stretched along the picture's v by a whole factor, so that it still tiles.
Field stretched(const Field& noise, int factor, const Field& bend, float pixels) {
    Field out(noise.size());
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const float shift = static_cast<float>(x) + pixels * bend[wrapped(x, y)] + 4 * kSide;
            const int left = static_cast<int>(shift);
            const float part = shift - static_cast<float>(left);
            const float a = noise[wrapped(left * factor, y)], b = noise[wrapped((left + 1) * factor, y)];
            out[wrapped(x, y)] = a + (b - a) * part;
        }
    }
    return out;
}

// Crests rather than hills: waves have sharp tops.
float crest(float noise) {
    return 1 - std::abs(noise) * 1.6f;
}

WaterTexture ripples(std::string_view category, uint64_t seed) {
    const Canvas canvas(seed, Colour(0.5f));
    WaterTexture water;
    const bool flows = category == "river", wide = category == "sea";
    water.size = wide ? 24 : flows ? 10 : 14;
    const Field bend = canvas.noise("bend", 4, 2);
    const Field swell = canvas.noise("swell", wide ? 6 : 5, 2), chop = canvas.noise("chop", 13, 2),
                fine = canvas.noise("fine", 40);
    const Field longSwell = flows ? stretched(swell, 3, bend, 26) : swell;
    const Field longChop = flows ? stretched(chop, 2, bend, 16) : chop;
    Field heights(swell.size());
    for (size_t i = 0; i < heights.size(); ++i)
        heights[i] = 0.55f * crest(longSwell[i]) + 0.33f * crest(longChop[i]) + 0.06f * fine[i];
    water.pictures.normal = normalOf(heights, wide ? 0.35f : flows ? 0.13f : 0.14f, water.size);
    return water;
}

WaterTexture ice(Colour base, uint64_t seed) {
    WaterTexture water;
    water.size = 32;
    Canvas canvas(seed, base);
    const Field cloud = canvas.noise("cloud", 4, 3), drift = canvas.noise("drift", 5, 4),
                warp = canvas.noise("warp", 14, 2);
    const Colour deep = base * Colour(0.74f, 0.86f, 0.95f), pale = blend(base, Colour(0.95f, 0.98f, 1.0f), 0.7f);
    for (size_t i = 0; i < cloud.size(); ++i) {
        Spot& spot = canvas.spots()[i];
        spot.colour = blend(deep, base, ramp(-0.4f, 0.35f, cloud[i]));
        spot.height = 0.5f;
    }
    const auto crack = [&](const char* purpose, int cells, float width, float strength) {
        canvas.mosaic(purpose, cells, 0.95f, [&](Spot& spot, const Tessera& t, int x, int y) {
            const float rim = t.rim + 0.05f * warp[wrapped(x, y)];
            const float line = ramp(width, width * 0.3f, std::abs(rim));
            spot.colour =
                blend(spot.colour * (1 + 0.03f * (static_cast<float>(t.bits & 255) / 128 - 1)), pale, strength * line);
            spot.colour *= 1 - 0.1f * strength * ramp(width * 4, width, rim) * (1 - line);  // the plate's shadowed edge
            spot.height -= 0.25f * strength * line;
        });
    };
    crack("fine cracks", 19, 0.035f, 0.45f);
    crack("cracks", 6, 0.026f, 0.95f);
    for (size_t i = 0; i < drift.size(); ++i) {  // snow the wind left
        const float lies = ramp(0.12f, 0.3f, drift[i] + 0.06f * warp[i]);
        Spot& spot = canvas.spots()[i];
        spot.colour = blend(spot.colour, Colour(0.93f, 0.96f, 0.98f), 0.92f * lies);
        spot.height += lies * (0.3f + drift[i]);
    }
    water.pictures.colour = colourOf(canvas);
    water.pictures.normal = normalOf(heightsOf(canvas), 0.16f, water.size);
    return water;
}

WaterTexture swamp(Colour base, uint64_t seed) {
    WaterTexture water;
    water.size = 24;
    Canvas canvas(seed, base);
    const Field murk = canvas.noise("murk", 4, 3), weed = canvas.noise("weed", 4, 4);
    const Colour dark = base * 0.7f, green = blend(base, Colour(0.46f, 0.56f, 0.2f), 0.75f);
    for (size_t i = 0; i < murk.size(); ++i) {
        Spot& spot = canvas.spots()[i];
        spot.colour = blend(dark, base, ramp(-0.4f, 0.4f, murk[i]));
        const float lies = ramp(0.08f, 0.2f, weed[i]);
        spot.colour = blend(spot.colour, green * (0.85f + 0.5f * weed[i]), 0.85f * lies);
        spot.height = 0.3f + 0.2f * lies;
    }
    const Chance chance = canvas.chance("pads");
    for (int i = 0; i < 240; ++i) {
        Dab pad;
        pad.x = chance(i, 0) * kSide;
        pad.y = chance(i, 1) * kSide;
        if (weed[wrapped(static_cast<int>(pad.x), static_cast<int>(pad.y))] < -0.05f) continue;  // they grow together
        pad.halfLength = chance.between(i, 2, 4, 10);
        pad.halfWidth = pad.halfLength * 0.85f;
        pad.angle = chance(i, 3) * 6.2831853f;
        pad.colour = green * chance.between(i, 4, 0.85f, 1.2f);
        pad.crease = 0.06f;
        pad.height = 0.6f;
        canvas.touch(pad);
    }
    water.pictures.colour = colourOf(canvas);
    water.pictures.normal = normalOf(heightsOf(canvas), 0.05f, water.size);
    return water;
}

// Crust, dull red, orange, yellow: the order in which hot rock glows.
Colour glowOf(float heat) {
    constexpr std::array<std::array<float, 3>, 5> kSteps{
        {{0, 0, 0}, {0.38f, 0.05f, 0.02f}, {0.85f, 0.22f, 0.03f}, {1.0f, 0.5f, 0.08f}, {1.0f, 0.83f, 0.36f}}};
    const float at = std::clamp(heat, 0.0f, 1.0f) * 4;
    const auto low = std::min(static_cast<size_t>(at), size_t{3});
    const auto colour = [&](size_t i) { return Colour(kSteps[i][0], kSteps[i][1], kSteps[i][2]); };
    return blend(colour(low), colour(low + 1), at - static_cast<float>(low));
}

WaterTexture lava(uint64_t seed) {
    WaterTexture water;
    water.size = 24;
    Canvas canvas(seed, Colour(0.14f, 0.11f, 0.1f));
    const Field flow = canvas.noise("flow", 3, 3), warp = canvas.noise("warp", 12, 2);
    Field heat(flow.size(), 0.0f);
    const auto plates = [&](const char* purpose, int cells, float width, float share) {
        canvas.mosaic(purpose, cells, 0.95f, [&](Spot& spot, const Tessera& t, int x, int y) {
            const size_t at = wrapped(x, y);
            const float open = width * (0.5f + 1.3f * ramp(-0.3f, 0.5f, flow[at]));  // wider where it flows
            const float rim = t.rim + 0.05f * warp[at], seam = ramp(open, 0.15f * open, rim);
            heat[at] = std::max(heat[at], share * (seam + 0.28f * ramp(3.2f * open, open, rim)));
            spot.colour *= 1 + 0.22f * (static_cast<float>(t.bits & 255) / 255 - 0.5f);
            spot.height +=
                0.2f * ramp(open, 3 * open, rim) + 0.15f * (static_cast<float>(t.bits >> 8 & 255) / 255 - 0.5f);
        });
    };
    plates("plates", 5, 0.07f, 1.0f);
    plates("cracks", 12, 0.05f, 0.62f);
    Canvas glow(seed, Colour(0));
    for (size_t i = 0; i < heat.size(); ++i) {
        const float h = std::clamp(heat[i] + 0.25f * ramp(0.25f, 0.6f, flow[i]), 0.0f, 1.0f);
        glow.spots()[i].colour = glowOf(h);
        Spot& spot = canvas.spots()[i];
        spot.colour = blend(spot.colour * (1 + 0.25f * warp[i] * 0.4f), Colour(0.3f, 0.08f, 0.03f), h);
        spot.height -= 0.3f * h;
    }
    water.pictures.colour = colourOf(canvas);
    water.pictures.glow = colourOf(glow);
    water.pictures.normal = normalOf(heightsOf(canvas), 0.5f, water.size);
    return water;
}

}  // namespace

WaterTexture waterTexture(std::string_view category, Colour colour, uint64_t seed) {
    seed = randomBits(seed, "water texture", hashText(category));
    if (category == "ice") return ice(colour, seed);
    if (category == "swamp") return swamp(colour, seed);
    if (category == "lava") return lava(seed);
    return ripples(category, seed);
}

}  // namespace sketchwalk::textures
