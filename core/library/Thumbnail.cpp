#include "core/library/Thumbnail.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>

#include "core/preview/Preview.h"
#include "core/scene/Scene.h"

namespace sketchwalk::library {
namespace {

constexpr float kStage = 13;  // metres, sides of the ground on which the thing is shown
constexpr float kThing = 11;  // metres, what its longest side is scaled to
constexpr float kYaw = 20;    // degrees: the front shows, and one side with it

scene::Scene stageFor(const assets::Built& built) {
    scene::Scene stage;
    stage.extent = {kStage, kStage};
    stage.sky.horizon = {0.90f, 0.90f, 0.89f};
    stage.sky.zenith = {0.80f, 0.84f, 0.88f};
    assets::Primitive ground;
    for (const glm::vec2 corner : {glm::vec2(0, 0), glm::vec2(0, 1), glm::vec2(1, 1), glm::vec2(1, 0)}) {
        ground.positions.emplace_back(corner.x * kStage, 0, corner.y * kStage);
        ground.normals.emplace_back(0, 1, 0);
        ground.uvs.push_back(corner);
    }
    ground.indices = {0, 1, 2, 0, 2, 3};
    auto sheet = std::make_shared<assets::Mesh>();
    sheet->primitives.push_back(ground);
    assets::finish(*sheet);
    assets::Material neutral;
    neutral.name = "ground";
    neutral.colour = {0.74f, 0.73f, 0.70f};
    auto colour = std::make_shared<Image>(4, 4, 3);
    std::fill(colour->pixels.begin(), colour->pixels.end(), static_cast<uint8_t>(187));
    stage.terrainColour = colour;
    stage.chunks.push_back({0, 0, neutral, sheet});

    stage.materials = built.materials;
    stage.assets.push_back({"shown", "shown", built.mesh});
    const glm::vec3 size = built.mesh->max - built.mesh->min, middle = (built.mesh->max + built.mesh->min) * 0.5f;
    scene::InstanceGroup group;
    scene::Instance instance;
    instance.scale = kThing / std::max({size.x, size.y, size.z, 1e-6f});
    instance.yaw = kYaw;
    instance.position = {kStage / 2 - middle.x * instance.scale, -built.mesh->min.y * instance.scale,
                         kStage / 2 - middle.z * instance.scale};
    group.instances.push_back(instance);
    stage.groups.push_back(group);
    stage.spawn.position = {kStage / 2, 0, kStage};
    return stage;
}

}  // namespace

Result<Image> thumbnail(const assets::Built& built, int side, const Job& job) {
    preview::PictureOptions options;
    options.width = options.height = std::clamp(side, 16, 2048);
    Job quiet = job;
    quiet.report = nullptr;
    return preview::render(stageFor(built), options, quiet);
}

Image contactSheet(const std::vector<Image>& pictures) {
    const int count = std::max(1, static_cast<int>(pictures.size()));
    const int columns = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(count) * 1.3)));
    const int rows = (count + columns - 1) / columns;
    const int side = pictures.empty() ? 16 : pictures.front().width;
    Image sheet(columns * side, rows * side, 3);
    std::fill(sheet.pixels.begin(), sheet.pixels.end(), static_cast<uint8_t>(232));
    for (size_t i = 0; i < pictures.size(); ++i) {
        const int left = static_cast<int>(i) % columns * side, top = static_cast<int>(i) / columns * side;
        for (int y = 0; y < std::min(side, pictures[i].height); ++y) {
            std::copy_n(pictures[i].at(0, y), static_cast<size_t>(std::min(side, pictures[i].width)) * 3,
                        sheet.at(left, top + y));
        }
    }
    return sheet;
}

}  // namespace sketchwalk::library
