#include "core/gltf/Package.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "core/base/File.h"
#include "core/base/Parallel.h"
#include "core/gltf/Exr.h"
#include "core/gltf/Heights.h"
#include "core/gltf/Readme.h"
#include "core/gltf/SceneJson.h"

namespace sketchwalk::gltf {
namespace {

namespace fs = std::filesystem;

constexpr int kPngLevel = 3;

// One file of the package: its name and how to make its bytes.
struct Part {
    std::string name;
    std::function<std::vector<uint8_t>()> encode;
    std::vector<uint8_t> bytes;
};

std::vector<uint8_t> littleEndian(const std::vector<uint16_t>& values) {
    std::vector<uint8_t> bytes(values.size() * 2);
    for (size_t i = 0; i < values.size(); ++i) {
        bytes[2 * i] = static_cast<uint8_t>(values[i] & 0xff);
        bytes[2 * i + 1] = static_cast<uint8_t>(values[i] >> 8);
    }
    return bytes;
}

std::vector<uint8_t> surfacePng(const terrain::Ground& ground) {
    Image picture(ground.width(), ground.depth(), 1);
    std::copy(ground.surface.values().begin(), ground.surface.values().end(), picture.pixels.begin());
    return encodePng(picture, kPngLevel);
}

std::vector<uint8_t> splatPng(const terrain::Ground& ground, size_t file) {
    Image picture(ground.width(), ground.depth(), 4);
    for (size_t channel = 0; channel < 4; ++channel) {
        const size_t layer = 4 * file + channel;
        if (layer >= ground.weights.size()) continue;
        const auto& weights = ground.weights[layer].values();
        for (size_t i = 0; i < weights.size(); ++i) picture.pixels[4 * i + channel] = weights[i];
    }
    return encodePng(picture, kPngLevel);
}

std::vector<uint8_t> bytesOf(const std::string& text) {
    return {text.begin(), text.end()};
}

// Everything but scene.glb, which is finished, and in the order of being written: scene.json last, because its presence
// says that the package is whole.
std::vector<uint8_t> heightFile(const terrain::Ground& ground, const Profile& profile, std::string_view name) {
    const HeightRaster raster = heightsFor(ground, profile.grid);
    if (name.ends_with(".exr")) return encodeExr(raster.metres);
    const std::vector<uint16_t> values = sixteenBits(raster.metres, heightRange(ground));
    if (name.ends_with(".png")) return encodePng16(raster.metres.width(), raster.metres.height(), values, kPngLevel);
    return littleEndian(values);  // .r16, .raw
}

std::vector<Part> partsOf(const scene::Scene& scene, const Image& preview, const Sidecars& beside,
                          const Profile& profile) {
    const terrain::Ground& ground = *scene.ground;
    std::vector<Part> parts;
    const auto add = [&](std::string name, std::function<std::vector<uint8_t>()> encode) {
        parts.push_back({std::move(name), std::move(encode), {}});
    };
    add("preview.png", [&preview] { return encodePng(preview, kPngLevel); });
    for (const std::string_view name : profile.heights)
        add(std::string(name), [&ground, &profile, name] { return heightFile(ground, profile, name); });
    const auto splats = splatFiles(ground);
    for (size_t i = 0; i < splats.size(); ++i) add(splats[i], [&ground, i] { return splatPng(ground, i); });
    add("surface.png", [&ground] { return surfacePng(ground); });
    add("README.txt", [&scene, &profile] { return bytesOf(readme(scene, profile)); });
    add("scene.json", [&scene, &beside, &profile] { return bytesOf(sceneJson(scene, 1, beside.about, profile)); });
    return parts;
}

// Removes what this call wrote, should it fail half-way.
class Written {
  public:
    explicit Written(fs::path folder) : m_folder(std::move(folder)) {}
    ~Written() {
        std::error_code ignored;
        for (const fs::path& file : m_files) fs::remove(file, ignored);
        if (m_made) fs::remove(m_folder, ignored);  // only if it is empty
    }
    Written(const Written&) = delete;
    Written& operator=(const Written&) = delete;

    Result<void> makeFolder() {
        std::error_code error;
        m_made = fs::create_directories(m_folder, error);
        if (error || !fs::is_directory(m_folder)) {
            return fail(ErrorKind::output,
                        Sentence{"The folder %1 cannot be made: %2.",
                                 {m_folder.string(), error ? error.message() : "a file of that name is in the way"}});
        }
        return {};
    }
    Result<void> write(const std::string& name, std::span<const uint8_t> bytes) {
        auto done = writeFile(m_folder / name, bytes);
        if (done) m_files.push_back(m_folder / name);
        return done;
    }
    void keep() {
        m_files.clear();
        m_made = false;
    }

  private:
    fs::path m_folder;
    std::vector<fs::path> m_files;
    bool m_made = false;
};

}  // namespace

Result<void> writePackage(const scene::Scene& scene, std::span<const uint8_t> glb, const Image& preview,
                          const std::filesystem::path& folder, const Job& job, const Sidecars& beside,
                          const Profile& profile) {
    Written written(folder);
    if (auto made = written.makeFolder(); !made) return made;
    std::vector<Part> parts = partsOf(scene, preview, beside, profile);
    parallelFor(job.threads, static_cast<int>(parts.size()), [&](int i) {
        Part& part = parts[static_cast<size_t>(i)];
        if (!job.stopped()) part.bytes = part.encode();
    });
    job.progress("package", 0.7);
    if (auto done = written.write("scene.glb", glb); !done) return done;
    for (const Sidecars::File& file : beside.files) {
        if (auto done = written.write(file.name, file.bytes); !done) return done;
    }
    for (const Part& part : parts) {
        if (job.stopped()) return fail(ErrorKind::interrupted, "Stopped while writing the package.");
        if (auto done = written.write(part.name, part.bytes); !done) return done;
    }
    written.keep();
    job.progress("package", 1);
    return {};
}

}  // namespace sketchwalk::gltf
