#include "tests/bench/EntityWorld.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <Qt3DCore/QAttribute>
#include <Qt3DCore/QBuffer>
#include <Qt3DCore/QEntity>
#include <Qt3DCore/QGeometry>
#include <Qt3DCore/QTransform>
#include <Qt3DExtras/QDiffuseSpecularMaterial>
#include <Qt3DExtras/Qt3DWindow>
#include <Qt3DLogic/QFrameAction>
#include <Qt3DRender/QCamera>
#include <Qt3DRender/QGeometryRenderer>
#include <Qt3DRender/QRenderSettings>
#include <ctime>

namespace sketchwalk::bench {
namespace {

Qt3DCore::QGeometry* geometryOf(const assets::Primitive& p, Qt3DCore::QNode* owner) {
    auto* geometry = new Qt3DCore::QGeometry(owner);
    const auto add = [&](const QString& name, const auto& values) {
        auto* buffer = new Qt3DCore::QBuffer(geometry);
        buffer->setData(QByteArray(reinterpret_cast<const char*>(values.data()),
                                   static_cast<qsizetype>(values.size() * sizeof(values[0]))));
        geometry->addAttribute(new Qt3DCore::QAttribute(buffer, name, Qt3DCore::QAttribute::Float, 3,
                                                        static_cast<uint>(values.size()), 0, 12, geometry));
    };
    add(Qt3DCore::QAttribute::defaultPositionAttributeName(), p.positions);
    add(Qt3DCore::QAttribute::defaultNormalAttributeName(), p.normals);
    auto* buffer = new Qt3DCore::QBuffer(geometry);
    buffer->setData(QByteArray(reinterpret_cast<const char*>(p.indices.data()),
                               static_cast<qsizetype>(p.indices.size() * sizeof(uint32_t))));
    auto* indices = new Qt3DCore::QAttribute(geometry);
    indices->setAttributeType(Qt3DCore::QAttribute::IndexAttribute);
    indices->setVertexBaseType(Qt3DCore::QAttribute::UnsignedInt);
    indices->setBuffer(buffer);
    indices->setCount(static_cast<uint>(p.indices.size()));
    geometry->addAttribute(indices);
    return geometry;
}

void addScene(const scene::Scene& scene, Qt3DCore::QEntity* root) {
    const auto materialOf = [&](const assets::Material& m) {
        auto* material = new Qt3DExtras::QDiffuseSpecularMaterial(root);
        const auto colour = QColor::fromRgbF(m.colour.x, m.colour.y, m.colour.z);
        material->setDiffuse(QVariant::fromValue(colour));
        material->setAmbient(colour.darker(250));
        return material;
    };
    const auto add = [&](Qt3DCore::QGeometry* geometry, Qt3DRender::QMaterial* material, const scene::Instance* at) {
        auto* entity = new Qt3DCore::QEntity(root);
        auto* view = new Qt3DRender::QGeometryRenderer(entity);
        view->setGeometry(geometry);
        entity->addComponent(view);
        entity->addComponent(material);
        if (at == nullptr) return;
        auto* transform = new Qt3DCore::QTransform(entity);
        transform->setTranslation({at->position.x, at->position.y, at->position.z});
        transform->setRotationY(at->yaw);
        transform->setScale(at->scale);
        entity->addComponent(transform);
    };
    for (const auto& chunk : scene.chunks) {
        for (const auto& p : chunk.mesh->primitives) add(geometryOf(p, root), materialOf(chunk.material), nullptr);
    }
    for (const auto& water : scene.waters) {
        for (const auto& p : water.mesh->primitives) add(geometryOf(p, root), materialOf(water.material), nullptr);
    }
    std::vector<Qt3DRender::QMaterial*> materials;
    for (const auto& m : scene.materials) materials.push_back(materialOf(m));
    std::vector<std::vector<Qt3DCore::QGeometry*>> geometries;
    for (const auto& asset : scene.assets) {
        auto& list = geometries.emplace_back();
        for (const auto& p : asset.mesh->primitives) list.push_back(geometryOf(p, root));
    }
    for (const auto& group : scene.groups) {
        const auto asset = static_cast<size_t>(group.asset);
        const auto& primitives = scene.assets[asset].mesh->primitives;
        for (const auto& instance : group.instances) {
            for (size_t i = 0; i < primitives.size(); ++i) {
                add(geometries[asset][i], materials[static_cast<size_t>(primitives[i].material)], &instance);
            }
        }
    }
}

}  // namespace

EntityTime entityFrameTime(const scene::Scene& scene, int width, int height, const render::CameraPose& pose,
                           int frames) {
    Qt3DExtras::Qt3DWindow window;
    window.resize(width, height);
    auto* root = new Qt3DCore::QEntity;
    addScene(scene, root);
    auto* camera = window.camera();
    camera->lens()->setPerspectiveProjection(render::kFieldOfView,
                                             static_cast<float>(width) / static_cast<float>(height), 1, 3000);
    auto* action = new Qt3DLogic::QFrameAction;
    root->addComponent(action);
    int count = 0;
    QElapsedTimer timer;
    std::clock_t from = 0;
    auto turned = pose;
    QObject::connect(action, &Qt3DLogic::QFrameAction::triggered, [&](float) {
        if (++count == 4) {
            timer.start();
            from = std::clock();
        }
        turned.yaw += 1;
        const glm::vec3 target = pose.target(), eye = target - turned.forward() * pose.distance;
        camera->setPosition({eye.x, eye.y, eye.z});
        camera->setViewCenter({target.x, target.y, target.z});
    });
    window.setRootEntity(root);
    window.show();
    QElapsedTimer patience;
    patience.start();
    while (count < frames + 4 && patience.elapsed() < 240000)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    const int measured = std::max(count - 4, 1);
    return {static_cast<double>(timer.nsecsElapsed()) * 1e-6 / measured,
            static_cast<double>(std::clock() - from) * 1e3 / CLOCKS_PER_SEC / measured};
}

}  // namespace sketchwalk::bench
