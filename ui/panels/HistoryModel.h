// The steps of a drawing as a list for views: row 0 is where it began, row n the state after step n. Reads the history
// as it is asked, so twenty thousand steps cost nothing until they are seen.
#pragma once

#include <QAbstractListModel>
#include <QCache>
#include <QImage>

#include "ui/model/Drawing.h"
#include "ui/panels/HistoryPanel.h"

namespace sketchwalk::ui {

class HistoryModel : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role { timeRole = Qt::UserRole, undoneRole };

    explicit HistoryModel(Drawing* drawing, QObject* parent = nullptr);

    void setPainter(HistoryPanel::Painter painter);
    void refresh();  // the steps or the position are others
    void restart();  // another document
    QImage picture(int row, QSize size) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

  private:
    Drawing* m_drawing;
    HistoryPanel::Painter m_painter;
    mutable QCache<QString, QImage> m_pictures;
    int m_rows = 1;
};

// What a step drew (or, of one that only took away, what it took) as plain lines in the brushes' colours.
QImage plainPicture(const document::Step& step, QSize size);

}  // namespace sketchwalk::ui
