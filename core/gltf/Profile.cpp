#include "core/gltf/Profile.h"

#include <algorithm>
#include <array>

namespace sketchwalk::gltf {
namespace {

constexpr std::string_view kAllHeights[] = {"height.r16", "height.png", "height.exr"};
constexpr std::string_view kGodotHeights[] = {"height.exr", "height.r16"};
constexpr std::string_view kUnityHeights[] = {"height.raw"};
constexpr std::string_view kUnrealHeights[] = {"height.r16", "height.png"};
constexpr std::string_view kBlenderHeights[] = {"height.exr", "height.png"};
constexpr std::string_view kCompactHeights[] = {"height.png"};

constexpr std::string_view kAnywhere =
    R"(Open scene.glb in any program that reads glTF 2.0; nothing beyond its core is needed.
Copies are plain nodes that share meshes. What a node is stands in its extras: kind, category, stroke, asset.
height.r16 and height.png hold the heights as 16-bit numbers, height.exr as metres. Row 0 is north.
)";

constexpr std::string_view kGodot =
    R"(1. Copy scene.glb into the project's folder; Godot 3 and 4 import it by themselves. Drag it into a scene.
2. Colliders come with it: Godot's importer makes a StaticBody of each Terrain_*-col and each *-colonly node.
   What has none (grass, flowers, bushes, water) is walked through. Bodies are triangle meshes that do not move.
3. The sun comes as a DirectionalLight. Sky, fog and sun of this place stand in scene.json under "sun", "sky" and "fog":
   set them in a WorldEnvironment.
4. Godot 4 makes levels of detail itself while importing; Godot 3 has none.
5. For Terrain3D or a HeightMapShape take height.exr (metres) or height.r16 (16 bit); then delete the node Terrain.
)";

constexpr std::string_view kUnity =
    R"(1. Install glTFast (com.unity.cloud.gltfast) or UnityGLTF with the Package Manager; copy scene.glb into Assets; drag it
   into a scene. Both mirror x: east is -X, south +Z.
2. Levels of detail: UnityGLTF reads them (MSFT_lod) and makes LOD groups. glTFast shows the full meshes only.
3. Terrain, if you want Unity's own: create a Terrain, Import Raw: height.raw, 16 bit, Windows byte order, not flipped, with
   the resolution and size below, at the position below. Then hide the node Terrain.
4. Colliders: terrain: a Mesh Collider on each Terrain_* node. Objects: scene.json, "colliders", lists shapes by asset, and each
   entry of "objects" names its asset. Boxes, upright cylinders and convex hulls, in metres of the mesh's own glTF
   space: negate x for Unity. Assets that are not listed are walked through.
5. Sun, sky and fog stand in scene.json.
)";

constexpr std::string_view kUnreal =
    R"(1. Enable the plugin "glTF Importer" (on by default in Unreal 5). File > Import Into Level: scene.glb. Metres become
   centimetres by themselves; east is +X, south +Y, up +Z.
2. Colliders: meshes named UCX_<mesh>_NN are taken as the convex collision of <mesh> (keep "Import Collision" and
   "Import Collision According to Mesh Name" on). For the Terrain_* meshes set Collision Complexity to "Use Complex Collision As Simple".
3. Levels of detail: Unreal's glTF importer reads none. Turn on Nanite, or give the meshes an LOD group.
4. A landscape instead of the Terrain meshes: Landscape > Manage > Import from File: height.r16 (or height.png), with the
   size, scale and location below. Row 0 is north. Then delete the Terrain actors.
5. Sun, sky and fog stand in scene.json.
)";

// Blender's importer divides a sun's lux by 683 lumens a watt, whatever its colour: this comes in as 3 W/m2.
constexpr double kBlenderSun = 3 * 683.0;

constexpr std::string_view kBlender =
    R"(1. File > Import > glTF 2.0: scene.glb. Blender turns it to Z up; 1 unit is 1 metre.
2. Copies share their mesh: edit one house_3 and all change. Custom properties (kind, category, stroke, asset) tell what an object is:
   Select > Select Grouped, or a filter in the Outliner by name: house_, tree_, Terrain_.
3. No colliders and no simplified meshes are in the way. The sun is in the file, for the importer's Lighting Mode
   "Standard" (the default): 3 W/m2.
4. height.exr holds the heights in metres, for a Displace modifier; height.png 16-bit. Row 0 is north.
5. Sky colours and fog stand in scene.json.
)";

constexpr std::string_view kCompact =
    R"(1. For the web: scene.glb needs a reader with EXT_meshopt_compression, KHR_mesh_quantization and EXT_mesh_gpu_instancing.
2. three.js: loader.setMeshoptDecoder(MeshoptDecoder) with GLTFLoader, then as any other file. Babylon.js reads it as it is.
3. Copies of one asset are one node with instances: what each of them is stands in scene.json under "objects".
4. Godot and Blender do not read it; take another profile for them.
5. Positions are exact to 8 mm; full precision stands in the other profiles. Sky and fog stand in scene.json.
)";

constexpr std::array kProfiles = {
    Profile{"universal",
            "every program that reads glTF",
            ColliderScheme::none,
            false,
            false,
            {},
            HeightGrid::nodes,
            kAllHeights,
            kAnywhere},
    Profile{"godot",
            "Godot 3 and 4",
            ColliderScheme::nodeSuffixes,
            false,
            false,
            {},
            HeightGrid::nodes,
            kGodotHeights,
            kGodot},
    Profile{"unity",
            "Unity, with glTFast or UnityGLTF",
            ColliderScheme::table,
            true,
            false,
            {},
            HeightGrid::unity,
            kUnityHeights,
            kUnity},
    Profile{"unreal",
            "Unreal Engine 5",
            ColliderScheme::ucxMeshes,
            false,
            false,
            {},
            HeightGrid::unreal,
            kUnrealHeights,
            kUnreal},
    Profile{"blender",
            "Blender",
            ColliderScheme::none,
            false,
            false,
            {},
            HeightGrid::nodes,
            kBlenderHeights,
            kBlender,
            kBlenderSun},
    Profile{
        "compact", "the web", ColliderScheme::none, false, true, {68, 1}, HeightGrid::nodes, kCompactHeights, kCompact},
};

}  // namespace

std::span<const Profile> profiles() {
    return kProfiles;
}

const Profile& universal() {
    return kProfiles.front();
}

const Profile* profileNamed(std::string_view name) {
    const auto* found =
        std::find_if(kProfiles.begin(), kProfiles.end(), [&](const Profile& profile) { return profile.name == name; });
    return found == kProfiles.end() ? nullptr : found;
}

}  // namespace sketchwalk::gltf
