#include "ui/panels/MapPanel.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QRegularExpressionValidator>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/panels/Form.h"
#include "ui/panels/IconButton.h"
#include "ui/panels/Icons.h"
#include "ui/panels/Words.h"

namespace sketchwalk::ui {

namespace {

constexpr int64_t kOff = 1, kOn = 0;  // the map
constexpr double kLeast = 64, kMost = 8192;
constexpr int kPause = 500;  // ms without typing

// A label that is hidden where it has nothing to say.
void say(QLabel* label, const QString& text) {
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

QLabel* answerLabel(const QString& objectName) {
    auto* label = new QLabel;
    label->setObjectName(objectName);
    label->setWordWrap(true);
    return label;
}

// A biome or a season, as a person calls it.
QString inWords(const std::string& id) {
    return QCoreApplication::translate("Climate", QByteArray::fromStdString(id).replace('_', ' '));
}

QDoubleSpinBox* lengthBox(const QString& objectName, const QString& name) {
    auto* box = new QDoubleSpinBox;
    box->setObjectName(objectName);
    box->setRange(kLeast, kMost);
    box->setDecimals(0);
    box->setSingleStep(32);
    box->setSuffix(QObject::tr(" m"));
    box->setKeyboardTracking(false);
    box->setAccessibleName(name);
    box->setToolTip(QObject::tr("%1, 64 to 8192 metres. What is drawn stays where it is").arg(name));
    return box;
}

bool isOff(const document::Drawn& drawn, Point extent) {
    const auto& points = drawn.stroke.points;
    Box box;
    for (const sketch::StrokePoint& point : points) box.include(point.at);
    return !points.empty() && !box.overlaps(Box{{0, 0}, extent});
}

}  // namespace

MapPanel::MapPanel(Drawing* drawing, const catalogue::Catalogue& catalogue, QWidget* parent)
    : QWidget(parent),
      m_drawing(drawing),
      m_catalogue(catalogue),
      m_tally(drawing, [drawing](const document::Drawn& drawn) {
          return isOff(drawn, drawing->settings().extent) ? kOff : kOn;
      }) {
    setObjectName(QStringLiteral("MapPanel"));
    setAccessibleName(tr("Map"));
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(6, 6, 6, 6);
    column->addWidget(sizePart());
    column->addWidget(placePart());
    column->addWidget(drawnPart());
    column->addWidget(underlayPart());
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    m_promptPause.setSingleShot(true);
    m_promptPause.setInterval(kPause);
    connect(&m_promptPause, &QTimer::timeout, this, &MapPanel::applyPrompt);
    connect(drawing, &Drawing::changed, this, [this](const document::Change& change) {
        if (change.after) {
            refresh();
        } else {
            showOff();  // a stroke changes nothing else here
        }
    });
    connect(drawing, &Drawing::reset, this, &MapPanel::refresh);
    refresh();
}

QWidget* MapPanel::sizePart() {
    auto* part = new QGroupBox(tr("Size"));
    auto* column = new QVBoxLayout(part);
    auto* row = new QHBoxLayout;
    m_width = lengthBox(QStringLiteral("mapWidth"), tr("Width, west to east"));
    m_height = lengthBox(QStringLiteral("mapHeight"), tr("Height, north to south"));
    m_square = iconButton(QStringLiteral("mapSquare"), QStringLiteral("link"), tr("Keep it square"));
    m_square->setCheckable(true);
    row->addWidget(m_width, 1);
    row->addWidget(new QLabel(QStringLiteral("×")));
    row->addWidget(m_height, 1);
    row->addWidget(m_square);
    column->addLayout(row);
    m_off = answerLabel(QStringLiteral("mapOff"));
    column->addWidget(m_off);
    connect(m_width, &QDoubleSpinBox::valueChanged, this, [this] { applySize(true); });
    connect(m_height, &QDoubleSpinBox::valueChanged, this, [this] { applySize(false); });
    connect(m_square, &QToolButton::toggled, this, [this](bool square) {
        if (square && !m_refreshing) applySize(true);
    });
    return part;
}

QWidget* MapPanel::placePart() {
    auto* part = new QGroupBox(tr("Place"));
    auto* form = new Form(part);
    m_base = new QComboBox;
    m_base->setObjectName(QStringLiteral("mapBase"));
    m_base->setEditable(true);
    m_base->setInsertPolicy(QComboBox::NoInsert);
    m_base->setAccessibleName(tr("Ground where nothing is drawn"));
    m_base->setToolTip(tr("What lies where nothing is drawn: choose, or say it in your own words and press Enter"));
    for (const catalogue::Entry& entry : m_catalogue.entries()) {
        if (entry.kind != catalogue::Kind::surface) continue;
        m_base->addItem(brushIcon(m_catalogue, entry.id), brushName(m_catalogue, entry.id),
                        QString::fromStdString(entry.id));
    }
    connect(m_base, &QComboBox::activated, this, [this](int index) {
        m_base->setEditText(m_base->itemText(index));
        applyBase();
    });
    connect(m_base->lineEdit(), &QLineEdit::editingFinished, this, &MapPanel::applyBase);
    form->addRow(tr("&Ground"), m_base);
    m_baseAnswer = answerLabel(QStringLiteral("mapBaseAnswer"));
    form->addRow(m_baseAnswer);

    m_prompt = new QPlainTextEdit;
    m_prompt->setObjectName(QStringLiteral("mapPrompt"));
    m_prompt->setAccessibleName(tr("The place in words"));
    m_prompt->setToolTip(tr("The place in your own words; climate and season come from them"));
    m_prompt->setPlaceholderText(tr("A snowy village by a river, in winter"));
    m_prompt->setTabChangesFocus(true);
    m_prompt->setFixedHeight(fontMetrics().lineSpacing() * 4 + 12);
    m_prompt->installEventFilter(this);
    connect(m_prompt, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_refreshing) m_promptPause.start();
    });
    form->addRow(tr("&Words"), m_prompt);
    m_climate = answerLabel(QStringLiteral("mapClimate"));
    form->addRow(m_climate);
    return part;
}

