#include "render/viewport/Viewport.h"

#include <gtest/gtest.h>

#include <QPixmap>
#include <QScreen>
#include <QShortcut>
#include <QTest>
#include <QVBoxLayout>
#include <cmath>
#include <glm/geometric.hpp>

#include "tests/render/viewport/Worlds.h"

namespace sketchwalk::render {
namespace {

struct Tone {
    double mean = 0, spread = 0;  // of brightness, 0..255
};
Tone toneOf(const QImage& image) {
    double sum = 0, squares = 0;
    int n = 0;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3, ++n) {
            const int grey = qGray(image.pixel(x, y));
            sum += grey;
            squares += grey * grey;
        }
    }
    const double mean = sum / n;
    return {mean, std::sqrt(squares / n - mean * mean)};
}

double difference(const QImage& a, const QImage& b) {  // mean of channels, 0..255
    if (a.size() != b.size()) return 255;
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            sum += std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q));
        }
    }
    return sum / (3.0 * a.width() * a.height());
}

class ViewportTest : public testing::Test {
  protected:
    void SetUp() override {
        ASSERT_TRUE(m_viewport.isAvailable()) << m_viewport.whyNot().toStdString();
        m_viewport.resize(480, 320);
        m_viewport.setQuality(Quality::low);
        m_viewport.setAnimated(false);
        m_viewport.setMiniMapShown(false);
        m_viewport.show();
        ASSERT_TRUE(show(m_viewport, village()));
    }
    QImage picture() {
        const QImage image = m_viewport.grab(60000);
        // Kept where someone wants to look: SKETCHWALK_PICTURES=folder.
        const QString folder = qEnvironmentVariable("SKETCHWALK_PICTURES");
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        if (!folder.isEmpty())
            image.save(QStringLiteral("%1/%2-%3.png").arg(folder, QString::fromUtf8(test->name())).arg(++m_pictures));
        return image;
    }
    int m_pictures = 0;
    Viewport m_viewport;
};

TEST_F(ViewportTest, ShowsTheWorldWithLandAndSky) {
    m_viewport.lookAtSpawn();
    ASSERT_TRUE(waitFor([&] { return m_viewport.isSettled(); }));
    const QImage image = picture();
    ASSERT_EQ(image.size(), QSize(480, 320) * m_viewport.devicePixelRatioF());
    EXPECT_GT(toneOf(image).spread, 25);
    const QColor up = image.pixelColor(240, 8), down = image.pixelColor(20, 310);
    EXPECT_GT(up.blue(), up.red());      // sky
    EXPECT_LT(down.blue(), down.red());  // ground
}

TEST_F(ViewportTest, ShowsAllOfTheMapInWhateverShapeUntilSomebodyLooksElsewhere) {
    const auto far = m_viewport.cameraPose().distance;
    m_viewport.resize(240, 400);
    ASSERT_TRUE(waitFor([&] { return m_viewport.cameraPose().distance > far * 1.5f; }));
    QTest::mousePress(&m_viewport, Qt::LeftButton, {}, {120, 200});
    QTest::mouseMove(&m_viewport, {150, 200});
    QTest::mouseRelease(&m_viewport, Qt::LeftButton, {}, {150, 200});
    ASSERT_TRUE(waitFor([&] { return m_viewport.isSettled(); }));
    const auto own = m_viewport.cameraPose().distance;
    m_viewport.resize(480, 320);
    ASSERT_TRUE(waitFor([&] { return m_viewport.isSettled(); }));
    EXPECT_EQ(m_viewport.cameraPose().distance, own);
}

TEST_F(ViewportTest, BelowTheMapsNearEdgeIsTheBlockOfEarthItIsCutFrom) {
    m_viewport.frameAll();
    ASSERT_TRUE(waitFor([&] { return m_viewport.isSettled(); }));
    const QImage image = picture();
    // Up a column from the lowest row: the table, the pale base, layers of earth, and only then the land.
    const auto isEarth = [](QColor c) { return c.red() < 150 && c.red() > c.blue() + 25 && c.red() > c.green() + 8; };
    const auto isPale = [](QColor c) { return c.red() > 150 && c.red() - c.blue() > 10 && c.red() - c.blue() < 60; };
    int pale = -1, earth = -1;
    for (int y = image.height() - 1; y >= 0 && earth < 0; --y) {
        const QColor colour = image.pixelColor(image.width() / 8, y);
        if (pale < 0 && isPale(colour)) pale = y;
        if (isEarth(colour)) earth = y;
    }
    EXPECT_GT(earth, image.height() / 2);
    EXPECT_GT(pale, earth);
}

