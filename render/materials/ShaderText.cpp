#include "render/materials/ShaderText.h"

#include <QHash>
#include <QList>

#include "core/base/File.h"

namespace sketchwalk::render {
namespace {

QString& complaint() {
    static QString text;
    return text;
}

// Parts are small and read once; only the GUI thread asks.
QByteArray part(const QString& name) {
    static QHash<QString, QByteArray> read;
    const auto known = read.constFind(name);
    if (known != read.constEnd()) return *known;
    const auto text = readText(resourceFolder() / "shaders" / name.toStdString());
    if (!text) {
        complaint() = QString::fromStdString(text.error().text);
        return {};
    }
    return *read.insert(name, QByteArray::fromStdString(*text));
}

}  // namespace

QByteArray shaderText(const QString& file, const ShaderChoice& choice) {
    const bool isRhi = choice.api == Api::rhi;
    QByteArray uniforms = part(QStringLiteral("uniforms.glsl"));
    if (!isRhi) {  // members of a block there, loose uniforms here
        QByteArray loose;
        for (const QByteArray& line : uniforms.split('\n')) {
            if (line.contains(';')) loose += "uniform " + line + '\n';
        }
        uniforms = loose;
    }
    QByteArray text = part(isRhi ? QStringLiteral("head.rhi.glsl") : QStringLiteral("head.gl.glsl"));
    text.replace("UNIFORMS", uniforms);
    const QByteArray defines =
        "#define QUALITY " + QByteArray::number(choice.quality) + '\n' + choice.defines +
        (choice.hasShadow && file.endsWith(QStringLiteral(".frag")) ? "#define WITH_SHADOW\n" : "");
    // Nothing may stand before #version.
    const auto end = text.indexOf('\n') + 1;
    text.insert(end, defines);
    const QByteArray own = part(file);
    if (own.isEmpty() || uniforms.isEmpty()) return {};
    return text + part(QStringLiteral("light.glsl")) + part(QStringLiteral("noise.glsl")) + own;
}

QString missingShaders() {
    return complaint();
}

}  // namespace sketchwalk::render
