#include "ui/panels/LayersPanel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/panels/IconButton.h"
#include "ui/panels/Icons.h"
#include "ui/panels/LayersModel.h"

namespace sketchwalk::ui {

namespace {

constexpr int kRow = 32, kMark = 20;

// A row: eye, name, lock. The marks answer to a click.
class LayerDelegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static QRect eye(const QRect& row) { return {row.left() + 5, row.center().y() - kMark / 2 + 1, kMark, kMark}; }
    static QRect lock(const QRect& row) {
        return {row.right() - 5 - kMark, row.center().y() - kMark / 2 + 1, kMark, kMark};
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {120, kRow}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem row = option;
        initStyleOption(&row, index);
        const bool shown = index.data(LayersModel::shownRole).toBool(),
                   locked = index.data(LayersModel::lockedRole).toBool();
        row.rect = option.rect;
        const QString name = row.text;
        row.text.clear();
        row.widget->style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
        const bool selected = (option.state & QStyle::State_Selected) != 0;
        const QIcon::Mode mode = selected ? QIcon::Selected : QIcon::Normal;
        icon(shown ? QStringLiteral("shown") : QStringLiteral("hidden"))
            .paint(painter, eye(option.rect), Qt::AlignCenter, mode);
        painter->save();
        if (!locked) painter->setOpacity(0.35);
        icon(locked ? QStringLiteral("locked") : QStringLiteral("unlocked"))
            .paint(painter, lock(option.rect), Qt::AlignCenter, mode);
        painter->restore();
        painter->save();
        const QPalette::ColorGroup group = shown ? QPalette::Active : QPalette::Disabled;
        painter->setPen(option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
        const QRect text = textRect(option.rect);
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeading,
                          option.fontMetrics.elidedText(name, Qt::ElideRight, text.width()));
        painter->restore();
    }

    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const override {
        editor->setGeometry(textRect(option.rect));
    }

    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override {
        if (event->type() == QEvent::MouseButtonRelease || event->type() == QEvent::MouseButtonDblClick) {
            const QPoint at = static_cast<QMouseEvent*>(event)->position().toPoint();
            const bool release = event->type() == QEvent::MouseButtonRelease;
            if (eye(option.rect).contains(at)) return !release || flip(model, index, LayersModel::shownRole);
            if (lock(option.rect).contains(at)) return !release || flip(model, index, LayersModel::lockedRole);
        }
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    }

    static bool flip(QAbstractItemModel* model, const QModelIndex& index, int role) {
        return model->setData(index, !index.data(role).toBool(), role);
    }

  private:
    static QRect textRect(const QRect& row) { return row.adjusted(10 + kMark, 2, -10 - kMark, -2); }
};

class LayerList : public QListView {
  public:
    // Not while a name is being written already, or a row dragged.
    void rename() {
        if (currentIndex().isValid()) edit(currentIndex(), AllEditTriggers, nullptr);
    }
};

}  // namespace

