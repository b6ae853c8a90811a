#include "render/viewport/MiniMap.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QRegion>
#include <algorithm>
#include <cmath>

namespace sketchwalk::render {
namespace {

constexpr int kLongestSide = 168, kCorner = 7, kRim = 2;  // pixels

}  // namespace

MiniMap::MiniMap(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("miniMap"));
    setAttribute(Qt::WA_DontCreateNativeAncestors);
    setAttribute(Qt::WA_NativeWindow);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("The map from above. Click to look there."));
    setAccessibleName(tr("Mini map"));
}

void MiniMap::setScene(const scene::Scene* scene) {
    if (scene == nullptr || !scene->terrainColour) {
        m_picture = {};
        m_source.reset();
    } else if (scene->terrainColour != m_source) {
        m_source = scene->terrainColour;
        const Image& image = *m_source;
        const auto format = image.channels == 4   ? QImage::Format_RGBA8888
                            : image.channels == 3 ? QImage::Format_RGB888
                                                  : QImage::Format_Grayscale8;
        const QImage whole(image.pixels.data(), image.width, image.height,
                           static_cast<qsizetype>(image.width) * image.channels, format);
        m_picture = whole.scaled(2 * kLongestSide, 2 * kLongestSide, Qt::KeepAspectRatio, Qt::FastTransformation);
        m_extent = glm::max(scene->extent, glm::dvec2(1));
    }
    m_scaled = {};
    update();
}

void MiniMap::setPose(const CameraPose& pose, float aspect) {
    if (pose == m_pose && aspect == m_aspect) return;
    m_pose = pose;
    m_aspect = aspect;
    update();
}

QSize MiniMap::fitting(QSize viewport) const {
    const double most = std::min({static_cast<double>(kLongestSide), viewport.width() * 0.3, viewport.height() * 0.36});
    const double longest = std::max(m_extent.x, m_extent.y);
    return {std::max(24, static_cast<int>(most * m_extent.x / longest)),
            std::max(24, static_cast<int>(most * m_extent.y / longest))};
}

QPointF MiniMap::toWidget(double mapX, double mapY) const {
    return {mapX / m_extent.x * width(), mapY / m_extent.y * height()};
}

void MiniMap::resizeEvent(QResizeEvent*) {
    QPainterPath path;
    path.addRoundedRect(rect(), kCorner, kCorner);
    setMask(QRegion(path.toFillPolygon().toPolygon()));
    m_scaled = {};
}

void MiniMap::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_scaled.isNull() && !m_picture.isNull()) {
        m_scaled = QPixmap::fromImage(
            m_picture.scaled(size() * devicePixelRatioF(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        m_scaled.setDevicePixelRatio(devicePixelRatioF());
    }
    painter.fillRect(rect(), QColor(60, 64, 66));
    if (!m_scaled.isNull()) painter.drawPixmap(0, 0, m_scaled);

    // What the camera sees of the ground: a wedge from the eye, fading out.
    const QPointF eye = toWidget(m_pose.eye.x, m_pose.eye.z);
    const double half = std::atan(std::tan(m_pose.fieldOfView * 0.5 * 0.017453293) * m_aspect);
    const double metres = std::max(static_cast<double>(m_pose.distance) * 1.25, 18.0);
    const auto far = [&](double aside) {
        const double yaw = m_pose.yaw * 0.017453293 + aside;
        return toWidget(m_pose.eye.x + std::sin(yaw) * metres, m_pose.eye.z + std::cos(yaw) * metres);
    };
    const bool fromAbove = m_pose.pitch < -80;
    if (fromAbove) {
        const double up = m_pose.distance * std::tan(m_pose.fieldOfView * 0.5 * 0.017453293), across = up * m_aspect;
        painter.setPen(QPen(QColor(255, 255, 255, 230), 1.5));
        painter.setBrush(QColor(255, 255, 255, 40));
        painter.drawRect(QRectF(toWidget(m_pose.eye.x - across, m_pose.eye.z - up),
                                toWidget(m_pose.eye.x + across, m_pose.eye.z + up)));
    } else {
        QPolygonF wedge{eye, far(half), far(0), far(-half)};
        QRadialGradient light(eye, QLineF(eye, far(0)).length());
        light.setColorAt(0, QColor(255, 255, 255, 190));
        light.setColorAt(1, QColor(255, 255, 255, 20));
        painter.setPen(Qt::NoPen);
        painter.setBrush(light);
        painter.drawPolygon(wedge);
        const QPointF dot(std::clamp(eye.x(), 4.0, width() - 4.0), std::clamp(eye.y(), 4.0, height() - 4.0));
        painter.setPen(QPen(QColor(35, 35, 35), 1.5));
        painter.setBrush(QColor(255, 168, 40));
        painter.drawEllipse(dot, 4, 4);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(250, 248, 242), kRim * 2));
    painter.drawRoundedRect(rect(), kCorner, kCorner);
}

void MiniMap::choose(QPointF position) {
    Q_EMIT chosen(std::clamp(position.x() / width(), 0.0, 1.0) * m_extent.x,
                  std::clamp(position.y() / height(), 0.0, 1.0) * m_extent.y);
}

void MiniMap::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) choose(event->position());
}

void MiniMap::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton) choose(event->position());
}

}  // namespace sketchwalk::render
