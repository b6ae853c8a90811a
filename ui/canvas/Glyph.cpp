#include "ui/canvas/Glyph.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMutex>
#include <QPainter>
#include <QStringList>
#include <map>
#include <tuple>
#include <utility>

#include "core/base/Check.h"
#include "core/base/Hash.h"

namespace sketchwalk::ui {
namespace {

constexpr double kTremble = 1.3;  // of 100, how far a hand misses
constexpr int kHands = 6;         // variants of a sprite

QPainterPath readPath(const QString& text) {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const QStringList words = text.split(' ', Qt::SkipEmptyParts);
    int i = 0;
    const auto number = [&] {
        CHECK(i < words.size(), "a glyph's path is whole");
        return words[i++].toDouble();
    };
    const auto point = [&] {
        const double x = number();
        return QPointF(x, number());
    };
    QChar command = 'M';
    while (i < words.size()) {
        if (words[i][0].isLetter()) command = words[i++][0];
        switch (command.toLatin1()) {
            case 'M':
                path.moveTo(point());
                break;
            case 'L':
                path.lineTo(point());
                break;
            case 'C': {
                const QPointF a = point(), b = point();
                path.cubicTo(a, b, point());
                break;
            }
            case 'O': {
                const QPointF centre = point(), radius = point();
                path.addEllipse(centre, radius.x(), radius.y());
                break;
            }
            case 'R': {
                const QPointF corner = point(), size = point();
                path.addRect(QRectF(corner, QSizeF(size.x(), size.y())));
                break;
            }
            case 'Z':
                path.closeSubpath();
                break;
            default:
                CHECK(false, "a glyph's path knows M L C O R Z");
        }
    }
    return path;
}

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto part = [share](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * share)); };
    return QColor(part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue()));
}

QPainterPath trembled(const QPainterPath& path, uint64_t seed) {
    QPainterPath out = path;
    for (int i = 0; i < out.elementCount(); ++i) {
        const QPainterPath::Element e = out.elementAt(i);
        // Points that lie together move together, or a closed shape would open.
        const auto key = static_cast<uint64_t>(static_cast<int64_t>(e.x * 8) * 4099 + static_cast<int64_t>(e.y * 8));
        out.setElementPositionAt(i, e.x + kTremble * (2 * randomUnit(seed, "x", key) - 1),
                                 e.y + kTremble * (2 * randomUnit(seed, "y", key) - 1));
    }
    return out;
}

}  // namespace

