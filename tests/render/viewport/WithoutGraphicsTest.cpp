// Run with QT_QPA_PLATFORM=offscreen, where there is no OpenGL to be had.
#include <gtest/gtest.h>

#include <QLabel>

#include "tests/render/viewport/Worlds.h"

namespace sketchwalk::render {
namespace {

TEST(ViewportWithoutGraphics, SaysSoAndGoesOn) {
    Viewport viewport;
    viewport.resize(480, 320);
    viewport.show();
    EXPECT_FALSE(viewport.isAvailable());
    auto* label = viewport.findChild<QLabel*>(QStringLiteral("viewportMessage"));
    ASSERT_NE(label, nullptr);
    EXPECT_TRUE(label->isVisible());
    EXPECT_TRUE(label->text().contains(QStringLiteral("OpenGL")));
    EXPECT_EQ(viewport.whyNot(), label->text());

    ASSERT_TRUE(show(viewport, village()));
    EXPECT_TRUE(viewport.pickAt({240, 200}).has_value());
    const auto before = viewport.cameraPose();
    viewport.goTo(30, 40);
    ASSERT_TRUE(waitFor([&] { return viewport.isSettled(); }));
    EXPECT_NE(viewport.cameraPose(), before);
    EXPECT_TRUE(viewport.grab(1000).isNull());
}

}  // namespace
}  // namespace sketchwalk::render
