#include "core/scene/GroundPaint.h"

#include "core/base/GridHash.h"
#include "core/base/Hash.h"
#include "core/base/Memo.h"
#include "core/base/Parallel.h"
#include "core/catalogue/PaletteHash.h"
#include "core/scene/PaintTones.h"

namespace sketchwalk::scene {
namespace {

using textures::Sample;

// A turned copy of a texture takes turns with the plain one, so that their tiling does not show: 37 degrees, a little
// larger.
constexpr float kTurnCos = 0.7986f, kTurnSin = 0.6018f, kTurnScale = 0.87f;

constexpr float kWet = 0.42f, kIcy = 0.3f;  // roughness

constexpr Sample kAsIs{1, 1, 1, 1};

bool anyIn(const Grid<uint8_t>& grid, int x0, int y0, int x1, int y1) {
    for (int y = std::max(y0, 0); y <= std::min(y1, grid.height() - 1); ++y) {
        const uint8_t* row = grid.row(y);
        if (std::any_of(row + std::max(x0, 0), row + std::min(x1, grid.width() - 1) + 1, [](uint8_t v) { return v; }))
            return true;
    }
    return false;
}
// Which of two blended things shows, 0 the first .. 1 the second: the share decides, heights make the rim interlock.
float overlap(float share, float heightOfFirst, float heightOfSecond) {
    if (share <= 0 || share >= 1) return share <= 0 ? 0.0f : 1.0f;
    const float room = std::min(share, 1 - share) * 2;  // at the ends of the rim height counts no more
    return std::clamp(0.5f + (2 * share - 1) * 1.6f + room * (heightOfSecond - heightOfFirst) * (1.4f / 255), 0.0f,
                      1.0f);
}

uint64_t settingOf(const terrain::Ground& ground, const catalogue::Biome& biome, uint64_t seed) {
    ContentHash hash;
    hash.add(seed);
    hash.add(&ground.extent, sizeof ground.extent);
    hash.add(&ground.spacing, sizeof ground.spacing);
    for (const std::string& name : {biome.id, biome.season, biome.base, biome.slope}) hash.add(hashText(name));
    hash.add(biome.snowLine);
    hash.add(catalogue::hashOf(biome.palette));
    return hash.value();
}

}  // namespace

GroundPaint::GroundPaint(std::shared_ptr<const terrain::Ground> ground, const catalogue::Biome& biome, uint64_t seed,
                         const layout::Layout* layout, const Job& job)
    : m_ground(std::move(ground)), m_fields(*m_ground, seed, layout, job) {
    const auto& names = m_ground->layers;
    m_coats.resize(std::min(names.size(), kMostLayers));
    if (biome.base == "snow") m_bare = 0.9f;
    m_snowLine = static_cast<float>(std::min(biome.snowLine, 1e9));
    float steepest = 0, highest = -1e9f;
    for (const float steep : m_fields.steep.values()) steepest = std::max(steepest, steep);
    for (const float height : m_ground->height.values()) highest = std::max(highest, height);
    m_setting = settingOf(*m_ground, biome, seed);
    const auto coat = [&](std::string_view layer) {
        return memoised(job, "coat", combine(m_setting, hashText(layer)), [&] { return coatOf(layer, biome, seed); });
    };
    const bool bare = steepest > m_bare - 0.25f, white = highest > m_snowLine - 14;
    const auto layerCount = static_cast<int>(m_coats.size());
    parallelFor(job.threads, layerCount + 2, [&](int i) {
        if (job.stopped()) return;
        if (i < layerCount) m_coats[static_cast<size_t>(i)] = coat(names[static_cast<size_t>(i)]);
        if (i == layerCount && bare) m_rock = coat(biome.slope);
        if (i == layerCount + 1 && white) m_snow = coat("snow");
    });
    const auto named = [&](const char* name, Colour otherwise) {
        const auto at = biome.palette.colours.find(name);
        return at == biome.palette.colours.end() ? otherwise : at->second;
    };
    m_deep = named("water_deep", {0.1f, 0.3f, 0.4f});
    m_shallow = blend(named("water", {0.3f, 0.55f, 0.65f}), Colour(0.9f, 0.93f, 0.88f), 0.45f);
    m_foam = {0.93f, 0.95f, 0.94f};
    m_dust = named("path", {0.65f, 0.55f, 0.4f});
    for (const auto& water : m_ground->waters) {
        m_banks.push_back(water.category == "lava"    ? Bank::lava
                          : water.category == "ice"   ? Bank::ice
                          : water.category == "swamp" ? Bank::swamp
                          : water.category == "river" ? Bank::river
                                                      : Bank::open);
    }
}

Sample GroundPaint::sampled(const textures::GroundTexture& texture, const GroundPoint& p) const {
    const int level = texture.levelFor(p.pixel);
    const auto read = [&](float x, float y) {
        if (!p.smooth) return texture.at(x, y, level);
        // Between two levels, so that no line shows where one takes over.
        float ratio = p.pixel / texture.size * 512;
        int fine = 0;
        while (ratio >= 2 && fine < 8) ratio *= 0.5f, ++fine;
        const Sample sharp = texture.at(x, y, fine);
        return ratio <= 1 ? sharp : blend(sharp, texture.at(x, y, fine + 1), std::min(ratio - 1, 1.0f));
    };
    if (!texture.turns) return read(p.x, p.y);
    // Drawn out a little from place to place: even where neighbouring copies lie the same way, they differ.
    const float x = p.x + 1.7f * p.broad, y = p.y - 1.2f * p.broad;
    const float turned = ramp(-0.13f, 0.13f, p.middle);
    const float u = (x * kTurnCos - y * kTurnSin) * kTurnScale + 3.7f;
    const float v = (x * kTurnSin + y * kTurnCos) * kTurnScale + 1.9f;
    if (turned <= 0) return read(x, y);
    if (turned >= 1) return read(u, v);
    const Sample plain = read(x, y), other = read(u, v);
    return blend(plain, other, overlap(turned, plain[3], other[3]));
}

GroundPaint::Layer GroundPaint::coated(const Coat& coat, const GroundPoint& p) const {
    if (coat.kind == Kind::field) return furrowed(coat, p);
    Layer layer{sampled(coat.texture, p), 0, 1, 0};
    const float high = layer.sample[3] * (1.0f / 255) - 0.5f;
    layer.bump = high * coat.texture.relief;
    layer.rough = coat.texture.roughAt(layer.sample[3]);
    const float tone = stepped(0.75f * p.broad + 0.45f * p.middle, 3.5f, 0.6f * high);
    layer.sample *= tone > 0 ? blend(kAsIs, coat.light, std::min(0.8f, tone * 1.1f))
                             : blend(kAsIs, coat.dark, std::min(0.9f, -tone * 1.4f));
    if (coat.kind == Kind::rock) {  // strata that follow the height
        const float strata = p.height / 3.1f + 0.5f * p.middle + 0.6f * p.broad;
        const float band = hashUnit(coat.seed, static_cast<int>(std::floor(strata)), 0) - 0.5f;
        layer.sample *= factorOf(1 + 0.14f * band * ramp(0.15f, 0.6f, p.steep));
    } else if (coat.kind == Kind::road || coat.kind == Kind::path) {
        tread(coat, p, layer);
    }
    return layer;
}

Painted GroundPaint::paint(const GroundPoint& p, const Weights& weights) const {
    std::array<Layer, kMostLayers> found;
    std::array<float, kMostLayers> score, made;
    size_t count = 0;
    // The layers within a little of the highest score show (height blending; Mishkinis, 2013).
    constexpr float kRim = 0.16f, kHeightCounts = 0.45f;
    const auto room = [&](size_t l) { return kHeightCounts * std::min(1.0f, (255 - weights[l]) * (1.0f / 60)); };
    const auto share = [&](size_t l) { return weights[l] * (1.0f / 255); };
    float best = -1, surely = -1;  // surely: what the best has at least
    for (size_t l = 0; l < m_coats.size(); ++l) surely = std::max(surely, share(l) - 0.5f * room(l));
    for (size_t l = 0; l < m_coats.size(); ++l) {
        if (weights[l] < 2 || share(l) + 0.5f * room(l) + kRim < surely) continue;
        found[count] = coated(*m_coats[l], p);
        score[count] = share(l) + (found[count].sample[3] * (1.0f / 255) - 0.5f) * room(l);
        made[count] = m_coats[l]->made() ? 1.0f : 0.0f;
        best = std::max(best, score[count]);
        ++count;
    }
    if (count == 0) return {Sample{128, 128, 128, 0}, 0, 1};
    Layer layer = found[0];
    float wild = 1 - made[0];
    if (count > 1) {
        layer = {Sample{0, 0, 0, 0}, 0, 0, 0};
        float total = 0, laid = 0;
        for (size_t i = 0; i < count; ++i) {
            const float w = std::max(score[i] - best + kRim, 0.0f);
            layer.sample += found[i].sample * w;
            layer.bump += found[i].bump * w;
            layer.rough += found[i].rough * w;
            layer.bared += found[i].bared * w;
            laid += made[i] * w;
            total += w;
        }
        layer.sample /= total;
        layer.bump /= total;
        layer.rough /= total;
        layer.bared /= total;
        wild = 1 - laid / total;
    }
    weather(p, wild, layer);
    if (p.shore < 3) soak(p, wild, layer);
    return {layer.sample, layer.bump, layer.rough};
}

// What slope, height and use do to the ground.
void GroundPaint::weather(const GroundPoint& p, float wild, Layer& layer) const {
    const auto cover = [&](const Coat& coat, float share, float most) {
        const Layer over = coated(coat, p);
        const float shows = most * overlap(share, layer.sample[3], over.sample[3]);
        layer.sample = blend(layer.sample, over.sample, shows);
        layer.bump += (over.bump - layer.bump) * shows;
        layer.rough += (over.rough - layer.rough) * shows;
    };
    if (m_rock && p.shore > 0 && p.steep > m_bare - 0.3f) {
        const float bare = ramp(m_bare - 0.06f, m_bare + 0.24f, p.steep + 0.12f * p.middle) * wild;
        if (bare > 0) cover(*m_rock, bare, 0.92f);
    }
    if (m_snow && p.shore > 0 && p.height > m_snowLine - 14) {
        const float lies = ramp(-8.0f, 5.0f, p.height - m_snowLine + 5 * p.middle) * ramp(0.95f, 0.55f, p.steep);
        if (lies * wild > 0) cover(*m_snow, 0.85f * lies * wild, 0.95f * (1 - layer.bared));
    }
    if (p.road > 0 && p.road < 2.2f && p.shore > 0) {
        const float high = layer.sample[3] * (1.0f / 255) - 0.5f;
        const float dusty = 0.42f * ramp(1.6f, 0.1f, p.road + 0.8f * high + 0.5f * p.middle) * wild;
        layer.sample =
            blend(layer.sample, Sample{m_dust.x * 255, m_dust.y * 255, m_dust.z * 255, layer.sample[3]}, dusty);
    }
    layer.sample *= factorOf(1 - (p.hollow > 0 ? 0.14f : 0.07f) * p.hollow * wild);
}

GroundPaint::Bank GroundPaint::bankAt(const GroundPoint& p) const {
    const auto spacing = static_cast<float>(m_ground->spacing);
    const auto body = [&](float x, float y) -> size_t {
        return m_ground->water.clamped(static_cast<int>(std::floor(x / spacing)),
                                       static_cast<int>(std::floor(y / spacing)));
    };
    size_t found = body(p.x, p.y);
    if (found == 0) {  // the water lies down the slope of the distance to it
        const int x = static_cast<int>(p.x / spacing), y = static_cast<int>(p.y / spacing);
        const float dx = m_ground->shore.clamped(x + 1, y) - m_ground->shore.clamped(x - 1, y);
        const float dy = m_ground->shore.clamped(x, y + 1) - m_ground->shore.clamped(x, y - 1);
        const float length = std::sqrt(dx * dx + dy * dy);
        if (!(length > 0) || length > 1e6f) return Bank::none;
        for (const float beyond : {0.8f, 1.8f, 3.0f}) {
            const float reach = (std::max(p.shore, 0.0f) + beyond * std::max(spacing, 0.5f)) / length;
            found = body(p.x - dx * reach, p.y - dy * reach);
            if (found != 0) break;
        }
    }
    return found == 0 || found > m_banks.size() ? Bank::none : m_banks[found - 1];
}

// Shores: wet where waves reach, a line of foam, a bed that darkens with depth; scorched by lava, snowy by ice.
void GroundPaint::soak(const GroundPoint& p, float wild, Layer& layer) const {
    const Bank bank = bankAt(p);
    const float high = layer.sample[3] * (1.0f / 255) - 0.5f;
    const float at = p.shore - 0.5f * high + 0.5f * p.middle;  // the rim wanders and runs between stones
    const auto tint = [&](Colour c, float share) {
        layer.sample = blend(layer.sample, Sample{c.x * 255, c.y * 255, c.z * 255, layer.sample[3]}, share);
    };
    const auto darken = [&](float share) { layer.sample *= factorOf(1 - share); };
    const auto shine = [&](float rough, float share) { layer.rough += (rough - layer.rough) * share; };
    if (bank == Bank::lava) {
        tint({0.16f, 0.13f, 0.12f}, 0.75f * ramp(2.8f, 0.4f, at));
        return;
    }
    if (bank == Bank::ice) {
        tint({0.90f, 0.94f, 0.97f}, 0.55f * ramp(1.6f, 0.1f, std::abs(at)) * wild);
        shine(kIcy, 0.7f * ramp(1.6f, 0.1f, std::abs(at)) * wild);
        if (p.depth > 0) tint(m_deep, 0.5f * p.depth / (p.depth + 3));
        return;
    }
    const float wet = ramp(1.9f, 0.3f, at);
    darken((bank == Bank::open ? 0.24f : 0.2f) * wet * wild);
    shine(kWet, 0.85f * wet);
    if (p.depth > 0) {
        if (bank == Bank::swamp) {
            tint({0.17f, 0.18f, 0.10f}, 0.85f * p.depth / (p.depth + 0.5f));
        } else {
            tint(m_shallow, 0.30f * ramp(0.0f, 0.35f, p.depth));
            tint(m_deep, 0.88f * p.depth / (p.depth + 1.9f));
        }
    }
    if (bank == Bank::open || bank == Bank::river) {
        // A broken line where the water ends; it would be grain on maps of kilometres.
        const float strength = (bank == Bank::open ? 0.7f : 0.28f) * ramp(0.8f, 0.3f, p.pixel);
        const float width = 0.24f + 0.14f * p.broad;
        const float line =
            ramp(width, 0.35f * width, std::abs(at + 0.1f)) * ramp(-0.5f, 0.1f, p.middle + 0.5f * high + 0.35f);
        tint(m_foam, strength * line * wild);
    }
}

// Rock and snow show by the slope and height of the point itself, so whether the map has any elsewhere does not count.
uint64_t GroundPaint::hashAround(int x0, int y0, int x1, int y1) const {
    const terrain::Ground& ground = *m_ground;
    WideHash hash;
    hash.add(m_setting);
    addWindow(hash, ground.height, x0, y0, x1 + 1, y1 + 1);
    addWindow(hash, m_fields.steep, x0, y0, x1, y1);
    addWindow(hash, m_fields.hollow, x0, y0, x1, y1);
    const float spacing = static_cast<float>(ground.spacing), far = kFar + 3 * spacing;
    bool wet = false;
    std::vector<float> near;  // what lies further off is all the same
    std::vector<uint64_t> plots;
    for (int y = std::max(y0, 0); y <= std::min(y1, ground.depth() - 1); ++y) {
        for (int x = std::max(x0, 0); x <= std::min(x1, ground.width() - 1); ++x) {
            near.push_back(ground.shore.empty() ? far : std::clamp(ground.shore(x, y), -far, far));
            wet = wet || near.back() < far;
            near.push_back(m_fields.road.empty() ? far : std::clamp(m_fields.road(x, y), -far, far));
            if (const Plot* plot = m_fields.plots.at(x, y)) {
                WideHash lies;
                lies.add(&plot->acrossX, 4 * sizeof(float));
                lies.add(plot->bits);
                plots.push_back(combine(near.size(), lies.value()));
            }
        }
    }
    hash.add(sketchwalk::hashOf(near));
    hash.add(sketchwalk::hashOf(plots));
    for (size_t l = 0; l < m_coats.size(); ++l) {
        if (!anyIn(ground.weights[l], x0, y0, x1, y1)) continue;
        hash.add(hashText(ground.layers[l]));
        addWindow(hash, ground.weights[l], x0, y0, x1, y1);
    }
    if (!wet) return hash.value();
    if (!m_fields.depth.empty()) addWindow(hash, m_fields.depth, x0, y0, x1 + 1, y1 + 1);
    // Shores look across the water's edge for what kind of water it is (bankAt).
    const int reach = static_cast<int>((3 + 3 * std::max(spacing, 0.5f)) / spacing) + 2;
    std::vector<uint8_t> banks;
    for (int y = std::max(y0 - reach, 0); y <= std::min(y1 + reach, ground.depth() - 1); ++y) {
        for (int x = std::max(x0 - reach, 0); x <= std::min(x1 + reach, ground.width() - 1); ++x) {
            const size_t body = ground.water(x, y);
            banks.push_back(body == 0 || body > m_banks.size() ? 0 : static_cast<uint8_t>(m_banks[body - 1]));
        }
    }
    return combine(hash.value(), sketchwalk::hashOf(banks));
}

Painted GroundPaint::at(float x, float y, float pixel) const {
    const terrain::Ground& ground = *m_ground;
    const double gx = static_cast<double>(x) / ground.spacing, gy = static_cast<double>(y) / ground.spacing;
    const auto cells = [&](const auto& grid, float otherwise) {
        return grid.empty() ? otherwise : static_cast<float>(bilinear(grid, gx - 0.5, gy - 0.5));
    };
    GroundPoint p;
    p.x = x;
    p.y = y;
    p.pixel = pixel;
    p.smooth = true;
    p.height = static_cast<float>(bilinear(ground.height, gx, gy));
    p.broad = m_fields.broad.at(x, y);
    p.middle = m_fields.middle.at(x, y);
    p.steep = cells(m_fields.steep, 0);
    p.hollow = cells(m_fields.hollow, 0);
    p.shore = cells(ground.shore, 1e9f);
    p.road = cells(m_fields.road, 1e9f);
    if (p.shore < 3 && !m_fields.depth.empty()) p.depth = static_cast<float>(bilinear(m_fields.depth, gx, gy));
    p.plot = m_fields.plots.at(static_cast<int>(gx), static_cast<int>(gy));
    Weights weights{};
    for (size_t l = 0; l < m_coats.size(); ++l) weights[l] = cells(ground.weights[l], 0);
    return paint(p, weights);
}

}  // namespace sketchwalk::scene
