// Things of the world moved, turned and removed by a pointer's real events, and land shaped by a pen in the world.
// Needs a screen (tests/render/xvfb.sh).
#include <gtest/gtest.h>

#include <QPointingDevice>
#include <QSettings>
#include <QTabletEvent>
#include <QTest>
#include <cmath>

#include "core/base/File.h"
#include "tests/support/Process.h"
#include "ui/shape/ThingEditor.h"
#include "ui/window/MainWindow.h"

namespace sketchwalk::ui {
namespace {

const catalogue::Catalogue& catalogue() {
    static const auto loaded = catalogue::Catalogue::load(resourceFolder());
    return *loaded;
}

class Shaping : public ::testing::Test {
  protected:
    void SetUp() override {
        QSettings().clear();
        m_window = std::make_unique<MainWindow>(catalogue(), m_folder / "unsaved");
        m_window->resize(1100, 600);
        m_window->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        ASSERT_TRUE(waitFor([&] { return viewport() != nullptr; }));
        viewport()->setQuality(render::Quality::low);
        viewport()->setCameraMode(render::CameraMode::topDown);
        m_window->files()->open(QString(SKETCHWALK_SOURCE_DIR) + "/resources/samples/village.sketch.json");
        ASSERT_TRUE(waitFor([&] { return m_window->isSettled() && m_window->builder()->latest(); }));
        ASSERT_TRUE(waitFor([&] { return viewport()->isSettled(); }));
    }
    void TearDown() override { m_window.reset(); }

    bool waitFor(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, 60000); }
    render::Viewport* viewport() { return m_window->worldPanel()->viewport(); }
    ThingEditor& things() { return *m_window->things(); }
    const pipeline::World& world() { return m_window->builder()->latest()->world; }
    // The world of the drawing as it is now is there.
    bool follows() {
        return waitFor([&] {
            return m_window->isSettled() && m_window->builder()->latest() &&
                   m_window->builder()->latest()->revision == m_window->drawing()->revision();
        });
    }
    const scene::Instance* find(uint64_t id) {
        for (const auto& group : world().scene->groups) {
            for (const auto& instance : group.instances) {
                if (instance.id == id) return &instance;
            }
        }
        return nullptr;
    }
    // A house that one sees from above, and where.
    std::optional<std::pair<uint64_t, QPoint>> visibleHouse() {
        for (const layout::Placement& placement : world().layout.placements) {
            const scene::Instance* house = placement.category == "house" ? find(placement.id) : nullptr;
            const auto at = house ? viewport()->project(house->position + glm::vec3(0, 3, 0)) : std::nullopt;
            if (!at || !viewport()->rect().adjusted(60, 60, -60, -60).contains(at->toPoint())) continue;
            const auto pick = viewport()->pickAt(at->toPoint());
            if (pick && pick->instance == placement.id) return std::pair(placement.id, at->toPoint());
        }
        return std::nullopt;
    }

    // A point of the view far from water, roads and whatever stands.
    std::optional<QPoint> openLand() {
        const terrain::Ground& ground = *world().ground;
        for (int y = 40; y < viewport()->height() - 40; y += 20) {
            for (int x = 60; x < viewport()->width() - 60; x += 20) {
                const auto at = viewport()->groundAt(QPoint(x, y));
                if (!at) continue;
                const Point place(at->x, at->z);
                const int cx = static_cast<int>(place.x / ground.spacing),
                          cy = static_cast<int>(place.y / ground.spacing);
                if (ground.shore.clamped(cx, cy) < 25 || ground.roadEdge.clamped(cx, cy) < 15) continue;
                const auto& placed = world().layout.placements;
                if (std::none_of(placed.begin(), placed.end(),
                                 [&](const auto& p) { return distance(p.position, place) < 25; }))
                    return QPoint(x, y);
            }
        }
        return std::nullopt;
    }

    void sendPen(QEvent::Type type, QPointF at, Qt::MouseButtons buttons) {
        QTabletEvent event(type, &m_pen, at, viewport()->mapToGlobal(at), 0.5, 0, 0, 0, 0, 0, Qt::NoModifier,
                           Qt::LeftButton, buttons);
        QCoreApplication::sendEvent(viewport(), &event);
    }
    // Touches down where the first point of the scene is seen, and lifts where the other is.
    void drawPen(glm::vec3 from, glm::vec3 to) {
        const auto start = viewport()->project(from), end = viewport()->project(to);
        ASSERT_TRUE(start && end);
        sendPen(QEvent::TabletPress, *start, Qt::LeftButton);
        for (int i = 1; i <= 10; ++i) {
            sendPen(QEvent::TabletMove, *start + (*end - *start) * (0.1 * i), Qt::LeftButton);
            QTest::qWait(30);
        }
        sendPen(QEvent::TabletRelease, *end, Qt::NoButton);
        ASSERT_TRUE(follows());
    }

