// What gives things their shapes: recipes, or a library of models that somebody made. The scene asks a source for the
// designs that suit an entry of the catalogue, chooses one, and has it built to its wish.
#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/assets/Mesh.h"
#include "core/catalogue/Catalogue.h"

namespace sketchwalk::assets {

// What a thing may depend on besides chance.
struct Wish {
    // Metres: width (x), height (y), depth (z); 0 where the design's own is right. With a span, x is what lies across
    // it (a bridge's deck) unless z says so.
    glm::vec3 size{0, 0, 0};
    double span = 0;  // metres, bridges and barrier sections: length along local x, centred on the origin
    // Metres. Barriers and bridges: the end at +x lies this much higher than the end at -x, the middle stays where it
    // is. Waterfalls: the height. (A bridge's size.y says how far its feet go down.)
    double drop = 0;
    int variant = 0;                     // which of the design's clearly different results: the expression `variant`
    std::string biome;                   // catalogue id of where it stands; expressions see it as is_desert and so on
    std::vector<std::string> qualities;  // "wooden", "red", "ruined", "snowy" ...
    std::vector<glm::vec2> outline;      // castle: drawn outline in local x, z metres; may be empty
};

struct Built {
    // Origin at the middle of the base, front toward +Z, foundations down to -0.6 (bridges and docks deeper).
    // Primitive::material indexes materials.
    std::shared_ptr<const Mesh> mesh;
    std::vector<Material> materials;  // by name; one name means one material in all recipes under one palette
};

struct Design {
    std::string name;
    double weight = 1;  // how often it is chosen, against the others
};

// Immutable: any thread may ask.
class Source {
  public:
    virtual ~Source() = default;
    // The designs that may stand for the entry under this wish, in a fixed order; none where the source cannot serve.
    virtual std::vector<Design> designs(const catalogue::Entry& entry, const Wish& wish) const = 0;
    virtual bool has(std::string_view design) const = 0;
    // How many clearly different results of a design one scene should use at most; 1 for an unknown one.
    virtual int variants(std::string_view design) const = 0;
    // Whether a design differs where a wish says this quality ("birch"); a colour and the like come on top.
    virtual bool understands(std::string_view design, std::string_view quality) const = 0;
    // Pure: the same design, wish, seed and palette give the same mesh. An unknown design gives an empty one.
    virtual Built build(std::string_view design, const Wish& wish, uint64_t variantSeed,
                        const catalogue::Palette& palette) const = 0;
};

// Asks several sources in their order: what the first lacks comes from the next.
class SourcesInOrder : public Source {
  public:
    // The sources must outlive it.
    explicit SourcesInOrder(std::vector<const Source*> sources) : m_sources(std::move(sources)) {}

    std::vector<Design> designs(const catalogue::Entry& entry, const Wish& wish) const override {
        for (const Source* source : m_sources) {
            if (auto found = source->designs(entry, wish); !found.empty()) return found;
        }
        return {};
    }
    bool has(std::string_view design) const override { return owner(design) != nullptr; }
    int variants(std::string_view design) const override {
        const Source* source = owner(design);
        return source != nullptr ? source->variants(design) : 1;
    }
    bool understands(std::string_view design, std::string_view quality) const override {
        const Source* source = owner(design);
        return source != nullptr && source->understands(design, quality);
    }
    Built build(std::string_view design, const Wish& wish, uint64_t variantSeed,
                const catalogue::Palette& palette) const override {
        const Source* source = owner(design);
        return source != nullptr ? source->build(design, wish, variantSeed, palette)
                                 : Built{std::make_shared<const Mesh>(), {}};
    }

  private:
    const Source* owner(std::string_view design) const {
        for (const Source* source : m_sources) {
            if (source->has(design)) return source;
        }
        return nullptr;
    }
    std::vector<const Source*> m_sources;
};

}  // namespace sketchwalk::assets
