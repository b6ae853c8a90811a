// The painted sheet in squares, made by worker threads from what the window's thread hands them, nearest to the pen
// first. Shows what it has: old squares until new ones come, squares of another zoom scaled. Lives on the window's
// thread and never waits for a worker, but at its end.
#pragma once

#include <QHash>
#include <QImage>
#include <QObject>
#include <QThreadPool>
#include <functional>
#include <memory>

#include "ui/canvas/SheetPicture.h"

class QPainter;

namespace sketchwalk::ui {

class Tiles : public QObject {
    Q_OBJECT

  public:
    static constexpr int kSide = 256;  // device pixels

    // `content` is asked on the window's thread, for a box in metres.
    using Content = std::function<SheetContent(const Box& metres, double scale)>;
    Tiles(std::shared_ptr<const StrokePainter> painter, Content content, QObject* parent = nullptr);
    ~Tiles() override;

    void setPainter(std::shared_ptr<const StrokePainter> painter);  // everything is painted anew
    // From now on tiles of this scale and turn are made; those of the one before serve until then.
    void setGrid(double scale, double turn);
    const Frame& grid() const { return m_grid.frame; }
    // What is to be seen, in pixels of the grid, and where work begins.
    void setWanted(const QRect& gridPixels, QPoint focus);
    void invalidate(const Box& metres);
    void invalidateAll();
    bool settled() const;                       // all that is wanted is as the document is
    bool fresh(const QRect& gridPixels) const;  // this part is; false while another grid is shown

    // Onto a picture whose pixels are `view`'s; `part` of it.
    void paint(QPainter& painter, const Frame& view, const QRect& part, const QColor& empty) const;

  Q_SIGNALS:
    void painted(const QRect& gridPixels);  // of the present grid
    void settledChanged(bool settled);

  private:
    struct Tile {
        QImage picture;
        uint64_t wanted = 1, painted = 0;  // versions
        bool running = false;
        uint64_t used = 0;
    };
    struct Grid {
        Frame frame;
        QHash<QPoint, Tile> tiles;
        uint64_t number = 0;
    };
    struct Underlays;
    void pump();
    bool start(QPoint at);
    void finish(uint64_t grid, QPoint at, uint64_t version, const QImage& picture);
    void forgetFarTiles();
    void announceSettled();
    static void paintGrid(QPainter& painter, const Grid& grid, const Frame& view, const QRect& part, bool onlyFull);
    static QRect tilesOf(const QRect& pixels);

    std::shared_ptr<const StrokePainter> m_painter;
    Content m_content;
    Grid m_grid, m_before;
    QRect m_wanted;
    QPoint m_focus;
    uint64_t m_grids = 0, m_clock = 0;
    int m_running = 0, m_most = 1;
    bool m_wasSettled = true;
    std::shared_ptr<Underlays> m_underlays;
    QThreadPool m_pool;
};

}  // namespace sketchwalk::ui