    const QPointingDevice m_pen{"pen",
                                8,
                                QInputDevice::DeviceType::Stylus,
                                QPointingDevice::PointerType::Pen,
                                QInputDevice::Capability::Position | QInputDevice::Capability::Pressure,
                                1,
                                1};
    test::TemporaryFolder m_folder;
    std::unique_ptr<MainWindow> m_window;
};

TEST_F(Shaping, AHouseIsDraggedOverTheGroundAndUndoBringsItBack) {
    const auto house = visibleHouse();
    ASSERT_TRUE(house.has_value());
    const auto [id, at] = *house;
    const glm::vec3 before = find(id)->position;
    QTest::mouseClick(viewport(), Qt::LeftButton, Qt::NoModifier, at);
    ASSERT_EQ(things().object(), id);
    const size_t steps = m_window->drawing()->history().position();
    const QPoint to = at + QPoint(40, 24);
    const auto ground = viewport()->groundAt(to), grip = viewport()->groundAt(at);
    ASSERT_TRUE(ground && grip);
    QTest::mousePress(viewport(), Qt::LeftButton, Qt::NoModifier, at);
    for (int i = 1; i <= 10; ++i) {
        QTest::mouseMove(viewport(), at + QPoint(4 * i, 24 * i / 10));
        QTest::qWait(40);
    }
    QTest::mouseRelease(viewport(), Qt::LeftButton, Qt::NoModifier, to);
    ASSERT_TRUE(follows());
    ASSERT_NE(find(id), nullptr);
    const glm::vec3 after = find(id)->position;
    EXPECT_NEAR(after.x - before.x, ground->x - grip->x, 0.05);
    EXPECT_NEAR(after.z - before.z, ground->z - grip->z, 0.05);
    EXPECT_GT(std::hypot(after.x - before.x, after.z - before.z), 3);
    EXPECT_EQ(m_window->drawing()->history().position(), steps + 1);  // one drag, one step
    EXPECT_EQ(things().object(), id);
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(follows());
    EXPECT_EQ(find(id)->position, before);
}

TEST_F(Shaping, KeysTurnScaleReplaceRemoveAndPutBack) {
    const auto house = visibleHouse();
    ASSERT_TRUE(house.has_value());
    const uint64_t id = house->first;
    const scene::Instance before = *find(id);
    QTest::mouseClick(viewport(), Qt::LeftButton, Qt::NoModifier, house->second);
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::ControlModifier);
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::ControlModifier);
    ASSERT_TRUE(follows());
    EXPECT_NEAR(std::remainder(find(id)->yaw - before.yaw - 30, 360), 0, 0.01);
    m_window->toolbox()->chooseBrush("tower");
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(follows());
    const auto& placements = world().layout.placements;
    const auto placed = std::find_if(placements.begin(), placements.end(), [&](const auto& p) { return p.id == id; });
    ASSERT_NE(placed, placements.end());
    EXPECT_EQ(placed->category, "tower");
    (*m_window->actions())["thing.putBack"]->trigger();
    ASSERT_TRUE(follows());
    EXPECT_EQ(find(id)->yaw, before.yaw);
    QTest::keyClick(m_window.get(), Qt::Key_Delete, Qt::ControlModifier);
    ASSERT_TRUE(follows());
    EXPECT_EQ(find(id), nullptr);
    EXPECT_FALSE(things().object().has_value());
    EXPECT_FALSE((*m_window->actions())["thing.remove"]->isEnabled());
    m_window->drawing()->undo();
    ASSERT_TRUE(follows());
    EXPECT_NE(find(id), nullptr);
}

