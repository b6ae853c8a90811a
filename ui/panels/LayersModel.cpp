#include "ui/panels/LayersModel.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>
#include <algorithm>

namespace sketchwalk::ui {

namespace {
const QString kMime = QStringLiteral("application/x-sketchwalk-layer");

QString things(int count) {
    return count == 1 ? LayersModel::tr("one thing drawn here")
                      : LayersModel::tr("%n things drawn here", nullptr, count);
}
}  // namespace

void changeLayer(Drawing& drawing, int64_t id, const std::function<void(document::Layer&)>& change,
                 const QString& label, const QString& mergeKey) {
    drawing.changeSettings(
        [&](document::Settings& settings) {
            for (document::Layer& layer : settings.layers) {
                if (layer.id == id) change(layer);
            }
        },
        label, mergeKey);
}

LayersModel::LayersModel(Drawing* drawing, QObject* parent)
    : QAbstractListModel(parent),
      m_drawing(drawing),
      m_tally(drawing, [](const document::Drawn& drawn) { return drawn.layer; }) {
    refresh();
}

void LayersModel::refresh() {
    std::vector<document::Layer> layers = m_drawing->settings().layers;
    std::reverse(layers.begin(), layers.end());
    const auto sameIds = [](const document::Layer& a, const document::Layer& b) { return a.id == b.id; };
    const bool same = std::equal(layers.begin(), layers.end(), m_layers.begin(), m_layers.end(), sameIds);
    std::vector<int> numbers;
    for (const document::Layer& layer : layers) numbers.push_back(m_tally.of(layer.id));
    // An editor that is open survives what keeps the order.
    if (same) {
        if (layers == m_layers && numbers == m_counts) return;
        m_layers = std::move(layers);
        m_counts = std::move(numbers);
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_layers = std::move(layers);
    m_counts = std::move(numbers);
    endResetModel();
}

int LayersModel::rowOf(int64_t id) const {
    const auto found =
        std::find_if(m_layers.begin(), m_layers.end(), [&](const auto& layer) { return layer.id == id; });
    return found == m_layers.end() ? -1 : static_cast<int>(found - m_layers.begin());
}

const document::Layer* LayersModel::at(int row) const {
    return row >= 0 && row < rowCount() ? &m_layers[static_cast<size_t>(row)] : nullptr;
}

int64_t LayersModel::idAt(int row) const {
    const document::Layer* layer = at(row);
    return layer != nullptr ? layer->id : 0;
}

int LayersModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_layers.size());
}

QVariant LayersModel::data(const QModelIndex& index, int role) const {
    const document::Layer* layer = at(index.row());
    if (layer == nullptr) return {};
    const int count = m_counts[static_cast<size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
            return QString::fromStdString(layer->name);
        case Qt::AccessibleTextRole: {
            QString text = tr("%1, %2").arg(QString::fromStdString(layer->name), things(count));
            if (!layer->shown) text = tr("%1, hidden").arg(text);
            if (layer->locked) text = tr("%1, locked").arg(text);
            return text;
        }
        case Qt::ToolTipRole:
            return things(count);
        case shownRole:
            return layer->shown;
        case lockedRole:
            return layer->locked;
        case opacityRole:
            return layer->opacity;
        case idRole:
            return QVariant::fromValue<qlonglong>(layer->id);
        case countRole:
            return count;
        default:
            return {};
    }
}

bool LayersModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const document::Layer* layer = at(index.row());
    if (layer == nullptr) return false;
    const int64_t id = layer->id;
    if (role == Qt::EditRole) {
        const QString name = value.toString().simplified().left(80);
        if (name.isEmpty()) return false;
        changeLayer(
            *m_drawing, id, [&](document::Layer& it) { it.name = name.toStdString(); }, tr("Rename layer"));
        return true;
    }
    if (role == shownRole) {
        changeLayer(
            *m_drawing, id, [&](document::Layer& it) { it.shown = value.toBool(); },
            value.toBool() ? tr("Show layer") : tr("Hide layer"));
        return true;
    }
    if (role == lockedRole) {
        changeLayer(
            *m_drawing, id, [&](document::Layer& it) { it.locked = value.toBool(); },
            value.toBool() ? tr("Lock layer") : tr("Unlock layer"));
        return true;
    }
    return false;
}

Qt::ItemFlags LayersModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled;
}

QStringList LayersModel::mimeTypes() const {
    return {kMime};
}

QMimeData* LayersModel::mimeData(const QModelIndexList& indexes) const {
    auto* data = new QMimeData;
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << static_cast<qint64>(indexes.isEmpty() ? 0 : idAt(indexes.first().row()));
    data->setData(kMime, bytes);
    return data;
}

bool LayersModel::moveRows(const QModelIndex& from, int row, int count, const QModelIndex& to, int before) {
    if (from.isValid() || to.isValid() || count != 1 || idAt(row) == 0 || before < 0 || before > rowCount())
        return false;
    Q_EMIT dropped(idAt(row), before);
    return true;
}

bool LayersModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int, const QModelIndex& parent) {
    if (action != Qt::MoveAction || !data->hasFormat(kMime)) return false;
    qint64 id = 0;
    QDataStream stream(data->data(kMime));
    stream >> id;
    if (row < 0) row = parent.isValid() ? parent.row() : rowCount();
    Q_EMIT dropped(id, row);
    return false;  // the layer has moved already; the view must remove nothing
}

}  // namespace sketchwalk::ui