TEST_F(ViewportTest, TheCapturedPictureIsWhatTheScreenShows) {
    const QImage captured = picture();
    const QImage seen = m_viewport.screen()->grabWindow(m_viewport.winId()).toImage();
    EXPECT_LT(difference(captured, seen.convertToFormat(captured.format())), 4);
    // A parent's QWidget::grab() shows it too.
    EXPECT_LT(difference(captured, m_viewport.QWidget::grab().toImage().convertToFormat(captured.format())), 4);
}

TEST_F(ViewportTest, NightIsDarkerThanNoon) {
    const QImage noon = picture();
    m_viewport.setTimeOfDay(23.5);
    const QImage night = picture();
    EXPECT_LT(toneOf(night).mean, 0.5 * toneOf(noon).mean);
    EXPECT_GT(toneOf(night).spread, 5);  // but one still sees something
}

TEST_F(ViewportTest, WhilePausedNothingIsDrawnAndAfterwardsEverythingIs) {
    const QImage noon = picture();
    const auto onScreen = [&] {
        return m_viewport.screen()->grabWindow(m_viewport.winId()).toImage().convertToFormat(noon.format());
    };
    ASSERT_LT(difference(noon, onScreen()), 4);
    m_viewport.setPaused(true);
    m_viewport.setTimeOfDay(23.5);
    m_viewport.lookAtSpawn();
    bool captured = false;
    m_viewport.capture([&](const QImage&) { captured = true; });
    QTest::qWait(700);
    EXPECT_FALSE(captured);
    EXPECT_LT(difference(noon, onScreen()), 4);
    m_viewport.setPaused(false);
    EXPECT_TRUE(waitFor([&] { return captured; }));
    EXPECT_LT(toneOf(picture()).mean, 0.6 * toneOf(noon).mean);
}

TEST_F(ViewportTest, ShadowsFallOnTheGround) {
    // The same view at noon and with the sun on the other side: shadows move, so the pictures differ.
    m_viewport.setTimeOfDay(9);
    const QImage morning = picture();
    m_viewport.setTimeOfDay(15);
    EXPECT_GT(difference(morning, picture()), 3);
}

TEST_F(ViewportTest, FewDrawCallsShowEverything) {
    m_viewport.frameAll();
    ASSERT_TRUE(waitFor([&] { return m_viewport.isSettled(); }));
    const auto now = m_viewport.statistics();
    EXPECT_LE(now.drawCalls, 100);
    EXPECT_GT(now.instances, 500u);
    EXPECT_GT(now.triangles, 50000u);
}

TEST_F(ViewportTest, OnlyWhatChangedIsUploaded) {
    EXPECT_GT(m_viewport.statistics().uploads, 10);
    const auto pose = m_viewport.cameraPose();
    ASSERT_TRUE(show(m_viewport, std::make_shared<scene::Scene>(*village())));
    EXPECT_EQ(m_viewport.statistics().uploads, 0);
    // One object fewer: what lies on the ground beneath it changes, and nothing else.
    auto fewer = std::make_shared<scene::Scene>(*village());
    for (auto& group : fewer->groups) {
        if (fewer->assets[static_cast<size_t>(group.asset)].category == "house") {
            group.instances.pop_back();
            break;
        }
    }
    ASSERT_TRUE(show(m_viewport, fewer));
    EXPECT_LE(m_viewport.statistics().uploads, 1);
    EXPECT_EQ(m_viewport.cameraPose(), pose);
}

TEST_F(ViewportTest, HandsScenesOverInShortSlices) {
    m_viewport.setScene(nullptr);
    ASSERT_TRUE(show(m_viewport, village()));
    EXPECT_GT(m_viewport.statistics().sliceMs, 0);
    EXPECT_LT(m_viewport.statistics().sliceMs, 100);  // 16 ms on a quiet machine: viewport_bench says
}

