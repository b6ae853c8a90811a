#include "core/sketch/Beneath.h"

#include <array>

namespace sketchwalk::sketch {
namespace {

bool isObject(Layer layer) {
    return layer == Layer::onLand || layer == Layer::onWater;
}

// Nearest source cell by two sweeps of vectors (Danielsson, 1980); close enough to Euclid for a hidden seam.
class Sources {
  public:
    Sources(int width, int height) : m_to(width, height, {kFar, kFar}) {}
    void set(int x, int y) { m_to(x, y) = {0, 0}; }
    void spread() {
        const int w = m_to.width(), h = m_to.height();
        for (int y = 0; y < h; ++y) {
            for (int x = 0; x < w; ++x) {
                take(x, y, -1, 0);
                for (int dx = -1; dx <= 1; ++dx) take(x, y, dx, -1);
            }
            for (int x = w - 1; x >= 0; --x) take(x, y, 1, 0);
        }
        for (int y = h - 1; y >= 0; --y) {
            for (int x = w - 1; x >= 0; --x) {
                take(x, y, 1, 0);
                for (int dx = -1; dx <= 1; ++dx) take(x, y, dx, 1);
            }
            for (int x = 0; x < w; ++x) take(x, y, -1, 0);
        }
    }
    // Offset to the nearest source; false where there is none.
    bool nearest(int x, int y, int& dx, int& dy) const {
        dx = m_to(x, y)[0];
        dy = m_to(x, y)[1];
        return dx != kFar;
    }

  private:
    static constexpr int kFar = 1 << 14;
    using Offset = std::array<int, 2>;
    static int64_t length(Offset o) { return int64_t{o[0]} * o[0] + int64_t{o[1]} * o[1]; }
    void take(int x, int y, int dx, int dy) {
        if (!m_to.contains(x + dx, y + dy)) return;
        const Offset theirs = m_to(x + dx, y + dy);
        if (theirs[0] == kFar) return;
        const Offset offer{theirs[0] + dx, theirs[1] + dy};
        if (length(offer) < length(m_to(x, y))) m_to(x, y) = offer;
    }
    Grid<Offset> m_to;
};

bool goesOn(Layer ground, Layer object) {
    return object == Layer::onWater ? ground == Layer::water : ground == Layer::area;
}

}  // namespace

Grid<uint8_t> groundBeneath(const Grid<uint8_t>& classes, const Patches& patches, const std::vector<Layer>& layers) {
    Grid<uint8_t> ground = classes;
    for (uint8_t& cls : ground.values()) cls = isObject(layers[cls]) ? 0 : cls;
    for (size_t label = 0; label < patches.list.size(); ++label) {
        const Patch& patch = patches.list[label];
        const Layer object = layers[patch.cls];
        if (!isObject(object)) continue;
        const int west = patch.west - 1, north = patch.north - 1;
        Sources sources(patch.width() + 2, patch.height() + 2);
        bool any = false;
        for (int y = 0; y < patch.height() + 2; ++y) {
            for (int x = 0; x < patch.width() + 2; ++x) {
                if (!classes.contains(west + x, north + y)) continue;
                const Layer layer = layers[classes(west + x, north + y)];
                if (isObject(layer)) continue;
                sources.set(x, y);
                any = any || goesOn(layer, object);
            }
        }
        if (!any) continue;
        sources.spread();
        for (int y = 1; y <= patch.height(); ++y) {
            for (int x = 1; x <= patch.width(); ++x) {
                int dx = 0, dy = 0;
                if (patches.label(west + x, north + y) != static_cast<int32_t>(label) || !sources.nearest(x, y, dx, dy))
                    continue;
                const uint8_t beside = classes(west + x + dx, north + y + dy);
                if (goesOn(layers[beside], object)) ground(west + x, north + y) = beside;
            }
        }
    }
    return ground;
}

}  // namespace sketchwalk::sketch
