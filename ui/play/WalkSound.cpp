#include "ui/play/WalkSound.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#ifdef SKETCHWALK_SOUND
#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QIODevice>
#include <QMediaDevices>
#include <mutex>
#include <vector>
#endif

namespace sketchwalk::ui {
namespace {

constexpr double kPace = 0.72, kRunningPace = 1.15;  // metres between two steps
constexpr double kRunning = 3;                       // metres a second and more
constexpr double kOverGround = 0.25;                 // metres: then one stands on something built
constexpr double kHearing = 7;                       // metres at which water is half as loud
constexpr float kWind = 0.35f;

struct Sounding {
    std::string_view surface;
    Footing footing;
};
constexpr std::array kSoundings{
    Sounding{"sand", Footing::sand},    Sounding{"ash", Footing::sand},    Sounding{"gravel", Footing::gravel},
    Sounding{"path", Footing::gravel},  Sounding{"rock", Footing::stone},  Sounding{"road", Footing::stone},
    Sounding{"paving", Footing::stone}, Sounding{"snow", Footing::snow},   Sounding{"dirt", Footing::earth},
    Sounding{"mud", Footing::earth},    Sounding{"field", Footing::earth}, Sounding{"garden", Footing::earth},
    Sounding{"ice", Footing::stone},
};

}  // namespace

Footing footingAt(const scene::Scene& scene, const play::Walker& walker) {
    if (walker.submerged > 0.03) return Footing::shallows;
    const auto& ground = scene.ground;
    if (!ground || ground->surface.empty()) return Footing::grass;
    const Point place(walker.feet.x, walker.feet.z);
    const auto x = static_cast<int>(place.x / ground->spacing), y = static_cast<int>(place.y / ground->spacing);
    const std::string& name = ground->surfaces[ground->surface.clamped(x, y)];
    if (name != "ice" && walker.feet.y > ground->heightAt(place) + kOverGround) return Footing::wood;
    const auto* found = std::find_if(kSoundings.begin(), kSoundings.end(),
                                     [&](const Sounding& sounding) { return sounding.surface == name; });
    return found == kSoundings.end() ? Footing::grass : found->footing;
}

float waterHeardAt(const scene::Scene& scene, const glm::dvec3& place) {
    const auto& ground = scene.ground;
    if (!ground || ground->shore.empty()) return 0;
    const double away =
        std::max(0.0, static_cast<double>(ground->shore.clamped(static_cast<int>(place.x / ground->spacing),
                                                                static_cast<int>(place.z / ground->spacing))));
    return static_cast<float>(1 / (1 + away * away / (kHearing * kHearing)));
}

#ifdef SKETCHWALK_SOUND

// Hands samples to Qt, from whatever thread asks for them.
class WalkSound::Device : public QIODevice {
  public:
    static std::unique_ptr<Device> open() {
        const QAudioDevice output = QMediaDevices::defaultAudioOutput();
        QAudioFormat format;
        format.setSampleRate(kSampleRate);
        format.setChannelCount(1);
        format.setSampleFormat(QAudioFormat::Float);
        if (output.isNull() || !output.isFormatSupported(format)) return nullptr;
        auto device = std::make_unique<Device>();
        device->QIODevice::open(QIODevice::ReadOnly);
        device->m_sink = std::make_unique<QAudioSink>(output, format);
        // The window draws for up to a quarter of a second without a look at anything else.
        device->m_sink->setBufferSize(static_cast<qsizetype>(0.3 * kSampleRate * sizeof(float)));
        device->m_sink->start(device.get());
        return device;
    }
    ~Device() override {
        if (m_sink) m_sink->stop();
    }
    template <class Use>
    void with(const Use& use) {
        const std::lock_guard lock(m_mutex);
        use(m_synth);
    }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return 1 << 20; }

  protected:
    qint64 readData(char* data, qint64 most) override {
        const auto count = static_cast<size_t>(most) / sizeof(float);
        const std::lock_guard lock(m_mutex);
        m_samples.resize(count);
        m_synth.render(m_samples);
        std::copy_n(reinterpret_cast<const char*>(m_samples.data()), count * sizeof(float), data);
        return static_cast<qint64>(count * sizeof(float));
    }
    qint64 writeData(const char*, qint64) override { return -1; }

  private:
    std::mutex m_mutex;  // guards the synth and its samples
    Synth m_synth;
    std::vector<float> m_samples;
    std::unique_ptr<QAudioSink> m_sink;
};

#else

class WalkSound::Device {
  public:
    static std::unique_ptr<Device> open() { return nullptr; }
    template <class Use>
    void with(const Use&) {}
};

#endif

WalkSound::WalkSound() = default;
WalkSound::~WalkSound() = default;

void WalkSound::begin(std::shared_ptr<const scene::Scene> scene) {
    m_scene = std::move(scene);
    m_steppedAt = 0;
    m_wasWet = false;
    if (!m_device) m_device = Device::open();
}

void WalkSound::end() {
    m_device.reset();
    m_scene.reset();
}

bool WalkSound::isHeard() const {
    return m_device != nullptr;
}

void WalkSound::follow(const play::Walker& walker) {
    if (!m_device || !m_scene) return;
    const double speed = std::hypot(walker.velocity.x, walker.velocity.z);
    const bool running = speed > kRunning;
    if (walker.walked < m_steppedAt) m_steppedAt = walker.walked;
    const bool steps =
        walker.stance == play::Stance::standing && walker.walked - m_steppedAt > (running ? kRunningPace : kPace);
    const bool wet = walker.stance == play::Stance::swimming;
    m_device->with([&](Synth& synth) {
        synth.setWind(kWind);
        synth.setWater(waterHeardAt(*m_scene, walker.feet));
        synth.setUnder(walker.submerged > walker.eye);
        if (steps) synth.step(footingAt(*m_scene, walker), walker.crouched ? 0.35f : running ? 1.0f : 0.7f);
        if (wet && !m_wasWet) synth.splash(0.8f);
    });
    if (steps || walker.stance != play::Stance::standing) m_steppedAt = walker.walked;
    m_wasWet = wet;
}

void WalkSound::land(double metresASecond) {
    if (!m_device || !m_scene) return;
    m_device->with(
        [&](Synth& synth) { synth.step(Footing::earth, std::min(1.0f, static_cast<float>(metresASecond) / 8)); });
}

}  // namespace sketchwalk::ui
