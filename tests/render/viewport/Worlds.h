// Worlds for tests with a window, made once a process.
#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QObject>
#include <functional>
#include <memory>
#include <string>

#include "core/pipeline/Pipeline.h"
#include "core/sketch/Read.h"
#include "render/viewport/Viewport.h"

namespace sketchwalk::render {

inline std::shared_ptr<const scene::Scene> sample(const std::string& name, int resolution = 256) {
    static const auto resources = pipeline::Resources::load(2);
    if (!resources) throw std::runtime_error(resources.error().text);
    const auto file = std::filesystem::path(SKETCHWALK_SOURCE_DIR) / "resources/samples" / (name + ".sketch.json");
    const auto read = sketch::read(file, resources->catalogue, {});
    if (!read) throw std::runtime_error(read.error().text);
    Job job;
    job.threads = 2;
    const auto world = pipeline::generate(read->sketch, *resources, {resolution}, job);
    if (!world) throw std::runtime_error(world.error().text);
    return world->scene;
}

inline std::shared_ptr<const scene::Scene> village() {
    static const auto scene = sample("village");
    return scene;
}

inline bool waitFor(const std::function<bool()>& condition, int milliseconds = 60000) {
    QElapsedTimer timer;
    timer.start();
    while (!condition() && timer.elapsed() < milliseconds) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    }
    return condition();
}

inline bool show(Viewport& viewport, const std::shared_ptr<const scene::Scene>& scene) {
    bool shown = false;
    const auto connection = QObject::connect(&viewport, &Viewport::sceneShown, [&] { shown = true; });
    viewport.setScene(scene);
    const bool done = waitFor([&] { return shown; });
    QObject::disconnect(connection);
    return done;
}

}  // namespace sketchwalk::render
