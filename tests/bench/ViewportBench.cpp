// Measures the viewport and writes pictures of it. Not a timed test: a program to run and read.
//
//   viewport_bench measure                      figures of the samples, of entities against instancing, of 50,000
//   copies viewport_bench time SKETCH iso|map|walk|eye 0|1|2 WxH   one view viewport_bench picture SKETCH OUT.png
//   [--view iso|map|walk|eye] [--hours H] [--quality low|medium|high] [--size WxH]
#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPixmap>
#include <QScreen>
#include <QTimer>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "core/base/Hash.h"
#include "core/pipeline/Pipeline.h"
#include "core/sketch/Read.h"
#include "render/viewport/Viewport.h"
#include "tests/bench/EntityWorld.h"

namespace {

using namespace sketchwalk;
using render::Quality;
using render::Viewport;

const std::filesystem::path kSource = SKETCHWALK_SOURCE_DIR;

std::shared_ptr<const scene::Scene> sceneOf(const std::filesystem::path& file, int resolution = 512) {
    static const auto resources = pipeline::Resources::load(2);
    if (!resources) {
        std::fprintf(stderr, "%s\n", resources.error().text.c_str());
        return nullptr;
    }
    const auto read = sketch::read(file, resources->catalogue, {});
    if (!read) {
        std::fprintf(stderr, "%s\n", read.error().text.c_str());
        return nullptr;
    }
    Job job;
    job.threads = 2;
    const auto world = pipeline::generate(read->sketch, *resources, {resolution}, job);
    if (!world) {
        std::fprintf(stderr, "%s\n", world.error().text.c_str());
        return nullptr;
    }
    return world->scene;
}

// Runs the event loop until the condition holds; false after the time.
bool waitFor(const std::function<bool()>& condition, int milliseconds) {
    QElapsedTimer timer;
    timer.start();
    while (!condition() && timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    return condition();
}

void show(Viewport& viewport, const std::shared_ptr<const scene::Scene>& scene) {
    bool shown = false;
    const auto connection = QObject::connect(&viewport, &Viewport::sceneShown, [&] { shown = true; });
    viewport.setScene(scene);
    waitFor([&] { return shown; }, 120000);
    QObject::disconnect(connection);
}

double processMs() {  // processor time of all threads
    return static_cast<double>(std::clock()) * 1e3 / CLOCKS_PER_SEC;
}

struct FrameTime {
    double wallMs = 0, processorMs = 0;  // a picture; the second is the same however busy the machine is
};

// Mean time of a picture while the camera turns about.
FrameTime frameTime(Viewport& viewport, int frames) {
    int moves = 0;
    const auto pose = viewport.cameraPose();
    double from = 0;
    QElapsedTimer timer;
    const auto connection = QObject::connect(&viewport, &Viewport::cameraMoved, [&] {
        if (++moves == 3) {
            timer.start();
            from = processMs();
        }
    });
    auto next = pose;
    while (moves < frames + 3) {
        const int before = moves;
        next.yaw += 1.0f;
        next.eye = pose.target() - next.forward() * pose.distance;
        viewport.moveCameraTo(next);
        if (!waitFor([&] { return moves > before; }, 10000)) break;
    }
    QObject::disconnect(connection);
    const int count = std::max(moves - 3, 1);
    return {static_cast<double>(timer.nsecsElapsed()) * 1e-6 / count, (processMs() - from) / count};
}

render::CameraPose isometric(const scene::Scene& scene) {
    render::CameraPose pose;
    pose.yaw = 225;
    pose.pitch = -30;
    pose.distance = static_cast<float>(std::max(scene.extent.x, scene.extent.y)) * 1.42f;
    const glm::vec3 target(scene.extent.x * 0.5, 0, scene.extent.y * 0.5);
    pose.eye = target - pose.forward() * pose.distance;
    return pose;
}

render::CameraPose poseOf(const std::string& view, const scene::Scene& scene) {
    render::CameraPose pose;
    if (view == "iso") return isometric(scene);
    if (view == "map") {
        pose.yaw = 180;
        pose.pitch = -90;
        pose.distance = static_cast<float>(std::max(scene.extent.x, scene.extent.y)) * 1.25f;
        pose.eye = glm::vec3(scene.extent.x * 0.5, pose.distance, scene.extent.y * 0.5);
        return pose;
    }
    pose.eye = scene.spawn.position + glm::vec3(0, view == "eye" ? 9.0f : 1.7f, 0);
    pose.yaw = scene.spawn.yaw;
    pose.pitch = view == "eye" ? -14 : 0;
    pose.distance = view == "eye" ? 35 : 12;
    return pose;
}

// One view, quickly: for trying things out.
int timeOne(const QStringList& words) {
    const auto scene = sceneOf(words[2].toStdString());
    if (!scene) return 1;
    const QStringList size = words[5].split('x');
    Viewport viewport;
    viewport.resize(size[0].toInt(), size[1].toInt());
    viewport.setQuality(static_cast<Quality>(words[4].toInt() + 1));
    viewport.setMiniMapShown(false);
    viewport.show();
    show(viewport, scene);
    viewport.setCameraPose(poseOf(words[3].toStdString(), *scene));
    viewport.grab(60000);
    const FrameTime ms = frameTime(viewport, 8);
    const auto now = viewport.statistics();
    std::printf(
        "%s quality %s %s: frame %.1f ms (processor %.1f), draws %d, triangles %zu, copies %zu, slice %.1f ms\n",
        words[3].toUtf8().constData(), words[4].toUtf8().constData(), words[5].toUtf8().constData(), ms.wallMs,
        ms.processorMs, now.drawCalls, now.triangles, now.instances, now.sliceMs);
    return 0;
}

int picture(const QStringList& words) {
    std::map<std::string, std::string> options{
        {"view", "iso"}, {"hours", "12"}, {"quality", "high"}, {"size", "1280x720"}};
    for (int i = 4; i + 1 < words.size(); i += 2) options[words[i].mid(2).toStdString()] = words[i + 1].toStdString();
    const auto scene = sceneOf(words[2].toStdString());
    if (!scene) return 1;
    const QStringList size = QString::fromStdString(options["size"]).split('x');
    Viewport viewport;
    viewport.resize(size[0].toInt(), size[1].toInt());
    viewport.setQuality(options["quality"] == "low"      ? Quality::low
                        : options["quality"] == "medium" ? Quality::medium
                                                         : Quality::high);
    viewport.setMiniMapShown(false);
    viewport.setTimeOfDay(std::stod(options["hours"]));
    viewport.show();
    show(viewport, scene);
    viewport.setCameraMode(render::CameraMode::fly);
    viewport.setCameraPose(poseOf(options["view"], *scene));
    const QImage image = viewport.grab(120000);
    const auto now = viewport.statistics();
    std::printf("%s %s: %d draws (%d shadow), %zu triangles, %zu copies, scene %.0f ms, slice %.1f ms\n",
                words[2].toStdString().c_str(), options["view"].c_str(), now.drawCalls, now.shadowCalls, now.triangles,
                now.instances, now.sceneMs, now.sliceMs);
    if (options.contains("screen")) {
        viewport.screen()->grabWindow(viewport.winId()).save(QString::fromStdString(options["screen"]));
    }
    return image.save(words[3]) ? 0 : 1;
}

std::shared_ptr<const scene::Scene> crowded(const std::shared_ptr<const scene::Scene>& from, size_t count) {
    auto scene = std::make_shared<scene::Scene>(*from);
    scene::InstanceGroup most;
    size_t best = 0;
    for (const auto& group : scene->groups) {
        if (scene->assets[static_cast<size_t>(group.asset)].category == "tree" && group.instances.size() > best) {
            best = group.instances.size();
            most = group;
        }
    }
    most.instances.clear();
    for (uint64_t i = scene->objectCount(); i < count; ++i) {
        scene::Instance instance;
        instance.id = 1'000'000'000 + i;
        const double x = randomUnit(7, "x", i) * scene->extent.x, z = randomUnit(7, "z", i) * scene->extent.y;
        instance.position = glm::vec3(x, scene->ground->heightAt({x, z}), z);
        instance.scale = 0.5f;
        instance.yaw = static_cast<float>(randomUnit(7, "yaw", i) * 360);
        most.instances.push_back(instance);
    }
    scene->groups.push_back(most);
    return scene;
}

int measure() {
    std::map<std::string, std::shared_ptr<const scene::Scene>> scenes;
    for (const char* name : {"village", "island", "river-valley", "mountain-pass"}) {
        scenes[name] = sceneOf(kSource / "resources/samples" / (std::string(name) + ".sketch.json"));
        if (!scenes[name]) return 1;
    }
    FrameTime instanced;
    {
        Viewport viewport;
        viewport.resize(1280, 720);
        viewport.setMiniMapShown(false);
        viewport.show();
        std::printf("renderer: %s\n", viewport.statistics().renderer.toUtf8().constData());
        for (const auto quality : {Quality::low, Quality::medium, Quality::high}) {
            viewport.setQuality(quality);
            std::printf("quality %d\n", static_cast<int>(quality) - 1);
            for (const auto& [name, scene] : scenes) {
                show(viewport, scene);
                for (const char* view : {"iso", "walk"}) {
                    viewport.setCameraMode(render::CameraMode::orbit);
                    viewport.setCameraPose(poseOf(view, *scene));
                    viewport.grab(60000);
                    const FrameTime ms = frameTime(viewport, 12);
                    const auto now = viewport.statistics();
                    std::printf(
                        "  %-14s %-5s frame %6.1f ms (processor %6.1f)  draws %3d (+%d shadow)  triangles %7zu  copies "
                        "%6zu  scene %5.0f ms "
                        " slice %4.1f ms  uploads %d\n",
                        name.c_str(), view, ms.wallMs, ms.processorMs, now.drawCalls, now.shadowCalls, now.triangles,
                        now.instances, now.sceneMs, now.sliceMs, now.uploads);
                    if (quality == Quality::low && name == "village" && std::string(view) == "iso") instanced = ms;
                }
            }
        }
        viewport.setQuality(Quality::low);
        show(viewport, crowded(scenes["village"], 50000));
        viewport.setCameraPose(isometric(*scenes["village"]));
        const FrameTime ms = frameTime(viewport, 8);
        const auto now = viewport.statistics();
        std::printf("50,000 copies: frame %.1f ms (processor %.1f), draws %d, triangles %zu, copies %zu\n", ms.wallMs,
                    ms.processorMs, now.drawCalls, now.triangles, now.instances);
    }
    const bench::EntityTime entities =
        bench::entityFrameTime(*scenes["village"], 1280, 720, isometric(*scenes["village"]), 8);
    std::printf(
        "village, one entity per object: frame %.1f ms (processor %.1f); instancing takes %.2f of it (processor "
        "%.2f)\n",
        entities.wallMs, entities.processorMs, instanced.wallMs / entities.wallMs,
        instanced.processorMs / entities.processorMs);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const QApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() >= 4 && words[1] == QStringLiteral("picture")) return picture(words);
    if (words.size() == 2 && words[1] == QStringLiteral("measure")) return measure();
    if (words.size() == 6 && words[1] == QStringLiteral("time")) return timeOne(words);
    std::fprintf(
        stderr,
        "viewport_bench measure | picture SKETCH OUT.png [--view iso|map|walk|eye] [--hours H] [--quality Q]\n");
    return 2;
}
