// The map from above in a corner of the viewport: where the camera stands and what it sees; a click goes there.
//
// GUI thread. A native window of its own, since it lies over one; hence opaque, with its rounded corners cut out.
#pragma once

#include <QImage>
#include <QWidget>
#include <glm/common.hpp>
#include <glm/vec2.hpp>
#include <memory>

#include "core/scene/Scene.h"
#include "render/camera/Pose.h"

namespace sketchwalk::render {

class MiniMap : public QWidget {
    Q_OBJECT

  public:
    explicit MiniMap(QWidget* parent);

    void setScene(const scene::Scene* scene);  // copies what it shows; null: nothing
    void setPose(const CameraPose& pose, float aspect);
    QSize fitting(QSize viewport) const;  // the size it would like there
    bool isEmpty() const { return m_picture.isNull(); }

  Q_SIGNALS:
    void chosen(double mapX, double mapY);  // metres

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

  private:
    QPointF toWidget(double mapX, double mapY) const;
    void choose(QPointF position);

    QImage m_picture;  // of the whole map
    QPixmap m_scaled;
    std::shared_ptr<const Image> m_source;
    glm::dvec2 m_extent{1, 1};
    CameraPose m_pose;
    float m_aspect = 1.5f;
};

}  // namespace sketchwalk::render
