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

struct Run {
    int start, end, y;  // [start, end)
    uint8_t cls;
};

}  // namespace

Patches findPatches(const Grid<uint8_t>& classes) {
    const int w = classes.width(), h = classes.height();
    // Runs of one class in a row; each is a set of its own until it touches one of the row above.
    std::vector<Run> runs;
    Sets sets;
    size_t aboveStart = 0, aboveEnd = 0;
    for (int y = 0; y < h; ++y) {
        const uint8_t* row = classes.row(y);
        const size_t rowStart = runs.size();
        size_t above = aboveStart;
        for (int x = 0; x < w;) {
            int end = x + 1;
            while (end < w && row[end] == row[x]) ++end;
            const int32_t mine = sets.make();
            while (above < aboveEnd && runs[above].end < x) ++above;
            for (size_t a = above; a < aboveEnd && runs[a].start <= end; ++a) {  // corners touch too
                if (runs[a].cls == row[x]) sets.join(static_cast<int32_t>(a), mine);
            }
            runs.push_back({x, end, y, row[x]});
            x = end;
        }
        aboveStart = rowStart;
        aboveEnd = runs.size();
    }
    Patches patches{Grid<int32_t>(w, h), {}};
    std::vector<int32_t> number(runs.size(), -1);
    for (size_t r = 0; r < runs.size(); ++r) {
        const Run& run = runs[r];
        const auto root = static_cast<size_t>(sets.find(static_cast<int32_t>(r)));
        if (number[root] < 0) {
            number[root] = static_cast<int32_t>(patches.list.size());
            const auto first = static_cast<uint32_t>(classes.index(run.start, run.y));
            patches.list.push_back({run.cls, 0, first, run.start, run.y, run.end - 1, run.y});
        }
        Patch& patch = patches.list[static_cast<size_t>(number[root])];
        patch.pixels += static_cast<uint32_t>(run.end - run.start);
        patch.west = std::min(patch.west, run.start);
        patch.east = std::max(patch.east, run.end - 1);
        patch.south = run.y;
        std::fill(patches.label.row(run.y) + run.start, patches.label.row(run.y) + run.end, number[root]);
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
