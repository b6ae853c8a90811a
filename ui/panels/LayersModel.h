// The layers as a list, topmost first, for views. Changes go through the drawing, each one step of history.
#pragma once

#include <QAbstractListModel>
#include <functional>

#include "ui/model/Drawing.h"
#include "ui/model/Tally.h"

namespace sketchwalk::ui {

class LayersModel : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role { shownRole = Qt::UserRole, lockedRole, opacityRole, idRole, countRole };

    explicit LayersModel(Drawing* drawing, QObject* parent = nullptr);

    void refresh();
    int rowOf(int64_t id) const;  // -1 where unknown
    int64_t idAt(int row) const;  // 0 where unknown

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    // As dropMimeData: what a view that moves rows by itself calls first.
    bool moveRows(const QModelIndex& from, int row, int count, const QModelIndex& to, int before) override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

  Q_SIGNALS:
    void dropped(int64_t id, int row);  // it shall stand before what is at that row now

  private:
    const document::Layer* at(int row) const;

    Drawing* m_drawing;
    Tally m_tally;                          // of all strokes, by layer
    std::vector<document::Layer> m_layers;  // topmost first
    std::vector<int> m_counts;              // strokes on each
};

// One change to one layer, as one step.
void changeLayer(Drawing& drawing, int64_t id, const std::function<void(document::Layer&)>& change,
                 const QString& label, const QString& mergeKey = {});

}  // namespace sketchwalk::ui