QWidget* MapPanel::drawnPart() {
    auto* part = new QGroupBox(tr("World"));
    auto* form = new Form(part);
    auto* seedRow = new QHBoxLayout;
    m_seed = new QLineEdit;
    m_seed->setObjectName(QStringLiteral("mapSeed"));
    m_seed->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{1,19}")), m_seed));
    m_seed->setAccessibleName(tr("Seed"));
    m_seed->setToolTip(tr("The same number gives the same world; another one shuffles what was not drawn"));
    connect(m_seed, &QLineEdit::editingFinished, this, [this] { applySeed(m_seed->text().toULongLong()); });
    QToolButton* dice =
        iconButton(QStringLiteral("mapDice"), QStringLiteral("dice"), tr("Roll the dice: another seed"));
    connect(dice, &QToolButton::clicked, this,
            [this] { applySeed(QRandomGenerator::global()->bounded(1, 1'000'000)); });
    seedRow->addWidget(m_seed, 1);
    seedRow->addWidget(dice);
    form->addRow(tr("&Seed"), seedRow, m_seed);
    m_view = new QComboBox;
    m_view->setObjectName(QStringLiteral("mapView"));
    m_view->addItem(icon(QStringLiteral("view-map")), tr("From above"), static_cast<int>(sketch::View::map));
    m_view->addItem(icon(QStringLiteral("view-isometric")), tr("At an angle (isometric)"),
                    static_cast<int>(sketch::View::isometric));
    m_view->setAccessibleName(tr("Drawn"));
    m_view->setToolTip(
        tr("Whether the paper shows the land from above or at an angle. What is drawn is read that way"));
    connect(m_view, &QComboBox::activated, this, [this] {
        const auto view = static_cast<sketch::View>(m_view->currentData().toInt());
        m_drawing->changeSettings([&](document::Settings& settings) { settings.view = view; }, tr("Change the view"));
    });
    form->addRow(tr("&Drawn"), m_view);
    return part;
}

bool MapPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_prompt && event->type() == QEvent::FocusOut && m_promptPause.isActive()) applyPrompt();
    return QWidget::eventFilter(watched, event);
}

