// Ground of stone: rock, cinders, gravel, paving, roads.
#include <vector>

#include "core/textures/Surfaces.h"

namespace sketchwalk::textures {
namespace {

float share(uint32_t bits, int shift) {
    return static_cast<float>(bits >> shift & 255) / 255;
}
// Single stones that lie on the ground, round, with a lighter top.
void scatterStones(Canvas& canvas, const char* purpose, int count, Colour colour, float least, float most) {
    const Chance chance = canvas.chance(purpose);
    for (int i = 0; i < count; ++i) {
        Dab stone;
        stone.x = chance(i, 0) * kSide;
        stone.y = chance(i, 1) * kSide;
        stone.angle = chance(i, 2) * kTurn;
        stone.halfLength = chance.between(i, 3, least, most);
        stone.halfWidth = stone.halfLength * chance.between(i, 4, 0.6f, 0.9f);
        Dab gap = stone;  // the shadowed joint around it
        gap.halfLength += 1.6f;
        gap.halfWidth += 1.6f;
        gap.colour = shade(colour, 0.7f);
        gap.height = 0.3f;
        gap.rise = 0;
        gap.strength = 0.6f;
        canvas.touch(gap);
        stone.colour = shade(colour, chance.between(i, 5, 0.88f, 1.14f));
        stone.height = 0.5f;
        stone.rise = 0.4f;
        canvas.touch(stone);
        Dab top = stone;
        top.x -= stone.halfWidth * 0.15f;
        top.y -= stone.halfWidth * 0.15f;
        top.halfLength *= 0.62f;
        top.halfWidth *= 0.62f;
        top.colour = shade(stone.colour, 1.09f);
        top.height = 0.85f;
        top.rise = 0.1f;
        canvas.touch(top);
    }
}

}  // namespace

// Facets, each tilted its own way, in blocks parted by clefts; cinders are smaller, darker and rougher.
void paintRock(Canvas& canvas, const Colours& colours, bool cinders) {
    const Colour base = colours.base;
    const Colour dark = shade(base, 0.76f), light = shade(base, 1.13f);
    const Colour growth = cinders ? shade(base, 1.2f) : blend(base, colours.named("moss"), 0.45f);
    const Field warp = canvas.noise("warp", 9, 2), moss = canvas.noise("moss", 5, 3);
    canvas.mosaic("facets", cinders ? 26 : 15, 0.9f, [&](Spot& spot, const Tessera& t, int x, int y) {
        const float tiltX = share(t.bits, 0) - 0.5f, tiltY = share(t.bits, 8) - 0.5f;
        const float plane = tiltX * t.dx + tiltY * t.dy, own = share(t.bits, 16) - 0.5f;
        const float tone = 0.55f * own - 0.6f * (tiltX + tiltY) * 0.5f;
        spot.colour = tone > 0 ? blend(base, light, std::min(1.0f, 1.6f * tone))
                               : blend(base, dark, std::min(1.0f, -1.5f * tone));
        spot.colour = shade(spot.colour, 1 + 0.05f * warp[index(x, y)]);
        spot.height = 0.5f + 0.35f * own + 0.7f * plane;
    });
    canvas.mosaic("blocks", cinders ? 11 : 5, 0.95f, [&](Spot& spot, const Tessera& t, int x, int y) {
        const float cleft = 1 - ramp(0.0f, 0.05f, t.rim + 0.03f * warp[index(x, y)]);
        spot.colour = blend(spot.colour, shade(dark, 0.85f), 0.75f * cleft);
        spot.height += 0.25f * (share(t.bits, 3) - 0.5f) - 0.35f * cleft;
        const float grown = ramp(0.14f, 0.34f, moss[index(x, y)]) * (cinders ? 0.25f : 0.6f) * (1 - cleft);
        spot.colour = blend(spot.colour, growth, grown);
    });
}

void paintGravel(Canvas& canvas, const Colours& colours) {
    const Colour base = colours.base;
    const Field tone = canvas.noise("tone", 5, 3);
    canvas.mosaic("pebbles", 36, 0.9f, [&](Spot& spot, const Tessera& t, int x, int y) {
        const float own = share(t.bits, 0), broad = tone[index(x, y)];
        const float round = 1 - 3.2f * (t.dx * t.dx + t.dy * t.dy);  // pebbles, not polygons
        const float dome = ramp(0.02f, 0.24f, t.rim) * ramp(-0.5f, 0.7f, round);
        spot.colour = shade(blend(shade(base, 0.78f), shade(base, 0.88f + 0.26f * own), dome), 1 + 0.06f * broad);
        spot.height = 0.1f + (0.4f + 0.3f * own) * dome;
    });
    scatterStones(canvas, "stones", 120, shade(base, 1.04f), 7, 15);
}

namespace {

// Where the stones of a row begin, in pixels; the last one closes over the edge.
std::vector<float> jointsOf(const Chance& chance, int row, int stones, float play) {
    std::vector<float> joints(static_cast<size_t>(stones));
    const float wide = static_cast<float>(kSide) / static_cast<float>(stones);
    const float shift = ((row & 1) != 0 ? 0.5f : 0.0f) + 0.2f * (chance(row, 15) - 0.5f);
    for (int i = 0; i < stones; ++i) {
        joints[static_cast<size_t>(i)] =
            wide * (static_cast<float>(i) + shift + play * (chance(row * 64 + i, 14) - 0.5f));
    }
    return joints;
}

}  // namespace

// Rows of stones with joints between: small setts, or large slabs. Each has its own tone and a rounded rim.
void paintPaving(Canvas& canvas, const Colours& colours, bool slabs) {
    const Colour base = colours.base, joint = blend(shade(base, 0.66f), colours.named("moss"), slabs ? 0.15f : 0.3f);
    const Field worn = canvas.noise("worn", 5, 3), wobble = canvas.noise("wobble", 24);
    const Chance chance = canvas.chance("stones");
    const int rows = slabs ? 7 : 14, stones = slabs ? 6 : 11;
    const float high = static_cast<float>(kSide) / static_cast<float>(rows), gap = slabs ? 1.8f : 2.6f;
    const float bevel = slabs ? 3.5f : 8.0f;
    for (int y = 0; y < kSide; ++y) {
        const int row = static_cast<int>((static_cast<float>(y) + 0.5f) / high);
        const float dy = (static_cast<float>(y) + 0.5f - (static_cast<float>(row) + 0.5f) * high);
        const std::vector<float> joints = jointsOf(chance, row, stones, slabs ? 0.5f : 0.35f);
        for (int x = 0; x < kSide; ++x) {
            const size_t at = index(x, y);
            float px = static_cast<float>(x) + 0.5f;
            if (px < joints.front()) px += kSide;
            size_t stone = joints.size() - 1;
            while (stone > 0 && joints[stone] > px) --stone;
            const float from = joints[stone], to = stone + 1 < joints.size() ? joints[stone + 1] : joints[0] + kSide;
            const float outX = std::abs(px - 0.5f * (from + to)) - 0.5f * (to - from) + gap + bevel;
            const float outY = std::abs(dy) - 0.5f * high + gap + bevel;
            const float corner =
                std::sqrt(std::max(outX, 0.0f) * std::max(outX, 0.0f) + std::max(outY, 0.0f) * std::max(outY, 0.0f));
            const float inside = bevel - corner + 0.9f * wobble[at];  // pixels from the stone's rim
            const int id = row * 64 + static_cast<int>(stone);
            const float tone = chance(id, 0), tilt = chance(id, 1) - 0.5f;
            const float dome = ramp(0.0f, bevel, inside), cover = std::clamp(inside * 0.8f, 0.0f, 1.0f);
            const float middle = (px - 0.5f * (from + to)) / (to - from);
            Colour stoneColour = shade(base, 0.87f + 0.25f * tone + 0.06f * worn[at]);
            if (chance(id, 2) < 0.18f) stoneColour = blend(stoneColour, colours.named("stone_light"), 0.35f);
            stoneColour = shade(stoneColour, 0.93f + 0.09f * dome);
            Spot& spot = canvas.at(x, y);
            spot.colour = blend(shade(joint, 1 + 0.12f * worn[at]), stoneColour, cover);
            spot.height =
                0.15f + cover * (0.35f + 0.3f * dome + 0.12f * (tone - 0.5f) + (slabs ? 0.05f : 0.14f) * tilt * middle);
        }
    }
}

// Packed gravel, in which larger stones lie flush, swept by dust.
void paintRoad(Canvas& canvas, const Colours& colours) {
    const Colour base = colours.base, dust = blend(base, colours.named("dirt"), 0.4f);
    const Field sweep = canvas.noise("sweep", 4, 3);
    canvas.mosaic("stones", 22, 0.9f, [&](Spot& spot, const Tessera& t, int x, int y) {
        const float swept = sweep[index(x, y)], own = share(t.bits, 0);
        const Colour ground = shade(blend(base, dust, ramp(-0.4f, 0.5f, swept)), 1 + 0.05f * swept);
        const float shows =
            ramp(0.05f, 0.12f, t.rim - 0.1f * own) * (share(t.bits, 8) < 0.5f ? 1.0f : 0.0f) * ramp(0.4f, 0.0f, swept);
        spot.colour = blend(ground, shade(base, 0.9f + 0.28f * own), 0.8f * shows);
        spot.height = 0.35f + 0.12f * swept + 0.2f * shows;
    });
    scatterStones(canvas, "pebbles", 150, shade(base, 1.05f), 2.5f, 5);
}

}  // namespace sketchwalk::textures
