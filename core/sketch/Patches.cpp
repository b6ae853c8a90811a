#include "core/sketch/Patches.h"

#include <algorithm>

namespace sketchwalk::sketch {
namespace {

class Sets {
  public:
    int32_t make() {
        m_parent.push_back(static_cast<int32_t>(m_parent.size()));
        return m_parent.back();
    }
    int32_t find(int32_t a) {
        while (at(a) != a) a = at(a) = at(at(a));
        return a;
    }
    void join(int32_t a, int32_t b) {  // the older one stays
        a = find(a);
        b = find(b);
        if (a != b) at(std::max(a, b)) = std::min(a, b);
    }

  private:
    int32_t& at(int32_t i) { return m_parent[static_cast<size_t>(i)]; }
    std::vector<int32_t> m_parent;
};

}  // namespace

Patches findPatches(const Grid<uint8_t>& classes) {
    const int w = classes.width(), h = classes.height();
    Patches patches{Grid<int32_t>(w, h), {}};
    Sets sets;
    for (int y = 0; y < h; ++y) {
        const uint8_t* here = classes.row(y);
        const uint8_t* above = y > 0 ? classes.row(y - 1) : nullptr;
        int32_t* label = patches.label.row(y);
        const int32_t* labelAbove = y > 0 ? patches.label.row(y - 1) : nullptr;
        for (int x = 0; x < w; ++x) {
            int32_t mine = -1;
            const auto touch = [&](bool same, const int32_t& other) {
                if (!same) return;
                if (mine >= 0 && mine != other) sets.join(mine, other);
                if (mine < 0) mine = other;
            };
            if (x > 0) touch(here[x - 1] == here[x], label[x - 1]);
            if (above != nullptr) {
                if (above[x] == here[x]) {
                    touch(true, labelAbove[x]);  // its neighbours are joined with it already
                } else {
                    if (x > 0) touch(above[x - 1] == here[x], labelAbove[x - 1]);
                    if (x + 1 < w) touch(above[x + 1] == here[x], labelAbove[x + 1]);
                }
            }
            label[x] = mine >= 0 ? mine : sets.make();
        }
    }
    std::vector<int32_t> number;
    for (int y = 0; y < h; ++y) {
        for (int x = 0; x < w; ++x) {
            int32_t& label = patches.label(x, y);
            const auto root = static_cast<size_t>(sets.find(label));
            if (root >= number.size()) number.resize(root + 1, -1);
            if (number[root] < 0) {
                number[root] = static_cast<int32_t>(patches.list.size());
                patches.list.push_back({classes(x, y), 0, static_cast<uint32_t>(classes.index(x, y)), x, y, x, y});
            }
            label = number[root];
            Patch& patch = patches.list[static_cast<size_t>(label)];
            ++patch.pixels;
            patch.west = std::min(patch.west, x);
            patch.east = std::max(patch.east, x);
            patch.south = y;
        }
    }
    return patches;
}

size_t dropSpecks(Grid<uint8_t>& classes, size_t least) {
    const Patches patches = findPatches(classes);
    const auto small = [&](int32_t label) { return patches.list[static_cast<size_t>(label)].pixels < least; };
    size_t count = 0;
    for (const Patch& patch : patches.list) count += patch.pixels < least ? 1 : 0;
    if (count == 0) return 0;
    std::vector<uint64_t> touches;  // label and class beside it, once a pixel side
    for (int y = 0; y < classes.height(); ++y) {
        for (int x = 0; x < classes.width(); ++x) {
            const int32_t label = patches.label(x, y);
            if (!small(label)) continue;
            constexpr int kAround[4][2] = {{0, -1}, {-1, 0}, {1, 0}, {0, 1}};
            for (const auto& [dx, dy] : kAround) {
                if (!classes.contains(x + dx, y + dy)) continue;
                const int32_t other = patches.label(x + dx, y + dy);
                if (other != label && !small(other))
                    touches.push_back(static_cast<uint64_t>(label) << 8 | classes(x + dx, y + dy));
            }
        }
    }
    std::sort(touches.begin(), touches.end());
    std::vector<uint8_t> becomes(patches.list.size());
    std::vector<size_t> most(patches.list.size());
    for (size_t i = 0, end = 0; i < touches.size(); i = end) {
        while (end < touches.size() && touches[end] == touches[i]) ++end;
        const size_t label = touches[i] >> 8;
        if (end - i > most[label]) {
            most[label] = end - i;
            becomes[label] = static_cast<uint8_t>(touches[i] & 255);
        }
    }
    for (size_t i = 0; i < classes.values().size(); ++i) {
        const int32_t label = patches.label.values()[i];
        if (small(label)) classes.values()[i] = becomes[static_cast<size_t>(label)];
    }
    return count;
}

}  // namespace sketchwalk::sketch
