#include "ui/canvas/SheetPicture.h"

#include <algorithm>
#include <cmath>

#include "ui/canvas/Grain.h"

namespace sketchwalk::ui {
namespace {

struct Rgb {
    float r, g, b;
    explicit Rgb(const QColor& c)
        : r(static_cast<float>(c.red())), g(static_cast<float>(c.green())), b(static_cast<float>(c.blue())) {}
    void toward(const Rgb& other, float share) {
        r += (other.r - r) * share;
        g += (other.g - g) * share;
        b += (other.b - b) * share;
    }
    void dim(float by) {
        r *= by;
        g *= by;
        b *= by;
    }
    QRgb packed() const {
        const auto part = [](float v) { return static_cast<int>(std::clamp(v + 0.5f, 0.0f, 255.0f)); };
        return qRgb(part(r), part(g), part(b));
    }
};

// Old paper on a desk: darker and foxed toward its torn edge, with a soft shadow beneath.
void paintPaper(QImage& picture, const LookBook& book, const SheetContent& content, const Frame& frame) {
    const Grain& grain = Grain::shared();
    const Rgb paper(book.paper()), aged(book.agedPaper()), desk(content.desk);
    const Frame grid{frame.scale, frame.turn, {0, 0}};
    const Point step = grid.toMetres({1, 0});
    const auto scale = static_cast<float>(frame.scale);
    const auto w = static_cast<float>(content.extent.x) * scale, h = static_cast<float>(content.extent.y) * scale;
    for (int y = 0; y < picture.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        const int gy = y + frame.origin.y();
        const Point start = grid.toMetres({0.5, gy + 0.5});
        for (int x = 0; x < picture.width(); ++x) {
            const int gx = x + frame.origin.x();
            const auto mx = static_cast<float>(start.x + step.x * gx) * scale,
                       my = static_cast<float>(start.y + step.y * gx) * scale;
            const float inside = std::min(std::min(mx, w - mx), std::min(my, h - my));
            const float d = inside + 0.8f * grain.tremor(gx, gy);
            Rgb colour = desk;
            if (d < 0.5f) {
                const float under = std::min(std::min(mx - 2, w + 5 - mx), std::min(my - 3, h + 7 - my));
                colour.dim(0.98f + 0.02f * grain.fibre(gx, gy) - 0.38f * std::exp(-std::max(0.0f, -under) / 9));
            }
            if (d > -0.5f) {
                Rgb sheet = paper;
                const float cloud = grain.cloud(gx, gy), slow = grain.cloud(gx / 3 + 91, gy / 3 + 17);
                const float age =
                    unit(0.7f * std::exp(-std::max(0.0f, d) / 34) + 0.3f * unit(slow + 0.1f) + 0.08f * cloud);
                sheet.toward(aged, age);
                sheet.dim(1 - 0.12f * std::exp(-std::max(0.0f, d) / 5));
                colour.toward(sheet, unit(d + 0.5f));
            }
            line[x] = colour.packed();
        }
    }
}

// The tooth of the paper shows through the paint.
void pressGrain(QImage& picture, const Frame& frame) {
    const Grain& grain = Grain::shared();
    for (int y = 0; y < picture.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            const int tooth = static_cast<int>(256 + 7.5f * grain.fibre(x + frame.origin.x(), y + frame.origin.y()));
            const auto part = [tooth](int v) { return std::min(255, v * tooth >> 8); };
            line[x] = qRgb(part(qRed(line[x])), part(qGreen(line[x])), part(qBlue(line[x])));
        }
    }
}

void paintUnderlay(QPainter& painter, const SheetContent& content, const Frame& frame) {
    const document::Underlay& under = *content.underlay;
    painter.save();
    QTransform place;
    place.translate(under.centre.x, under.centre.y);
    place.rotate(under.turn);
    place.scale(under.metresPerPixel, under.metresPerPixel);
    place.translate(-content.underlayPicture.width() / 2.0, -content.underlayPicture.height() / 2.0);
    painter.setTransform(place * frame.toImage());
    painter.setOpacity(under.opacity);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QPointF(0, 0), content.underlayPicture);
    painter.restore();
}

void paintSheaf(QPainter& painter, const StrokePainter& strokes, const SheetContent::Sheaf& sheaf, const Frame& frame,
                const QRect& all) {
    painter.setRenderHint(QPainter::Antialiasing);
    for (const document::DrawnPtr& drawn : sheaf.strokes) strokes.paint(painter, drawn->stroke, frame, all);
}

void clipToPaper(QPainter& painter, const SheetContent& content, const Frame& frame) {
    const QRectF paper(0, 0, content.extent.x, content.extent.y);
    if (frame.turn == 0) {
        painter.setClipRect(frame.toImage().mapRect(paper).toAlignedRect());
    } else {
        QPainterPath path;
        path.addPolygon(frame.toImage().map(QPolygonF(paper)));
        painter.setClipPath(path);
    }
}

}  // namespace

QImage paintSheet(const StrokePainter& strokes, const SheetContent& content, const Frame& frame, const QSize& size) {
    QImage picture(size, QImage::Format_RGB32);
    paintPaper(picture, strokes.book(), content, frame);
    const QRect all(QPoint(0, 0), size);
    {
        QPainter painter(&picture);
        clipToPaper(painter, content, frame);
        if (content.underlay && content.underlay->shown && !content.underlayPicture.isNull()) {
            paintUnderlay(painter, content, frame);
        }
        for (const SheetContent::Sheaf& sheaf : content.sheaves) {
            if (sheaf.strokes.empty() || sheaf.opacity <= 0) continue;
            if (sheaf.opacity >= 1) {
                paintSheaf(painter, strokes, sheaf, frame, all);
                continue;
            }
            QImage veil(size, QImage::Format_ARGB32_Premultiplied);
            veil.fill(Qt::transparent);
            {
                QPainter inner(&veil);
                paintSheaf(inner, strokes, sheaf, frame, all);
            }
            painter.setOpacity(sheaf.opacity);
            painter.drawImage(0, 0, veil);
            painter.setOpacity(1);
        }
    }
    pressGrain(picture, frame);
    return picture;
}

