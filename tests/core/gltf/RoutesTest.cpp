// Followers and cameras in the file: the animation's numbers are the track's.
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

#include "core/gltf/Glb.h"
#include "tests/core/preview/HandMadeScene.h"

namespace sketchwalk::gltf {
namespace {

scene::TrackKey key(float seconds, glm::vec3 at, float yaw, float pitch = 0) {
    return {seconds, {at, yaw, pitch}};
}

scene::Scene withRoutes() {
    scene::Scene scene = preview::flatScene(64, {0.4f, 0.6f, 0.3f});
    scene.assets.clear();
    scene.groups.clear();
    scene.materials = {{"hide", {0.5f, 0.3f, 0.2f}, 1, 0.9f, 0, {0, 0, 0}, false, nullptr}};
    auto mesh = preview::meshOf({preview::boxPrimitive({-0.5f, 0, -1}, {0.5f, 1, 1}, 0)});
    assets::finish(*mesh);
    scene.assets = {{"cow_0", "cow", mesh}};
    scene::Route cow{4, "cow", 0, {{10, 0, 10}, {20, 0, 10}}, {}};
    cow.track.keys = {key(0, {10, 0, 10}, 90), key(10, {20, 0, 10}, 90), key(11, {20, 0, 10}, 180),
                      key(12, {20, 0, 12}, 270)};
    cow.track.arrival = 10;
    scene::Route camera{5, "camera", -1, {{1, 0, 1}, {1, 0, 60}}, {}};
    camera.track.keys = {key(0, {1, 9, 1}, 0, -20), key(6, {1, 9, 60}, 0, -20)};
    scene.routes = {cow, camera};
    return scene;
}

struct Read {
    nlohmann::json json;
    std::vector<uint8_t> binary;
    explicit Read(const char* profile) {
        const auto bytes = encodeGlb(withRoutes(), Job{}, *profileNamed(profile));
        uint32_t text = 0;
        std::memcpy(&text, bytes->data() + 12, 4);
        json = nlohmann::json::parse(bytes->begin() + 20, bytes->begin() + 20 + text);
        binary.assign(bytes->begin() + 28 + text, bytes->end());
    }
    std::vector<float> numbers(int accessor) const {
        const auto& a = json["accessors"][static_cast<size_t>(accessor)];
        const auto& view = json["bufferViews"][a["bufferView"].get<size_t>()];
        EXPECT_EQ(view["buffer"], 0);
        const size_t width = a["type"] == "SCALAR" ? 1 : a["type"] == "VEC3" ? 3 : 4;
        std::vector<float> values(a["count"].get<size_t>() * width);
        std::memcpy(values.data(),
                    binary.data() + view.value("byteOffset", size_t{0}) + a.value("byteOffset", size_t{0}),
                    values.size() * 4);
        return values;
    }
    const nlohmann::json& node(const std::string& name) const {
        for (const auto& one : json["nodes"]) {
            if (one["name"] == name) return one;
        }
        ADD_FAILURE() << name;
        return json;
    }
};

TEST(GlbRoutes, AFollowersAnimationIsItsTrackInEveryProfile) {
    for (const char* profile : {"universal", "compact", "godot", "unreal"}) {
        const Read file(profile);
        ASSERT_EQ(file.json["animations"].size(), 2u) << profile;
        const auto& animation = file.json["animations"][0];
        const auto& samplers = animation["samplers"];
        EXPECT_EQ(file.numbers(samplers[0]["input"]), (std::vector<float>{0, 10, 11, 12}));
        EXPECT_EQ(file.numbers(samplers[0]["output"]),
                  (std::vector<float>{10, 0, 10, 20, 0, 10, 20, 0, 10, 20, 0, 12}));
        const auto turns = file.numbers(samplers[1]["output"]);
        EXPECT_NEAR(turns[1], std::sqrt(0.5), 1e-6);  // a quarter turn about +Y
        for (size_t i = 4; i < turns.size(); i += 4) {
            double cosine = 0;
            for (size_t k = 0; k < 4; ++k) cosine += turns[i + k] * turns[i + k - 4];
            EXPECT_GE(cosine, 0) << "the long way round";
        }
        const size_t target = animation["channels"][0]["target"]["node"];
        EXPECT_EQ(file.json["nodes"][target]["name"], "cow_on_route_1");
        EXPECT_TRUE(file.json["nodes"][target].contains("mesh"));
        EXPECT_EQ(animation["name"], std::string("cow_on_route_1") + (std::string(profile) == "godot" ? "-loop" : ""));
    }
}

TEST(GlbRoutes, ACameraLooksAlongItsTrack) {
    const Read file("universal");
    const auto& node = file.node("camera_on_route_2");
    EXPECT_EQ(file.json["cameras"][node["camera"].get<size_t>()]["type"], "perspective");
    const auto q = node["rotation"].get<std::vector<double>>();
    // -Z turned by the node: south and 20 degrees down.
    const double x = -2 * (q[0] * q[2] + q[3] * q[1]), y = -2 * (q[1] * q[2] - q[3] * q[0]),
                 z = -(1 - 2 * (q[0] * q[0] + q[1] * q[1]));
    EXPECT_NEAR(x, 0, 1e-6);
    EXPECT_NEAR(y, -std::sin(20 * M_PI / 180), 1e-6);
    EXPECT_NEAR(z, std::cos(20 * M_PI / 180), 1e-6);
}

}  // namespace
}  // namespace sketchwalk::gltf