TEST_F(Shaping, ThePenTurnsAndScalesByTheHandles) {
    const auto fromFar = visibleHouse();
    ASSERT_TRUE(fromFar.has_value());
    render::CameraPose near = viewport()->cameraPose();  // where the ring is as large as the thing asks for
    near.eye = find(fromFar->first)->position + (near.eye - near.target()) * 0.2f;
    near.distance *= 0.2f;
    viewport()->setCameraPose(near);
    const auto house = visibleHouse();
    ASSERT_TRUE(house.has_value());
    const uint64_t id = house->first;
    EXPECT_FALSE(viewport()->handles().has_value());
    QTest::mouseClick(viewport(), Qt::LeftButton, Qt::NoModifier, house->second);
    ASSERT_EQ(things().object(), id);
    ASSERT_TRUE(viewport()->handles().has_value());
    const scene::Instance before = *find(id);
    const size_t steps = m_window->drawing()->history().position();
    render::Handles handles = *viewport()->handles();
    EXPECT_NEAR(std::remainder(handles.yaw - before.yaw, 360), 0, 0.01);
    render::Handles turned = handles;
    turned.yaw += 60;
    drawPen(handles.turningKnob(), turned.turningKnob());
    ASSERT_NE(find(id), nullptr);
    EXPECT_NEAR(std::remainder(find(id)->yaw - before.yaw - 60, 360), 0, 2);
    EXPECT_EQ(m_window->drawing()->history().position(), steps + 1);  // one drag, one step

    ASSERT_TRUE(viewport()->handles().has_value());
    handles = *viewport()->handles();
    EXPECT_NEAR(std::remainder(handles.yaw - turned.yaw, 360), 0, 2);
    render::Handles larger = handles;
    larger.radius *= 1.4f;
    drawPen(handles.scalingKnob(), larger.scalingKnob());
    ASSERT_EQ(m_window->drawing()->document().strokes.back()->stroke.edit->object, id);
    EXPECT_NEAR(m_window->drawing()->document().strokes.back()->stroke.edit->scale, 1.4, 0.06);
    EXPECT_EQ(m_window->drawing()->history().position(), steps + 2);
    EXPECT_GT(viewport()->handles()->radius, 1.25f * handles.radius);
    (*m_window->actions())["world.draw"]->trigger();
    EXPECT_FALSE(viewport()->handles().has_value()) << "they would be in the way";
}

TEST_F(Shaping, HandlesCanBeHeldFromWhereTheWholeMapIsSeen) {
    const auto house = visibleHouse();
    ASSERT_TRUE(house.has_value());
    const scene::Instance before = *find(house->first);
    QTest::mouseClick(viewport(), Qt::LeftButton, Qt::NoModifier, house->second);
    ASSERT_TRUE(viewport()->handles().has_value());
    const auto seenRadius = [&] {
        const render::Handles& handles = *viewport()->handles();
        return handles.radius / viewport()->metresPerPixel(handles.foot);
    };
    EXPECT_GE(seenRadius(), 39);
    render::CameraPose far = viewport()->cameraPose();
    far.eye = far.target() + (far.eye - far.target()) * 2.0f;
    far.distance *= 2;
    viewport()->setCameraPose(far);
    EXPECT_NEAR(seenRadius(), 40, 1) << "as large from far away";
    const render::Handles handles = *viewport()->handles();
    render::Handles turned = handles;
    turned.yaw += 90;
    drawPen(handles.turningKnob(), turned.turningKnob());
    ASSERT_NE(find(house->first), nullptr);
    EXPECT_NEAR(std::remainder(find(house->first)->yaw - before.yaw - 90, 360), 0, 3);
    EXPECT_EQ(find(house->first)->scale, before.scale);
}

TEST_F(Shaping, ThePenRaisesTheLandAsStronglyAsItPresses) {
    m_window->toolbox()->chooseBrush("raise");
    (*m_window->actions())["world.draw"]->trigger();
    const auto open = openLand();
    ASSERT_TRUE(open.has_value());
    const QPoint middle = *open;
    const auto ground = viewport()->groundAt(middle);
    const double before = world().ground->heightAt({ground->x, ground->z});
    const size_t strokes = m_window->drawing()->document().strokes.size();
    sendPen(QEvent::TabletPress, middle - QPoint(20, 0), Qt::LeftButton);
    for (int i = -20; i <= 20; i += 4) sendPen(QEvent::TabletMove, middle + QPoint(i, 0), Qt::LeftButton);
    sendPen(QEvent::TabletRelease, middle + QPoint(20, 0), Qt::NoButton);
    ASSERT_EQ(m_window->drawing()->document().strokes.size(), strokes + 1);
    const sketch::Stroke& drawn = m_window->drawing()->document().strokes.back()->stroke;
    EXPECT_EQ(drawn.brush, "raise");
    EXPECT_NEAR(drawn.points.back().pressure, 0.5, 0.01);
    ASSERT_TRUE(follows());
    EXPECT_GT(world().ground->heightAt({ground->x, ground->z}),
              before + 0.5);  // half of 15 % of 16 m: 1.2 m
}

TEST_F(Shaping, ADragBesideThingsStillTurnsTheCamera) {
    const render::CameraPose before = viewport()->cameraPose();
    const QPoint corner(30, viewport()->height() - 30);
    QTest::mousePress(viewport(), Qt::LeftButton, Qt::NoModifier, corner);
    for (int i = 1; i <= 5; ++i) QTest::mouseMove(viewport(), corner + QPoint(10 * i, 0));
    QTest::mouseRelease(viewport(), Qt::LeftButton, Qt::NoModifier, corner + QPoint(50, 0));
    ASSERT_TRUE(waitFor([&] { return !(viewport()->cameraPose().eye == before.eye); }));
    EXPECT_EQ(m_window->drawing()->history().position(), 0u);
}

