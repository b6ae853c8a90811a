#include "core/sketch/PictureColours.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdlib>

#include "core/base/Trig.h"

namespace sketchwalk::sketch {
namespace {

constexpr float kSameColour = 0.055f;  // OKLab; the spread of a flat colour under a usual JPEG
constexpr float kSure = 0.08f;         // OKLab; further from every reference, a pixel is judged by its surroundings
constexpr int kFlat = 12;              // steps a channel may differ between neighbours on flat ground
constexpr double kLeastShare = 1e-4;
constexpr int kMixed = 30;  // sRGB steps off the line between two colours that is still a mixture of them

const std::array<float, 256>& linearTable() {
    static const std::array<float, 256> table = [] {
        std::array<float, 256> t{};
        for (size_t i = 0; i < 256; ++i) {
            const double v = static_cast<double>(i) / 255;
            t[i] = static_cast<float>(v <= 0.04045 ? v / 12.92 : exact::pow((v + 0.055) / 1.055, 2.4));
        }
        return t;
    }();
    return table;
}

// Cube root of 0..1 by two Halley steps from a bit-level guess (Kahan); only + * /, so the same everywhere.
float cubeRoot(float x) {
    if (x <= 0) return 0;
    float y = std::bit_cast<float>(std::bit_cast<uint32_t>(x) / 3 + 709921077u);
    for (int i = 0; i < 2; ++i) {
        const float cube = y * y * y;
        y = y * (cube + 2 * x) / (2 * cube + x);
    }
    return y;
}

bool transparent(const uint8_t* pixel) {
    return pixel[3] < 128;
}
Rgb rgbOf(const uint8_t* pixel) {
    return {pixel[0], pixel[1], pixel[2]};
}

bool alike(const uint8_t* a, const uint8_t* b) {
    return !transparent(b) && std::abs(a[0] - b[0]) < kFlat && std::abs(a[1] - b[1]) < kFlat &&
           std::abs(a[2] - b[2]) < kFlat;
}

struct Bin {
    uint64_t count = 0;
    std::array<uint64_t, 3> sum{};
    Rgb mean() const {
        Rgb rgb{};
        for (size_t c = 0; c < 3; ++c)
            rgb[c] = static_cast<uint8_t>((sum[c] + count / 2) / std::max<uint64_t>(count, 1));
        return rgb;
    }
    void add(const Bin& other) {
        count += other.count;
        for (size_t c = 0; c < 3; ++c) sum[c] += other.sum[c];
    }
};

// The nearest reference of a colour, remembered: flat pictures hold few colours.
class Nearest {
  public:
    explicit Nearest(const std::vector<Reference>& references) : m_references(references), m_memory(1 << 14) {
        for (const Reference& r : references) m_labs.push_back(labOf(r.colour));
    }
    struct Found {
        uint32_t key = UINT32_MAX;
        uint8_t cls = 0;
        bool sure = false;
    };
    const Found& of(const uint8_t* pixel) {
        const uint32_t key = uint32_t{pixel[0]} << 16 | uint32_t{pixel[1]} << 8 | pixel[2];
        Found& slot = m_memory[(key * 2654435761u) >> 18];
        if (slot.key == key) return slot;
        const Lab lab = labOf(rgbOf(pixel));
        float best = 1e9f;
        for (size_t r = 0; r < m_labs.size(); ++r) {
            const float d = difference(lab, m_labs[r]);
            if (d < best) {
                best = d;
                slot.cls = m_references[r].cls;
            }
        }
        slot.key = key;
        slot.sure = best < kSure;
        return slot;
    }

  private:
    const std::vector<Reference>& m_references;
    std::vector<Lab> m_labs;
    std::vector<Found> m_memory;
};

// How far a colour is from a class, in squared sRGB steps: mixtures are made in those, by drawing programs and JPEG
// alike.
int stepsFrom(const uint8_t* pixel, const Rgb& colour) {
    int sum = 0;
    for (size_t c = 0; c < 3; ++c) sum += (pixel[c] - colour[c]) * (pixel[c] - colour[c]);
    return sum;
}

bool isMixture(const uint8_t* pixel, const Rgb& a, const Rgb& b) {
    int along = 0, length = 0;
    for (size_t c = 0; c < 3; ++c) {
        along += (pixel[c] - a[c]) * (b[c] - a[c]);
        length += (b[c] - a[c]) * (b[c] - a[c]);
    }
    if (along <= 0 || along >= length) return false;
    double off = 0;
    for (size_t c = 0; c < 3; ++c) {
        const double d = pixel[c] - (a[c] + static_cast<double>(b[c] - a[c]) * along / length);
        off += d * d;
    }
    return off < kMixed * kMixed;
}

enum class Trust : uint8_t { open, waiting, lone, sure };

// A set of classes, each once, in the order they are met.
struct Classes {
    std::array<uint8_t, 12> list{};
    size_t count = 0;
    void add(uint8_t cls) {
        for (size_t i = 0; i < count; ++i) {
            if (list[i] == cls) return;
        }
        if (count < list.size()) list[count++] = cls;
    }
};

class Classifier {
  public:
    Classifier(const Image& picture, const std::vector<Reference>& references)
        : m_picture(picture),
          m_references(references),
          m_classes(picture.width, picture.height),
          m_trust(picture.width, picture.height, Trust::open) {}