void MapPanel::applySize(bool widthLeads) {
    if (m_refreshing) return;
    Point extent(m_width->value(), m_height->value());
    if (m_square->isChecked()) extent = widthLeads ? Point(extent.x, extent.x) : Point(extent.y, extent.y);
    m_drawing->changeSettings([&](document::Settings& settings) { settings.extent = extent; },
                              tr("Size %1 × %2 m").arg(extent.x).arg(extent.y), QStringLiteral("extent"));
    refresh();
}

void MapPanel::applyBase() {
    if (m_refreshing) return;
    const QString typed = m_base->currentText().simplified();
    const int known = m_base->findText(typed, Qt::MatchFixedString);
    std::string base = known >= 0 ? m_base->itemData(known).toString().toStdString() : std::string();
    QString answer;
    if (base.empty() && !typed.isEmpty()) {
        const Understood meant = understand(m_catalogue, typed, true);
        base = meant.brush;
        if (base.empty()) answer = meant.answer;
    }
    if (base.empty()) {
        if (answer.isEmpty()) refresh();  // nothing was said: what was there stays
        say(m_baseAnswer, answer);
        return;
    }
    m_drawing->changeSettings([&](document::Settings& settings) { settings.base = base; }, tr("Ground: %1").arg(typed));
    refresh();
}

void MapPanel::applyPrompt() {
    m_promptPause.stop();
    const std::string prompt = m_prompt->toPlainText().trimmed().toStdString();
    m_drawing->changeSettings([&](document::Settings& settings) { settings.prompt = prompt; }, tr("Words of the place"),
                              QStringLiteral("prompt"));
}

void MapPanel::applySeed(uint64_t seed) {
    if (m_refreshing) return;
    m_drawing->changeSettings([&](document::Settings& settings) { settings.seed = seed; }, tr("Seed %1").arg(seed));
}

void MapPanel::refresh() {
    if (m_refreshing) return;
    m_refreshing = true;
    const document::Settings& settings = m_drawing->settings();
    showSize();
    m_base->setEditText(brushName(m_catalogue, settings.base));
    m_base->setCurrentIndex(m_base->findData(QString::fromStdString(settings.base)));
    if (m_base->currentIndex() < 0) m_base->setEditText(brushName(m_catalogue, settings.base));
    say(m_baseAnswer, {});
    const QString prompt = QString::fromStdString(settings.prompt);
    // Words that are being typed stay: their step is on its way.
    if (!m_promptPause.isActive() && m_prompt->toPlainText().trimmed() != prompt) m_prompt->setPlainText(prompt);
    showClimate();
    m_seed->setText(QString::number(settings.seed));
    m_view->setCurrentIndex(m_view->findData(static_cast<int>(settings.view)));
    showUnderlay();
    m_refreshing = false;
}

void MapPanel::showSize() {
    const Point extent = m_drawing->settings().extent;
    m_width->setValue(extent.x);
    m_height->setValue(extent.y);
    if (extent.x != extent.y) m_square->setChecked(false);
    showOff();
}

void MapPanel::showOff() {
    const int off = m_tally.of(kOff);
    const QString one =
        tr("One drawn thing lies off the map. It is kept, not built, and comes back when the map grows.");
    const QString many = tr(
        "%n drawn things lie off the map. They are kept, not built, and come back when the map grows.", nullptr, off);
    say(m_off, off == 0 ? QString() : off == 1 ? one : many);
}

void MapPanel::showClimate() {
    const document::Settings& settings = m_drawing->settings();
    const catalogue::Biome& biome = m_catalogue.biomeFor(settings.base, settings.prompt);
    const std::string season = m_catalogue.seasonFor(settings.base, settings.prompt);
    const QString ground = brushWord(m_catalogue, m_catalogue.baseSurface(settings.base, biome).id);
    QString text = tr("Climate: %1").arg(inWords(biome.id));
    text += tr(" · season: %1").arg(season.empty() ? tr("not said") : inWords(season));
    text += tr(" · ground: %1").arg(ground);
    say(m_climate, text);
}

}  // namespace sketchwalk::ui
