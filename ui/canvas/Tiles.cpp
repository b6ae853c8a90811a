#include "ui/canvas/Tiles.h"

#include <QMutex>
#include <QPainter>
#include <QThread>
#include <algorithm>
#include <cmath>

#include "core/base/Priority.h"

namespace sketchwalk::ui {
namespace {

constexpr qsizetype kMostTiles = 420;  // about 105 MiB

}  // namespace

// Decoded once, by whichever worker needs it first.
struct Tiles::Underlays {
    QMutex mutex;
    std::shared_ptr<const std::vector<uint8_t>> file;
    QImage picture;

    QImage get(const document::Underlay& underlay) {
        const QMutexLocker lock(&mutex);
        if (underlay.file != file) {
            file = underlay.file;
            picture = decodeUnderlay(underlay);
        }
        return picture;
    }
};

Tiles::Tiles(std::shared_ptr<const StrokePainter> painter, Content content, QObject* parent)
    : QObject(parent),
      m_painter(std::move(painter)),
      m_content(std::move(content)),
      m_underlays(std::make_shared<Underlays>()) {
    m_most = std::max(1, QThread::idealThreadCount() - 1);
    m_pool.setMaxThreadCount(m_most);
}

Tiles::~Tiles() {
    m_pool.clear();
    m_pool.waitForDone();
}

void Tiles::setPainter(std::shared_ptr<const StrokePainter> painter) {
    m_painter = std::move(painter);
    invalidateAll();
}

void Tiles::setGrid(double scale, double turn) {
    if (m_grid.number != 0 && m_grid.frame.scale == scale && m_grid.frame.turn == turn) return;
    // Beneath lies the last grid that was whole, or a quick run of zooms would leave nothing but holes.
    if (settled() || m_before.tiles.isEmpty()) m_before = std::move(m_grid);
    m_grid = {};
    m_grid.number = ++m_grids;
    m_grid.frame = {scale, turn, {0, 0}};
    m_wanted = {};
}

QRect Tiles::tilesOf(const QRect& pixels) {
    if (pixels.isEmpty()) return {};
    return QRect(QPoint(floorDiv(pixels.left(), kSide), floorDiv(pixels.top(), kSide)),
                 QPoint(floorDiv(pixels.right(), kSide), floorDiv(pixels.bottom(), kSide)));
}

void Tiles::setWanted(const QRect& gridPixels, QPoint focus) {
    m_wanted = gridPixels;
    m_focus = focus;
    const QRect tiles = tilesOf(gridPixels);
    for (int y = tiles.top(); y <= tiles.bottom(); ++y) {
        for (int x = tiles.left(); x <= tiles.right(); ++x) m_grid.tiles[{x, y}].used = ++m_clock;
    }
    forgetFarTiles();
    pump();
}

void Tiles::invalidate(const Box& metres) {
    const QRect touched = tilesOf(m_grid.frame.imageOf(metres).toAlignedRect());
    for (auto it = m_grid.tiles.begin(); it != m_grid.tiles.end(); ++it) {
        if (touched.contains(it.key())) ++it->wanted;
    }
    pump();
}

void Tiles::invalidateAll() {
    for (Tile& tile : m_grid.tiles) ++tile.wanted;
    pump();
}

bool Tiles::settled() const {
    return !m_wanted.isEmpty() && fresh(m_wanted);
}

bool Tiles::fresh(const QRect& gridPixels) const {
    const QRect tiles = tilesOf(gridPixels);
    for (int y = tiles.top(); y <= tiles.bottom(); ++y) {
        for (int x = tiles.left(); x <= tiles.right(); ++x) {
            const auto tile = m_grid.tiles.constFind({x, y});
            if (tile == m_grid.tiles.constEnd() || tile->painted != tile->wanted) return false;
        }
    }
    return true;
}

void Tiles::pump() {
    while (m_running < m_most) {
        const QRect tiles = tilesOf(m_wanted);
        std::optional<QPoint> best;
        double bestDistance = 0;
        for (int y = tiles.top(); y <= tiles.bottom(); ++y) {
            for (int x = tiles.left(); x <= tiles.right(); ++x) {
                const auto tile = m_grid.tiles.constFind({x, y});
                if (tile == m_grid.tiles.constEnd() || tile->running || tile->painted == tile->wanted) continue;
                const double d = std::hypot((x + 0.5) * kSide - m_focus.x(), (y + 0.5) * kSide - m_focus.y());
                if (!best || d < bestDistance) best = QPoint(x, y), bestDistance = d;
            }
        }
        if (!best || !start(*best)) break;
    }
    announceSettled();
}

bool Tiles::start(QPoint at) {
    Tile& tile = m_grid.tiles[at];
    tile.running = true;
    ++m_running;
    Frame frame = m_grid.frame;
    frame.origin = at * kSide;
    const QSize size(kSide, kSide);
    SheetContent content = m_content(frame.metresOf(QRectF(QPointF(0, 0), size)), frame.scale);
    m_pool.start([this, painter = m_painter, underlays = m_underlays, content = std::move(content), frame, size, at,
                  grid = m_grid.number, version = tile.wanted]() mutable {
        giveWay();
        if (content.underlay) content.underlayPicture = underlays->get(*content.underlay);
        const QImage picture = paintSheet(*painter, content, frame, size);
        // The pool is waited for before this object ends, so it is there; the call is dropped if it ends meanwhile.
        QMetaObject::invokeMethod(
            this, [this, grid, at, version, picture] { finish(grid, at, version, picture); }, Qt::QueuedConnection);
    });
    return true;
}

void Tiles::finish(uint64_t grid, QPoint at, uint64_t version, const QImage& picture) {
    --m_running;
    if (grid == m_grid.number) {
        if (const auto tile = m_grid.tiles.find(at); tile != m_grid.tiles.end()) {
            tile->running = false;
            if (version > tile->painted) {
                tile->picture = picture;
                tile->painted = version;
                Q_EMIT painted(QRect(at * kSide, QSize(kSide, kSide)));
            }
        }
    }
    pump();
}

void Tiles::announceSettled() {
    const bool now = settled();
    if (now) m_before.tiles.clear();
    if (now == m_wasSettled) return;
    m_wasSettled = now;
    Q_EMIT settledChanged(now);
}

void Tiles::forgetFarTiles() {
    if (m_grid.tiles.size() <= kMostTiles) return;
    const QRect keep = tilesOf(m_wanted);
    std::vector<std::pair<uint64_t, QPoint>> old;
    for (auto it = m_grid.tiles.begin(); it != m_grid.tiles.end(); ++it) {
        if (!keep.contains(it.key()) && !it->running) old.emplace_back(it->used, it.key());
    }
    std::sort(old.begin(), old.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [used, at] : old) {
        if (m_grid.tiles.size() <= kMostTiles * 3 / 4) break;
        m_grid.tiles.remove(at);
    }
}

void Tiles::paintGrid(QPainter& painter, const Grid& grid, const Frame& view, const QRect& part, bool onlyFull) {
    if (grid.tiles.isEmpty()) return;
    if (grid.frame.sameGrid(view)) {
        const QRect seen = part.translated(view.origin), tiles = tilesOf(seen);
        for (int y = tiles.top(); y <= tiles.bottom(); ++y) {
            for (int x = tiles.left(); x <= tiles.right(); ++x) {
                const auto tile = grid.tiles.constFind({x, y});
                if (tile == grid.tiles.constEnd() || tile->picture.isNull()) continue;
                const QRect whole(QPoint(x, y) * kSide, QSize(kSide, kSide)), cut = whole & seen;
                painter.drawImage(cut.topLeft() - view.origin, tile->picture, cut.translated(-whole.topLeft()));
            }
        }
        return;
    }
    if (onlyFull) return;
    // Both grids count from the same metre, so one is the other turned and scaled about its zero.
    painter.save();
    painter.setClipRect(part);
    QTransform place;
    place.translate(-view.origin.x(), -view.origin.y());
    place.rotate(view.turn - grid.frame.turn);
    place.scale(view.scale / grid.frame.scale, view.scale / grid.frame.scale);
    const QRectF seen = place.inverted().mapRect(QRectF(part));
    painter.setTransform(place, true);
    for (auto it = grid.tiles.constBegin(); it != grid.tiles.constEnd(); ++it) {
        const QRectF whole(QPointF(it.key() * kSide), QSizeF(kSide, kSide));
        if (!it->picture.isNull() && whole.intersects(seen)) painter.drawImage(whole.topLeft(), it->picture);
    }
    painter.restore();
}

void Tiles::paint(QPainter& painter, const Frame& view, const QRect& part, const QColor& empty) const {
    const bool full = m_grid.frame.sameGrid(view);
    bool holes = !full;
    if (full) {
        const QRect tiles = tilesOf(part.translated(view.origin));
        for (int y = tiles.top(); y <= tiles.bottom() && !holes; ++y) {
            for (int x = tiles.left(); x <= tiles.right() && !holes; ++x) {
                const auto tile = m_grid.tiles.constFind({x, y});
                holes = tile == m_grid.tiles.constEnd() || tile->picture.isNull();
            }
        }
    }
    if (holes) {
        painter.fillRect(part, empty);
        paintGrid(painter, m_before, view, part, false);
    }
    paintGrid(painter, m_grid, view, part, false);
}

}  // namespace sketchwalk::ui