    Grid<uint8_t> run() {
        takeNearest();
        trustEvenGround();
        trustThinThings();
        growIntoEdges();
        return std::move(m_classes);
    }

  private:
    void takeNearest() {
        Nearest nearest(m_references);
        for (int y = 0; y < m_picture.height; ++y) {
            const uint8_t* pixel = m_picture.at(0, y);
            for (int x = 0; x < m_picture.width; ++x, pixel += 4) {
                if (transparent(pixel)) {
                    m_trust(x, y) = Trust::lone;
                    continue;
                }
                const Nearest::Found& found = nearest.of(pixel);
                m_classes(x, y) = found.cls;
                if (found.sure) m_trust(x, y) = Trust::lone;
            }
        }
    }

    // Most of the pixel's surroundings agree with it.
    bool inEvenGround(int x, int y) const {
        const uint8_t cls = m_classes(x, y);
        int same = 0;
        for (int dy = -1; dy <= 1; ++dy) {
            for (int dx = -1; dx <= 1; ++dx) same += m_classes.clamped(x + dx, y + dy) == cls ? 1 : 0;
        }
        return same >= 6;
    }

    void trustEvenGround() {
        const int w = m_classes.width(), h = m_classes.height();
        for (int y = 0; y < h; ++y) {
            const uint8_t* row = m_classes.row(y);
            const uint8_t* above = m_classes.row(std::max(y - 1, 0));
            const uint8_t* below = m_classes.row(std::min(y + 1, h - 1));
            for (int x = 0; x < w; ++x) {
                if (m_trust(x, y) != Trust::lone) continue;
                // The usual case at a glance: with itself, the cross around it and one corner, six of nine agree.
                const uint8_t cls = row[x];
                const bool cross =
                    x > 0 && x + 1 < w && row[x - 1] == cls && row[x + 1] == cls && above[x] == cls && below[x] == cls;
                if ((cross && above[x - 1] == cls) || inEvenGround(x, y)) m_trust(x, y) = Trust::sure;
            }
        }
    }

    Classes sureAround(int x, int y, int reach) const {
        Classes classes;
        for (int dy = -reach; dy <= reach; ++dy) {
            for (int dx = -reach; dx <= reach; ++dx) {
                if (m_trust.contains(x + dx, y + dy) && m_trust(x + dx, y + dy) == Trust::sure)
                    classes.add(m_classes(x + dx, y + dy));
            }
        }
        return classes;
    }

    int distanceTo(const uint8_t* pixel, uint8_t cls) const {
        int best = transparent(pixel) ? 200000 : INT32_MAX;
        if (transparent(pixel) && cls == 0) return 0;
        for (const Reference& r : m_references) {
            if (r.cls == cls) best = std::min(best, stepsFrom(pixel, r.colour));
        }
        return best;
    }

    const Rgb& colourOf(uint8_t cls) const {
        for (const Reference& r : m_references) {
            if (r.cls == cls) return r.colour;
        }
        return m_references.front().colour;
    }

    // A line one pixel wide has no even ground. It is one where its colour is no mixture of what lies beside it.
    void trustThinThings() {
        std::vector<size_t> thin;
        for (int y = 0; y < m_classes.height(); ++y) {
            for (int x = 0; x < m_classes.width(); ++x) {
                if (m_trust(x, y) == Trust::lone && isThinThing(x, y)) thin.push_back(m_classes.index(x, y));
            }
        }
        for (const size_t i : thin) m_trust.values()[i] = Trust::sure;
    }

    bool isThinThing(int x, int y) const {
        const Classes around = sureAround(x, y, 2);
        const uint8_t* pixel = m_picture.at(x, y);
        for (size_t i = 0; i < around.count; ++i) {
            if (around.list[i] == m_classes(x, y)) return false;  // an edge of its own kind: growing settles it
            for (size_t j = 0; j < i; ++j) {
                if (isMixture(pixel, colourOf(around.list[i]), colourOf(around.list[j]))) return false;
            }
        }
        return true;
    }

    void settle(int x, int y) {
        Classes around = sureAround(x, y, 2);
        if (around.count < 2) around = sureAround(x, y, 3);
        const uint8_t* pixel = m_picture.at(x, y);
        int best = INT32_MAX;
        for (size_t i = 0; i < around.count; ++i) {
            const int d = distanceTo(pixel, around.list[i]);
            if (d < best || (d == best && around.list[i] < m_classes(x, y))) {
                best = d;
                m_classes(x, y) = around.list[i];
            }
        }
    }

