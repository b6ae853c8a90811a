// The whole way: a drawing, its world, walking in it by real keys, and back on the paper. Needs a screen
// (tests/render/xvfb.sh).
#include "ui/play/WalkMode.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

#include "core/base/File.h"
#include "tests/support/Process.h"
#include "ui/panels/StartPage.h"
#include "ui/window/MainWindow.h"

namespace sketchwalk::ui {
namespace {

const catalogue::Catalogue& catalogue() {
    static const auto loaded = catalogue::Catalogue::load(resourceFolder());
    return *loaded;
}

bool waitFor(const std::function<bool()>& condition, int milliseconds = 180000) {
    return QTest::qWaitFor(condition, milliseconds);
}

class Walking : public ::testing::Test {
  protected:
    void SetUp() override {
        QSettings().clear();
        QSettings().setValue("walk/sound", false);  // Qt complains where there is no sound device
        m_window = std::make_unique<MainWindow>(catalogue(), m_folder / "unsaved");
        m_window->resize(1200, 700);
        m_window->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        ASSERT_TRUE(waitFor([&] { return m_window->worldPanel()->viewport() != nullptr; }));
        m_window->worldPanel()->viewport()->setQuality(render::Quality::low);
        m_window->files()->open(QString(SKETCHWALK_SOURCE_DIR) + "/resources/samples/village.sketch.json");
        ASSERT_TRUE(waitFor([&] { return m_window->isSettled() && m_window->builder()->latest(); }));
        mode().setPicturesFolder(QString::fromStdString((m_folder / "pictures").string()));
    }
    void TearDown() override { m_window.reset(); }

    WalkMode& mode() { return *m_window->walkMode(); }
    render::Viewport* viewport() { return m_window->worldPanel()->viewport(); }
    glm::dvec3 feet() { return mode().session().walker().feet; }
    void walk() {
        QSignalSpy begun(&mode(), &WalkMode::begun);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        ASSERT_TRUE(waitFor([&] { return !begun.isEmpty(); }));
    }
    // Holds the key until the condition is there.
    bool hold(Qt::Key key, const std::function<bool()>& until) {
        QTest::keyPress(viewport(), key);
        const bool there = waitFor(until, 30000);
        QTest::keyRelease(viewport(), key);
        return there;
    }

