#include "render/viewport/Graphics.h"

#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QSurfaceFormat>

namespace sketchwalk::render {
namespace {

Graphics ask() {
    Graphics found;
    const QString platform = QGuiApplication::platformName();
    if (platform == QStringLiteral("offscreen") || platform == QStringLiteral("minimal") ||
        platform == QStringLiteral("vnc") || platform == QStringLiteral("linuxfb")) {
        found.why =
            QCoreApplication::translate("Viewport", "The 3D view needs a screen with OpenGL; this one (%1) has none.")
                .arg(platform);
        return found;
    }
    QSurfaceFormat format;
    format.setVersion(3, 3);
    format.setProfile(QSurfaceFormat::CoreProfile);
    QOpenGLContext context;
    context.setFormat(format);
    QOffscreenSurface surface;
    surface.setFormat(format);
    surface.create();
    if (!context.create() || !surface.isValid() || !context.makeCurrent(&surface)) {
        found.why = QCoreApplication::translate(
            "Viewport",
            "The 3D view could not start OpenGL. Update the graphics driver, or install Mesa's software driver "
            "(package libgl1-mesa-dri).");
        return found;
    }
    const QSurfaceFormat got = context.format();
    const auto* name = reinterpret_cast<const char*>(context.functions()->glGetString(GL_RENDERER));
    found.renderer = QString::fromUtf8(name ? name : "unknown");
    context.doneCurrent();
    if (got.majorVersion() < 3 || (got.majorVersion() == 3 && got.minorVersion() < 3)) {
        found.why = QCoreApplication::translate("Viewport", "The 3D view needs OpenGL 3.3; %1 offers %2.%3.")
                        .arg(found.renderer)
                        .arg(got.majorVersion())
                        .arg(got.minorVersion());
        return found;
    }
    found.isAvailable = true;
    const QString lower = found.renderer.toLower();
    for (const char* word : {"llvmpipe", "softpipe", "swrast", "software", "swiftshader"}) {
        if (lower.contains(QLatin1String(word))) found.isSoftware = true;
    }
    return found;
}

}  // namespace

const Graphics& graphics() {
    static const Graphics found = ask();
    return found;
}

}  // namespace sketchwalk::render
