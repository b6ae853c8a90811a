#include "render/materials/Effects.h"

#include <Qt3DRender/QAbstractTexture>
#include <Qt3DRender/QBlendEquation>
#include <Qt3DRender/QBlendEquationArguments>
#include <Qt3DRender/QColorMask>
#include <Qt3DRender/QCullFace>
#include <Qt3DRender/QDepthTest>
#include <Qt3DRender/QEffect>
#include <Qt3DRender/QGraphicsApiFilter>
#include <Qt3DRender/QMaterial>
#include <Qt3DRender/QNoDepthMask>
#include <Qt3DRender/QParameter>
#include <Qt3DRender/QRenderPass>
#include <Qt3DRender/QShaderProgram>
#include <Qt3DRender/QTechnique>

namespace sketchwalk::render {
namespace {

using namespace Qt3DRender;

struct Recipe {
    const char *vertex, *fragment, *defines;
    QCullFace::CullingMode cull;
    bool shadow, blends, writesDepth;
};

Recipe recipeOf(Surface surface) {
    switch (surface) {
        case Surface::terrain:
            return {"terrain.vert", "terrain.frag", "", QCullFace::Back, true, false, true};
        case Surface::object:
            return {"object.vert", "object.frag", "", QCullFace::Back, true, false, true};
        case Surface::glass:
            return {"object.vert", "object.frag", "", QCullFace::NoCulling, true, true, false};
        case Surface::textured:
            return {"object.vert", "object.frag", "#define TEXTURED\n", QCullFace::NoCulling, true, false, true};
        case Surface::water:
            return {"water.vert", "water.frag", "", QCullFace::Back, true, true, false};
        case Surface::sheet:  // ice and lava
            return {"water.vert", "water.frag", "", QCullFace::Back, true, false, true};
        case Surface::sky:
            return {"sky.vert", "sky.frag", "", QCullFace::NoCulling, false, false, false};
        case Surface::objectShadow:
            return {"shadow.vert", "shadow.frag", "#define INSTANCED\n", QCullFace::NoCulling, false, false, true};
        case Surface::terrainShadow:
            return {"shadow.vert", "shadow.frag", "", QCullFace::NoCulling, false, false, true};
        case Surface::mark:
            return {"mark.vert", "mark.frag", "", QCullFace::NoCulling, false, true, false};
    }
    return {};
}

void addStates(QRenderPass* pass, const Recipe& recipe, bool tests) {
    auto* cull = new QCullFace;
    cull->setMode(recipe.cull);
    pass->addRenderState(cull);
    auto* depth = new QDepthTest;
    depth->setDepthFunction(tests ? QDepthTest::LessOrEqual : QDepthTest::Always);
    pass->addRenderState(depth);
    if (!recipe.writesDepth) pass->addRenderState(new QNoDepthMask);
    if (recipe.blends) {
        auto* equation = new QBlendEquation;
        equation->setBlendFunction(QBlendEquation::Add);
        auto* arguments = new QBlendEquationArguments;
        arguments->setSourceRgb(QBlendEquationArguments::SourceAlpha);
        arguments->setDestinationRgb(QBlendEquationArguments::OneMinusSourceAlpha);
        arguments->setSourceAlpha(QBlendEquationArguments::Zero);
        arguments->setDestinationAlpha(QBlendEquationArguments::One);
        pass->addRenderState(equation);
        pass->addRenderState(arguments);
    }
}

QVector4D packed(glm::vec3 v, float w) {
    return {v.x, v.y, v.z, w};
}

}  // namespace

Effects::Effects(Qt3DCore::QNode* owner) : m_owner(owner) {
    setLight({}, 0);
    setShared("shadowMatrix", QVariant::fromValue(QMatrix4x4()));
    setShared("shadowInfo", QVector4D(1, 0.001f, 0, 0));
    setShared("mapScale", QVector4D(1, 1, 1, 1));
    setShared("beyondColour", QVector4D(0.3f, 0.3f, 0.25f, 1));
    setShared("beyondInfo", QVector4D(0, 0, 0, 0));
    setShared("heatColour", QVector4D(4.2f, 0.85f, 0.10f, 0));
}

void Effects::setShared(const char* name, const QVariant& value) {
    const QString key = QString::fromLatin1(name);
    auto*& parameter = m_shared[key];
    if (parameter == nullptr) {
        parameter = new QParameter(key, value, m_owner);
        for (auto* effect : m_effects) {
            if (effect) effect->addParameter(parameter);
        }
        return;
    }
    if (parameter->value() != value) parameter->setValue(value);
}

void Effects::setLight(const Daylight& light, double seconds) {
    setShared("sunDirection", packed(light.towardLight, static_cast<float>(seconds)));
    setShared("sunColour", packed(light.light, light.lamps));
    setShared("skyAbove", packed(light.above, light.fogStart));
    setShared("skyBelow", packed(light.below, light.fogEnd));
    setShared("fogColour", packed(light.fog, 0.92f));
    setShared("zenith", packed(light.zenith, light.night));
    setShared("horizon", packed(light.horizon, light.warmth));
    setShared("sunDisc", packed(light.disc, light.night > 0.6f ? 0.99975f : 0.99925f));
    setShared("cloudLight", packed(light.cloud, light.clouds));
}

void Effects::setQuality(int quality) {
    if (quality == m_quality) return;
    m_quality = quality;
    for (const Program& program : m_programs) compile(program);
}

void Effects::compile(const Program& program) const {
    const Recipe recipe = recipeOf(program.surface);
    const ShaderChoice choice{program.api, m_quality, recipe.defines, recipe.shadow};
    program.program->setVertexShaderCode(shaderText(QString::fromLatin1(recipe.vertex), choice));
    program.program->setFragmentShaderCode(shaderText(QString::fromLatin1(recipe.fragment), choice));
}

QEffect* Effects::make(Surface surface) {
    const Recipe recipe = recipeOf(surface);
    auto* effect = new QEffect(m_owner);
    for (auto* parameter : std::as_const(m_shared)) effect->addParameter(parameter);
    for (const Api api : {Api::rhi, Api::openGl}) {
        auto* technique = new QTechnique;
        technique->graphicsApiFilter()->setApi(api == Api::rhi ? QGraphicsApiFilter::RHI : QGraphicsApiFilter::OpenGL);
        technique->graphicsApiFilter()->setMajorVersion(api == Api::rhi ? 1 : 3);
        technique->graphicsApiFilter()->setMinorVersion(api == Api::rhi ? 0 : 3);
        technique->graphicsApiFilter()->setProfile(api == Api::rhi ? QGraphicsApiFilter::NoProfile
                                                                   : QGraphicsApiFilter::CoreProfile);
        auto* program = new QShaderProgram;
        m_programs.push_back({surface, api, program});
        compile(m_programs.back());
        auto* pass = new QRenderPass;
        pass->setShaderProgram(program);
        addStates(pass, recipe, surface != Surface::mark);
        technique->addRenderPass(pass);
        effect->addTechnique(technique);
    }
    return effect;
}

QMaterial* Effects::material(Surface surface, Qt3DCore::QNode* owner) {
    auto*& effect = m_effects[static_cast<size_t>(surface)];
    if (effect == nullptr) effect = make(surface);
    auto* material = new QMaterial(owner);
    material->setEffect(effect);
    return material;
}

void Effects::set(QMaterial* material, const char* name, const QVariant& value) {
    const QString key = QString::fromLatin1(name);
    for (auto* parameter : material->parameters()) {
        if (parameter->name() == key) {
            if (parameter->value() != value) parameter->setValue(value);
            return;
        }
    }
    material->addParameter(new QParameter(key, value));
}

}  // namespace sketchwalk::render
