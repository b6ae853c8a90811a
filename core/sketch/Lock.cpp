// A lock as bytes, little-endian, deflated: heights to the last bit, as what is left of them after each is foretold by
// its neighbours (W + N - NW), in planes of bytes.
#include "core/sketch/Lock.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>

#include "core/base/Deflate.h"
#include "core/base/GridHash.h"

namespace sketchwalk::sketch {
namespace {

static_assert(std::endian::native == std::endian::little, "the bytes' numbers are little-endian");

constexpr uint32_t kMark = 0x314c5753;  // "SWL1"
constexpr size_t kMostBytes = size_t{160} << 20;
constexpr size_t kLongestName = 4096, kMostNames = 256, kMostCorners = 1 << 20;
constexpr double kMostMetres = 1e6;  // metres

// Floats in the order of their values, as whole numbers, so that neighbours differ little.
uint32_t ordered(float value) {
    const auto bits = std::bit_cast<uint32_t>(value);
    return (bits >> 31) != 0 ? ~bits : bits | 0x80000000u;
}
float fromOrdered(uint32_t value) {
    return std::bit_cast<float>((value >> 31) != 0 ? value & 0x7fffffffu : ~value);
}

uint32_t foretold(const Grid<uint32_t>& known, int x, int y) {
    if (x == 0) return y == 0 ? 0 : known(x, y - 1);
    return y == 0 ? known(x - 1, y) : known(x - 1, y) + known(x, y - 1) - known(x - 1, y - 1);
}

class Writer {
  public:
    template <class T>
    requires std::is_arithmetic_v<T>
    void put(T value) {
        const auto* raw = reinterpret_cast<const uint8_t*>(&value);
        m_bytes.insert(m_bytes.end(), raw, raw + sizeof value);
    }
    void put(Point p) {
        put(p.x);
        put(p.y);
    }
    void put(const std::string& text) {
        put(static_cast<uint32_t>(text.size()));
        m_bytes.insert(m_bytes.end(), text.begin(), text.end());
    }
    template <class T>
    void put(const std::vector<T>& list) {
        put(static_cast<uint32_t>(list.size()));
        for (const T& one : list) put(one);
    }
    void put(glm::vec2 p) {
        put(p.x);
        put(p.y);
    }
    void put(glm::vec3 p) {
        put(p.x);
        put(p.y);
        put(p.z);
    }
    void put(const Grid<uint8_t>& cells) {
        m_bytes.insert(m_bytes.end(), cells.values().begin(), cells.values().end());
    }
    void put(const Grid<float>& nodes) {
        Grid<uint32_t> known(nodes.width(), nodes.height());
        std::vector<uint32_t> left;
        left.reserve(nodes.values().size());
        for (int y = 0; y < nodes.height(); ++y) {
            for (int x = 0; x < nodes.width(); ++x) {
                known(x, y) = ordered(nodes(x, y));
                const auto rest = static_cast<int32_t>(known(x, y) - foretold(known, x, y));
                left.push_back(static_cast<uint32_t>(rest) << 1 ^ static_cast<uint32_t>(rest >> 31));
            }
        }
        for (int plane = 0; plane < 4; ++plane) {
            for (const uint32_t rest : left) m_bytes.push_back(static_cast<uint8_t>(rest >> (8 * plane)));
        }
    }
    const std::vector<uint8_t>& bytes() const { return m_bytes; }

  private:
    std::vector<uint8_t> m_bytes;
};

// What does not fit makes it useless, whatever is taken afterwards is 0 or empty.
class Reader {
  public:
    explicit Reader(std::span<const uint8_t> bytes) : m_left(bytes) {}
    bool good() const { return m_good; }
    bool done() const { return m_good && m_left.empty(); }
    void doubt(bool fine) { m_good = m_good && fine; }

