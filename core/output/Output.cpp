#include "core/output/Output.h"

#include <chrono>
#include <filesystem>
#include <thread>

#include "core/base/File.h"
#include "core/gltf/Glb.h"
#include "core/gltf/Package.h"
#include "core/output/Navigation.h"
#include "core/preview/Preview.h"

namespace sketchwalk::output {
namespace {

constexpr int kPreviewWidth = 1024, kPreviewHeight = 768;  // pixels: the corner view is wider than high

using Bytes = std::vector<uint8_t>;

struct Beside {
    std::filesystem::path path;
    Bytes bytes;
};

// What goes with the scene: files beside it, and further files of the package.
struct Further {
    std::vector<Beside> beside;
    gltf::Sidecars inPackage;
};

struct Encoded {
    Result<Bytes> glb;
    Result<Image> preview;
};

Encoded encode(const scene::Scene& scene, bool withPreview, const gltf::Profile& profile, const Job& job) {
    Encoded encoded;
    const preview::PictureOptions picture{preview::View::isometric, kPreviewWidth, kPreviewHeight};
    Job silent = job;
    silent.report = nullptr;  // the bar belongs to this thread
    if (!withPreview) {
        encoded.glb = gltf::encodeGlb(scene, silent, profile);
    } else if (job.threads == 1) {
        encoded.glb = gltf::encodeGlb(scene, silent, profile);
        job.progress("preview", 0.3);
        encoded.preview = preview::render(scene, picture, silent);
    } else {
        // The file's writer is done first; the picture's tiles, handed out one by one, fill what it leaves idle.
        std::exception_ptr failure;
        {
            const std::jthread beside([&] {
                try {
                    encoded.glb = gltf::encodeGlb(scene, silent, profile);
                } catch (...) {
                    failure = std::current_exception();
                }
            });
            encoded.preview = preview::render(scene, picture, silent);
        }
        if (failure) std::rethrow_exception(failure);
    }
    return encoded;
}

void removeBeside(const std::vector<Beside>& files, size_t count) {
    std::error_code ignored;
    for (size_t i = 0; i < count; ++i) std::filesystem::remove(files[i].path, ignored);
}

Result<void> writeBeside(const std::vector<Beside>& files) {
    for (size_t i = 0; i < files.size(); ++i) {
        auto written = writeFile(files[i].path, files[i].bytes);
        if (written) continue;
        removeBeside(files, i);
        return written;
    }
    return {};
}

class Stopwatch {
  public:
    explicit Stopwatch(std::vector<pipeline::StageTime>& times) : m_times(times) {}
    void lap(const char* stage) {
        const auto now = std::chrono::steady_clock::now();
        m_times.push_back({stage, std::chrono::duration<double>(now - m_start).count()});
        m_start = now;
    }

  private:
    std::vector<pipeline::StageTime>& m_times;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

Result<void> addNavMesh(const scene::Scene& scene, const catalogue::Catalogue& catalogue, const Wanted& wanted,
                        const Job& job, Further& further, Diagnostics& diagnostics) {
    auto made = navigationOf(scene, catalogue, job);
    if (!made) return tl::make_unexpected(made.error());
    diagnostics.insert(diagnostics.end(), made->diagnostics.begin(), made->diagnostics.end());
    if (wanted.package) {
        made->about["files"] = {"navmesh.glb", "navmesh.bin"};
        further.inPackage.about["navmesh"] = made->about;
        further.inPackage.files.push_back({"navmesh.glb", made->glb});
        further.inPackage.files.push_back({"navmesh.bin", made->bin});
    }
    if (wanted.glb) {
        const NavPaths paths = navPathsBeside(*wanted.glb);
        further.beside.push_back({paths.glb, std::move(made->glb)});
        further.beside.push_back({paths.bin, std::move(made->bin)});
    }
    return {};
}

Result<void> writeAll(const scene::Scene& scene, const Wanted& wanted, const Encoded& encoded, const Further& further,
                      const Job& job) {
    if (wanted.package) {
        auto written = gltf::writePackage(scene, *encoded.glb, *encoded.preview, *wanted.package, job,
                                          further.inPackage, *wanted.profile);
        if (!written) return written;
    }
    if (auto written = writeBeside(further.beside); !written) return written;
    if (!wanted.glb) return {};
    auto written = writeFile(*wanted.glb, *encoded.glb);
    if (!written) removeBeside(further.beside, further.beside.size());
    return written;
}

}  // namespace

NavPaths navPathsBeside(const std::filesystem::path& glb) {
    const std::string stem = glb.stem().string();
    return {glb.parent_path() / (stem + ".navmesh.glb"), glb.parent_path() / (stem + ".navmesh.bin")};
}

Result<Written> write(const pipeline::World& world, const catalogue::Catalogue& catalogue, const Wanted& wanted,
                      const Job& job) {
    Written written;
    Further further;
    Stopwatch watch(written.times);
    if (wanted.navmesh) {
        auto added = addNavMesh(*world.scene, catalogue, wanted, job, further, written.diagnostics);
        if (!added) return tl::make_unexpected(added.error());
        watch.lap("navmesh");
    }
    if (wanted.stl) {
        auto bytes = print::encodeStl(*world.scene, catalogue, wanted.print, job);
        if (!bytes) return tl::make_unexpected(bytes.error());
        further.beside.push_back({*wanted.stl, std::move(*bytes)});
        watch.lap("print");
    }
    job.progress("encode", 0.0);
    const bool withScene = wanted.glb || wanted.package;
    const auto encoded = withScene ? encode(*world.scene, wanted.package.has_value(), *wanted.profile, job) : Encoded{};
    if (!encoded.glb) return tl::make_unexpected(encoded.glb.error());
    if (!encoded.preview) return tl::make_unexpected(encoded.preview.error());
    watch.lap("encode");
    if (job.stopped()) return fail(ErrorKind::interrupted, "Stopped before anything was written.");

    job.progress("write", 0.6);
    if (auto done = writeAll(*world.scene, wanted, encoded, further, job); !done) {
        return tl::make_unexpected(done.error());
    }
    watch.lap("write");
    job.progress("write", 1.0);
    return written;
}

}  // namespace sketchwalk::output