LayersPanel::LayersPanel(Drawing* drawing, Toolbox* toolbox, QWidget* parent)
    : QWidget(parent),
      m_drawing(drawing),
      m_toolbox(toolbox),
      m_model(new LayersModel(drawing, this)),
      m_list(new LayerList) {
    setObjectName(QStringLiteral("LayersPanel"));
    setAccessibleName(tr("Layers"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->setSpacing(4);
    column->addWidget(opacityRow());
    column->addWidget(m_list, 1);
    column->addWidget(buttons());

    m_list->setObjectName(QStringLiteral("layers"));
    m_list->setAccessibleName(tr("Layers, topmost first"));
    m_list->setToolTip(
        tr("Layers, topmost first. F2 renames, Space shows and hides, L locks, Ctrl+Up and Ctrl+Down move"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new LayerDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_list->setDragDropMode(QAbstractItemView::DragDrop);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setDragDropOverwriteMode(false);
    m_list->installEventFilter(this);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (m_refreshing || !index.isValid()) return;
        m_toolbox->change([&](Toolbox::State& state) { state.layer = m_model->idAt(index.row()); });
    });
    connect(m_model, &LayersModel::dropped, this, [this](int64_t id, int row) {
        const int from = m_model->rowOf(id), count = m_model->rowCount();
        if (from < 0) return;
        const int to = row > from ? row - 1 : row;
        place(id, static_cast<size_t>(count - 1 - std::clamp(to, 0, count - 1)));
    });
    connect(drawing, &Drawing::changed, this, &LayersPanel::refresh);
    connect(drawing, &Drawing::reset, this, [this] {
        m_order.clear();  // of another drawing
        refresh();
    });
    connect(toolbox, &Toolbox::changed, this, &LayersPanel::showCurrent);
    refresh();
}

QWidget* LayersPanel::opacityRow() {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* name = new QLabel(tr("&Opacity"));
    m_opacity = new QSlider(Qt::Horizontal);
    m_opacity->setObjectName(QStringLiteral("layerOpacity"));
    m_opacity->setRange(0, 100);
    m_opacity->setPageStep(10);
    m_opacity->setAccessibleName(tr("Opacity of the layer"));
    m_opacity->setToolTip(tr("How opaque the layer is on the paper; the world shows it whole"));
    m_opacityText = new QLabel;
    m_opacityText->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("100 %")));
    m_opacityText->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    name->setBuddy(m_opacity);
    layout->addWidget(name);
    layout->addWidget(m_opacity, 1);
    layout->addWidget(m_opacityText);
    connect(m_opacity, &QSlider::valueChanged, this, [this](int percent) {
        const int64_t id = m_toolbox->state().layer;
        changeLayer(
            *m_drawing, id, [&](document::Layer& layer) { layer.opacity = static_cast<float>(percent) / 100; },
            tr("Opacity of layer"), QStringLiteral("layer-opacity-%1").arg(id));
    });
    return row;
}

