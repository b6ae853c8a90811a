// Locks regions: an outline that was drawn with the brush "lock" waits until the world is as drawn, takes up what lies
// in it, and only then becomes a stroke of the drawing, as one step of history. Window's thread; what a lock holds is
// gathered on a thread of its own.
#pragma once

#include <QObject>
#include <QString>
#include <vector>

#include "core/base/LatestJob.h"
#include "ui/model/Drawing.h"
#include "ui/window/WorldBuilder.h"

namespace sketchwalk::ui {

class RegionLocker : public QObject {
    Q_OBJECT

  public:
    // Both outlive it.
    RegionLocker(Drawing* drawing, WorldBuilder* builder, QObject* parent = nullptr);

    void lock(std::vector<sketch::Stroke> outlines, int64_t layer);
    bool busy() const { return !m_waiting.empty() || m_isGathering; }  // an outline is on its way
    const std::vector<sketch::Stroke>& waiting() const { return m_waiting; }

  Q_SIGNALS:
    void changed();  // what is waiting
    void notice(const QString& text);

  private:
    struct Gathered {
        std::vector<sketch::Stroke> strokes;
        size_t outlines = 0;                       // that were asked for
        bool isEmpty = false, isTooLarge = false;  // one of them
    };
    void gather();
    void take(Gathered gathered, uint64_t revision);

    Drawing* m_drawing;
    WorldBuilder* m_builder;
    std::vector<sketch::Stroke> m_waiting;
    int64_t m_layer = 1;
    bool m_isGathering = false;
    uint64_t m_drawingNumber = 0;  // grows with every drawing that is opened
    LatestJob m_job;               // last: ends before what it uses
};

}  // namespace sketchwalk::ui
