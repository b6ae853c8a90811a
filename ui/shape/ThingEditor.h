// One thing of the world under the hand: moved, turned, scaled, replaced, removed. Every change is a stroke of the
// drawing that says so (sketch::ObjectEdit), so it is undone, saved and built anew like whatever else is drawn.
// Window's thread.
#pragma once

#include <QObject>
#include <optional>

#include "core/catalogue/Catalogue.h"
#include "ui/model/Drawing.h"
#include "ui/window/WorldBuilder.h"

namespace sketchwalk::ui {

// How a thing is to stand: the world may still be on its way.
struct Stance {
    Point place{0, 0};
    double yaw = 0;    // degrees about +Y
    double scale = 1;  // as in sketch::ObjectEdit
    double reach = 1;  // metres from its place to its furthest corner, at this scale
};

class ThingEditor : public QObject {
    Q_OBJECT

  public:
    // Both outlive it.
    ThingEditor(Drawing* drawing, const catalogue::Catalogue& catalogue, QObject* parent = nullptr);

    void setWorld(BuiltWorldPtr world);  // the one that is seen
    void select(std::optional<uint64_t> object);
    std::optional<uint64_t> object() const { return m_object; }
    BuiltWorldPtr world() const { return m_world; }
    bool isLocked() const;  // it lies in a locked region: nothing changes it
    QString name() const;   // "house"; empty where nothing is selected
    std::optional<Stance> stance() const;
    bool isChanged() const;  // by hand, so that it can be put back

    // Metres on the map. Changes of one `grip` that follow each other are one step of history.
    void moveTo(Point place, const QString& grip = {});
    void turnTo(double yaw, const QString& grip = {});
    void scaleTo(double scale, const QString& grip = {});
    void turnBy(double degrees);
    void scaleBy(double factor);
    void become(const std::string& brush);  // catalogue id of an object
    void remove();
    void putBack();  // as the drawing has it

  Q_SIGNALS:
    void selectionChanged();
    void notice(const QString& text);

  private:
    std::optional<sketch::Stroke> change() const;  // as it stands in the drawing, or a new one
    bool mayChange();                              // says so where not
    int64_t layerOf(const sketch::Stroke& change) const;
    void commit(sketch::Stroke change, const QString& label, const QString& mergeKey = {});

    Drawing* m_drawing;
    const catalogue::Catalogue& m_catalogue;
    BuiltWorldPtr m_world;
    std::optional<uint64_t> m_object;
};

}  // namespace sketchwalk::ui
