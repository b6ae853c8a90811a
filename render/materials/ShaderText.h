// The text of shader stages, put together from resources/shaders for one of Qt 3D's two ways to draw.
#pragma once

#include <QByteArray>
#include <QString>

namespace sketchwalk::render {

enum class Api { rhi, openGl };

struct ShaderChoice {
    Api api = Api::rhi;
    int quality = 1;        // 0 low .. 2 high: QUALITY in the text
    QByteArray defines;     // "#define INSTANCED\n", or none
    bool hasShadow = true;  // the fragment stage reads the shadow map
};

// The whole text of a stage: `file` is "terrain.vert" or the like. Empty where a part cannot be read; missingShaders()
// then names it.
QByteArray shaderText(const QString& file, const ShaderChoice& choice);
// What could not be read so far, in words for the user; empty: all is well.
QString missingShaders();

}  // namespace sketchwalk::render
