// paint_icons SVG NAME FOLDER: the icon's pictures as a build needs them, so that only the drawing is kept and none can
// be out of date: FOLDER/hicolor/NxN/NAME.png for Linux, FOLDER/NAME.ico for Windows, FOLDER/NAME.icns for macOS.
#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QtEndian>
#include <cstdio>

namespace {

constexpr int kSides[] = {16, 22, 24, 32, 48, 64, 128, 256, 512};  // pixels, as the hicolor theme lists them

QByteArray paint(QSvgRenderer& drawing, int side) {
    // Painted larger and averaged: thin lines of a small picture keep their weight.
    const int finer = side < 128 ? 4 : 1;
    QImage picture(side * finer, side * finer, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    drawing.render(&painter);
    painter.end();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    picture.scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).save(&buffer, "PNG");
    return png;
}

bool write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush()) return true;
    std::fprintf(stderr, "%s: %s\n", qPrintable(path), qPrintable(file.errorString()));
    return false;
}

template <class Number>
void append(QByteArray& bytes, Number value, bool big) {
    const Number ordered = big ? qToBigEndian(value) : qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char*>(&ordered), sizeof ordered);
}

// The ICO container: a directory of pictures, then the pictures, PNG as Windows Vista and later read them.
QByteArray icoOf(QSvgRenderer& drawing) {
    const int sides[] = {16, 24, 32, 48, 64, 128, 256};
    QByteArray directory, pictures;
    append<quint16>(directory, 0, false);
    append<quint16>(directory, 1, false);
    append<quint16>(directory, std::size(sides), false);
    const auto start = static_cast<quint32>(6 + 16 * std::size(sides));
    for (const int side : sides) {
        const QByteArray png = paint(drawing, side);
        for (int i = 0; i < 2; ++i) append<quint8>(directory, static_cast<quint8>(side % 256), false);
        append<quint16>(directory, 0, false);  // no palette
        append<quint16>(directory, 1, false);  // planes
        append<quint16>(directory, 32, false);
        append<quint32>(directory, static_cast<quint32>(png.size()), false);
        append<quint32>(directory, start + static_cast<quint32>(pictures.size()), false);
        pictures += png;
    }
    return directory + pictures;
}

// The ICNS container: pieces of a name, their length with the head, and a PNG.
QByteArray icnsOf(QSvgRenderer& drawing) {
    const std::pair<const char*, int> pieces[] = {{"ic11", 32},  {"ic12", 64},  {"ic07", 128},
                                                  {"ic08", 256}, {"ic09", 512}, {"ic10", 1024}};
    QByteArray body;
    for (const auto& [name, side] : pieces) {
        const QByteArray png = paint(drawing, side);
        body += name;
        append<quint32>(body, static_cast<quint32>(png.size() + 8), true);
        body += png;
    }
    QByteArray whole("icns");
    append<quint32>(whole, static_cast<quint32>(body.size() + 8), true);
    return whole + body;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fputs("paint_icons SVG NAME FOLDER\n", stderr);
        return 2;
    }
    QSvgRenderer drawing{QString::fromLocal8Bit(argv[1])};
    if (!drawing.isValid()) {
        std::fprintf(stderr, "%s: it is no SVG drawing\n", argv[1]);
        return 3;
    }
    const QString name = QString::fromLocal8Bit(argv[2]), folder = QString::fromLocal8Bit(argv[3]);
    bool written = true;
    for (const int side : kSides) {
        const QString into = QStringLiteral("%1/hicolor/%2x%2").arg(folder).arg(side);
        QDir().mkpath(into);
        written = written && write(QStringLiteral("%1/%2.png").arg(into, name), paint(drawing, side));
    }
    written = written && write(QStringLiteral("%1/%2.ico").arg(folder, name), icoOf(drawing));
    written = written && write(QStringLiteral("%1/%2.icns").arg(folder, name), icnsOf(drawing));
    return written ? 0 : 5;
}
