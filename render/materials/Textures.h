// Pictures as textures. The bytes are made ready on any thread; the texture itself belongs to the GUI thread.
#pragma once

#include <QByteArray>
#include <memory>

#include "core/base/Image.h"

namespace Qt3DCore {
class QNode;
}
namespace Qt3DRender {
class QAbstractTexture;
class QTexture2D;
}  // namespace Qt3DRender

namespace sketchwalk::render {

// RGBA, 8 bits a channel, row 0 at v = 0. Either bytes of its own, or a picture that the scene keeps anyway: its bytes
// are made when they are uploaded, and not kept.
struct Texels {
    int width = 0, height = 0;
    QByteArray bytes{};
    std::shared_ptr<const Image> image{};
    bool empty() const { return width == 0 || height == 0; }
    QByteArray rgba() const;  // 1, 3 or 4 channels become 4; grey fills all three
};

Texels texelsOf(std::shared_ptr<const Image> image);
// One colour, where a material has no picture.
Texels plainTexels(uint8_t r, uint8_t g, uint8_t b, uint8_t a = 255);

struct TextureUse {
    bool repeats = false;
    bool mipMaps = true;  // smooth from far away
};
Qt3DRender::QTexture2D* makeTexture(const Texels& texels, TextureUse use, Qt3DCore::QNode* owner);

}  // namespace sketchwalk::render