TEST_F(Shaping, ALassoOnThePaperLocksAndWhatItHoldsStays) {
    const auto house = visibleHouse();
    ASSERT_TRUE(house.has_value());
    const uint64_t id = house->first;
    const scene::Instance before = *find(id);
    const Point place(before.position.x, before.position.z);
    m_window->toolbox()->chooseBrush("lock");
    m_window->toolbox()->change([](Toolbox::State& state) { state.stabiliser = 0; });
    Sheet* sheet = m_window->sheet();
    const size_t steps = m_window->drawing()->history().position();
    for (int i = 0; i <= 30; ++i) {
        const QPoint at = sheet->toWidget(place + directionOf(i * 12.0) * 14.0).toPoint();
        if (i == 0) QTest::mousePress(sheet, Qt::LeftButton, {}, at);
        QTest::mouseMove(sheet, at);
        if (i == 30) QTest::mouseRelease(sheet, Qt::LeftButton, {}, at);
    }
    ASSERT_TRUE(follows());
    ASSERT_EQ(m_window->drawing()->history().position(), steps + 1);
    const auto lock = m_window->drawing()->document().strokes.back();
    ASSERT_NE(lock->stroke.lock, nullptr);
    ASSERT_EQ(world().layout.locks.size(), 1u);
    const Box locked = boundsOf(world().layout.locks[0].shape.outer);
    ASSERT_TRUE(locked.grown(-4).contains(place)) << place.x << ", " << place.y << " in " << locked.min.x << ", "
                                                  << locked.min.y << " to " << locked.max.x << ", " << locked.max.y;
    EXPECT_TRUE(world().diagnostics.empty() || world().diagnostics.back().stroke != lock->stroke.id);

    // It is not changed by hand, and stays when its stroke is erased and the seed is another.
    things().select(id);
    EXPECT_TRUE(things().isLocked());
    things().turnBy(45);
    things().remove();
    EXPECT_EQ(m_window->drawing()->history().position(), steps + 1);
    m_window->drawing()->eraseStrokes({*before.stroke}, "Erase");
    m_window->drawing()->changeSettings([](document::Settings& settings) { settings.seed = 77; }, "Seed");
    ASSERT_TRUE(follows());
    ASSERT_NE(find(id), nullptr);
    EXPECT_EQ(find(id)->position, before.position);
    EXPECT_EQ(find(id)->yaw, before.yaw);
    const auto& said = world().diagnostics;
    EXPECT_TRUE(std::any_of(said.begin(), said.end(), [&](const auto& d) { return d.stroke == lock->stroke.id; }));

    // A click within the lock takes what is drawn there, one on its outline the lock.
    EXPECT_FALSE(m_window->selection()->contains(lock->stroke.id));
    m_window->drawing()->eraseStrokes({lock->stroke.id}, "Erase");
    ASSERT_TRUE(follows());
    EXPECT_EQ(find(id), nullptr);
    for (int i = 0; i < 4; ++i) m_window->drawing()->undo();
    ASSERT_TRUE(follows());
    EXPECT_EQ(m_window->drawing()->history().position(), steps);
    EXPECT_TRUE(world().layout.locks.empty());
}

TEST_F(Shaping, ALassoInTheWorldLocksAsWell) {
    const auto land = openLand();
    ASSERT_TRUE(land.has_value());
    m_window->toolbox()->chooseBrush("lock");
    (*m_window->actions())["world.draw"]->trigger();
    const size_t steps = m_window->drawing()->history().position();
    for (int i = 0; i <= 20; ++i) {
        const QPoint at = *land + QPoint(std::lround(30 * std::cos(i * 0.314)), std::lround(30 * std::sin(i * 0.314)));
        if (i == 0) QTest::mousePress(viewport(), Qt::LeftButton, {}, at);
        QTest::mouseMove(viewport(), at);
        if (i == 20) QTest::mouseRelease(viewport(), Qt::LeftButton, {}, at);
    }
    ASSERT_TRUE(follows());
    EXPECT_EQ(m_window->drawing()->history().position(), steps + 1);
    ASSERT_EQ(world().layout.locks.size(), 1u);
    const auto middle = viewport()->groundAt(*land);
    ASSERT_TRUE(middle.has_value());
    EXPECT_TRUE(contains(world().layout.locks[0].shape, Point(middle->x, middle->z)));
    if (qEnvironmentVariableIsSet("SKETCHWALK_PICTURES")) {  // for looking at
        viewport()->grab();
        m_window->grab().save(qEnvironmentVariable("SKETCHWALK_PICTURES") + "/locked-window.png");
    }
}

}  // namespace
}  // namespace sketchwalk::ui
