// How many strokes of a drawing are of each kind. Follows the drawing change by change, so that a stroke more costs
// nothing on a sheet of tens of thousands. Window's thread.
#pragma once

#include <QObject>
#include <functional>
#include <unordered_map>

#include "ui/model/Drawing.h"

namespace sketchwalk::ui {

class Tally : public QObject {
    Q_OBJECT

  public:
    // A kind is a number of the asker's own. It may depend on the map's size too: with another size all is counted
    // anew. The drawing outlives the tally, which is up to date in every slot that is connected after it was made.
    using KindOf = std::function<int64_t(const document::Drawn&)>;
    Tally(Drawing* drawing, KindOf kindOf, QObject* parent = nullptr);

    int of(int64_t kind) const;

  private:
    void recount();
    void follow(const document::Change& change);

    Drawing* m_drawing;
    KindOf m_kindOf;
    std::unordered_map<int64_t, int> m_counts;
};

}  // namespace sketchwalk::ui
