// What was changed or locked by hand survives whatever the sketch becomes afterwards, or the world says that it could
// not.
#include "core/pipeline/ObjectEdits.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <random>

#include "core/pipeline/Live.h"
#include "tests/core/pipeline/Hand.h"
#include "tests/core/pipeline/Locked.h"
#include "tests/core/pipeline/Worlds.h"

namespace sketchwalk::test {
namespace {

struct Thing {
    scene::Instance instance;
    std::string category, look;
};

std::vector<Thing> thingsOf(const pipeline::World& world) {
    std::vector<Thing> all;
    for (const auto& group : world.scene->groups) {
        const scene::Asset& asset = world.scene->assets[static_cast<size_t>(group.asset)];
        for (const auto& instance : group.instances) all.push_back({instance, asset.category, asset.id});
    }
    return all;
}

Point placeOf(const Thing& thing) {
    return {thing.instance.position.x, thing.instance.position.z};
}

// Things whose shape follows the land beside them stand a little off the middle of their plan.
bool standsWherePut(const std::string& category) {
    return category != "waterfall" && category != "cave";
}

using Edits = std::map<uint64_t, sketch::Stroke>;  // by object

// Empty where the change holds in this world, else what is wrong. `drawn`: what the stroke that it came from draws now.
// `all`: what else was changed.
std::string broken(const sketch::Stroke& stroke, const std::string& drawn, const pipeline::World& world,
                   const std::vector<Thing>& things, const Edits& all) {
    const sketch::ObjectEdit& edit = *stroke.edit;
    if (isTold(world, stroke.id)) return {};
    const Point from = stroke.points.front().at, extent = world.layout.extent;
    const Point to(std::clamp(stroke.points.back().at.x, 0.0, extent.x),
                   std::clamp(stroke.points.back().at.y, 0.0, extent.y));
    const bool moved = distance(from, stroke.points.back().at) > 0.01;
    for (const Thing& thing : things) {
        const bool its = thing.instance.id == edit.object;
        if (edit.removed) {
            if (its) return "a removed " + thing.category + " stands";
            const bool carried = all.contains(thing.instance.id);  // to where the felled one stood
            if (edit.source == 0 && !thing.instance.stroke && !carried && thing.category == edit.was &&
                distance(placeOf(thing), from) < 1.2)
                return "a felled " + thing.category + " grew again";
            continue;
        }
        const bool same = its || (moved && edit.source != 0 && thing.category == stroke.brush &&
                                  distance(placeOf(thing), to) < 0.02);  // found by its place
        if (!same) continue;
        const bool drawnAnew = stroke.brush == edit.was && thing.category == drawn;  // a fence became a wall on paper
        if (thing.category != stroke.brush && !drawnAnew) return "a " + thing.category + " is no " + stroke.brush;
        if ((moved || edit.source == 0) && distance(placeOf(thing), to) > 0.02)
            return "a moved " + thing.category + " stands elsewhere";
        if (edit.yaw && std::abs(std::remainder(thing.instance.yaw - *edit.yaw, 360)) > 0.05)
            return "a turned " + thing.category + " looks elsewhere";
        return {};
    }
    return edit.removed ? "" : "the " + edit.was + " that became a " + stroke.brush + " is nowhere";
}

class Story {  // one drawing and what becomes of it
  public:
    // `live`: of all stories, so that textures and assets are made once; its worlds are those from scratch (Live.h).
    Story(uint32_t seed, pipeline::Live& live) : m_live(live), m_random(seed), m_hand(start(), seed) {}

    std::string run() {
        for (int i = 0; i < 3; ++i) m_hand.editStroke();
        pipeline::World world = build();
        if (m_random() % 2) lock(world);
        for (int i = 0; i < 3; ++i) change(world);
        for (int again = 0; again < 2; ++again) {
            world = build();
            const std::string wrong = check(world);
            if (!wrong.empty()) return wrong;
            if (m_locks.empty() && m_random() % 3 == 0) lock(world);
            const unsigned what = m_random() % 4;
            m_story += what == 0 ? "; " + m_hand.editSettings() : "; " + m_hand.editStroke();
            if (what == 1) m_resolution = m_resolution == 64 ? 96 : 64;
        }
        return check(build());
    }

  private:
    static sketch::Sketch start() {
        sketch::Sketch sketch;
        sketch.extent = {128, 128};
        return sketch;
    }

    pipeline::World build() const {
        Job job;
        job.threads = 2;
        auto world = m_live.update(sketch(), {m_resolution}, job);
        CHECK(world.has_value(), "a job that nobody stops makes a world");
        return std::move(*world);
    }

    sketch::Sketch sketch() const {
        sketch::Sketch all = m_hand.sketch();
        for (const auto& [object, stroke] : m_edits) all.strokes.push_back(std::make_shared<sketch::Stroke>(stroke));
        all.strokes.insert(all.strokes.end(), m_locks.begin(), m_locks.end());
        return all;
    }

