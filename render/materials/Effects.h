// The materials' effects: one per kind of surface, each with a technique for RHI and one for OpenGL, sharing the
// parameters of light and map. GUI thread; owned by the scene's root entity.
#pragma once

#include <QHash>
#include <QMatrix4x4>
#include <QPointer>
#include <QString>
#include <QVariant>
#include <QVector4D>
#include <array>
#include <vector>

#include "render/materials/Daylight.h"
#include "render/materials/ShaderText.h"

namespace Qt3DCore {
class QNode;
}
namespace Qt3DRender {
class QAbstractTexture;
class QEffect;
class QMaterial;
class QParameter;
class QShaderProgram;
}  // namespace Qt3DRender

namespace sketchwalk::render {

enum class Surface { terrain, object, glass, textured, water, sheet, sky, objectShadow, terrainShadow, mark };
constexpr size_t kSurfaces = 10;

class Effects {
  public:
    explicit Effects(Qt3DCore::QNode* owner);

    // A material of that kind; its own parameters are set with set().
    Qt3DRender::QMaterial* material(Surface surface, Qt3DCore::QNode* owner);
    static void set(Qt3DRender::QMaterial* material, const char* name, const QVariant& value);

    // 0 low .. 2 high: compiles the programs anew.
    void setQuality(int quality);
    // Of all materials at once. Unchanged values cost nothing.
    void setShared(const char* name, const QVariant& value);
    void setLight(const Daylight& light, double seconds);

  private:
    struct Program {
        Surface surface;
        Api api;
        Qt3DRender::QShaderProgram* program = nullptr;
    };
    Qt3DRender::QEffect* make(Surface surface);
    void compile(const Program& program) const;

    Qt3DCore::QNode* m_owner;
    std::array<Qt3DRender::QEffect*, kSurfaces> m_effects{};
    std::vector<Program> m_programs;
    QHash<QString, Qt3DRender::QParameter*> m_shared;
    int m_quality = 1;
};

}  // namespace sketchwalk::render