TEST_F(ViewportTest, AClickPicksWhatIsUnderThePointer) {
    const scene::Instance* house = nullptr;
    for (const auto& group : village()->groups) {
        if (village()->assets[static_cast<size_t>(group.asset)].category == "house") house = &group.instances[0];
    }
    ASSERT_NE(house, nullptr);
    const glm::vec3 at = house->position;
    m_viewport.frame(at - glm::vec3(6, 0, 6), at + glm::vec3(6, 6, 6));
    ASSERT_TRUE(waitFor([&] { return m_viewport.isSettled(); }));
    const auto place = m_viewport.project(at + glm::vec3(0, 2, 0));
    ASSERT_TRUE(place);
    std::optional<Pick> picked;
    QObject::connect(&m_viewport, &Viewport::picked, [&](const std::optional<Pick>& pick) { picked = pick; });
    QTest::mouseClick(&m_viewport, Qt::LeftButton, {}, place->toPoint());
    ASSERT_TRUE(picked && picked->instance);
    EXPECT_EQ(*picked->instance, house->id);
    EXPECT_EQ(picked->stroke, house->stroke);

    const QImage plain = picture();
    m_viewport.setSelected({house->id});
    EXPECT_GT(difference(plain, picture()), 0.25);  // it is marked
}

TEST_F(ViewportTest, DragsWheelAndKeysMoveTheCamera) {
    int moves = 0;
    QObject::connect(&m_viewport, &Viewport::cameraMoved, [&] { ++moves; });
    const auto start = m_viewport.cameraPose();
    QTest::mousePress(&m_viewport, Qt::LeftButton, {}, {200, 150});
    QTest::mouseMove(&m_viewport, {210, 150});
    QMouseEvent move(QEvent::MouseMove, QPointF(280, 170), m_viewport.mapToGlobal(QPointF(280, 170)), Qt::NoButton,
                     Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_viewport, &move);
    QTest::mouseRelease(&m_viewport, Qt::LeftButton, {}, {280, 170});
    ASSERT_TRUE(waitFor([&] { return moves > 0 && m_viewport.isSettled(); }));
    EXPECT_NE(m_viewport.cameraPose().yaw, start.yaw);
    EXPECT_NEAR(m_viewport.cameraPose().distance, start.distance, 0.1);

    QWheelEvent wheel(QPointF(240, 160), m_viewport.mapToGlobal(QPointF(240, 160)), {}, {0, 240}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&m_viewport, &wheel);
    ASSERT_TRUE(waitFor([&] { return m_viewport.isSettled(); }));
    EXPECT_LT(m_viewport.cameraPose().distance, 0.8 * start.distance);

    const auto before = m_viewport.cameraPose();
    m_viewport.setCameraMode(CameraMode::fly);
    QTest::keyPress(&m_viewport, Qt::Key_W);
    waitFor([&] { return glm::distance(m_viewport.cameraPose().eye, before.eye) > 2; }, 8000);
    QTest::keyRelease(&m_viewport, Qt::Key_W);
    EXPECT_GT(glm::distance(m_viewport.cameraPose().eye, before.eye), 2);
}

TEST_F(ViewportTest, LeavesTheKeysItDoesNotUseToTheWindow) {
    int pressed = 0;
    auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z), &m_viewport);
    QObject::connect(shortcut, &QShortcut::activated, [&] { ++pressed; });
    m_viewport.activateWindow();
    m_viewport.setFocus();
    waitFor([&] { return m_viewport.hasFocus(); }, 3000);
    QTest::keyClick(&m_viewport, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(pressed, 1);
}

TEST_F(ViewportTest, TheMiniMapGoesWhereItIsClicked) {
    m_viewport.setMiniMapShown(true);
    auto* map = m_viewport.findChild<QWidget*>(QStringLiteral("miniMap"));
    ASSERT_NE(map, nullptr);
    ASSERT_TRUE(map->isVisible());
    QTest::mouseClick(map, Qt::LeftButton, {}, QPoint(map->width() / 4, map->height() * 3 / 4));
    ASSERT_TRUE(waitFor([&] { return m_viewport.isSettled(); }));
    const auto extent = village()->extent;
    EXPECT_NEAR(m_viewport.cameraPose().target().x, extent.x / 4, extent.x * 0.02);
    EXPECT_NEAR(m_viewport.cameraPose().target().z, extent.y * 3 / 4, extent.y * 0.02);
}

TEST_F(ViewportTest, LivesInALayoutAndSurvivesHidingAndAnEmptyScene) {
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* inner = new Viewport;
    inner->setQuality(Quality::low);
    layout->addWidget(inner);
    window.resize(400, 300);
    window.show();
    ASSERT_TRUE(show(*inner, village()));
    EXPECT_FALSE(inner->grab(60000).isNull());
    window.hide();
    EXPECT_TRUE(inner->grab(2000).isNull());
    window.show();
    EXPECT_TRUE(show(*inner, nullptr));
    EXPECT_FALSE(inner->pickAt({100, 100}));
    EXPECT_FALSE(inner->grab(60000).isNull());
}

}  // namespace
}  // namespace sketchwalk::render
