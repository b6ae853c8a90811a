// The Qt 3D window: camera, frame graph, entities, light and shadow map. GUI thread; made only where there is OpenGL.
#pragma once

#include <QImage>
#include <QObject>
#include <QPointer>
#include <QSize>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_set>
#include <vector>

#include "render/camera/Lens.h"
#include "render/materials/Effects.h"
#include "render/scene/Handles.h"
#include "render/scene/SceneNodes.h"
#include "render/viewport/FrameGraph.h"

namespace Qt3DExtras {
class Qt3DWindow;
}
namespace Qt3DRender {
class QCamera;
}

namespace sketchwalk::render {

class WorldWindow : public QObject {
    Q_OBJECT

  public:
    explicit WorldWindow(QObject* parent = nullptr);
    ~WorldWindow() override;

    QWindow* window() const;
    SceneNodes& nodes() { return *m_nodes; }
    const SceneNodes& nodes() const { return *m_nodes; }

    void setQuality(int quality);  // 0 low .. 2 high
    int quality() const { return m_quality; }
    void setLight(const Daylight& light, double seconds);
    void setScene(std::shared_ptr<const Prepared> scene);  // begins handing over
    // Some steps of it, for about so long; true when all is done.
    bool handOver(double milliseconds);
    std::vector<std::shared_ptr<const Prepared>> takeOld() { return m_nodes->takeOld(); }  // see SceneNodes
    void setLens(const Lens& lens, float overGround);
    void setSelected(const std::vector<uint64_t>& ids);
    void setHandles(const std::optional<Handles>& handles);
    void setOutlines(std::vector<glm::vec3> ends);  // pairs
    void setMoved(std::vector<MovedCopy> moved);    // copies that lie elsewhere than in the scene
    // The next picture; `done` may get a null one.
    void capture(std::function<void(const QImage&)> done);
    // Draws even where nothing changed: for measuring.
    void setContinuous(bool continuous);

  Q_SIGNALS:
    void frame(double seconds);  // Qt 3D went round once; seconds since the last time

  private:
    void update(bool all);
    void updateShadow();
    void showDetail();
    void countDownShadow();
    void updateMarks();

    QPointer<Qt3DExtras::Qt3DWindow> m_window;
    Qt3DCore::QEntity* m_root = nullptr;
    Qt3DRender::QCamera* m_camera = nullptr;
    std::unique_ptr<Effects> m_effects;
    std::unique_ptr<FrameGraph> m_graph;
    std::unique_ptr<SceneNodes> m_nodes;
    Daylight m_light;
    Lens m_lens;
    float m_overGround = 10, m_far = 1000;
    std::vector<uint64_t> m_selected;
    std::unordered_set<uint64_t> m_selectedSet;
    std::optional<Handles> m_handles;
    std::vector<glm::vec3> m_outlines;
    std::vector<MovedCopy> m_moved;
    struct Shadow {
        glm::vec3 centre{1e30f}, toward{0};
        float radius = 0;
        int framesLeft = 0;
        bool isStale = true;
    } m_shadow;
    int m_quality = 1;
};

}  // namespace sketchwalk::render
