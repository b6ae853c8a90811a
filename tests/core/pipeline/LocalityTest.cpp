// An edit must not reach far: further than 64 m from it no object changes and heights stay within 5 cm, except along
// the water and the roads that it touches.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>

#include "tests/core/pipeline/Worlds.h"

namespace sketchwalk::test {
namespace {

constexpr double kReach = 64;     // metres
constexpr double kHeight = 0.05;  // metres
constexpr double kTouch = 12;     // metres: an edit this near to a road or water touches it
constexpr int kLocalResolution = 256;

using Strokes = std::vector<std::shared_ptr<const sketch::Stroke>>;

Polyline lineOf(const sketch::Stroke& stroke) {
    Polyline line;
    for (const auto& p : stroke.points) line.push_back(p.at);
    if (stroke.closed && !line.empty()) line.push_back(line.front());
    return line;
}

double distanceTo(const sketch::Stroke& stroke, Point p) {
    const auto line = lineOf(stroke);
    if (stroke.closed && contains(Ring(line.begin(), line.end() - 1), p)) return 0;
    if (line.size() == 1) return distance(line[0], p);
    return std::max(0.0, nearestOnLine(line, p).distance - stroke.width / 2);
}

bool isWaterOrRoad(const sketch::Stroke& stroke) {
    const auto* entry = resources().catalogue.resolve(stroke.brush).entry;
    return entry != nullptr && (entry->kind == catalogue::Kind::water || entry->id == "road" || entry->id == "path" ||
                                entry->id == "bridge");
}

double between(const sketch::Stroke& a, const sketch::Stroke& b) {
    double least = 1e300;
    for (const auto& p : resampled(lineOf(a), 2)) least = std::min(least, distanceTo(b, p));
    for (const auto& p : resampled(lineOf(b), 2)) least = std::min(least, distanceTo(a, p));
    return least;
}

bool isWater(const sketch::Stroke& stroke) {
    const auto* entry = resources().catalogue.resolve(stroke.brush).entry;
    return entry != nullptr && entry->kind == catalogue::Kind::water;
}

// The strokes whose surroundings may change: what was edited, the roads it touches, and the water it touches,
// downstream and upstream from one to the next.
Strokes touchedBy(const Strokes& edited, const Strokes& all) {
    Strokes touched = edited;
    for (size_t i = 0; i < touched.size(); ++i) {
        const bool spreads = i < edited.size() || isWater(*touched[i]);
        for (const auto& other : all) {
            if (!spreads || !isWaterOrRoad(*other) || (i >= edited.size() && !isWater(*other))) continue;
            const bool known = std::find(touched.begin(), touched.end(), other) != touched.end();
            if (!known && between(*touched[i], *other) < kTouch) touched.push_back(other);
        }
    }
    return touched;
}

struct Edit {
    sketch::Sketch after;
    Strokes changed;  // as they were and as they are
    std::string what;
};

// Something new, anywhere on the map. Nothing of a kind that also grows by itself: what is drawn one by one is
// complete, so the first drawn tree rightly takes every other single tree off the map.
std::shared_ptr<sketch::Stroke> drawnAnew(std::mt19937& random, Point extent, int64_t id) {
    const auto unit = [&] { return (random() % 10000) / 10000.0; };
    static const std::vector<std::pair<const char*, double>> kKinds{{"house", 4.5}, {"forest", 18}, {"hill", 24},
                                                                    {"lake", 11},   {"field", 14},  {"church", 8},
                                                                    {"statue", 2},  {"well", 1}};
    const auto& [brush, radius] = kKinds[random() % kKinds.size()];
    auto stroke = std::make_shared<sketch::Stroke>();
    stroke->id = id;
    stroke->brush = brush;
    stroke->closed = true;
    const Point centre{unit() * extent.x, unit() * extent.y};
    for (int i = 0; i < 8; ++i)
        stroke->points.push_back({centre + directionOf(i * 45.0) * radius * (0.8 + 0.4 * unit()), 1, -1});
    return stroke;
}

Edit randomEdit(const sketch::Sketch& before, uint32_t seed) {
    std::mt19937 random(seed);
    Edit edit{before, {}, ""};
    auto& strokes = edit.after.strokes;
    const size_t at = random() % strokes.size();
    switch (random() % 3) {
        case 0:
            edit.what = "deleted " + strokes[at]->brush + " " + std::to_string(strokes[at]->id);
            edit.changed = {strokes[at]};
            strokes.erase(strokes.begin() + static_cast<std::ptrdiff_t>(at));
            break;
        case 1: {
            auto moved = std::make_shared<sketch::Stroke>(*strokes[at]);
            for (auto& p : moved->points) p.at += Point{6, -5};
            edit.what = "moved " + moved->brush + " " + std::to_string(moved->id);
            edit.changed = {strokes[at], moved};
            strokes[at] = moved;
            break;
        }
        default: {
            auto added = drawnAnew(random, before.extent, 5000);
            edit.what = "added " + added->brush;
            edit.changed = {added};
            strokes.push_back(added);
        }
    }
    return edit;
}

struct PlacedThing {
    std::string category;
    scene::Instance instance;
};

std::map<uint64_t, PlacedThing> thingsOf(const scene::Scene& scene) {
    std::map<uint64_t, PlacedThing> things;
    for (const auto& group : scene.groups) {
        for (const auto& instance : group.instances)
            things[instance.id] = {scene.assets[static_cast<size_t>(group.asset)].category, instance};
    }
    return things;
}

bool same(const PlacedThing& a, const PlacedThing& b) {
    const auto &p = a.instance.position, &q = b.instance.position;
    return a.category == b.category && p.x == q.x && p.z == q.z && std::abs(p.y - q.y) <= kHeight &&
           a.instance.yaw == b.instance.yaw && a.instance.scale == b.instance.scale;
}

class Reach {
  public:
    explicit Reach(Strokes strokes) : m_strokes(std::move(strokes)) {}
    bool covers(Point p) const {
        for (const auto& stroke : m_strokes) {
            if (distanceTo(*stroke, p) <= kReach) return true;
        }
        return false;
    }