QWidget* LayersPanel::buttons() {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(1);
    QToolButton* add = iconButton(QStringLiteral("layerAdd"), QStringLiteral("add"), tr("Add a layer above this one"));
    QToolButton* rename =
        iconButton(QStringLiteral("layerRename"), QStringLiteral("rename"), tr("Rename the layer (F2)"));
    m_up = iconButton(QStringLiteral("layerUp"), QStringLiteral("up"), tr("Move the layer up (Ctrl+Up)"));
    m_down = iconButton(QStringLiteral("layerDown"), QStringLiteral("down"), tr("Move the layer down (Ctrl+Down)"));
    m_remove = iconButton(QStringLiteral("layerRemove"), QStringLiteral("delete"),
                          tr("Delete the layer with what is drawn on it (Delete)"));
    connect(add, &QToolButton::clicked, this, &LayersPanel::addLayer);
    connect(rename, &QToolButton::clicked, this, &LayersPanel::renameLayer);
    connect(m_up, &QToolButton::clicked, this, [this] { moveLayer(1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveLayer(-1); });
    connect(m_remove, &QToolButton::clicked, this, &LayersPanel::removeLayer);
    for (QToolButton* one : {add, rename, m_up, m_down}) layout->addWidget(one);
    layout->addStretch(1);
    layout->addWidget(m_remove);
    return row;
}

void LayersPanel::refresh() {
    followLayer();
    m_refreshing = true;
    m_model->refresh();
    m_refreshing = false;
    showCurrent();
}

void LayersPanel::followLayer() {
    std::vector<int64_t> order;
    for (const document::Layer& layer : m_drawing->settings().layers) order.push_back(layer.id);
    const int64_t current = m_toolbox->state().layer;
    if (std::find(order.begin(), order.end(), current) == order.end() && !order.empty()) {
        // The one below takes a lost layer's place, else the lowest.
        const auto was = std::find(m_order.begin(), m_order.end(), current);
        int64_t next = was == m_order.end() ? order.back() : order.front();
        for (auto below = was; below != m_order.begin() && was != m_order.end();) {
            --below;
            if (std::find(order.begin(), order.end(), *below) != order.end()) {
                next = *below;
                break;
            }
        }
        m_order = order;
        m_toolbox->change([&](Toolbox::State& state) { state.layer = next; });
    }
    m_order = order;
}

void LayersPanel::showCurrent() {
    const document::Layer* layer = m_drawing->document().layer(m_toolbox->state().layer);
    const int row = m_model->rowOf(m_toolbox->state().layer);
    m_refreshing = true;
    if (row >= 0 && m_list->currentIndex().row() != row) m_list->setCurrentIndex(m_model->index(row));
    m_refreshing = false;
    const QSignalBlocker quiet(m_opacity);
    m_opacity->setEnabled(layer != nullptr);
    if (layer != nullptr) m_opacity->setValue(qRound(layer->opacity * 100));
    m_opacityText->setText(tr("%1 %").arg(m_opacity->value()));
    m_remove->setEnabled(m_model->rowCount() > 1 && row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_model->rowCount());
}

void LayersPanel::addLayer() {
    const document::Settings& settings = m_drawing->settings();
    int64_t id = 1;
    QStringList names;
    for (const document::Layer& layer : settings.layers) {
        id = std::max(id, layer.id + 1);
        names.append(QString::fromStdString(layer.name));
    }
    // Strokes that were undone may still name a layer that is gone.
    for (const document::Step& step : m_drawing->history().steps()) {
        for (const auto* side : {&step.change.before, &step.change.after}) {
            if (!side->has_value()) continue;
            for (const document::Layer& layer : (*side)->layers) id = std::max(id, layer.id + 1);
        }
    }
    QString name;
    for (int number = static_cast<int>(names.size()) + 1; name.isEmpty() || names.contains(name); ++number) {
        name = tr("Layer %1").arg(number);
    }
    const int64_t above = m_toolbox->state().layer;
    m_drawing->changeSettings(
        [&](document::Settings& next) {
            auto at = std::find_if(next.layers.begin(), next.layers.end(),
                                   [&](const auto& layer) { return layer.id == above; });
            if (at != next.layers.end()) ++at;
            next.layers.insert(at, document::Layer{id, name.toStdString(), true, false, 1});
        },
        tr("Add layer"));
    m_toolbox->change([&](Toolbox::State& state) { state.layer = id; });
}

void LayersPanel::removeLayer() {
    const int64_t id = m_toolbox->state().layer;
    document::Document next = m_drawing->document();
    if (next.settings.layers.size() < 2 || next.layer(id) == nullptr) return;
    const QString name = QString::fromStdString(next.layer(id)->name);
    std::erase_if(next.settings.layers, [&](const document::Layer& layer) { return layer.id == id; });
    std::erase_if(next.strokes, [&](const document::DrawnPtr& drawn) { return drawn->layer == id; });
    m_drawing->commit(std::move(next), tr("Delete layer “%1”").arg(name));
}

void LayersPanel::renameLayer() {
    static_cast<LayerList*>(m_list)->rename();
}

void LayersPanel::moveLayer(int by) {
    const int64_t id = m_toolbox->state().layer;
    const int row = m_model->rowOf(id), count = m_model->rowCount();
    const int to = row - by;
    if (row < 0 || to < 0 || to >= count) return;
    place(id, static_cast<size_t>(count - 1 - to));
}

void LayersPanel::place(int64_t id, size_t position) {
    m_drawing->changeSettings(
        [&](document::Settings& settings) {
            auto& layers = settings.layers;
            const auto from =
                std::find_if(layers.begin(), layers.end(), [&](const auto& layer) { return layer.id == id; });
            if (from == layers.end()) return;
            document::Layer layer = *from;
            layers.erase(from);
            layers.insert(layers.begin() + static_cast<std::ptrdiff_t>(std::min(position, layers.size())),
                          std::move(layer));
        },
        tr("Move layer"));
}

bool LayersPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_list || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto* press = static_cast<QKeyEvent*>(event);
    const QModelIndex current = m_list->currentIndex();
    const bool control = (press->modifiers() & Qt::ControlModifier) != 0;
    switch (press->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
            if (!control) break;
            moveLayer(press->key() == Qt::Key_Up ? 1 : -1);
            return true;
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            removeLayer();
            return true;
        case Qt::Key_Space:
            if (current.isValid()) LayerDelegate::flip(m_model, current, LayersModel::shownRole);
            return true;
        case Qt::Key_L:
            if (control || !current.isValid()) break;
            LayerDelegate::flip(m_model, current, LayersModel::lockedRole);
            return true;
        default:
            break;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace sketchwalk::ui