    test::TemporaryFolder m_folder;
    std::unique_ptr<MainWindow> m_window;
};

TEST_F(Walking, F5StandsInTheWorldAtEyeHeightAndKeysWalk) {
    const auto& scene = *m_window->builder()->latest()->world.scene;
    walk();
    EXPECT_NEAR(feet().x, scene.spawn.position.x, 0.5);
    EXPECT_NEAR(feet().z, scene.spawn.position.z, 0.5);
    const glm::dvec3 from = feet();
    ASSERT_TRUE(hold(Qt::Key_W, [&] { return std::hypot(feet().x - from.x, feet().z - from.z) > 2; }));
    ASSERT_TRUE(waitFor([&] { return glm::distance(glm::dvec3(viewport()->cameraPose().eye), feet()) < 1.75; }));
    const auto eye = glm::dvec3(viewport()->cameraPose().eye);
    EXPECT_NEAR(eye.y - feet().y, 1.65, 0.1);
    EXPECT_EQ(viewport()->cameraPose().fieldOfView, 70);
    // Forward is where one looks.
    const double yaw = std::atan2(feet().x - from.x, feet().z - from.z) * 57.29577951;
    EXPECT_NEAR(std::remainder(yaw - viewport()->cameraPose().yaw, 360), 0, 5);
}

TEST_F(Walking, EscapeIsBackOnThePaperWhereOneStood) {
    const render::CameraPose before = viewport()->cameraPose();
    const auto modeBefore = viewport()->cameraMode();
    walk();
    const glm::dvec3 from = feet();
    ASSERT_TRUE(hold(Qt::Key_W, [&] { return std::hypot(feet().x - from.x, feet().z - from.z) > 2; }));
    QSignalSpy ended(&mode(), &WalkMode::ended);
    QTest::keyClick(viewport(), Qt::Key_Escape);
    ASSERT_EQ(ended.size(), 1);
    const auto place = ended[0][0].value<Point>();
    EXPECT_GT(std::hypot(place.x - from.x, place.y - from.z), 1.5);
    EXPECT_TRUE(m_window->sheet()->hasFocus());
    EXPECT_TRUE(m_window->sheet()->rect().contains(m_window->sheet()->toWidget(place).toPoint()));
    EXPECT_EQ(viewport()->cameraMode(), modeBefore);
    EXPECT_EQ(viewport()->cameraPose().fieldOfView, before.fieldOfView);
    EXPECT_EQ(QApplication::overrideCursor(), nullptr);
    EXPECT_FALSE(mode().session().isReady());
    // And F5 goes on from there.
    walk();
    EXPECT_NEAR(feet().x, place.x, 0.3);
    EXPECT_NEAR(feet().z, place.y, 0.3);
}

TEST_F(Walking, TheWayShowsOnThePaper) {
    walk();
    const glm::dvec3 from = feet();
    ASSERT_TRUE(hold(Qt::Key_W, [&] { return std::hypot(feet().x - from.x, feet().z - from.z) > 4; }));
    ASSERT_TRUE(waitFor([&] { return mode().trail()->walks().back().size() >= 2; }));
    EXPECT_TRUE(mode().trail()->isVisible());
    const auto& way = mode().trail()->walks().back();
    EXPECT_NEAR(way.front().x, from.x, 0.6);
    if (qEnvironmentVariableIsSet("SKETCHWALK_PICTURES")) {  // for looking at
        viewport()->grab();
        m_window->grab().save(qEnvironmentVariable("SKETCHWALK_PICTURES") + "/walking-window.png");
    }
    WalkSettings without = mode().settings();
    without.trail = false;
    mode().setSettings(without);
    EXPECT_FALSE(mode().trail()->isVisible());
}

TEST_F(Walking, F12IsAPictureOfWhatOneSees) {
    walk();
    QSignalSpy taken(&mode(), &WalkMode::pictureTaken);
    QTest::keyClick(viewport(), Qt::Key_F12);
    ASSERT_TRUE(waitFor([&] { return !taken.isEmpty(); }));
    const QImage picture(taken[0][0].toString());
    EXPECT_EQ(picture.size(), viewport()->size() * viewport()->devicePixelRatioF());
    if (qEnvironmentVariableIsSet("SKETCHWALK_PICTURES")) {
        picture.save(qEnvironmentVariable("SKETCHWALK_PICTURES") + "/walk.png");
    }
}

TEST_F(Walking, WhatIsDrawnMeanwhileIsWalkedInAtOnce) {
    walk();
    QSignalSpy ready(&mode().session(), &WalkSession::ready);
    const glm::dvec3 stood = feet();
    sketch::Stroke stroke;
    stroke.brush = "house";
    stroke.points.push_back({{200, 40}, 1, 0});
    m_window->drawing()->addStroke(std::move(stroke), 1, "Draw");
    ASSERT_TRUE(waitFor([&] { return !ready.isEmpty(); }));
    EXPECT_TRUE(mode().isOn());
    EXPECT_NEAR(feet().x, stood.x, 0.5);
    EXPECT_NEAR(feet().z, stood.z, 0.5);
}

// The log is drawn where it was pushed to, and lies in its place again when one has left.
TEST_F(Walking, APushedLogIsSeenWhereItLies) {
    sketch::Stroke stroke;
    stroke.brush = "log";
    stroke.points.push_back({{112, 195}, 1, 0});
    const uint64_t before = m_window->drawing()->revision();
    m_window->drawing()->addStroke(std::move(stroke), 1, "Draw");
    ASSERT_TRUE(waitFor([&] { return m_window->isSettled() && m_window->builder()->latest()->revision > before; }));
    const auto scene = m_window->builder()->latest()->world.scene;
    const scene::Instance* log = nullptr;
    const assets::Mesh* mesh = nullptr;
    for (const auto& group : scene->groups) {
        const scene::Asset& asset = scene->assets[static_cast<size_t>(group.asset)];
        for (const auto& instance : group.instances) {
            if (asset.category != "log" || std::hypot(instance.position.x - 112, instance.position.z - 195) > 8)
                continue;
            log = &instance;
            mesh = asset.mesh.get();
        }
    }
    ASSERT_NE(log, nullptr);
    // Across the log, from three metres away.
    const double yaw = log->yaw * 0.017453292;
    const Point across(std::cos(yaw), -std::sin(yaw)), along(std::sin(yaw), std::cos(yaw));
    const bool longIsX = mesh->max.x - mesh->min.x > mesh->max.z - mesh->min.z;
    const Point way = longIsX ? along : across;
    const Point start = Point(log->position.x, log->position.z) - way * 3.0;
    QSignalSpy begun(&mode(), &WalkMode::begun);
    mode().begin(viewport(), scene, start);
    ASSERT_TRUE(waitFor([&] { return !begun.isEmpty(); }));
    mode().controls().turnTo(std::atan2(way.x, way.y) * 57.29577951, -12);
    const auto picture = [&](const char* name) {
        if (!qEnvironmentVariableIsSet("SKETCHWALK_PICTURES")) return;
        viewport()->grab().save(qEnvironmentVariable("SKETCHWALK_PICTURES") + '/' + name);
    };
    picture("log-before.png");
    const bool pushed = hold(Qt::Key_W, [&] {
        const auto moved = mode().session().movedProps();
        return !moved.empty() && glm::distance(moved[0].origin, glm::dvec3(log->position)) > 0.25;
    });
    ASSERT_TRUE(pushed) << "stands at " << feet().x << " " << feet().y << " " << feet().z << ", the log lies at "
                        << log->position.x << " " << log->position.y << " " << log->position.z << ", yaw " << log->yaw
                        << ", start " << start.x << " " << start.y << ", moved "
                        << mode().session().movedProps().size();
    EXPECT_EQ(mode().session().movedProps()[0].instance, log->id);
    mode().controls().turnTo(mode().controls().yaw(), -30);
    picture("log-after.png");
    mode().end();
    EXPECT_FALSE(mode().isOn());
}

TEST_F(Walking, WithoutADrawingThereIsAWordAndNoWalk) {
    MainWindow empty(catalogue(), m_folder / "other");
    empty.show();
    (*empty.actions())["world.walk"]->trigger();
    EXPECT_FALSE(empty.walkMode()->isOn());
}

}  // namespace
}  // namespace sketchwalk::ui
