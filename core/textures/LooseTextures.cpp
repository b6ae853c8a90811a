// Loose ground: sand, snow, earth, mud and trodden paths.
#include "core/textures/Surfaces.h"

namespace sketchwalk::textures {
namespace {

void scatterPebbles(Canvas& canvas, const char* purpose, int count, Colour colour, float least, float most) {
    const Chance chance = canvas.chance(purpose);
    for (int i = 0; i < count; ++i) {
        Dab pebble;
        pebble.x = chance(i, 0) * kSide;
        pebble.y = chance(i, 1) * kSide;
        pebble.angle = chance(i, 2) * kTurn;
        pebble.halfLength = chance.between(i, 3, least, most);
        pebble.halfWidth = pebble.halfLength * chance.between(i, 4, 0.6f, 0.95f);
        pebble.colour = shade(colour, chance.between(i, 5, 0.85f, 1.15f));
        pebble.height = 0.55f;
        pebble.rise = 0.35f;
        pebble.crease = 0.05f;
        canvas.touch(pebble);
    }
}

// Broad, soft strokes that all run about one way: drifts, swept dust.
void sweep(Canvas& canvas, const char* purpose, int count, Colour colour, float angle, float halfLength,
           float halfWidth, float strength) {
    const Chance chance = canvas.chance(purpose);
    for (int i = 0; i < count; ++i) {
        Dab stroke;
        stroke.x = chance(i, 0) * kSide;
        stroke.y = chance(i, 1) * kSide;
        stroke.angle = angle + chance.between(i, 2, -0.35f, 0.35f);
        stroke.halfLength = halfLength * chance.between(i, 3, 0.6f, 1.3f);
        stroke.halfWidth = halfWidth * chance.between(i, 4, 0.6f, 1.3f);
        stroke.outline = Outline::leaf;
        stroke.softness = stroke.halfWidth;
        stroke.colour = shade(colour, chance.between(i, 5, 0.98f, 1.02f));
        stroke.height = 0.5f;
        stroke.rise = 0.2f;
        stroke.strength = strength;
        canvas.touch(stroke);
    }
}

}  // namespace

// Ripples the wind left, broken where it turned; shells and pebbles.
void paintSand(Canvas& canvas, const Colours& colours) {
    const Colour base = colours.base, hollow = blend(shade(base, 0.9f), colours.named("dirt"), 0.12f);
    const Field warp = canvas.noise("warp", 4, 3), calm = canvas.noise("calm", 4, 2), grain = canvas.noise("grain", 96);
    constexpr int kRipples = 15;
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const size_t at = index(x, y);
            const float phase = static_cast<float>(y) * kRipples / kSide + 1.5f * warp[at];
            const float t = phase - std::floor(phase);  // a gentle windward side, a short lee
            const float crest = t < 0.7f ? ramp(0.0f, 0.7f, t) : 1 - ramp(0.7f, 1.0f, t);
            const float strength = 0.25f + 0.75f * ramp(-0.35f, 0.3f, calm[at]);
            const float h = 0.5f + (crest - 0.5f) * 0.7f * strength + 0.1f * calm[at];
            Spot& spot = canvas.at(x, y);
            spot.colour = shade(blend(hollow, shade(base, 1.05f), h), 1 + 0.02f * grain[at] + 0.03f * warp[at]);
            spot.height = h;
        }
    }
    scatterPebbles(canvas, "pebbles", 46, blend(base, colours.named("stone"), 0.45f), 2.2f, 5);
    scatterPebbles(canvas, "shells", 14, blend(base, {0.97f, 0.93f, 0.88f}, 0.8f), 2.2f, 3.6f);
}

