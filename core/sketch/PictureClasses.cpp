#include "core/sketch/PictureClasses.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace sketchwalk::sketch {
namespace {

constexpr float kTheSame = 0.055f;     // OKLab: JPEG and colour management move a colour less
constexpr double kWorthSaying = 1e-3;  // of the picture: less comes from sharpening and JPEG
constexpr float kNear = 0.22f;         // OKLab: further from every colour of the legend, it is something else

std::string percent(double share) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f %%", share * 100);
    return text;
}

// A flat colour half-way between two larger ones is a soft edge.
bool betweenLarger(const FlatColour& colour, const std::vector<FlatColour>& flat) {
    const auto at = [](const FlatColour& c, size_t k) { return static_cast<double>(c.colour[k]); };
    for (const FlatColour& a : flat) {
        for (const FlatColour& b : flat) {
            if (&a >= &b || a.share <= 4 * colour.share || b.share <= 4 * colour.share) continue;
            double along = 0, length = 0, off = 0;
            for (size_t k = 0; k < 3; ++k) {
                along += (at(colour, k) - at(a, k)) * (at(b, k) - at(a, k));
                length += (at(b, k) - at(a, k)) * (at(b, k) - at(a, k));
            }
            if (along <= 0 || along >= length) continue;
            for (size_t k = 0; k < 3; ++k) {
                const double d = at(colour, k) - at(a, k) - (at(b, k) - at(a, k)) * along / length;
                off += d * d;
            }
            if (off < 20 * 20) return true;
        }
    }
    return false;
}

}  // namespace

PictureClasses classesByLegend(const Legend& legend, const std::vector<FlatColour>& flat, std::string_view name,
                               const catalogue::Catalogue& catalogue, Diagnostics& diagnostics) {
    PictureClasses out;
    out.classes.emplace_back();
    out.references.push_back({Rgb{0, 0, 0}, 0});
    for (const LegendColour& colour : legend.colours) {
        out.references.push_back({colour.colour, static_cast<uint8_t>(out.classes.size())});
        out.classes.push_back({colour.phrase, catalogue.resolve(colour.phrase), colour.colour, Hue::named});
    }
    const size_t known = out.references.size();
    for (const FlatColour& colour : flat) {
        const Lab lab = labOf(colour.colour);
        size_t nearest = 0;
        float best = 1e9f;
        for (size_t r = 0; r < known; ++r) {
            const float d = difference(lab, labOf(out.references[r].colour));
            if (d < best) {
                best = d;
                nearest = r;
            }
        }
        if (best < kTheSame) continue;
        const bool worthSaying = colour.share >= kWorthSaying;
        const std::string what = std::string(name) + ": the colour " + hexOf(colour.colour) + " (" +
                                 percent(colour.share) + " of the picture) is not in the legend; ";
        const PictureClass& cls = out.classes[out.references[nearest].cls];
        if (best >= kNear) {
            if (betweenLarger(colour, flat)) continue;
            out.references.push_back({colour.colour, 0});
            if (worthSaying)
                diagnostics.push_back(
                    {Severity::warning, {}, what + "no colour there is like it, so it is not drawn."});
        } else {
            out.references.push_back({colour.colour, out.references[nearest].cls});
            if (!worthSaying || cls.phrase.empty() || betweenLarger(colour, flat)) continue;  // nearly black is black
            const std::string as = "\"" + cls.phrase + "\" (" + hexOf(cls.colour) + ").";
            diagnostics.push_back({Severity::warning, {}, what + "it is taken as " + as});
        }
    }
    return out;
}

const char* phraseOf(Hue hue) {
    switch (hue) {
        case Hue::water:
            return "lake";
        case Hue::building:
            return "house";
        case Hue::bridge:
            return "bridge";
        case Hue::road:
            return "road";
        case Hue::tree:
            return "tree";
        case Hue::named:
            break;
    }
    return "";
}

Hue hueOf(const Rgb& colour) {
    const double r = colour[0], g = colour[1], b = colour[2];
    const double most = std::max({r, g, b}), least = std::min({r, g, b}), spread = most - least;
    if (most < 40) return Hue::named;                           // black
    if (least > 238) return Hue::named;                         // paper
    if (spread < 0.18 * most || spread < 16) return Hue::road;  // grey
    double hue = 0;                                             // degrees
    if (most == r) {
        hue = 60 * (g - b) / spread;
    } else if (most == g) {
        hue = 120 + 60 * (b - r) / spread;
    } else {
        hue = 240 + 60 * (r - g) / spread;
    }
    struct Named {
        Hue hue;
        double degrees;
    };
    constexpr Named kNamed[] = {{Hue::water, 220}, {Hue::building, 55}, {Hue::bridge, 28}, {Hue::tree, 120}};
    Hue best = Hue::water;
    double nearest = 1e9;
    for (const Named& named : kNamed) {
        const double apart = std::abs(named.degrees - hue);
        const double around = std::min(apart, 360 - apart);
        if (around < nearest) {
            nearest = around;
            best = named.hue;
        }
    }
    return best;
}

PictureClasses classesByHue(const std::vector<FlatColour>& flat, std::string_view name,
                            const catalogue::Catalogue& catalogue, Diagnostics& diagnostics) {
    PictureClasses out;
    out.classes.emplace_back();
    out.references.push_back({Rgb{0, 0, 0}, 0});
    for (const Hue hue : {Hue::water, Hue::building, Hue::bridge, Hue::road, Hue::tree}) {
        out.classes.push_back({phraseOf(hue), catalogue.resolve(phraseOf(hue)), Rgb{}, hue});
    }
    for (const FlatColour& colour : flat) {
        const Hue hue = hueOf(colour.colour);
        // A soft edge between two colours looks grey; it is no road.
        if (hue == Hue::road && betweenLarger(colour, flat)) continue;
        out.references.push_back({colour.colour, static_cast<uint8_t>(hue)});
    }
    if (out.references.size() == 1) out.references.push_back({Rgb{255, 255, 255}, 0});
    diagnostics.push_back({Severity::note,
                           {},
                           std::string(name) + ": has no legend, so its hues are read as blue water, yellow building, "
                                               "orange bridge, grey road, green tree."});
    return out;
}

}  // namespace sketchwalk::sketch
