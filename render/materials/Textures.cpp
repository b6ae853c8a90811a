#include "render/materials/Textures.h"

#include <Qt3DRender/QAbstractTextureImage>
#include <Qt3DRender/QTexture>
#include <Qt3DRender/QTextureImageData>
#include <Qt3DRender/QTextureImageDataGenerator>
#include <Qt3DRender/QTextureWrapMode>
#include <utility>

namespace sketchwalk::render {
namespace {

using namespace Qt3DRender;

// Called by Qt 3D when it uploads, on a thread of its own; what it gives is freed after that.
class TexelGenerator : public QTextureImageDataGenerator {
  public:
    explicit TexelGenerator(Texels texels) : m_texels(std::move(texels)) {}
    QTextureImageDataPtr operator()() override {
        auto data = QTextureImageDataPtr::create();
        data->setTarget(QOpenGLTexture::Target2D);
        data->setFormat(QOpenGLTexture::RGBA8_UNorm);
        data->setPixelFormat(QOpenGLTexture::RGBA);
        data->setPixelType(QOpenGLTexture::UInt8);
        data->setWidth(m_texels.width);
        data->setHeight(m_texels.height);
        data->setDepth(1);
        data->setLayers(1);
        data->setFaces(1);
        data->setMipLevels(1);
        data->setData(m_texels.rgba(), 1, false);
        return data;
    }
    bool operator==(const QTextureImageDataGenerator& other) const override {
        const auto* same = functor_cast<TexelGenerator>(&other);
        return same != nullptr && same->m_texels.image == m_texels.image &&
               same->m_texels.bytes.constData() == m_texels.bytes.constData();
    }
    QT3D_FUNCTOR(TexelGenerator)

  private:
    Texels m_texels;
};

class TexelImage : public QAbstractTextureImage {
  public:
    TexelImage(Texels texels, Qt3DCore::QNode* parent) : QAbstractTextureImage(parent), m_texels(std::move(texels)) {
        notifyDataGeneratorChanged();
    }

  protected:
    QTextureImageDataGeneratorPtr dataGenerator() const override {
        return QTextureImageDataGeneratorPtr(new TexelGenerator(m_texels));
    }

  private:
    Texels m_texels;
};

}  // namespace

QByteArray Texels::rgba() const {
    if (!image) return bytes;
    const auto count = static_cast<size_t>(width) * static_cast<size_t>(height);
    QByteArray out(static_cast<qsizetype>(count * 4), Qt::Uninitialized);
    auto* to = reinterpret_cast<uint8_t*>(out.data());
    const uint8_t* from = image->pixels.data();
    const auto channels = static_cast<size_t>(image->channels);
    for (size_t i = 0; i < count; ++i, to += 4, from += channels) {
        for (size_t k = 0; k < 3; ++k) to[k] = from[channels >= 3 ? k : 0];
        to[3] = channels == 4 ? from[3] : 255;
    }
    return out;
}

Texels texelsOf(std::shared_ptr<const Image> image) {
    return {image->width, image->height, {}, std::move(image)};
}

Texels plainTexels(uint8_t r, uint8_t g, uint8_t b, uint8_t a) {
    const char bytes[] = {static_cast<char>(r), static_cast<char>(g), static_cast<char>(b), static_cast<char>(a)};
    return {1, 1, QByteArray(bytes, 4)};
}

QTexture2D* makeTexture(const Texels& texels, TextureUse use, Qt3DCore::QNode* owner) {
    auto* texture = new QTexture2D(owner);
    texture->setFormat(QAbstractTexture::RGBA8_UNorm);
    texture->setWidth(texels.width);
    texture->setHeight(texels.height);
    texture->setGenerateMipMaps(use.mipMaps);
    texture->setMagnificationFilter(QAbstractTexture::Linear);
    texture->setMinificationFilter(use.mipMaps ? QAbstractTexture::LinearMipMapLinear : QAbstractTexture::Linear);
    if (use.mipMaps) texture->setMaximumAnisotropy(4);
    texture->setWrapMode(QTextureWrapMode(use.repeats ? QTextureWrapMode::Repeat : QTextureWrapMode::ClampToEdge));
    texture->addTextureImage(new TexelImage(texels, texture));
    return texture;
}

}  // namespace sketchwalk::render
