#include "app/cli/Outputs.h"

#include <chrono>
#include <filesystem>
#include <thread>

#include "core/base/File.h"
#include "core/gltf/Glb.h"
#include "core/preview/Preview.h"

namespace sketchwalk::cli {
namespace {

constexpr int kPreviewWidth = 1024, kPreviewHeight = 768;  // pixels: the corner view is wider than high

using Bytes = std::vector<uint8_t>;

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

void removeBeside(const std::vector<Wanted::Beside>& files, size_t count) {
    std::error_code ignored;
    for (size_t i = 0; i < count; ++i) std::filesystem::remove(files[i].path, ignored);
}

Result<void> writeBeside(const std::vector<Wanted::Beside>& files) {
    for (size_t i = 0; i < files.size(); ++i) {
        auto written = writeFile(files[i].path, files[i].bytes);
        if (written) continue;
        removeBeside(files, i);
        return written;
    }
    return {};
}

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

Result<void> writeOutputs(const scene::Scene& scene, const Wanted& wanted, const Job& job,
                          std::vector<pipeline::StageTime>& times) {
    auto start = std::chrono::steady_clock::now();
    job.progress("encode", 0.0);
    const bool withScene = wanted.glb || wanted.package;
    const auto encoded = withScene ? encode(scene, wanted.package.has_value(), *wanted.profile, job) : Encoded{};
    if (!encoded.glb) return tl::make_unexpected(encoded.glb.error());
    if (!encoded.preview) return tl::make_unexpected(encoded.preview.error());
    times.push_back({"encode", secondsSince(start)});
    if (job.stopped()) return fail(ErrorKind::interrupted, "Stopped before anything was written.");

    start = std::chrono::steady_clock::now();
    job.progress("write", 0.6);
    if (wanted.package) {
        auto written = gltf::writePackage(scene, *encoded.glb, *encoded.preview, *wanted.package, job, wanted.inPackage,
                                          *wanted.profile);
        if (!written) return written;
    }
    if (auto written = writeBeside(wanted.beside); !written) return written;
    if (wanted.glb) {
        auto written = writeFile(*wanted.glb, *encoded.glb);
        if (!written) {
            removeBeside(wanted.beside, wanted.beside.size());
            return written;
        }
    }
    times.push_back({"write", secondsSince(start)});
    job.progress("write", 1.0);
    return {};
}

}  // namespace sketchwalk::cli