    template <class T>
    requires std::is_arithmetic_v<T> T take() {
        T value{};
        if (!has(sizeof value)) return value;
        std::memcpy(&value, m_left.data(), sizeof value);
        m_left = m_left.subspan(sizeof value);
        return value;
    }
    double metres() {
        const auto value = take<double>();
        doubt(std::abs(value) <= kMostMetres);
        return m_good ? value : 0;
    }
    float number(double most = kMostMetres) {
        const auto value = take<float>();
        doubt(std::abs(static_cast<double>(value)) <= most);
        return m_good ? value : 0;
    }
    Point point() {
        const double x = metres();
        return {x, metres()};
    }
    size_t count(size_t most) {
        const auto value = take<uint32_t>();
        doubt(value <= most && value <= m_left.size());
        return m_good ? value : 0;
    }
    std::string text() {
        const size_t size = count(kLongestName);
        std::string out(reinterpret_cast<const char*>(m_left.data()), size);
        m_left = m_left.subspan(size);
        return out;
    }
    template <class Take>
    auto list(size_t most, const Take& one) {
        std::vector<decltype(one())> out;
        const size_t size = count(most);
        for (size_t i = 0; i < size && m_good; ++i) out.push_back(one());
        return out;
    }
    std::vector<std::string> texts() {
        return list(kMostNames, [&] { return text(); });
    }
    std::vector<Point> points() {
        return list(kMostCorners, [&] { return point(); });
    }
    Grid<uint8_t> cells(int width, int height) {
        Grid<uint8_t> out;
        const size_t size = static_cast<size_t>(width) * static_cast<size_t>(height);
        if (!has(size)) return out;
        out = Grid<uint8_t>(width, height);
        std::memcpy(out.values().data(), m_left.data(), size);
        m_left = m_left.subspan(size);
        return out;
    }
    // Finite or NaN.
    Grid<float> nodes(int width, int height) {
        const size_t size = static_cast<size_t>(width) * static_cast<size_t>(height);
        if (!has(4 * size)) return {};
        Grid<float> out(width, height);
        Grid<uint32_t> known(width, height);
        size_t i = 0;
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x, ++i) {
                uint32_t rest = 0;
                for (size_t plane = 0; plane < 4; ++plane)
                    rest |= static_cast<uint32_t>(m_left[plane * size + i]) << (8 * plane);
                known(x, y) = foretold(known, x, y) + ((rest >> 1) ^ (0u - (rest & 1u)));
                out(x, y) = fromOrdered(known(x, y));
                doubt(std::isnan(out(x, y)) || std::abs(out(x, y)) <= static_cast<float>(kMostMetres));
            }
        }
        m_left = m_left.subspan(4 * size);
        return out;
    }

  private:
    bool has(size_t size) {
        doubt(size <= m_left.size());
        return m_good;
    }
    std::span<const uint8_t> m_left;
    bool m_good = true;
};

void write(Writer& out, const LockedGround& ground) {
    out.put(ground.spacing);
    out.put(static_cast<int32_t>(ground.column));
    out.put(static_cast<int32_t>(ground.row));
    out.put(static_cast<int32_t>(ground.surface.width()));
    out.put(static_cast<int32_t>(ground.surface.height()));
    out.put(ground.height);
    out.put(ground.level);
    out.put(static_cast<uint32_t>(ground.waters.size()));
    for (const LockedWater& water : ground.waters) {
        out.put(water.category);
        out.put(water.qualities);
        out.put(static_cast<uint8_t>(water.flows));
    }
    out.put(ground.water);
    out.put(ground.surfaces);
    out.put(ground.surface);
    out.put(ground.layers);
    for (const Grid<uint8_t>& layer : ground.weights) out.put(layer);
}

void read(Reader& in, LockedGround& ground) {
    ground.spacing = in.metres();
    ground.column = in.take<int32_t>();
    ground.row = in.take<int32_t>();
    const auto width = in.take<int32_t>(), height = in.take<int32_t>();
    const auto fits = [](int32_t value, int32_t least) { return value >= least && value < 1 << 16; };
    in.doubt(ground.spacing > 1e-3 && fits(ground.column, 0) && fits(ground.row, 0) && fits(width, 1) &&
             fits(height, 1) && (width + 1LL) * (height + 1LL) <= kMostHeldNodes);
    if (!in.good()) return;
    ground.height = in.nodes(width + 1, height + 1);
    ground.level = in.nodes(width + 1, height + 1);
    ground.waters = in.list(kMostNames - 1, [&] {
        LockedWater water{in.text(), in.texts(), false};
        water.flows = in.take<uint8_t>() != 0;
        return water;
    });
    ground.water = in.cells(width, height);
    ground.surfaces = in.texts();
    ground.surface = in.cells(width, height);
    ground.layers = in.texts();
    for (size_t i = 0; i < ground.layers.size() && in.good(); ++i) ground.weights.push_back(in.cells(width, height));
    for (const uint8_t cell : ground.water.values()) in.doubt(cell <= ground.waters.size());
    for (const uint8_t cell : ground.surface.values()) in.doubt(cell == kNotHeld || cell < ground.surfaces.size());
}