  private:
    Strokes m_strokes;
};

void expectSameFarAway(const pipeline::World& before, const pipeline::World& after, const Reach& reach,
                       const std::string& what) {
    const auto old = thingsOf(*before.scene), now = thingsOf(*after.scene);
    size_t wrong = 0;
    const auto report = [&](const PlacedThing& thing, const char* how) {
        const auto& p = thing.instance.position;
        if (reach.covers({p.x, p.z})) return;
        if (wrong++ < 3) ADD_FAILURE() << what << ": " << thing.category << " at " << p.x << ", " << p.z << " " << how;
    };
    for (const auto& [id, thing] : old) {
        const auto found = now.find(id);
        if (found == now.end())
            report(thing, "vanished");
        else if (!same(thing, found->second))
            report(thing, "changed");
    }
    for (const auto& [id, thing] : now) {
        if (!old.contains(id)) report(thing, "appeared");
    }
    const auto &a = before.ground->height, &b = after.ground->height;
    ASSERT_EQ(a.width(), b.width());
    double most = 0;
    Point where{0, 0};
    for (int y = 0; y < a.height(); y += 2) {
        for (int x = 0; x < a.width(); x += 2) {
            const double difference = std::abs(a(x, y) - b(x, y));
            const Point p{x * before.ground->spacing, y * before.ground->spacing};
            if (difference > most && difference > kHeight && !reach.covers(p)) {
                most = difference;
                where = p;
            }
        }
    }
    EXPECT_LE(most, kHeight) << what << ": the ground moved at " << where.x << ", " << where.y;
}

void expectLocalEdits(const std::string& name, uint32_t firstSeed, int count) {
    const auto sketch = sample(name);
    const auto before = worldOf(sketch, kLocalResolution);
    for (int i = 0; i < count; ++i) {
        const auto edit = randomEdit(sketch, firstSeed + static_cast<uint32_t>(i));
        Strokes all = sketch.strokes;
        const Reach reach(touchedBy(edit.changed, all));
        expectSameFarAway(before, worldOf(edit.after, kLocalResolution), reach, name + ", " + edit.what);
    }
}

TEST(Locality, EditsOfAVillageStayNear) {
    expectLocalEdits("village", 100, 24);
}
TEST(Locality, EditsOfAValleyStayNear) {
    expectLocalEdits("river-valley", 200, 16);
}
TEST(Locality, EditsOfAnIslandStayNear) {
    expectLocalEdits("island", 300, 8);
}
TEST(Locality, EditsOfAPassStayNear) {
    expectLocalEdits("mountain-pass", 400, 12);
}

}  // namespace
}  // namespace sketchwalk::test