    void change(const pipeline::World& world) {
        std::vector<Thing> things = thingsOf(world);
        std::erase_if(things, [](const Thing& thing) { return !standsWherePut(thing.category); });
        if (things.empty()) return;
        const Thing thing = things[m_random() % things.size()];
        auto stroke = pipeline::editOf(sketch(), world, thing.instance.id);
        ASSERT_TRUE(stroke.has_value());
        stroke->id = m_next++;
        const unsigned what = m_random() % 5;
        if (what == 0) stroke->edit->removed = true;
        if (what == 1 || what == 2) stroke->points.back().at = Point(unit() * 128, unit() * 128);
        if (what == 2 || what == 3) stroke->edit->yaw = 360 * unit();
        if (what == 3) stroke->edit->scale *= 0.6 + unit();
        if (what == 4 && stroke->brush != "bridge" && stroke->brush != "fence" && stroke->brush != "wall")
            stroke->brush = m_random() % 2 ? "statue" : "pine";
        m_story += "; changed (" + std::to_string(what) + ") " + thing.category;
        m_edits[thing.instance.id] = *stroke;
    }

    void lock(const pipeline::World& world) {
        const Point extent = world.layout.extent;
        m_locks.push_back(lockedBy(world, lasso({extent.x * unit(), extent.y * unit()}, 8 + 25 * unit(), m_next++)));
        m_story += "; locked";
    }

    std::string check(const pipeline::World& world) const {
        for (const auto& lock : m_locks) {
            const std::string off = groundOff(*lock, world), wrong = off.empty() ? thingsOff(*lock, world) : off;
            if (!wrong.empty()) return "locked: " + wrong + m_story;
        }
        const std::vector<Thing> things = thingsOf(world);
        for (const auto& [object, stroke] : m_edits) {
            const std::string wrong = broken(stroke, drawnBy(stroke.edit->source), world, things, m_edits);
            if (!wrong.empty()) return wrong + m_story;
        }
        return {};
    }

    std::string drawnBy(int64_t id) const {
        for (const auto& stroke : m_hand.sketch().strokes) {
            if (stroke->id == id) return stroke->brush;
        }
        return {};
    }

    double unit() { return (m_random() % 10000) / 10000.0; }

    pipeline::Live& m_live;
    std::mt19937 m_random;
    Hand m_hand;
    Edits m_edits;
    std::vector<std::shared_ptr<sketch::Stroke>> m_locks;
    std::string m_story;
    int m_resolution = 64;
    int64_t m_next = 50000;
};

TEST(ObjectEdits, SurviveWhateverTheSketchBecomes) {
    // $SKETCHWALK_EDIT_STORIES: how many drawings, for a long run; $SKETCHWALK_EDIT_STORY: from which on.
    const auto wish = [](const char* name, int otherwise) {
        const char* wished = std::getenv(name);
        return wished != nullptr ? std::atoi(wished) : otherwise;
    };
    const int first = wish("SKETCHWALK_EDIT_STORY", 0), stories = wish("SKETCHWALK_EDIT_STORIES", 12);
    pipeline::Live live(resources());
    for (int i = first; i < first + stories; ++i) {
        EXPECT_EQ(Story(static_cast<uint32_t>(1000 + i), live).run(), "") << "story " << i;
    }
}

TEST(ObjectEdits, AMovedTreeKeepsItsLookAndLeavesNoOther) {
    sketch::Sketch village = sample("village");
    const pipeline::World before = worldOf(village, 256);
    const std::vector<Thing> things = thingsOf(before);
    const auto tree = std::find_if(things.begin(), things.end(), [](const Thing& thing) {
        return !thing.instance.stroke && (thing.category == "tree" || thing.category == "bush");
    });
    ASSERT_NE(tree, things.end());
    auto edit = pipeline::editOf(village, before, tree->instance.id);
    ASSERT_TRUE(edit.has_value());
    edit->id = 5000;
    edit->points.back().at = Point(128, 20);
    village.strokes.push_back(std::make_shared<sketch::Stroke>(*edit));
    const std::vector<Thing> after = thingsOf(worldOf(village, 256));
    int found = 0;
    for (const Thing& thing : after) {
        EXPECT_GT(distance(placeOf(thing), placeOf(*tree)), 0.01) << thing.category;
        if (thing.instance.id != tree->instance.id) continue;
        ++found;
        EXPECT_EQ(thing.look, tree->look);
        EXPECT_NEAR(thing.instance.scale, tree->instance.scale, 1e-4);
        EXPECT_NEAR(thing.instance.position.x, 128, 1e-4);
    }
    EXPECT_EQ(found, 1);
    auto again = pipeline::editOf(village, worldOf(village, 256), tree->instance.id);
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(again->id, 5000);  // the change itself is changed, not one put on top
    EXPECT_FALSE(pipeline::editOf(village, before, 12345).has_value());
}

}  // namespace
}  // namespace sketchwalk::test
