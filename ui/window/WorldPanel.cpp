#include "ui/window/WorldPanel.h"

#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <glm/common.hpp>

#include "ui/panels/Icons.h"

namespace sketchwalk::ui {
namespace {

constexpr int kTimeSteps = 4;  // of an hour
constexpr double kNoon = 12;

}  // namespace

WorldPanel::WorldPanel(Selection* selection, QWidget* parent) : QWidget(parent), m_selection(selection) {
    setObjectName("worldPanel");
    setAccessibleName(tr("World"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_pages = new QStackedWidget;
    m_words = new QLabel(tr("Draw something: the world grows here."));
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setWordWrap(true);
    m_words->setObjectName("worldWords");
    m_pages->addWidget(m_words);
    layout->addWidget(m_pages, 1);
    layout->addWidget(bar());
    connect(m_selection, &Selection::changed, this, [this] {
        if (m_thing) Q_EMIT thingPicked(m_thing = std::nullopt);
        markSelection();
    });
}

QWidget* WorldPanel::bar() {
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 2, 8, 2);
    m_bar = layout;
    auto* sun = new QLabel;
    sun->setPixmap(icon("sun").pixmap(18, 18));
    layout->addWidget(sun);
    m_time = new QSlider(Qt::Horizontal);
    m_time->setObjectName("timeOfDay");
    m_time->setAccessibleName(tr("Time of day"));
    m_time->setToolTip(tr("Time of day"));
    m_time->setRange(0, 24 * kTimeSteps - 1);
    m_time->setValue(static_cast<int>(kNoon * kTimeSteps));
    m_time->setPageStep(kTimeSteps);
    m_time->setMinimumWidth(60);
    layout->addWidget(m_time, 1);
    m_clock = new QLabel;
    m_clock->setMinimumWidth(fontMetrics().horizontalAdvance("00:00 "));
    layout->addWidget(m_clock);
    m_quality = new QComboBox;
    m_quality->setObjectName("quality");
    m_quality->setAccessibleName(tr("Quality of the picture"));
    m_quality->setToolTip(tr("Quality of the picture. Automatic: by how fast this computer draws"));
    m_quality->addItems({tr("Automatic"), tr("Simple"), tr("Good"), tr("Best")});
    layout->addWidget(m_quality);

    const auto showTime = [this] {
        const int minutes = m_time->value() * 60 / kTimeSteps;
        m_clock->setText(
            QStringLiteral("%1:%2").arg(minutes / 60, 2, 10, QChar('0')).arg(minutes % 60, 2, 10, QChar('0')));
        if (m_viewport) m_viewport->setTimeOfDay(minutes / 60.0);
    };
    connect(m_time, &QSlider::valueChanged, this, showTime);
    connect(m_quality, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (m_viewport) m_viewport->setQuality(static_cast<render::Quality>(index));
    });
    showTime();
    return bar;
}

void WorldPanel::addToBar(QAction* action) {
    auto* button = new QToolButton;
    button->setObjectName(action->objectName() + ".button");
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus);
    m_bar->insertWidget(0, button);
}

void WorldPanel::startViewport() {
    if (m_viewport) return;
    if (QGuiApplication::platformName() == "offscreen" || QGuiApplication::platformName() == "minimal") {
        m_words->setText(tr("There is no screen to show the world on. Drawing and exporting work all the same."));
        return;
    }
    auto* viewport = new render::Viewport;
    if (!viewport->isAvailable()) {
        m_words->setText(viewport->whyNot() + "\n\n" + tr("Drawing and exporting work all the same."));
        delete viewport;
        return;
    }
    m_viewport = viewport;
    m_pages->addWidget(m_viewport);
    connect(m_viewport, &render::Viewport::picked, this, &WorldPanel::followPick);
    connect(m_viewport, &render::Viewport::sceneShown, this, &WorldPanel::worldShown);
    m_viewport->setTimeOfDay(m_time->value() / static_cast<double>(kTimeSteps));
    m_viewport->setQuality(static_cast<render::Quality>(m_quality->currentIndex()));
    if (m_world) show(m_world);
    Q_EMIT viewportStarted();
}

void WorldPanel::show(BuiltWorldPtr world) {
    m_world = std::move(world);
    if (!m_viewport) return;
    m_viewport->setScene(m_world ? m_world->world.scene : nullptr);
    if (m_world) m_pages->setCurrentWidget(m_viewport);
    markSelection();
}

void WorldPanel::followPick(const std::optional<render::Pick>& pick) {
    m_selection->set(pick && pick->stroke ? std::vector<int64_t>{*pick->stroke} : std::vector<int64_t>{});
    // The very thing, be it one of many that a stroke made, or one that grew by itself.
    m_thing = pick ? pick->instance : std::nullopt;
    markSelection();
    Q_EMIT thingPicked(m_thing);
    if (pick && pick->stroke) Q_EMIT strokePicked(*pick->stroke);
}

std::vector<const scene::Instance*> WorldPanel::selectedInstances() const {
    std::vector<const scene::Instance*> found;
    if (!m_world || m_selection->empty()) return found;
    for (const scene::InstanceGroup& group : m_world->world.scene->groups) {
        for (const scene::Instance& instance : group.instances) {
            if (instance.stroke && m_selection->contains(*instance.stroke)) found.push_back(&instance);
        }
    }
    return found;
}

void WorldPanel::markSelection() {
    if (!m_viewport) return;
    std::vector<uint64_t> ids;
    if (m_thing) {
        ids.push_back(*m_thing);
    } else {
        for (const scene::Instance* instance : selectedInstances()) ids.push_back(instance->id);
    }
    m_viewport->setSelected(std::move(ids));
}

void WorldPanel::lookAtSelection() {
    const auto instances = selectedInstances();
    if (!m_viewport || instances.empty()) return;
    glm::vec3 min(1e9f), max(-1e9f);
    for (const scene::Instance* instance : instances) {
        min = glm::min(min, instance->position - glm::vec3(6, 1, 6));
        max = glm::max(max, instance->position + glm::vec3(6, 8, 6));
    }
    m_viewport->frame(min, max);
}

}  // namespace sketchwalk::ui
