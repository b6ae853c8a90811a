// Ground that grows: meadows, lawns, the floors of woods, fields.
#include <vector>

#include "core/base/Trig.h"
#include "core/textures/Surfaces.h"

namespace sketchwalk::textures {
namespace {

size_t under(float x, float y) {
    const int px = static_cast<int>(x) & (kSide - 1), py = static_cast<int>(y) & (kSide - 1);
    return static_cast<size_t>(py) * kSide + static_cast<size_t>(px);
}

// Blades of one tone fan out from a point.
void tuft(Canvas& canvas, const Chance& chance, int i, Dab blade, int blades, float spread) {
    const float lean = chance.between(i, 4, -0.5f, 0.5f) - 1.5708f;
    for (int k = 0; k < blades; ++k) {
        const float t = blades > 1 ? static_cast<float>(k) / static_cast<float>(blades - 1) - 0.5f : 0;
        Dab one = blade;
        one.angle = lean + t * spread;
        one.halfLength *= 1 - 0.5f * std::abs(t);
        one.x +=
            t * blade.halfWidth * 3 + static_cast<float>(exact::cos(static_cast<double>(one.angle))) * one.halfLength;
        one.y += static_cast<float>(exact::sin(static_cast<double>(one.angle))) * one.halfLength;
        one.colour = shade(blade.colour, 1 + 0.05f * ((k & 1) != 0 ? 1.0f : -1.0f));
        canvas.touch(one);
    }
}

void scatterLeaves(Canvas& canvas, const char* purpose, int count, const std::vector<Colour>& colours, float least,
                   float most, float height) {
    const Chance chance = canvas.chance(purpose);
    for (int i = 0; i < count; ++i) {
        Dab leaf;
        leaf.x = chance(i, 0) * kSide;
        leaf.y = chance(i, 1) * kSide;
        leaf.angle = chance(i, 2) * kTurn;
        leaf.halfLength = chance.between(i, 3, least, most);
        leaf.halfWidth = leaf.halfLength * chance.between(i, 4, 0.4f, 0.6f);
        leaf.outline = Outline::leaf;
        leaf.colour = shade(colours[static_cast<size_t>(chance(i, 5) * static_cast<float>(colours.size()))],
                            chance.between(i, 6, 0.9f, 1.1f));
        leaf.height = height + 0.3f * static_cast<float>(i) / static_cast<float>(count);
        leaf.rise = 0.1f;
        leaf.crease = 0.07f;
        canvas.touch(leaf);
    }
}

}  // namespace

// Short blades in clumps of one tone, a few longer tufts above them.
void paintGrass(Canvas& canvas, const Colours& colours, bool tended) {
    const Colour base = colours.base;
    const Colour dry = blend(base, colours.named("grass_dry"), 0.45f);
    const Colour dark = tended ? shade(base, 0.86f) : blend(base, colours.named("grass_dark"), 0.75f);
    const Field tone = canvas.noise("tone", 6, 3), lie = canvas.noise("lie", 4, 2);
    for (size_t i = 0; i < tone.size(); ++i) {
        Spot& spot = canvas.spots()[i];
        spot.colour = blend(base, shade(dark, 0.92f), ramp(-0.5f, 0.6f, -tone[i]) * 0.9f);
        spot.height = 0.25f + 0.15f * tone[i];
    }
    const Chance chance = canvas.chance("blades");
    const int count = tended ? 2600 : 2300;
    for (int i = 0; i < count; ++i) {
        const float age = static_cast<float>(i) / static_cast<float>(count);  // later ones lie above and are lighter
        Dab blade;
        blade.x = chance(i, 0) * kSide;
        blade.y = chance(i, 1) * kSide;
        const size_t here = under(blade.x, blade.y);
        blade.angle = -1.5708f + 1.5f * lie[here] + chance.between(i, 2, -0.6f, 0.6f);
        blade.halfLength = chance.between(i, 3, 6, 13) * (tended ? 0.7f : 1.0f);
        blade.halfWidth = chance.between(i, 4, 1.6f, 3.2f);
        blade.outline = Outline::blade;
        const float warm = tone[here] * 0.9f + chance.between(i, 5, -0.35f, 0.35f);
        blade.colour = shade(
            warm > 0 ? blend(base, dry, std::min(1.0f, warm * 1.3f)) : blend(base, dark, std::min(1.0f, -warm * 1.5f)),
            0.93f + 0.15f * age);
        blade.height = 0.3f + 0.4f * age;
        blade.softness = 1.7f;
        blade.crease = 0.04f;
        canvas.touch(blade);
    }
    const Chance tufts = canvas.chance("tufts");
    for (int i = 0; i < (tended ? 24 : 90); ++i) {
        Dab blade;
        blade.x = tufts(i, 0) * kSide;
        blade.y = tufts(i, 1) * kSide;
        blade.halfLength = tufts.between(i, 2, 9, 16);
        blade.halfWidth = 2.6f;
        blade.outline = Outline::blade;
        blade.colour = shade(tufts(i, 3) < 0.35f ? dry : tufts(i, 3) < 0.7f ? base : dark, 1.06f);
        blade.height = 0.8f;
        blade.softness = 1.7f;
        blade.crease = 0.04f;
        tuft(canvas, tufts, i, blade, 5 + i % 3, 1.9f);
    }
    if (!tended) return;
    const Chance clover = canvas.chance("clover");  // small heads of flowers in the lawn
    const Colour petals[] = {colours.named("flower_white"), colours.named("flower_yellow"),
                             colours.named("flower_pink")};
    for (int i = 0; i < 46; ++i) {
        Dab head;
        head.x = clover(i, 0) * kSide;
        head.y = clover(i, 1) * kSide;
        head.halfLength = head.halfWidth = clover.between(i, 2, 2.0f, 3.4f);
        head.colour = blend(base, petals[static_cast<size_t>(clover(i, 3) * 3)], 0.8f);
        head.height = 0.9f;
        canvas.touch(head);
    }
}

// Dark soil under fallen leaves, cushions of moss, twigs; a lush floor is greener, with fronds.
void paintLitter(Canvas& canvas, const Colours& colours, bool lush) {
    const Colour base = colours.base, soil = blend(base, colours.named("soil"), lush ? 0.45f : 0.6f);
    const Colour moss = blend(base, colours.named("moss"), 0.7f), fallen = colours.named("leaf_autumn");
    const Field tone = canvas.noise("tone", 5, 3), green = canvas.noise("moss", 4, 3);
    for (size_t i = 0; i < tone.size(); ++i) {
        Spot& spot = canvas.spots()[i];
        spot.colour = shade(blend(soil, base, 0.35f + 0.4f * ramp(-0.5f, 0.5f, tone[i])), 0.9f);
        spot.height = 0.25f + 0.2f * tone[i];
    }
    scatterLeaves(canvas, "low leaves", 900, {shade(soil, 1.1f), blend(base, soil, 0.5f), shade(base, 0.9f)}, 5, 11,
                  0.3f);
    for (size_t i = 0; i < green.size(); ++i) {
        const float share = ramp(0.08f, 0.3f, green[i]) * (lush ? 0.9f : 0.75f);
        Spot& spot = canvas.spots()[i];
        spot.colour = blend(spot.colour, shade(moss, 0.92f + 0.25f * green[i]), share);
        spot.height += 0.3f * share * green[i];
    }
    std::vector<Colour> leaves{shade(base, 1.05f), shade(base, 1.2f), blend(base, fallen, 0.45f),
                               blend(soil, fallen, 0.35f)};
    if (lush) leaves = {shade(base, 1.08f), shade(base, 1.25f), blend(base, moss, 0.6f), shade(moss, 1.1f)};
    scatterLeaves(canvas, "leaves", lush ? 620 : 760, leaves, lush ? 7 : 5, lush ? 16 : 10, 0.5f);
    const Chance twigs = canvas.chance("twigs");
    for (int i = 0; i < (lush ? 20 : 34); ++i) {
        Dab twig;
        twig.x = twigs(i, 0) * kSide;
        twig.y = twigs(i, 1) * kSide;
        twig.angle = twigs(i, 2) * kTurn;
        twig.halfLength = twigs.between(i, 3, 12, 30);
        twig.halfWidth = twigs.between(i, 4, 1.2f, 2.4f);
        twig.colour = shade(blend(soil, colours.named("bark", soil), 0.6f), twigs.between(i, 5, 0.75f, 1.1f));
        twig.height = 0.8f;
        twig.crease = 0.12f;
        canvas.touch(twig);
    }
}

// Loose clods with straw along the rows.
void paintField(Canvas& canvas, const Colours& colours) {
    const Colour base = colours.base, soil = blend(base, colours.named("soil"), 0.4f);
    const Field tone = canvas.noise("tone", 5, 3);
    canvas.mosaic("clods", 34, 0.85f, [&](Spot& spot, const Tessera& t, int x, int y) {
        const float dome = ramp(0.0f, 0.3f, t.rim), own = static_cast<float>(t.bits & 255) / 255;
        const float broad = tone[static_cast<size_t>(y) * kSide + static_cast<size_t>(x)];
        spot.colour = shade(blend(soil, base, 0.35f + 0.5f * own + 0.3f * broad), 0.9f + 0.13f * dome);
        spot.height = 0.2f + 0.35f * dome * (0.5f + own) + 0.1f * broad;
    });
    const Chance straw = canvas.chance("straw");
    for (int i = 0; i < 1100; ++i) {
        Dab stalk;
        stalk.x = straw(i, 0) * kSide;
        stalk.y = straw(i, 1) * kSide;
        stalk.angle = 1.5708f + straw.between(i, 2, -0.4f, 0.4f);
        stalk.halfLength = straw.between(i, 3, 6, 14);
        stalk.halfWidth = straw.between(i, 4, 1.2f, 2.2f);
        stalk.outline = Outline::leaf;
        stalk.colour = shade(base, straw.between(i, 5, 0.95f, 1.2f));
        stalk.height = 0.6f + 0.3f * straw(i, 6);
        stalk.crease = 0.05f;
        canvas.touch(stalk);
    }
}

}  // namespace sketchwalk::textures
