#include "render/materials/Daylight.h"

#include <gtest/gtest.h>

#include <glm/geometric.hpp>

#include "core/preview/Sky.h"

namespace sketchwalk::render {
namespace {

float brightness(glm::vec3 c) {
    return (c.x + c.y + c.z) / 3;
}

TEST(Daylight, NoonIsAsThePreviewHasIt) {
    const catalogue::Sky sky;
    const auto noon = daylight(sky, 12);
    const auto sun = preview::towardSun(sky, preview::View::walk);
    const auto light = preview::sunlightOf(sky, sun);
    EXPECT_LT(glm::distance(noon.towardLight, sun), 1e-4f);
    EXPECT_LT(glm::distance(noon.light, light.sun), 0.02f);
    EXPECT_LT(glm::distance(noon.above, light.above), 0.02f);
}

TEST(Daylight, TheSunRisesInTheEastAndSetsInTheWest) {
    const catalogue::Sky sky;
    EXPECT_GT(daylight(sky, 6.5).towardSun.x, 0.6f);
    EXPECT_LT(daylight(sky, 17.5).towardSun.x, -0.6f);
    EXPECT_NEAR(daylight(sky, 6).towardSun.y, 0, 1e-4);
    EXPECT_NEAR(daylight(sky, 18).towardSun.y, 0, 1e-4);
    EXPECT_LT(daylight(sky, 0).towardSun.y, -0.5f);
}

TEST(Daylight, EveningIsWarmAndNightDarkAndBlue) {
    const catalogue::Sky sky;
    const auto noon = daylight(sky, 12), evening = daylight(sky, 17.2), night = daylight(sky, 0.5);
    EXPECT_GT(evening.light.x / evening.light.z, 1.5f * noon.light.x / noon.light.z);
    EXPECT_LT(brightness(night.light), 0.35f * brightness(noon.light));
    EXPECT_GT(night.light.z, night.light.x);
    EXPECT_GT(night.towardLight.y, 0.3f);
    EXPECT_FLOAT_EQ(noon.night, 0);
    EXPECT_FLOAT_EQ(night.night, 1);
    EXPECT_GT(night.lamps, noon.lamps);
}

TEST(Daylight, NothingJumpsFromMinuteToMinute) {
    const catalogue::Sky sky;
    for (int minute = 0; minute < 24 * 60; ++minute) {
        const auto a = daylight(sky, minute / 60.0), b = daylight(sky, (minute + 1) / 60.0);
        EXPECT_LT(glm::distance(a.light, b.light), 0.04f) << minute;  // of about 0.9 at noon
        EXPECT_LT(glm::distance(a.zenith, b.zenith), 0.02f) << minute;
        EXPECT_LT(glm::distance(a.above, b.above), 0.02f) << minute;
    }
}

TEST(Daylight, HoursWrap) {
    const catalogue::Sky sky;
    EXPECT_LT(glm::distance(daylight(sky, 25).light, daylight(sky, 1).light), 1e-5f);
    EXPECT_LT(glm::distance(daylight(sky, -2).zenith, daylight(sky, 22).zenith), 1e-5f);
}

}  // namespace
}  // namespace sketchwalk::render
