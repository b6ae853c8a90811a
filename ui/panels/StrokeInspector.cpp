#include "ui/panels/StrokeInspector.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/panels/Form.h"
#include "ui/panels/IconLabel.h"
#include "ui/panels/Icons.h"
#include "ui/panels/LogSlider.h"
#include "ui/panels/Words.h"

namespace sketchwalk::ui {

namespace {

using Strokes = std::vector<document::DrawnPtr>;

// The value that all have; nothing where they differ.
template <class Get>
auto shared(const Strokes& strokes, Get&& get) -> std::optional<std::decay_t<decltype(get(*strokes.front()))>> {
    if (strokes.empty()) return std::nullopt;
    const auto first = get(*strokes.front());
    for (const document::DrawnPtr& drawn : strokes) {
        if (get(*drawn) != first) return std::nullopt;
    }
    return first;
}

bool isLine(const document::Drawn& drawn) {
    return !drawn.stroke.closed && drawn.stroke.points.size() > 1;
}

QString measure(const sketch::Stroke& stroke) {
    Polyline line;
    for (const sketch::StrokePoint& point : stroke.points) line.push_back(point.at);
    if (stroke.closed) {
        return QObject::tr("%1 m²").arg(qRound64(area(Polygon{line, stroke.holes})));
    }
    double length = 0;
    for (size_t i = 1; i < line.size(); ++i) length += distance(line[i - 1], line[i]);
    return length > 0 ? QObject::tr("%1 m long").arg(qRound64(length)) : QString();
}

}  // namespace

StrokeInspector::StrokeInspector(Drawing* drawing, Selection* selection, Toolbox* toolbox,
                                 const catalogue::Catalogue& catalogue, QWidget* parent)
    : QWidget(parent),
      m_drawing(drawing),
      m_selection(selection),
      m_toolbox(toolbox),
      m_catalogue(catalogue),
      m_pages(new QStackedWidget) {
    setObjectName(QStringLiteral("StrokeInspector"));
    setAccessibleName(tr("Selection"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->addWidget(m_pages);
    auto* nothing = new QLabel(tr("Nothing is selected. Circle things with the selection tool."));
    nothing->setObjectName(QStringLiteral("nothingSelected"));
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setWordWrap(true);
    nothing->setEnabled(false);
    m_pages->addWidget(nothing);
    m_formPage = formPage();
    m_pages->addWidget(m_formPage);
    connect(selection, &Selection::changed, this, [this] {
        m_brush->setModified(false);
        m_text->setModified(false);
        refresh();
    });
    connect(drawing, &Drawing::changed, this, &StrokeInspector::refresh);
    connect(drawing, &Drawing::reset, this, &StrokeInspector::refresh);
    connect(toolbox, &Toolbox::changed, this, &StrokeInspector::refresh);
    refresh();
}

QWidget* StrokeInspector::formPage() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    m_count = new QLabel;
    m_count->setObjectName(QStringLiteral("selectionCount"));
    QFont bold = m_count->font();
    bold.setBold(true);
    m_count->setFont(bold);
    m_count->setWordWrap(true);
    m_locked = new QLabel(tr("It lies on a locked layer."));
    m_locked->setObjectName(QStringLiteral("selectionLocked"));
    m_fields = new QWidget;
    m_form = new Form(m_fields);
    m_form->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_count);
    column->addWidget(m_locked);
    column->addWidget(m_fields);
    column->addStretch(1);

    m_form->addRow(tr("&Brush"), brushRow());
    m_brushAnswer = new QLabel;
    m_brushAnswer->setObjectName(QStringLiteral("inspectBrushAnswer"));
    m_brushAnswer->setWordWrap(true);
    m_form->addRow(m_brushAnswer);
    m_paletteBrush = new QPushButton;
    m_paletteBrush->setObjectName(QStringLiteral("inspectPaletteBrush"));
    m_paletteBrush->setAccessibleName(tr("Make it what the brush draws"));
    m_paletteBrush->setToolTip(tr("Makes everything selected what the brush draws now"));
    connect(m_paletteBrush, &QPushButton::clicked, this,
            [this] { applyBrush(QString::fromStdString(m_toolbox->state().brush)); });
    m_form->addRow(m_paletteBrush);
    m_widthRow = widthRow();
    m_form->addRow(tr("&Width"), m_widthRow);

    m_pen = new QComboBox;
    m_pen->setObjectName(QStringLiteral("inspectPen"));
    m_pen->setAccessibleName(tr("Pen"));
    m_pen->setToolTip(tr("Detail: exactly what is drawn. Block: roughly there; details are made up"));
    m_pen->setPlaceholderText(tr("Various"));
    m_pen->addItem(icon(QStringLiteral("pen-detail")), tr("Detail"), static_cast<int>(sketch::Pen::detail));
    m_pen->addItem(icon(QStringLiteral("pen-block")), tr("Block"), static_cast<int>(sketch::Pen::block));
    connect(m_pen, &QComboBox::activated, this, [this] {
        const auto pen = static_cast<sketch::Pen>(m_pen->currentData().toInt());
        change([&](document::Drawn& drawn) { drawn.stroke.pen = pen; }, tr("Change pen"));
    });
    m_form->addRow(tr("&Pen"), m_pen);
    m_layer = new QComboBox;
    m_layer->setObjectName(QStringLiteral("inspectLayer"));
    m_layer->setAccessibleName(tr("Layer"));
    m_layer->setToolTip(tr("Moves what is selected to another layer"));
    m_layer->setPlaceholderText(tr("Various"));
    connect(m_layer, &QComboBox::activated, this, [this] {
        const int64_t layer = m_layer->currentData().toLongLong();
        change([&](document::Drawn& drawn) { drawn.layer = layer; },
               tr("Move to layer “%1”").arg(m_layer->currentText()));
    });
    m_form->addRow(tr("&Layer"), m_layer);
    m_text = new QLineEdit;
    m_text->setObjectName(QStringLiteral("inspectText"));
    m_text->setAccessibleName(tr("Words of the label"));
    m_text->setToolTip(tr("What is written there"));
    connect(m_text, &QLineEdit::editingFinished, this, [this] {
        if (m_refreshing || !m_text->isModified()) return;
        const std::string text = m_text->text().trimmed().toStdString();
        m_text->setModified(false);
        change([&](document::Drawn& drawn) { drawn.stroke.text = text; },
               tr("Write “%1”").arg(m_text->text().trimmed()));
    });
    m_form->addRow(tr("&Words"), m_text);
    addFollower();
    return page;
}

void StrokeInspector::addFollower() {
    m_follower = new QComboBox;
    m_follower->setObjectName(QStringLiteral("inspectFollower"));
    m_follower->setAccessibleName(tr("Who goes along it"));
    m_follower->setToolTip(tr("Who goes along the route; how fast you drew it says how fast they go"));
    m_follower->setPlaceholderText(tr("Various"));
    m_follower->addItem(icon(QStringLiteral("route")), tr("Who suits it"), QString());
    for (const catalogue::Entry& entry : m_catalogue.entries()) {
        if (entry.follows == catalogue::Follows::nothing) continue;
        m_follower->addItem(brushIcon(m_catalogue, entry.id), brushName(m_catalogue, entry.id),
                            QString::fromStdString(entry.id));
    }
    connect(m_follower, &QComboBox::activated, this, [this] {
        const std::string who = m_follower->currentData().toString().toStdString();
        change([&](document::Drawn& drawn) { drawn.stroke.text = who; },
               tr("Who goes along it: %1").arg(m_follower->currentText()));
    });
    m_form->addRow(tr("W&ho goes"), m_follower);
}

void StrokeInspector::showFollower(const Strokes& strokes) {
    const bool routes = std::all_of(strokes.begin(), strokes.end(), [&](const auto& drawn) {
        const catalogue::Entry* entry = m_catalogue.resolve(drawn->stroke.brush).entry;
        return entry != nullptr && entry->id == "route";
    });
    m_form->setRowVisible(m_follower, routes);
    if (!routes) return;
    const auto who = shared(strokes, [&](const document::Drawn& drawn) {
        const catalogue::Entry* entry = m_catalogue.resolve(drawn.stroke.text).entry;
        return entry != nullptr && entry->follows != catalogue::Follows::nothing ? entry->id : std::string();
    });
    m_follower->setCurrentIndex(who ? m_follower->findData(QString::fromStdString(*who)) : -1);
}

QWidget* StrokeInspector::brushRow() {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_brushIcon = new IconLabel({}, QSize(22, 22));
    m_brush = new QLineEdit;
    m_brush->setObjectName(QStringLiteral("inspectBrush"));
    m_brush->setAccessibleName(tr("What it is"));
    m_brush->setToolTip(tr("What it is, in your own words; Enter changes it"));
    QStringList names;
    for (const catalogue::Entry& entry : m_catalogue.entries()) {
        if (entry.kind != catalogue::Kind::atmosphere) names.append(brushName(m_catalogue, entry.id));
    }
    auto* completer = new QCompleter(names, m_brush);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_brush->setCompleter(completer);
    connect(m_brush, &QLineEdit::editingFinished, this, [this] {
        if (!m_refreshing && m_brush->text() != m_shownBrush) applyBrush(m_brush->text());
    });
    row->setFocusProxy(m_brush);
    layout->addWidget(m_brushIcon);
    layout->addWidget(m_brush, 1);
    return row;
}

QWidget* StrokeInspector::widthRow() {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_width = new LogSlider(0.2, 200);
    m_width->setObjectName(QStringLiteral("inspectWidth"));
    m_width->setNames(tr("Width in metres"), tr("How wide the line is, in metres"));
    connect(m_width, &LogSlider::changed, this, [this](double metres) {
        const std::vector<int64_t>& ids = m_selection->strokes();
        const QString key = QStringLiteral("width-%1-%2-%3").arg(ids.front()).arg(ids.back()).arg(ids.size());
        change(
            [&](document::Drawn& drawn) {
                if (isLine(drawn)) drawn.stroke.width = metres;
            },
            tr("Change width"), key);
    });
    m_usualWidth = new QPushButton(tr("Usual"));
    m_usualWidth->setObjectName(QStringLiteral("inspectUsualWidth"));
    m_usualWidth->setToolTip(tr("As wide as this usually is"));
    connect(m_usualWidth, &QPushButton::clicked, this,
            [this] { change([](document::Drawn& drawn) { drawn.stroke.width = 0; }, tr("Usual width")); });
    row->setFocusProxy(m_width);
    layout->addWidget(m_width, 1);
    layout->addWidget(m_usualWidth);
    return row;
}

Strokes StrokeInspector::selected() const {
    Strokes strokes;
    for (const document::DrawnPtr& drawn : m_drawing->document().strokes) {
        if (m_selection->contains(drawn->stroke.id)) strokes.push_back(drawn);
    }
    return strokes;
}

void StrokeInspector::change(const std::function<void(document::Drawn&)>& change, const QString& label,
                             const QString& mergeKey) {
    if (m_refreshing) return;
    Strokes next;
    for (const document::DrawnPtr& drawn : selected()) {
        auto changed = std::make_shared<document::Drawn>(*drawn);
        change(*changed);
        next.push_back(std::move(changed));
    }
    m_drawing->replaceStrokes(next, label, mergeKey);
}

void StrokeInspector::applyBrush(const QString& words) {
    const Understood meant = understand(m_catalogue, words);
    m_brush->setModified(false);
    if (meant.brush.empty()) {
        m_brushAnswer->setText(meant.answer);
        m_brushAnswer->setVisible(!meant.answer.isEmpty());
        return;
    }
    change([&](document::Drawn& drawn) { drawn.stroke.brush = meant.brush; },
           tr("Make it %1").arg(brushWord(m_catalogue, meant.brush)));
    refresh();
}

void StrokeInspector::refresh() {
    if (m_refreshing) return;
    const Strokes strokes = m_selection->empty() ? Strokes{} : selected();
    m_pages->setCurrentIndex(strokes.empty() ? 0 : 1);
    if (strokes.empty()) return;
    m_refreshing = true;
    const QString extra = strokes.size() == 1 ? measure(strokes.front()->stroke) : QString();
    const QString count = strokes.size() == 1 ? tr("One thing selected")
                                              : tr("%n things selected", nullptr, static_cast<int>(strokes.size()));
    m_count->setText(extra.isEmpty() ? count : tr("%1, %2").arg(count, extra));
    const bool locked = std::any_of(strokes.begin(), strokes.end(), [&](const document::DrawnPtr& drawn) {
        const document::Layer* layer = m_drawing->document().layer(drawn->layer);
        return layer != nullptr && layer->locked;
    });
    m_locked->setVisible(locked);
    m_fields->setEnabled(!locked);
    showBrush(strokes);
    showWidth(strokes);
    const auto pen = shared(strokes, [](const document::Drawn& drawn) { return drawn.stroke.pen; });
    m_pen->setCurrentIndex(pen ? m_pen->findData(static_cast<int>(*pen)) : -1);
    showLayers(strokes);
    const bool labels =
        std::all_of(strokes.begin(), strokes.end(), [](const auto& drawn) { return drawn->stroke.brush == "label"; });
    m_form->setRowVisible(m_text, labels);
    const auto text = shared(strokes, [](const document::Drawn& drawn) { return drawn.stroke.text; });
    showFollower(strokes);
    if (!m_text->isModified()) m_text->setText(text ? QString::fromStdString(*text) : QString());
    m_refreshing = false;
}

void StrokeInspector::showBrush(const Strokes& strokes) {
    const auto brush = shared(strokes, [](const document::Drawn& drawn) { return drawn.stroke.brush; });
    m_brush->setPlaceholderText(tr("Various"));
    m_shownBrush = brush ? brushName(m_catalogue, *brush) : QString();
    if (!m_brush->isModified()) m_brush->setText(m_shownBrush);
    const QIcon face = brush ? brushIcon(m_catalogue, *brush) : icon(QStringLiteral("palette"));
    m_brushIcon->setIcon(face);
    const QString answer = brush && m_catalogue.find(*brush) == nullptr
                               ? understand(m_catalogue, QString::fromStdString(*brush)).answer
                               : QString();
    m_brushAnswer->setText(answer);
    m_brushAnswer->setVisible(!answer.isEmpty());
    const std::string& palette = m_toolbox->state().brush;
    m_paletteBrush->setIcon(brushIcon(m_catalogue, palette));
    m_paletteBrush->setText(tr("Make it %1").arg(brushWord(m_catalogue, palette)));
    m_paletteBrush->setAccessibleName(m_paletteBrush->text());
    m_paletteBrush->setEnabled(!brush || *brush != palette);
}

void StrokeInspector::showWidth(const Strokes& strokes) {
    Strokes lines;
    std::copy_if(strokes.begin(), strokes.end(), std::back_inserter(lines),
                 [](const auto& drawn) { return isLine(*drawn); });
    m_form->setRowVisible(m_widthRow, !lines.empty());
    if (lines.empty()) return;
    const sketch::Stroke& first = lines.front()->stroke;
    const catalogue::Entry* entry = m_catalogue.resolve(first.brush).entry;
    const double usual = entry != nullptr && entry->lineWidth > 0 ? entry->lineWidth : 6.0;
    m_width->setValue(first.width > 0 ? first.width : usual);
    m_usualWidth->setEnabled(
        std::any_of(lines.begin(), lines.end(), [](const auto& drawn) { return drawn->stroke.width > 0; }));
}

void StrokeInspector::showLayers(const Strokes& strokes) {
    m_layer->clear();
    const auto& layers = m_drawing->settings().layers;
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        m_layer->addItem(QString::fromStdString(layer->name), QVariant::fromValue<qlonglong>(layer->id));
    }
    const auto shown = shared(strokes, [](const document::Drawn& drawn) { return drawn.layer; });
    m_layer->setCurrentIndex(shown ? m_layer->findData(QVariant::fromValue<qlonglong>(*shown)) : -1);
}

}  // namespace sketchwalk::ui