void write(Writer& out, const LockedAsset& asset) {
    out.put(asset.id);
    out.put(asset.category);
    out.put(asset.recipe);
    out.put(static_cast<int32_t>(asset.variant));
    out.put(asset.seed);
    out.put(asset.size);
    out.put(asset.span);
    out.put(asset.drop);
    out.put(asset.biome);
    out.put(asset.qualities);
    out.put(asset.outline);
}

LockedAsset readAsset(Reader& in) {
    LockedAsset asset;
    asset.id = in.text();
    asset.category = in.text();
    asset.recipe = in.text();
    asset.variant = in.take<int32_t>();
    asset.seed = in.take<uint64_t>();
    for (int i = 0; i < 3; ++i) asset.size[i] = in.number(1e4);
    asset.span = in.metres();
    asset.drop = in.metres();
    asset.biome = in.text();
    asset.qualities = in.texts();
    asset.outline = in.list(kMostCorners, [&] {
        const float x = in.number(1e4);
        return glm::vec2(x, in.number(1e4));
    });
    in.doubt(asset.variant >= 0 && std::abs(asset.span) <= 1e4 && std::abs(asset.drop) <= 1e4);
    return asset;
}

void write(Writer& out, const LockedThing& thing) {
    out.put(thing.id);
    out.put(thing.source);
    out.put(static_cast<uint32_t>(thing.asset));
    out.put(thing.position);
    out.put(thing.yaw);
    out.put(thing.scale);
    out.put(static_cast<uint8_t>(thing.plan.has_value()));
    if (!thing.plan) return;
    out.put(thing.plan->qualities);
    out.put(thing.plan->position);
    out.put(thing.plan->yaw);
    out.put(thing.plan->footprint);
    out.put(thing.plan->outline);
    out.put(thing.plan->path);
    out.put(thing.plan->width);
    out.put(static_cast<uint8_t>(thing.plan->afloat));
    out.put(thing.plan->look);
}

LockedThing readThing(Reader& in) {
    LockedThing thing;
    thing.id = in.take<uint64_t>();
    thing.source = in.take<int64_t>();
    thing.asset = in.take<uint32_t>();
    for (int i = 0; i < 3; ++i) thing.position[i] = in.number();
    thing.yaw = in.number();
    thing.scale = in.number(1e4);
    in.doubt(thing.scale > 0 && thing.source >= 0);
    if (in.take<uint8_t>() == 0) return thing;
    LockedPlan& plan = thing.plan.emplace();
    plan.qualities = in.texts();
    plan.position = in.point();
    plan.yaw = in.metres();
    plan.footprint = in.point();
    plan.outline = in.points();
    plan.path = in.points();
    plan.width = in.metres();
    plan.afloat = in.take<uint8_t>() != 0;
    plan.look = in.text();
    return thing;
}

}  // namespace

Point placeOf(const LockedThing& thing) {
    if (!thing.plan) return {static_cast<double>(thing.position.x), static_cast<double>(thing.position.z)};
    const Polyline& path = thing.plan->path;
    return path.size() >= 2 ? (path.front() + path.back()) * 0.5 : thing.plan->position;
}

std::shared_ptr<const Lock> sealed(Lock lock) {
    Writer out;
    out.put(kMark);
    write(out, lock.ground);
    out.put(static_cast<uint32_t>(lock.assets.size()));
    for (const LockedAsset& asset : lock.assets) write(out, asset);
    out.put(static_cast<uint32_t>(lock.things.size()));
    for (const LockedThing& thing : lock.things) write(out, thing);
    lock.packed = deflated(out.bytes());
    lock.hash = hashOf(out.bytes());
    return std::make_shared<const Lock>(std::move(lock));
}

std::shared_ptr<const Lock> openedLock(std::span<const uint8_t> packed) {
    const auto bytes = inflated(packed, kMostBytes);
    if (!bytes) return nullptr;
    Reader in(*bytes);
    auto lock = std::make_shared<Lock>();
    in.doubt(in.take<uint32_t>() == kMark);
    if (in.good()) read(in, lock->ground);
    constexpr size_t kAny = std::numeric_limits<uint32_t>::max();
    lock->assets = in.list(kAny, [&] { return readAsset(in); });
    lock->things = in.list(kAny, [&] { return readThing(in); });
    for (const LockedThing& thing : lock->things) in.doubt(thing.asset < lock->assets.size());
    if (!in.done()) return nullptr;
    lock->packed.assign(packed.begin(), packed.end());
    lock->hash = hashOf(*bytes);
    return lock;
}

}  // namespace sketchwalk::sketch
