#include "render/viewport/FrameGraph.h"

#include <QWindow>
#include <Qt3DCore/QEntity>
#include <Qt3DRender/QCamera>
#include <Qt3DRender/QCameraSelector>
#include <Qt3DRender/QClearBuffers>
#include <Qt3DRender/QLayer>
#include <Qt3DRender/QLayerFilter>
#include <Qt3DRender/QNoDraw>
#include <Qt3DRender/QRenderCapture>
#include <Qt3DRender/QRenderSurfaceSelector>
#include <Qt3DRender/QRenderTarget>
#include <Qt3DRender/QRenderTargetOutput>
#include <Qt3DRender/QRenderTargetSelector>
#include <Qt3DRender/QSortPolicy>
#include <Qt3DRender/QSubtreeEnabler>
#include <Qt3DRender/QTexture>
#include <Qt3DRender/QViewport>

namespace sketchwalk::render {

using namespace Qt3DRender;

namespace {

QLayerFilter* filterFor(QLayer* layer, QFrameGraphNode* parent) {
    auto* filter = new QLayerFilter(parent);
    filter->addLayer(layer);
    return filter;
}

}  // namespace

FrameGraph::FrameGraph(QWindow* window, QCamera* camera, Qt3DCore::QEntity* root, int shadowSize)
    : m_shadowSize(shadowSize) {
    for (QLayer** layer : {&m_layers.opaque, &m_layers.sky, &m_layers.clear, &m_layers.shadow, &m_layers.mark}) {
        *layer = new QLayer(root);
    }
    auto* surface = new QRenderSurfaceSelector;
    surface->setSurface(static_cast<QObject*>(window));
    m_root = surface;
    makeShadowBranch(root);

    auto* viewport = new QViewport(m_root);
    viewport->setNormalizedRect(QRectF(0, 0, 1, 1));
    auto* eye = new QCameraSelector(viewport);
    eye->setCamera(camera);
    auto* clear = new QClearBuffers(eye);
    clear->setBuffers(QClearBuffers::ColorDepthBuffer);
    clear->setClearColor(QColor(196, 210, 222));
    auto* nothing = new QNoDraw(clear);
    Q_UNUSED(nothing)
    filterFor(m_layers.opaque, eye);
    filterFor(m_layers.sky, eye);
    auto* sorted = new QSortPolicy(eye);
    sorted->setSortTypes(QVector<QSortPolicy::SortType>{QSortPolicy::BackToFront});
    filterFor(m_layers.clear, sorted);
    m_capture = new QRenderCapture(eye);
    filterFor(m_layers.mark, m_capture);
}

void FrameGraph::makeShadowBranch(Qt3DCore::QEntity* root) {
    m_shadowMap = new QTexture2D(root);
    m_shadowMap->setFormat(QAbstractTexture::D32F);
    m_shadowMap->setWidth(m_shadowSize);
    m_shadowMap->setHeight(m_shadowSize);
    m_shadowMap->setGenerateMipMaps(false);
    m_shadowMap->setMagnificationFilter(QAbstractTexture::Linear);
    m_shadowMap->setMinificationFilter(QAbstractTexture::Linear);
    m_shadowMap->setWrapMode(QTextureWrapMode(QTextureWrapMode::ClampToEdge));
    m_shadowMap->setComparisonFunction(QAbstractTexture::CompareLessEqual);
    m_shadowMap->setComparisonMode(QAbstractTexture::CompareRefToTexture);

    auto* output = new QRenderTargetOutput;
    output->setAttachmentPoint(QRenderTargetOutput::Depth);
    output->setTexture(m_shadowMap);
    auto* target = new QRenderTarget(root);
    target->addOutput(output);
    // Only this kind of node, disabled, keeps what is below it from being drawn: below any other one it would be drawn
    // to the window.
    m_shadowBranch = new QSubtreeEnabler(m_root);
    auto* selector = new QRenderTargetSelector(m_shadowBranch);
    selector->setTarget(target);
    auto* viewport = new QViewport(selector);
    viewport->setNormalizedRect(QRectF(0, 0, 1, 1));
    m_shadowCamera = new QCamera(root);
    m_shadowCamera->setProjectionType(QCameraLens::OrthographicProjection);
    auto* eye = new QCameraSelector(viewport);
    eye->setCamera(m_shadowCamera);
    auto* clear = new QClearBuffers(eye);
    clear->setBuffers(QClearBuffers::DepthBuffer);
    filterFor(m_layers.shadow, clear);
}

void FrameGraph::setShadowSize(int texels) {
    if (m_shadowSize == texels) return;
    m_shadowSize = texels;
    m_shadowMap->setWidth(texels);
    m_shadowMap->setHeight(texels);
}

void FrameGraph::setShadowOn(bool on) {
    m_shadowBranch->setEnabled(on);
}

bool FrameGraph::isShadowOn() const {
    return m_shadowBranch->isEnabled();
}

}  // namespace sketchwalk::render
