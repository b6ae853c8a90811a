// Buffers and attributes of Qt 3D geometries. GUI thread.
#pragma once

#include <Qt3DCore/QAttribute>
#include <Qt3DCore/QBuffer>
#include <Qt3DCore/QGeometry>
#include <Qt3DRender/QTexture>

#include "render/scene/Vertices.h"

namespace sketchwalk::render {

inline QVariant textureValue(Qt3DRender::QTexture2D* texture) {
    return QVariant::fromValue<Qt3DRender::QAbstractTexture*>(texture);
}

struct VertexField {
    const char* name;
    Qt3DCore::QAttribute::VertexBaseType type;
    unsigned size, offset;
};

// A geometry of these vertices with these fields. Its bounds are given, so that Qt 3D computes none.
Qt3DCore::QGeometry* makeGeometry(const Vertices& vertices, const std::vector<VertexField>& fields, unsigned stride,
                                  Qt3DCore::QNode* owner);
// One more buffer that advances once an instance: place and turn (InstanceTable.h).
Qt3DCore::QBuffer* addInstances(Qt3DCore::QGeometry* geometry);

}  // namespace sketchwalk::render