QImage decodeUnderlay(const document::Underlay& underlay) {
    if (!underlay.file) return {};
    return QImage::fromData(underlay.file->data(), static_cast<int>(underlay.file->size()))
        .convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

SheetContent contentOf(const document::Document& document, const QColor& desk) {
    SheetContent content;
    content.extent = document.settings.extent;
    content.desk = desk;
    content.underlay = document.settings.underlay;
    if (content.underlay) content.underlayPicture = decodeUnderlay(*content.underlay);
    for (const document::Layer& layer : document.settings.layers) {
        if (!layer.shown) continue;
        SheetContent::Sheaf sheaf{layer.opacity, {}};
        for (const document::DrawnPtr& drawn : document.strokes) {
            if (drawn->layer == layer.id) sheaf.strokes.push_back(drawn);
        }
        content.sheaves.push_back(std::move(sheaf));
    }
    return content;
}

QImage paintThumbnail(const document::Document& document, QSize size, const StrokePainter& painter) {
    const Point extent = document.settings.extent;
    const double scale = std::min(size.width() / extent.x, size.height() / extent.y);
    const QSize fitting(std::max(1, qRound(extent.x * scale)), std::max(1, qRound(extent.y * scale)));
    return paintSheet(painter, contentOf(document, painter.book().agedPaper()), {scale, 0, {0, 0}}, fitting);
}

QImage paintThumbnail(const document::Document& document, QSize size, const catalogue::Catalogue& catalogue) {
    return paintThumbnail(document, size, StrokePainter(catalogue));
}

QImage paintStrokes(const StrokePainter& painter, const std::vector<document::DrawnPtr>& strokes, QSize size) {
    QImage picture(size, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    Box box;
    for (const document::DrawnPtr& drawn : strokes) box.include(painter.reach(drawn->stroke, 4));
    if (box.min.x > box.max.x) return picture;
    const Point extent = box.size();
    const double scale = std::min({size.width() / extent.x, size.height() / extent.y, 12.0});
    const Frame grid{scale, 0, {0, 0}};
    const QPointF middle = grid.toGrid(box.centre());
    const Frame frame{scale, 0, QPoint(qRound(middle.x()) - size.width() / 2, qRound(middle.y()) - size.height() / 2)};
    QPainter inner(&picture);
    inner.setRenderHint(QPainter::Antialiasing);
    for (const document::DrawnPtr& drawn : strokes) painter.paint(inner, drawn->stroke, frame, picture.rect());
    return picture;
}

QImage paintBrushSample(const StrokePainter& painter, const std::string& brush, QSize size, double ratio) {
    const QSize pixels(qRound(size.width() * ratio), qRound(size.height() * ratio));
    QImage picture(pixels, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    const catalogue::Entry* entry = painter.entry(brush);
    sketch::Stroke stroke;
    stroke.id = 7;
    stroke.brush = brush;
    const double w = pixels.width(), h = pixels.height(), small = std::min(w, h);
    double scale = 2.6 * ratio;
    const auto usual = entry && !entry->drawn.empty() ? entry->drawn.front() : catalogue::DrawnAs::symbol;
    if (brush == "ink" || (entry && usual == catalogue::DrawnAs::line)) {
        const double width = painter.lineWidth(stroke);
        scale = std::min(4 * ratio, 0.3 * h / width);
        if (brush == "ink") scale = 0.1 * h / width;
        for (int i = 0; i <= 24; ++i) {
            const double t = i / 24.0;
            stroke.points.push_back({Point(w * (0.12 + 0.76 * t), h * (0.52 + 0.22 * std::sin(t * 6.3))) / scale,
                                     static_cast<float>(0.35 + 0.65 * std::sin(t * M_PI)), -1});
        }
    } else if (usual == catalogue::DrawnAs::area) {
        stroke.closed = true;
        if (const Look& look = painter.look(brush); look.marks)
            scale = std::clamp(0.42 * small / look.marks.size, 1.2 * ratio, 3.2 * ratio);
        for (int i = 0; i < 28; ++i) {
            const double a = i * 2 * M_PI / 28, r = 0.42 + 0.05 * std::sin(3 * a + 1) + 0.02 * std::sin(5 * a);
            stroke.points.push_back({Point(w / 2 + w * r * std::cos(a), h / 2 + h * r * std::sin(a)) / scale, 1, -1});
        }
    } else {
        if (brush == "label") stroke.text = "Aa";
        const Point extent = painter.stampSize(stroke);
        const double tall = entry && (entry->family == "plant" || brush == "lantern" || brush == "statue") ? 1.6 : 1;
        scale = brush == "label" ? 0.55 * h / painter.lineWidth(stroke)
                                 : 0.74 * small / std::max(extent.x * tall, extent.y);
        stroke.points.push_back({Point(w / 2, h * (tall > 1 ? 0.66 : 0.5)) / scale, 1, -1});
    }
    QPainter inner(&picture);
    inner.setRenderHint(QPainter::Antialiasing);
    painter.paint(inner, stroke, {scale, 0, {0, 0}}, picture.rect());
    inner.end();
    picture.setDevicePixelRatio(ratio);
    return picture;
}

}  // namespace sketchwalk::ui