    template <class Visit>
    void around(size_t i, const Visit& visit) {
        const auto width = static_cast<size_t>(m_trust.width());
        const int x0 = static_cast<int>(i % width), y0 = static_cast<int>(i / width);
        for (int y = std::max(y0 - 1, 0); y <= std::min(y0 + 1, m_trust.height() - 1); ++y) {
            for (int x = std::max(x0 - 1, 0); x <= std::min(x0 + 1, m_trust.width() - 1); ++x)
                visit(m_trust.index(x, y));
        }
    }

    // Ring by ring from the sure pixels; each ring is decided by the ones before it alone.
    void growIntoEdges() {
        std::vector<Trust>& trust = m_trust.values();
        std::vector<size_t> front, next;
        for (size_t i = 0; i < trust.size(); ++i) {
            if (trust[i] == Trust::sure) continue;
            bool beside = false;
            around(i, [&](size_t n) { beside = beside || trust[n] == Trust::sure; });
            if (beside) front.push_back(i);
        }
        for (const size_t i : front) trust[i] = Trust::waiting;
        const auto width = static_cast<size_t>(m_classes.width());
        while (!front.empty()) {
            for (const size_t i : front) settle(static_cast<int>(i % width), static_cast<int>(i / width));
            for (const size_t i : front) trust[i] = Trust::sure;
            next.clear();
            for (const size_t i : front) {
                around(i, [&](size_t n) {
                    if (trust[n] == Trust::sure || trust[n] == Trust::waiting) return;
                    trust[n] = Trust::waiting;
                    next.push_back(n);
                });
            }
            front.swap(next);
        }
    }

    const Image& m_picture;
    const std::vector<Reference>& m_references;
    Grid<uint8_t> m_classes;
    Grid<Trust> m_trust;
};

}  // namespace

Lab labOf(const Rgb& colour) {
    const auto& linear = linearTable();
    const float r = linear[colour[0]], g = linear[colour[1]], b = linear[colour[2]];
    const float l = cubeRoot(0.4122214708f * r + 0.5363325363f * g + 0.0514459929f * b);
    const float m = cubeRoot(0.2119034982f * r + 0.6806995451f * g + 0.1073969566f * b);
    const float s = cubeRoot(0.0883024619f * r + 0.2817188376f * g + 0.6299787005f * b);
    return {0.2104542553f * l + 0.7936177850f * m - 0.0040720468f * s,
            1.9779984951f * l - 2.4285922050f * m + 0.4505937099f * s,
            0.0259040371f * l + 0.7827717662f * m - 0.8086757660f * s};
}

float difference(const Lab& a, const Lab& b) {
    const float l = a.l - b.l, u = a.a - b.a, v = a.b - b.b;
    return std::sqrt(l * l + u * u + v * v);
}

std::vector<FlatColour> flatColours(const Image& picture) {
    std::vector<Bin> bins(1 << 15);
    for (int y = 1; y + 1 < picture.height; ++y) {
        for (int x = 1; x + 1 < picture.width; ++x) {
            const uint8_t* p = picture.at(x, y);
            if (transparent(p) || !alike(p, p - 4) || !alike(p, p + 4) || !alike(p, picture.at(x, y - 1)) ||
                !alike(p, picture.at(x, y + 1))) {
                continue;
            }
            Bin& bin = bins[static_cast<size_t>(p[0] >> 3) << 10 | static_cast<size_t>(p[1] >> 3) << 5 |
                            static_cast<size_t>(p[2] >> 3)];
            ++bin.count;
            for (size_t c = 0; c < 3; ++c) bin.sum[c] += p[c];
        }
    }
    std::vector<Bin> filled;
    for (const Bin& bin : bins) {
        if (bin.count > 0) filled.push_back(bin);
    }
    std::stable_sort(filled.begin(), filled.end(), [](const Bin& a, const Bin& b) { return a.count > b.count; });
    const double pixels = static_cast<double>(picture.width) * picture.height;
    std::vector<Bin> merged;
    std::vector<Lab> heads;  // of the largest bin of each
    for (const Bin& bin : filled) {
        const Lab lab = labOf(bin.mean());
        size_t m = 0;
        while (m < heads.size() && difference(heads[m], lab) >= kSameColour) ++m;
        if (m < heads.size()) {
            merged[m].add(bin);
        } else if (static_cast<double>(bin.count) >= kLeastShare / 4 * pixels && heads.size() < 256) {
            merged.push_back(bin);
            heads.push_back(lab);
        }
    }
    std::vector<FlatColour> colours;
    for (const Bin& bin : merged) {
        const double share = static_cast<double>(bin.count) / pixels;
        if (share >= kLeastShare) colours.push_back({bin.mean(), share});
    }
    std::stable_sort(colours.begin(), colours.end(),
                     [](const FlatColour& a, const FlatColour& b) { return a.share > b.share; });
    return colours;
}

Grid<uint8_t> classify(const Image& picture, const std::vector<Reference>& references) {
    return Classifier(picture, references).run();
}

}  // namespace sketchwalk::sketch
