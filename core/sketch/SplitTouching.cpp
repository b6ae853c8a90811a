// Two things of one kind, drawn against each other, are two.
#include <algorithm>
#include <cmath>

#include "core/base/Raster.h"
#include "core/sketch/Patches.h"

namespace sketchwalk::sketch {
namespace {

constexpr double kNeck = 0.55;       // of the smaller lobe's width: wider than this it is one thing with a waist
constexpr double kCompact = 2.2;     // lobe's pixels per square of its inscribed width; a disk has 0.79, a 1 : 2 bar 2
constexpr double kLeastLobe = 0.15;  // of the largest lobe's pixels: less is a chimney, not a house

// One hill of the distance map while it is flooded from its top.
struct Hill {
    int32_t parent;
    float peak;
    size_t pixels = 0;
};

class Flood {
  public:
    Flood(const Grid<float>& depth, int width) : m_depth(depth), m_width(width) {}
    Flood(Grid<float>&&, int) = delete;  // it only looks

    // Watershed from the tops down (Vincent and Soille, 1991), where two hills become one if the pass between them is
    // wide.
    Grid<int32_t> run() {
        std::vector<size_t> order;
        for (size_t i = 0; i < m_depth.values().size(); ++i) {
            if (m_depth.values()[i] > 0) order.push_back(i);
        }
        std::stable_sort(order.begin(), order.end(),
                         [&](size_t a, size_t b) { return m_depth.values()[a] > m_depth.values()[b]; });
        m_hill = Grid<int32_t>(m_depth.width(), m_depth.height(), -1);
        for (const size_t i : order) place(i);
        for (const size_t i : order) m_hill.values()[i] = find(m_hill.values()[i]);
        return m_hill;
    }
    const std::vector<Hill>& hills() const { return m_hills; }

  private:
    int32_t find(int32_t h) const {
        while (m_hills[static_cast<size_t>(h)].parent != h) h = m_hills[static_cast<size_t>(h)].parent;
        return h;
    }

    void place(size_t i) {
        const int x = static_cast<int>(i % static_cast<size_t>(m_width)),
                  y = static_cast<int>(i / static_cast<size_t>(m_width));
        const float depth = m_depth.values()[i];
        int32_t mine = -1;
        for (int dy = -1; dy <= 1; ++dy) {
            for (int dx = -1; dx <= 1; ++dx) {
                if (!m_hill.contains(x + dx, y + dy) || m_hill(x + dx, y + dy) < 0) continue;
                const int32_t other = find(m_hill(x + dx, y + dy));
                if (mine < 0) mine = other;
                if (other != mine) mine = meet(mine, other, depth);
            }
        }
        if (mine < 0) {
            mine = static_cast<int32_t>(m_hills.size());
            m_hills.push_back({mine, depth});
        }
        m_hill.values()[i] = mine;
        ++m_hills[static_cast<size_t>(mine)].pixels;
    }

    int32_t meet(int32_t a, int32_t b, float pass) {
        Hill &first = m_hills[static_cast<size_t>(a)], &second = m_hills[static_cast<size_t>(b)];
        const bool firstHigher = first.peak > second.peak || (first.peak == second.peak && a < b);
        if (pass < kNeck * std::min(first.peak, second.peak)) return firstHigher ? a : b;
        Hill& high = firstHigher ? first : second;
        Hill& low = firstHigher ? second : first;
        high.pixels += low.pixels;
        low.parent = high.parent;
        return high.parent;
    }

    const Grid<float>& m_depth;
    int m_width;
    Grid<int32_t> m_hill;
    std::vector<Hill> m_hills;
};

// Depth of each pixel in its patch, in pixels, with a margin of one pixel around.
Grid<float> depthOf(const Patches& patches, size_t label) {
    const Patch& patch = patches.list[label];
    Grid<uint8_t> outside(patch.width() + 2, patch.height() + 2, 1);
    for (int y = 0; y < patch.height(); ++y) {
        for (int x = 0; x < patch.width(); ++x) {
            if (patches.label(patch.west + x, patch.north + y) == static_cast<int32_t>(label))
                outside(x + 1, y + 1) = 0;
        }
    }
    return distanceTo(outside, 1.0);
}

bool compact(const Hill& hill) {
    const double width = 2.0 * static_cast<double>(hill.peak);
    return static_cast<double>(hill.pixels) <= kCompact * width * width;
}

// The new label of every pixel of the patch: the largest lobe keeps the old one.
void split(Patches& patches, size_t label) {
    const Patch patch = patches.list[label];
    const Grid<float> depth = depthOf(patches, label);
    Flood flood(depth, patch.width() + 2);
    const Grid<int32_t> hillOf = flood.run();
    std::vector<int32_t> lobes;
    size_t largest = 0;
    for (size_t h = 0; h < flood.hills().size(); ++h) {
        if (flood.hills()[h].parent != static_cast<int32_t>(h)) continue;
        lobes.push_back(static_cast<int32_t>(h));
        largest = std::max(largest, flood.hills()[h].pixels);
    }
    if (lobes.size() < 2) return;
    for (const int32_t lobe : lobes) {
        const Hill& hill = flood.hills()[static_cast<size_t>(lobe)];
        if (!compact(hill) || static_cast<double>(hill.pixels) < kLeastLobe * static_cast<double>(largest)) return;
    }
    std::vector<int32_t> labelOf(flood.hills().size(), -1);
    for (const int32_t lobe : lobes) {
        const bool keeps = lobe == lobes.front();
        labelOf[static_cast<size_t>(lobe)] =
            keeps ? static_cast<int32_t>(label) : static_cast<int32_t>(patches.list.size());
        const Patch empty{patch.cls, 0, UINT32_MAX, INT32_MAX, INT32_MAX, -1, -1};
        keeps ? void(patches.list[label] = empty) : patches.list.push_back(empty);
    }
    for (int y = 0; y < patch.height(); ++y) {
        for (int x = 0; x < patch.width(); ++x) {
            const int32_t hill = hillOf(x + 1, y + 1);
            if (hill < 0) continue;
            const int px = patch.west + x, py = patch.north + y;
            const int32_t now = labelOf[static_cast<size_t>(hill)];
            patches.label(px, py) = now;
            Patch& lobe = patches.list[static_cast<size_t>(now)];
            ++lobe.pixels;
            lobe.first = std::min(lobe.first, static_cast<uint32_t>(patches.label.index(px, py)));
            lobe.west = std::min(lobe.west, px);
            lobe.east = std::max(lobe.east, px);
            lobe.north = std::min(lobe.north, py);
            lobe.south = std::max(lobe.south, py);
        }
    }
}

}  // namespace

void splitTouching(Patches& patches, const std::vector<bool>& splits) {
    const size_t count = patches.list.size();
    for (size_t i = 0; i < count; ++i) {
        if (i < splits.size() && splits[i]) split(patches, i);
    }
}

}  // namespace sketchwalk::sketch
