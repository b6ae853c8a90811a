// Whom a scene is written for. A profile is data: the writers of the GLB and of the package read it and know no names.
#pragma once

#include <span>
#include <string_view>

namespace sketchwalk::gltf {

enum class ColliderScheme {  // never two in one file
    none,
    nodeSuffixes,  // Godot: children named "-colonly" that hold collision meshes, terrain named "-col"
    ucxMeshes,     // Unreal: convex meshes UCX_<mesh>_NN beside the mesh
    table          // scene.json: shapes per asset, for what reads no colliders from glTF (Unity)
};

enum class HeightGrid {
    nodes,   // as the ground was made: square cells, one more node than cells
    unity,   // square, side 2^n + 1, east first: Unity's importers mirror x
    unreal,  // square, side of a landscape: 505, 1009, 2017 ...
};

struct PictureForm {  // of pictures that need not be exact
    int jpegQuality = 86;
    int halvings = 0;  // of their sides
};

struct Profile {
    std::string_view name;
    std::string_view about;  // for whom, in a few words
    ColliderScheme colliders = ColliderScheme::none;
    bool levels = false;   // levels of detail as MSFT_lod
    bool compact = false;  // EXT_mesh_gpu_instancing, KHR_mesh_quantization, EXT_meshopt_compression, all required
    PictureForm pictures;
    HeightGrid grid = HeightGrid::nodes;
    std::span<const std::string_view> heights;  // the height files of the package
    std::string_view importing;                 // README.txt: how to import it there
    double sunIntensity = 3;  // of the light in the file: unitless, or lux where the importer takes lux
};

std::span<const Profile> profiles();  // universal first
const Profile& universal();
const Profile* profileNamed(std::string_view name);  // null where there is none

}  // namespace sketchwalk::gltf
