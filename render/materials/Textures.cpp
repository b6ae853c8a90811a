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

class TexelGenerator : public QTextureImageDataGenerator {
  public:
    explicit TexelGenerator(QTextureImageDataPtr data) : m_data(std::move(data)) {}
    QTextureImageDataPtr operator()() override { return m_data; }
    bool operator==(const QTextureImageDataGenerator& other) const override {
        const auto* same = functor_cast<TexelGenerator>(&other);
        return same != nullptr && same->m_data == m_data;
    }
    QT3D_FUNCTOR(TexelGenerator)

  private:
    QTextureImageDataPtr m_data;
};

class TexelImage : public QAbstractTextureImage {
  public:
    TexelImage(const Texels& texels, Qt3DCore::QNode* parent) : QAbstractTextureImage(parent) { replace(texels); }
    void replace(const Texels& texels) {
        m_data = QTextureImageDataPtr::create();
        m_data->setTarget(QOpenGLTexture::Target2D);
        m_data->setFormat(QOpenGLTexture::RGBA8_UNorm);
        m_data->setPixelFormat(QOpenGLTexture::RGBA);
        m_data->setPixelType(QOpenGLTexture::UInt8);
        m_data->setWidth(texels.width);
        m_data->setHeight(texels.height);
        m_data->setDepth(1);
        m_data->setLayers(1);
        m_data->setFaces(1);
        m_data->setMipLevels(1);
        m_data->setData(texels.bytes, 1, false);
        notifyDataGeneratorChanged();
    }

  protected:
    QTextureImageDataGeneratorPtr dataGenerator() const override {
        return QTextureImageDataGeneratorPtr(new TexelGenerator(m_data));
    }

  private:
    QTextureImageDataPtr m_data;
};

}  // namespace

Texels texelsOf(const Image& image) {
    Texels out{image.width, image.height, {}};
    const auto count = static_cast<size_t>(image.width) * static_cast<size_t>(image.height);
    out.bytes.resize(static_cast<qsizetype>(count * 4));
    auto* to = reinterpret_cast<uint8_t*>(out.bytes.data());
    const uint8_t* from = image.pixels.data();
    const auto channels = static_cast<size_t>(image.channels);
    for (size_t i = 0; i < count; ++i, to += 4, from += channels) {
        for (size_t k = 0; k < 3; ++k) to[k] = from[channels >= 3 ? k : 0];
        to[3] = channels == 4 ? from[3] : 255;
    }
    return out;
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

void replaceTexels(QTexture2D* texture, const Texels& texels) {
    const auto images = texture->textureImages();
    texture->setWidth(texels.width);
    texture->setHeight(texels.height);
    for (auto* image : images) static_cast<TexelImage*>(image)->replace(texels);
}

}  // namespace sketchwalk::render