// Drifts with blue hollows and scoured streaks.
void paintSnow(Canvas& canvas, const Colours& colours) {
    const Colour base = colours.base, blue = blend(base, {0.72f, 0.81f, 0.92f}, 0.55f);
    const Field drift = canvas.noise("drift", 3, 3), crust = canvas.noise("crust", 22, 2);
    for (size_t i = 0; i < drift.size(); ++i) {
        Spot& spot = canvas.spots()[i];
        spot.colour = blend(base, blue, ramp(0.15f, -0.55f, drift[i]) * 0.8f);
        spot.height = 0.5f + 0.4f * drift[i] + 0.05f * crust[i];
    }
    sweep(canvas, "hollows", 40, blend(base, blue, 0.75f), 0.3f, 40, 15, 0.3f);
    sweep(canvas, "drifts", 46, blend(base, Colour(1.0f), 0.5f), 0.3f, 44, 17, 0.4f);
    for (size_t i = 0; i < crust.size(); ++i) canvas.spots()[i].height += 0.06f * crust[i];
}

void paintEarth(Canvas& canvas, const Colours& colours) {
    const Colour base = colours.base, dark = shade(base, 0.84f), light = shade(base, 1.12f);
    const Field tone = canvas.noise("tone", 4, 4);
    canvas.mosaic("clods", 24, 0.9f, [&](Spot& spot, const Tessera& t, int x, int y) {
        const float broad = tone[index(x, y)], own = static_cast<float>(t.bits & 255) / 255;
        const float loose = ramp(-0.1f, 0.3f, broad), dome = ramp(0.0f, 0.3f, t.rim);
        const Colour ground = broad > 0 ? blend(base, light, broad) : blend(base, dark, -1.2f * broad);
        spot.colour = shade(ground, 1 + loose * (0.12f * (own - 0.5f) + 0.1f * (dome - 0.7f)));
        spot.height = 0.35f + 0.2f * broad + 0.3f * loose * dome * (0.5f + own);
    });
    scatterPebbles(canvas, "pebbles", 130, blend(base, colours.named("stone"), 0.4f), 2, 6);
}

// Churned, with smooth wet hollows between.
void paintMud(Canvas& canvas, const Colours& colours) {
    const Colour base = colours.base, wet = shade(base, 0.8f), dry = shade(base, 1.15f);
    const Field pools = canvas.noise("pools", 4, 3), churn = canvas.noise("churn", 18, 2);
    for (size_t i = 0; i < pools.size(); ++i) {
        const float dryness = ramp(-0.12f, 0.12f, pools[i]);
        Spot& spot = canvas.spots()[i];
        spot.colour = blend(wet, blend(base, dry, ramp(-0.1f, 0.5f, churn[i])), dryness);
        spot.colour = shade(spot.colour, 1 - 0.1f * dryness * (1 - dryness) * 4);
        spot.height = 0.12f + dryness * (0.4f + 0.35f * churn[i] + 0.2f * pools[i]);
    }
    scatterPebbles(canvas, "pebbles", 40, dry, 2, 5);
}

// Trodden hard; pebbles pressed in, here and there a blade at its foot.
void paintPath(Canvas& canvas, const Colours& colours) {
    const Colour base = colours.base, trodden = shade(base, 1.06f), earth = blend(base, colours.named("dirt"), 0.45f);
    const Field tone = canvas.noise("tone", 4, 3), dents = canvas.noise("dents", 14, 2);
    for (size_t i = 0; i < tone.size(); ++i) {
        Spot& spot = canvas.spots()[i];
        spot.colour = shade(blend(trodden, earth, ramp(-0.25f, 0.45f, tone[i])), 1 + 0.05f * dents[i]);
        spot.height = 0.45f + 0.15f * dents[i] - 0.1f * tone[i];
    }
    sweep(canvas, "dust", 40, shade(base, 1.1f), 0.9f, 34, 7, 0.35f);
    scatterPebbles(canvas, "pebbles", 190, blend(base, colours.named("stone"), 0.45f), 2, 6.5f);
    const Chance chance = canvas.chance("blades");
    for (int i = 0; i < 60; ++i) {
        Dab blade;
        blade.x = chance(i, 0) * kSide;
        blade.y = chance(i, 1) * kSide;
        blade.angle = chance(i, 2) * kTurn;
        blade.halfLength = chance.between(i, 3, 4, 8);
        blade.halfWidth = 1.6f;
        blade.outline = Outline::blade;
        blade.colour = blend(base, colours.named("grass"), 0.55f);
        blade.height = 0.7f;
        canvas.touch(blade);
    }
}

}  // namespace sketchwalk::textures
