#include "core/gltf/Readme.h"

#include <array>
#include <cstdio>

#include "core/gltf/Heights.h"
#include "core/gltf/SceneJson.h"
#include "core/gltf/Version.h"

namespace sketchwalk::gltf {
namespace {

std::string number(double value, int digits) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return text.data();
}

std::string heightsLine(const scene::Scene& scene, const Profile& profile, const HeightRaster& raster) {
    const HeightRange range = heightRange(*scene.ground);
    const Point extent = scene.extent;
    const std::string low = number(range.min, 3), high = number(range.max, 3), rise = number(range.max - range.min, 3);
    std::string text = "Heights: " + std::to_string(raster.metres.width()) + " x " +
                       std::to_string(raster.metres.height()) + " nodes, " + number(raster.spacing.x, 4) +
                       " m apart eastward and " + number(raster.spacing.y, 4) + " m southward; 16-bit 0 is " + low +
                       " m, 65535 is " + high + " m.\n";
    if (profile.grid == HeightGrid::unity) {
        text += "Unity: terrain width " + number(extent.x, 2) + ", length " + number(extent.y, 2) + ", height " + rise +
                "; position (" + number(-extent.x, 2) + ", " + low + ", 0).\n";
    } else if (profile.grid == HeightGrid::unreal) {
        // Unreal's 16 bits span 512 m at scale 100, and 32768 lies at the actor's height.
        text += "Unreal: scale X " + number(100 * raster.spacing.x, 4) + ", Y " + number(100 * raster.spacing.y, 4) +
                ", Z " + number((range.max - range.min) * 100 / 512 * 65536 / 65535, 5) + "; location (0, 0, " +
                number(100 * (range.min + (range.max - range.min) * 32768 / 65535), 2) + ").\n";
    }
    return text;
}

}  // namespace

std::string readme(const scene::Scene& scene, const Profile& profile) {
    const HeightRaster raster = heightsFor(*scene.ground, profile.grid);
    std::string text = "A world by " + std::string(kGenerator) + ", written for " + std::string(profile.about) +
                       " (--profile " + std::string(profile.name) + ").\n" + number(scene.extent.x, 0) + " x " +
                       number(scene.extent.y, 0) +
                       " m. glTF's axes: +X east, +Y up, +Z south; the origin is the north-west corner.\n\n" +
                       std::string(profile.importing) + "\n";
    text += heightsLine(scene, profile, raster);
    text +=
        "\nscene.glb     the world\nscene.json    objects, surfaces, waters, sun, sky and fog, and how to read the "
        "files below\n";
    for (const std::string_view file : profile.heights) text += std::string(file) + "    heights\n";
    text +=
        "surface.png   what the ground is: a pixel's value is an index into scene.json's \"surfaces\"; row 0 north\n";
    for (const std::string& file : splatFiles(*scene.ground))
        text += file + "   splat weights, four layers named in scene.json\n";
    return text + "preview.png   a picture of it\n";
}

}  // namespace sketchwalk::gltf
