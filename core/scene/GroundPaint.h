// How the ground looks at a place: its splat layers' textures, blended by height, with what place and use do to them.
#pragma once

#include <array>
#include <memory>
#include <string_view>
#include <vector>

#include "core/base/Job.h"
#include "core/catalogue/Catalogue.h"
#include "core/scene/GroundFields.h"
#include "core/textures/GroundTexture.h"

namespace sketchwalk::scene {

struct GroundPoint {             // what a look may depend on
    float x = 0, y = 0;          // metres
    float pixel = 0.125f;        // metres: finer patterns than this fade out
    bool smooth = false;         // pixels of neighbouring points differ: textures blend between their levels
    float height = 0;            // metres
    float broad = 0;             // noise of about 30 m, -1..1
    float middle = 0;            // noise of about 6 m
    float steep = 0;             // rise over run
    float hollow = 0;            // -1 ridge .. 1 hollow
    float shore = 1e9f;          // metres, negative in water
    float road = 1e9f;           // metres to a road or path, negative on it
    float depth = 0;             // metres of water
    const Plot* plot = nullptr;  // the drawn field it lies in
};

struct Painted {
    textures::Sample colour{};  // sRGB: red, green, blue of 0..255, and one to ignore
    float bump = 0;             // metres above the ground's own height: tufts, stones, furrows, ruts
    float rough = 1;            // roughness, 0..1: lower where it is wet, icy or worn
};

// Immutable; any thread may read it.
class GroundPaint {
  public:
    static constexpr size_t kMostLayers = 8;
    using Weights = std::array<float, kMostLayers>;  // 0..255 by splat layer

    GroundPaint(std::shared_ptr<const terrain::Ground> ground, const catalogue::Biome& biome, uint64_t seed,
                const layout::Layout* layout, const Job& job);

    const terrain::Ground& ground() const { return *m_ground; }
    const GroundFields& fields() const { return m_fields; }
    size_t layers() const { return m_coats.size(); }
    // What a splat layer is painted with: for viewers that lay it close by themselves.
    const textures::GroundTexture& texture(size_t layer) const { return m_coats[layer]->texture; }
    // A hash of everything that the look of the points in a rectangle of cells, bounds included, may depend on: equal
    // hashes, equal pixels.
    uint64_t hashAround(int x0, int y0, int x1, int y1) const;
    // Metres beyond which distances to shores and roads change no look; what paint() is given is kept within them.
    static constexpr float kFar = 8;

    // The look of a point whose fields and weights the caller has read.
    Painted paint(const GroundPoint& point, const Weights& weights) const;
    // The same with everything read here: for single points, close by. `pixel`: metres it covers.
    Painted at(float x, float y, float pixel) const;

  private:
    enum class Kind { green, wooded, sand, rock, gravel, snow, earth, field, paving, road, path };
    struct Coat {  // a layer's texture and what varies it from place to place
        textures::GroundTexture texture;
        Kind kind = Kind::earth;
        textures::Sample light{1, 1, 1, 1}, dark{1, 1, 1, 1};  // factors where the tone is high and low
        textures::Sample third{1, 1, 1, 1};                    // field: grassy rims; road, path: rims
        uint64_t seed = 0;
        bool made() const { return kind == Kind::paving || kind == Kind::road || kind == Kind::path; }
    };
    struct Layer {
        textures::Sample sample;  // sRGB 0..255, height 0..255
        float bump;               // metres
        float rough;
        float bared;  // share of it that snow leaves open
    };
    enum class Bank { none, open, river, swamp, ice, lava };

    static Coat coatOf(std::string_view layer, const catalogue::Biome& biome, uint64_t seed);
    textures::Sample sampled(const textures::GroundTexture& texture, const GroundPoint& point) const;
    Layer coated(const Coat& coat, const GroundPoint& point) const;
    Layer furrowed(const Coat& coat, const GroundPoint& point) const;
    void tread(const Coat& coat, const GroundPoint& point, Layer& layer) const;
    void weather(const GroundPoint& point, float wild, Layer& layer) const;
    void soak(const GroundPoint& point, float wild, Layer& layer) const;
    Bank bankAt(const GroundPoint& point) const;

    std::shared_ptr<const terrain::Ground> m_ground;
    GroundFields m_fields;
    std::vector<std::shared_ptr<const Coat>> m_coats;
    std::shared_ptr<const Coat> m_rock, m_snow;  // where slope or height bring them out
    uint64_t m_setting = 0;                      // hash of what all points share
    std::vector<Bank> m_banks;                   // by body of water
    Colour m_deep{0}, m_shallow{0}, m_dust{0}, m_foam{0};
    float m_bare = 0.6f;      // rise over run where rock begins to show; later under snow
    float m_snowLine = 1e9f;  // metres
};

}  // namespace sketchwalk::scene