QPen finePen(const QColor& colour, double width) {
    // Below a pixel Qt draws hairlines, which it cuts at a picture's edge and so bends; paler ink looks as fine.
    constexpr double kFinest = 1.01;
    QColor tone = colour;
    if (width < kFinest) tone.setAlphaF(static_cast<float>(colour.alphaF() * std::max(0.5, width / kFinest)));
    return QPen(tone, std::max(width, kFinest), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

Glyph Glyph::read(const QJsonObject& data) {
    static const std::map<QString, Tone> kTones{{"-", Tone::none},      {"fill", Tone::fill},   {"dark", Tone::dark},
                                                {"light", Tone::light}, {"shade", Tone::shade}, {"wood", Tone::wood},
                                                {"paper", Tone::paper}, {"ink", Tone::ink}};
    static const std::map<QString, double> kLines{{"-", 0}, {"thin", 0.62}, {"line", 1}, {"bold", 1.45}};
    Glyph glyph;
    glyph.m_plan = data["plan"].toBool();
    for (const QJsonValue value : data["layers"].toArray()) {
        const QJsonArray parts = value.toArray();
        Layer layer;
        const QString fill = parts[0].toString();
        if (const auto tone = kTones.find(fill); tone != kTones.end()) {
            layer.fill = tone->second;
        } else {
            layer.fill = Tone::fixed;
            layer.fixed = QColor(fill);
        }
        layer.line = kLines.at(parts[1].toString());
        layer.path = readPath(parts[2].toString());
        glyph.m_bounds |= layer.path.boundingRect();
        glyph.m_layers.push_back(std::move(layer));
    }
    glyph.m_bounds.adjust(-4, -4, 4, 4);
    return glyph;
}

QColor Glyph::colourOf(const Layer& layer, const GlyphTones& tones) {
    switch (layer.fill) {
        case Tone::none:
            break;
        case Tone::fill:
            return tones.fill;
        case Tone::dark:
            return mixed(tones.fill, tones.ink, 0.28);
        case Tone::light:
            return mixed(tones.fill, tones.paper, 0.7);
        case Tone::shade: {
            QColor shade = tones.ink;
            shade.setAlpha(48);
            return shade;
        }
        case Tone::wood:
            return QColor("#8a6a48");
        case Tone::paper:
            return tones.paper;
        case Tone::ink:
            return tones.ink;
        case Tone::fixed:
            return layer.fixed;
    }
    return QColor(Qt::transparent);
}

void Glyph::paint(QPainter& painter, const QTransform& place, const GlyphTones& tones, uint64_t seed) const {
    for (const Layer& layer : m_layers) {
        const QPainterPath path = place.map(trembled(layer.path, seed));
        if (layer.fill != Tone::none) painter.fillPath(path, colourOf(layer, tones));
        if (layer.line > 0) painter.strokePath(path, finePen(tones.ink, layer.line * tones.nib));
    }
}

// Two generations: what is asked for moves into the younger one; when that is full, the older one is forgotten. So no
// more than twice kMostBytes is held, and never is all of it lost at once.
struct GlyphSprites::Cache {
    using Key = std::tuple<const Glyph*, int, int, QRgb, int, uint64_t>;
    using Sprites = std::map<Key, std::shared_ptr<const Sprite>>;
    static constexpr qsizetype kMostBytes = 6 << 20;

    QMutex mutex;
    Sprites young, old;
    qsizetype bytes = 0;  // of the young

    std::shared_ptr<const Sprite> find(const Key& key) {
        if (const auto found = young.find(key); found != young.end()) return found->second;
        const auto found = old.find(key);
        return found != old.end() ? keep(key, found->second) : nullptr;
    }

    std::shared_ptr<const Sprite> keep(const Key& key, std::shared_ptr<const Sprite> sprite) {
        if (bytes > kMostBytes) {
            old = std::exchange(young, {});
            bytes = 0;
        }
        const auto [place, isNew] = young.emplace(key, std::move(sprite));
        if (isNew) bytes += place->second->picture.sizeInBytes();
        return place->second;
    }
};

GlyphSprites::GlyphSprites() : m_cache(std::make_unique<Cache>()) {}
GlyphSprites::~GlyphSprites() = default;

std::shared_ptr<const GlyphSprites::Sprite> GlyphSprites::sprite(const Glyph& glyph, int width, double turn,
                                                                 const GlyphTones& tones, uint64_t hand) {
    hand %= kHands;
    const Cache::Key key{&glyph, width, qRound(turn * 16), tones.fill.rgba(), qRound(tones.nib * 64), hand};
    {
        const QMutexLocker lock(&m_cache->mutex);
        if (auto known = m_cache->find(key)) return known;
    }
    QTransform place;
    place.rotate(turn);
    place.scale(width / 100.0, width / 100.0);
    const QRect area = place.mapRect(glyph.bounds()).adjusted(-3, -3, 3, 3).toAlignedRect();
    auto sprite = std::make_shared<Sprite>();
    sprite->anchor = -area.topLeft();
    sprite->picture = QImage(area.size(), QImage::Format_ARGB32_Premultiplied);
    sprite->picture.fill(Qt::transparent);
    {
        QPainter painter(&sprite->picture);
        painter.setRenderHint(QPainter::Antialiasing);
        glyph.paint(painter, place * QTransform::fromTranslate(sprite->anchor.x(), sprite->anchor.y()), tones,
                    combine(0x9e1, hand));
    }
    const QMutexLocker lock(&m_cache->mutex);
    return m_cache->keep(key, std::move(sprite));
}

}  // namespace sketchwalk::ui
