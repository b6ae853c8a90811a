// Scenes made by hand, so that tests of the renderer need no other room: quads, boxes, cones, hills with a lake.
#pragma once

#include <cmath>
#include <glm/geometric.hpp>
#include <limits>
#include <memory>

#include "core/base/Hash.h"
#include "core/scene/Scene.h"

namespace sketchwalk::preview {

inline void addTriangle(assets::Primitive& to, glm::vec3 a, glm::vec3 b, glm::vec3 c) {
    const glm::vec3 n = glm::cross(b - a, c - a);
    const float length = std::sqrt(glm::dot(n, n));
    for (const glm::vec3 p : {a, b, c}) {
        to.indices.push_back(static_cast<uint32_t>(to.positions.size()));
        to.positions.push_back(p);
        to.normals.push_back(length > 0 ? n / length : glm::vec3(0, 1, 0));
        to.uvs.emplace_back(0, 0);
    }
}

// Counter-clockwise as seen from the front.
inline void addQuad(assets::Primitive& to, glm::vec3 a, glm::vec3 b, glm::vec3 c, glm::vec3 d) {
    addTriangle(to, a, b, c);
    addTriangle(to, a, c, d);
}

inline assets::Primitive boxPrimitive(glm::vec3 low, glm::vec3 high, int material) {
    assets::Primitive box;
    box.material = material;
    const auto at = [&](int corner) {
        return glm::vec3((corner & 1) ? high.x : low.x, (corner & 2) ? high.y : low.y, (corner & 4) ? high.z : low.z);
    };
    addQuad(box, at(2), at(6), at(7), at(3));  // top
    addQuad(box, at(4), at(5), at(7), at(6));  // south
    addQuad(box, at(1), at(0), at(2), at(3));  // north
    addQuad(box, at(5), at(1), at(3), at(7));  // east
    addQuad(box, at(0), at(4), at(6), at(2));  // west
    return box;
}

inline assets::Primitive conePrimitive(float radius, float low, float high, int sides, int material) {
    assets::Primitive cone;
    cone.material = material;
    for (int i = 0; i < sides; ++i) {
        const auto at = [&](int k) {
            const double angle = 6.283185307179586 * k / sides;
            return glm::vec3(radius * std::cos(angle), low, -radius * std::sin(angle));
        };
        addTriangle(cone, at(i), at(i + 1), {0, high, 0});
    }
    return cone;
}

inline std::shared_ptr<assets::Mesh> meshOf(std::vector<assets::Primitive> primitives) {
    auto mesh = std::make_shared<assets::Mesh>();
    mesh->primitives = std::move(primitives);
    return mesh;
}

inline assets::Material plain(std::string name, Colour colour) {
    assets::Material material;
    material.name = std::move(name);
    material.colour = colour;
    return material;
}

// One asset with one copy at `position`; gives back its group for more copies.
inline scene::InstanceGroup& addObject(scene::Scene& scene, std::string category,
                                       std::shared_ptr<const assets::Mesh> mesh, glm::vec3 position, float yaw = 0,
                                       float scale = 1) {
    scene.assets.push_back({category + "_" + std::to_string(scene.assets.size()), category, std::move(mesh)});
    scene::InstanceGroup group;
    group.asset = static_cast<int>(scene.assets.size() - 1);
    scene::Instance instance;
    instance.position = position;
    instance.yaw = yaw;
    instance.scale = scale;
    group.instances.push_back(instance);
    scene.groups.push_back(group);
    return scene.groups.back();
}

// A flat square of ground in one chunk, without a heightfield.
inline scene::Scene flatScene(double size, Colour colour) {
    scene::Scene scene;
    scene.extent = {size, size};
    scene.materials = {plain("ground", colour)};
    assets::Primitive ground;
    const auto s = static_cast<float>(size);
    addQuad(ground, {0, 0, 0}, {0, 0, s}, {s, 0, s}, {s, 0, 0});
    scene.chunks.push_back({0, 0, {}, meshOf({ground})});
    scene.spawn.position = {s / 2, 0, s / 2};
    return scene;
}

// Rolling hills with a lake in the middle, cells x cells, in chunks of 64; no objects yet.
inline scene::Scene hillScene(double size, int cells) {
    scene::Scene scene;
    scene.extent = {size, size};
    scene.materials = {plain("ground", {0.45f, 0.62f, 0.30f})};
    auto ground = std::make_shared<terrain::Ground>();
    ground->extent = scene.extent;
    ground->spacing = size / cells;
    ground->height = Grid<float>(cells + 1, cells + 1);
    ground->waterLevel = Grid<float>(cells + 1, cells + 1, std::numeric_limits<float>::quiet_NaN());
    ground->water = Grid<uint16_t>(cells, cells, 0);
    ground->surface = Grid<uint8_t>(cells, cells, 0);
    ground->shore = Grid<float>(cells, cells, 1e9f);
    ground->waters.push_back({"lake", {}, {}, 2.0, true});
    const auto heightAt = [&](double x, double y) {
        const double u = x / size, v = y / size;
        const double r = std::sqrt((u - 0.56) * (u - 0.56) + (v - 0.6) * (v - 0.6));
        const double hill = std::exp(-((u - 0.28) * (u - 0.28) + (v - 0.3) * (v - 0.3)) * 40);
        return static_cast<float>(6 + 3 * std::sin(u * 9) * std::cos(v * 7) + size * 0.16 * hill -
                                  9 * std::exp(-r * r * 60));
    };
    for (int y = 0; y <= cells; ++y) {
        for (int x = 0; x <= cells; ++x) {
            ground->height(x, y) = heightAt(x * ground->spacing, y * ground->spacing);
            if (ground->height(x, y) < 2.5f) ground->waterLevel(x, y) = 2;
        }
    }
    for (int y = 0; y < cells; ++y) {
        for (int x = 0; x < cells; ++x) {
            const float h = heightAt((x + 0.5) * ground->spacing, (y + 0.5) * ground->spacing);
            ground->water(x, y) = h < 2 ? 1 : 0;
            ground->shore(x, y) = (h - 2) * 6;
        }
    }
    for (int row = 0; row * 64 < cells; ++row) {
        for (int column = 0; column * 64 < cells; ++column) {
            assets::Primitive chunk;
            const int wide = std::min(64, cells - column * 64), deep = std::min(64, cells - row * 64);
            for (int y = 0; y <= deep; ++y) {
                for (int x = 0; x <= wide; ++x) {
                    const int nx = column * 64 + x, ny = row * 64 + y;
                    const auto& g = ground->height;
                    const auto slope = static_cast<float>(0.5 / ground->spacing);
                    const glm::vec3 n((g.clamped(nx - 1, ny) - g.clamped(nx + 1, ny)) * slope, 1,
                                      (g.clamped(nx, ny - 1) - g.clamped(nx, ny + 1)) * slope);
                    chunk.positions.emplace_back(nx * ground->spacing, g(nx, ny), ny * ground->spacing);
                    chunk.normals.push_back(n / std::sqrt(glm::dot(n, n)));
                    chunk.uvs.emplace_back(0, 0);
                }
            }
            for (int y = 0; y < deep; ++y) {
                for (int x = 0; x < wide; ++x) {
                    const auto a = static_cast<uint32_t>(y * (wide + 1) + x), b = a + 1,
                               c = a + static_cast<uint32_t>(wide) + 1, d = c + 1;
                    chunk.indices.insert(chunk.indices.end(), {a, c, b, b, c, d});
                }
            }
            scene.chunks.push_back({column, row, {}, meshOf({chunk})});
        }
    }
    auto colour = std::make_shared<Image>(cells, cells, 3);
    for (int y = 0; y < cells; ++y) {
        for (int x = 0; x < cells; ++x) {
            const float h = ground->height(x, y);
            const bool sand = h<3, rock = h> 28;
            const uint8_t grass[3] = {122, 160, 78}, beach[3] = {222, 203, 150}, stone[3] = {140, 134, 128};
            std::copy_n(sand ? beach : rock ? stone : grass, 3, colour->at(x, y));
        }
    }
    scene.terrainColour = colour;
    assets::Primitive sheet;
    sheet.material = 0;
    const auto from = static_cast<float>(size * 0.3), to = static_cast<float>(size * 0.85);
    addQuad(sheet, {from, 2, from}, {from, 2, to}, {to, 2, to}, {to, 2, from});
    assets::Material water = plain("lake", {0.16f, 0.46f, 0.60f});
    water.alpha = 0.7f;
    scene.waters.push_back({"lake", 2, 0, water, 1, meshOf({sheet})});
    scene.ground = ground;
    scene.spawn.position = {static_cast<float>(size * 0.5),
                            static_cast<float>(ground->heightAt({size * 0.5, size * 0.9})),
                            static_cast<float>(size * 0.9)};
    scene.spawn.yaw = 180;
    return scene;
}

// The hills with trees and houses of about `faces` triangles each, `count` copies.
inline scene::Scene villageScene(double size, int cells, int count, int faces) {
    scene::Scene scene = hillScene(size, cells);
    scene.materials.push_back(plain("leaf", {0.30f, 0.50f, 0.22f}));
    scene.materials.push_back(plain("trunk", {0.42f, 0.30f, 0.2f}));
    scene.materials.push_back(plain("wall", {0.88f, 0.83f, 0.74f}));
    scene.materials.push_back(plain("roof", {0.72f, 0.33f, 0.24f}));
    const int sides = std::max(3, faces / 4);
    const auto tree = meshOf({conePrimitive(2.0f, 1.2f, 4.0f, sides, 1), conePrimitive(1.6f, 2.6f, 5.4f, sides, 1),
                              conePrimitive(1.2f, 4.2f, 7.0f, sides, 1), conePrimitive(0.35f, 0, 3, sides, 2)});
    auto house = meshOf({boxPrimitive({-4, 0, -3}, {4, 4, 3}, 3)});
    assets::Primitive roof;
    roof.material = 4;
    addQuad(roof, {-4.4f, 3.7f, 3.4f}, {4.4f, 3.7f, 3.4f}, {4.4f, 7, 0}, {-4.4f, 7, 0});
    addQuad(roof, {4.4f, 3.7f, -3.4f}, {-4.4f, 3.7f, -3.4f}, {-4.4f, 7, 0}, {4.4f, 7, 0});
    assets::Primitive gables;
    gables.material = 3;
    addTriangle(gables, {4, 4, 3}, {4, 4, -3}, {4, 6.8f, 0});
    addTriangle(gables, {-4, 4, -3}, {-4, 4, 3}, {-4, 6.8f, 0});
    house->primitives.push_back(roof);
    house->primitives.push_back(gables);
    auto& trees = addObject(scene, "tree", tree, {0, -1000, 0});
    trees.instances.clear();
    scene::InstanceGroup houses{1, 0, 0, {}, 0};
    for (int i = 0; i < count; ++i) {
        scene::Instance instance;
        instance.id = static_cast<uint64_t>(i);
        const double x = randomUnit(7, "x", static_cast<uint64_t>(i)) * size,
                     y = randomUnit(7, "y", static_cast<uint64_t>(i)) * size;
        const auto h = static_cast<float>(scene.ground->heightAt({x, y}));
        if (h < 2.6f) continue;
        instance.position = {static_cast<float>(x), h, static_cast<float>(y)};
        instance.yaw = static_cast<float>(i * 37 % 360);
        instance.scale = 0.8f + 0.4f * static_cast<float>(i % 7) / 7;
        (i % 40 == 0 ? houses : scene.groups[0]).instances.push_back(instance);
    }
    scene.assets.push_back({"house_0", "house", house});
    scene.groups.push_back(houses);
    return scene;
}

}  // namespace sketchwalk::preview
