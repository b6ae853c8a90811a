#include "core/preview/Preview.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "core/base/Parallel.h"
#include "core/preview/Plinth.h"
#include "core/preview/Shading.h"
#include "core/preview/Tile.h"

namespace sketchwalk::preview {
namespace {

constexpr int kMostShadowTexels = 4096;

Camera cameraFor(const scene::Scene& scene, const Stage& stage, const PictureOptions& options) {
    switch (options.view) {
        case View::map:
            return mapCamera(scene.extent, options.width, options.height);
        case View::walk:
            return options.eye ? eyeCamera(*options.eye, options.width, options.height)
                               : walkCamera(scene, options.width, options.height);
        case View::isometric:
            break;
    }
    return isometricCamera(stage.outline(), options.width, options.height);
}

void addShadows(Studio& studio, const Job& job) {
    const Bounds& all = studio.stage.solid;
    if (all.empty()) return;
    if (studio.view != View::walk) {
        // Finer than the picture, so that filtering is not seen.
        studio.far = ShadowMap(studio.stage, studio.light.toSun, all, studio.camera.metresPerPixel(1) * 0.62f,
                               kMostShadowTexels, job);
        return;
    }
    const glm::vec3 size = all.max - all.min;
    studio.far = ShadowMap(studio.stage, studio.light.toSun, all, std::max(size.x, size.z) / 1500.0f, 2048, job);
    constexpr float kReach = 38;  // metres
    const glm::vec3 middle = studio.camera.origin() + studio.camera.forward() * (kReach * 0.75f);
    Bounds around;
    around.include(middle - glm::vec3(kReach, 8, kReach));
    around.include(middle + glm::vec3(kReach, 12, kReach));
    studio.near = ShadowMap(studio.stage, studio.light.toSun, around, 0.045f, 2304, job);
}

tl::unexpected<Error> interrupted() {
    return fail(ErrorKind::interrupted, "The picture was stopped before it was done.");
}

}  // namespace

Result<Image> render(const scene::Scene& scene, const PictureOptions& options, const Job& job) {
    if (options.width < 16 || options.height < 16 || options.width > 8192 || options.height > 8192) {
        return fail(ErrorKind::usage, "A picture can be 16 to 8192 pixels wide and high; " +
                                          std::to_string(options.width) + " x " + std::to_string(options.height) +
                                          " was asked for.");
    }
    job.progress("preview", 0);
    Stage stage(scene, options.seconds, job);
    if (job.stopped()) return interrupted();
    std::optional<std::array<glm::vec3, 4>> base;
    if (options.view == View::isometric) base = addPlinth(stage, scene);
    const Camera camera = cameraFor(scene, stage, options);
    const GroundLook ground(scene, stage.contacts, camera.isPerspective() ? 0.0f : camera.metresPerPixel(1), job);
    if (job.stopped()) return interrupted();
    job.progress("preview", 0.15);

    const glm::vec3 toSun = towardSun(scene.sky, options.view);
    const Sunlight light = sunlightOf(scene.sky, toSun);
    const Sky sky(scene.sky, toSun);
    const Rim rim(scene, ground, light);
    Studio studio{stage, ground, camera, sky, rim, light, {}, {}, {}, options.view, scene.paint.get()};
    if (base) studio.footing = Footing(camera, *base);
    addShadows(studio, job);
    if (job.stopped()) return interrupted();
    job.progress("preview", 0.4);

    Image image(options.width, options.height, 3);
    const PassList list(stage, camera, {options.width, options.height, kTile, kTile, false}, job);
    const int tiles = list.columns() * list.rows(), painters = std::max(job.threads, 1);
    std::atomic<int> next{0};
    const auto caller = std::this_thread::get_id();
    parallelFor(painters, painters, [&](int) {
        TilePainter painter(studio, list);
        for (int tile = next++; tile < tiles && !job.stopped(); tile = next++) {
            painter.paint(tile, image);
            if (std::this_thread::get_id() == caller) job.progress("preview", 0.4 + 0.6 * tile / tiles);
        }
    });
    if (job.stopped()) return interrupted();
    job.progress("preview", 1);
    return image;
}

}  // namespace sketchwalk::preview
