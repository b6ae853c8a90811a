// In which order Qt 3D draws: the shadow map, then what is opaque, the sky, what is clear, and marks on top.
//
// GUI thread; the nodes belong to the Qt 3D window.
#pragma once

#include "render/scene/SceneNodes.h"

namespace Qt3DRender {
class QCamera;
class QFrameGraphNode;
class QRenderCapture;
class QTexture2D;
}  // namespace Qt3DRender
class QWindow;

namespace sketchwalk::render {

class FrameGraph {
  public:
    // `shadowSize`: texels a side of the shadow map.
    FrameGraph(QWindow* window, Qt3DRender::QCamera* camera, Qt3DCore::QEntity* root, int shadowSize);

    Qt3DRender::QFrameGraphNode* root() const { return m_root; }
    Qt3DRender::QCamera* shadowCamera() const { return m_shadowCamera; }
    Qt3DRender::QTexture2D* shadowMap() const { return m_shadowMap; }
    Qt3DRender::QRenderCapture* capture() const { return m_capture; }
    const Layers& layers() const { return m_layers; }
    int shadowSize() const { return m_shadowSize; }
    void setShadowSize(int texels);
    // The shadow map is drawn only while this is on; else it keeps what it shows.
    void setShadowOn(bool on);
    bool isShadowOn() const;

  private:
    void makeShadowBranch(Qt3DCore::QEntity* root);
    Qt3DRender::QFrameGraphNode* m_root = nullptr;
    Qt3DRender::QFrameGraphNode* m_shadowBranch = nullptr;
    Qt3DRender::QCamera* m_shadowCamera = nullptr;
    Qt3DRender::QTexture2D* m_shadowMap = nullptr;
    Qt3DRender::QRenderCapture* m_capture = nullptr;
    Layers m_layers;
    int m_shadowSize = 1024;
};

}  // namespace sketchwalk::render
