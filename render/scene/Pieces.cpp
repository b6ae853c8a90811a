#include "render/scene/Pieces.h"

#include "render/scene/InstanceTable.h"

namespace sketchwalk::render {

using Qt3DCore::QAttribute;
using Qt3DCore::QBuffer;
using Qt3DCore::QGeometry;

QGeometry* makeGeometry(const Vertices& vertices, const std::vector<VertexField>& fields, unsigned stride,
                        Qt3DCore::QNode* owner) {
    auto* geometry = new QGeometry(owner);
    auto* buffer = new QBuffer(geometry);
    buffer->setData(vertices.bytes);
    for (const VertexField& field : fields) {
        auto* attribute = new QAttribute(buffer, QString::fromLatin1(field.name), field.type, field.size,
                                         vertices.count, field.offset, stride, geometry);
        geometry->addAttribute(attribute);
    }
    if (vertices.indexCount > 0) {
        auto* indices = new QBuffer(geometry);
        indices->setData(vertices.indices);
        auto* attribute = new QAttribute(geometry);
        attribute->setAttributeType(QAttribute::IndexAttribute);
        attribute->setVertexBaseType(QAttribute::UnsignedInt);
        attribute->setBuffer(indices);
        attribute->setCount(vertices.indexCount);
        geometry->addAttribute(attribute);
    }
    return geometry;
}

QBuffer* addInstances(QGeometry* geometry) {
    auto* buffer = new QBuffer(geometry);
    buffer->setUsage(QBuffer::DynamicDraw);
    buffer->setData(QByteArray(kInstanceStride, 0));
    for (const auto& [name, offset] : {std::pair{"instancePlace", 0u}, std::pair{"instanceTurn", 16u}}) {
        auto* attribute = new QAttribute(buffer, QString::fromLatin1(name), QAttribute::Float, 4, 1, offset,
                                         kInstanceStride, geometry);
        attribute->setDivisor(1);
        geometry->addAttribute(attribute);
    }
    return buffer;
}

}  // namespace sketchwalk::render
