// The meshes that a profile writes of each asset: the full one on the palette, simpler levels, collision shapes.
#pragma once

#include <vector>

#include "core/assets/PaletteAtlas.h"
#include "core/base/Job.h"
#include "core/gltf/Profile.h"
#include "core/scene/Scene.h"

namespace sketchwalk::gltf {

struct AssetShapes {
    bool used = false;                 // some object stands for it
    assets::Mesh mesh;                 // primitives of palette materials
    std::vector<assets::Mesh> levels;  // likewise
    std::vector<assets::Mesh> hulls;   // collision shapes without materials: all in one (Godot), or one each (Unreal)
};

// One per asset of the scene, made side by side.
std::vector<AssetShapes> assetShapes(const scene::Scene& scene, const assets::PaletteAtlas& palette,
                                     const Profile& profile, const Job& job);

}  // namespace sketchwalk::gltf
