#include "ui/play/Synth.h"

#include <algorithm>
#include <cmath>

namespace sketchwalk::ui {
namespace {

constexpr float kTurn = 6.2831853f;
constexpr float kRate = kSampleRate;
constexpr float kFollow = 0.00005f;  // a sample: wind and water swell within half a second

struct Sole {
    float hertz, q, seconds, gain;  // of the heel
    float grain;                    // share of the crunch that follows
};
constexpr Sole kSoles[] = {
    {420, 0.7f, 0.060f, 0.30f, 0.55f},   // grass
    {180, 0.8f, 0.055f, 0.50f, 0.25f},   // earth
    {700, 0.6f, 0.085f, 0.24f, 0.75f},   // sand
    {1500, 0.9f, 0.050f, 0.34f, 1.00f},  // gravel
    {900, 1.6f, 0.022f, 0.42f, 0.15f},   // stone
    {230, 3.0f, 0.070f, 0.60f, 0.10f},   // wood
    {1100, 0.6f, 0.110f, 0.28f, 0.90f},  // snow
    {800, 0.8f, 0.120f, 0.40f, 0.60f},   // shallows
};

}  // namespace

float Synth::noise() {
    m_state ^= m_state << 13;
    m_state ^= m_state >> 7;
    m_state ^= m_state << 17;
    return static_cast<float>(static_cast<int64_t>(m_state) >> 40) / 8388608.0f;
}

float Synth::chance() {
    return 0.5f + 0.5f * noise();
}

void Synth::burst(float hertz, float q, float seconds, float gain, int delay) {
    Burst& one = m_bursts[m_nextBurst];
    m_nextBurst = (m_nextBurst + 1) % m_bursts.size();
    one = {};
    one.gain = gain;
    one.decay = std::exp(-1 / (seconds * kRate));
    one.pitch = 2 * std::sin(kTurn / 2 * hertz / kRate);
    one.damp = 1 / q;
    one.delay = delay;
}

// A heel, and a toe a twelfth of a second later; what lies loose crunches after.
void Synth::step(Footing footing, float strength) {
    const Sole& sole = kSoles[static_cast<size_t>(footing)];
    const float vary = 0.85f + 0.3f * chance();
    burst(sole.hertz * vary, sole.q, sole.seconds, sole.gain * strength, 0);
    burst(sole.hertz * 1.35f * vary, sole.q, sole.seconds * 0.7f, 0.55f * sole.gain * strength,
          static_cast<int>(0.08f * kRate));
    for (int i = 0; i < static_cast<int>(sole.grain * 3); ++i) {
        burst(sole.hertz * (1.5f + chance()), 2, 0.012f, 0.35f * sole.gain * strength,
              static_cast<int>((0.02f + 0.09f * chance()) * kRate));
    }
    if (footing == Footing::shallows) splash(0.4f * strength);
}

void Synth::splash(float strength) {
    burst(500, 0.6f, 0.25f, 0.5f * strength, 0);
    burst(1800, 0.7f, 0.18f, 0.3f * strength, static_cast<int>(0.03f * kRate));
}

void Synth::setWind(float strength) {
    m_windWanted = std::clamp(strength, 0.0f, 1.0f);
}

void Synth::setWater(float nearness) {
    m_waterWanted = std::clamp(nearness, 0.0f, 1.0f);
}

float Synth::windSample() {
    if (--m_gustLeft <= 0) {
        m_gustLeft = static_cast<int>((1 + 3 * chance()) * kRate);
        m_gustWanted = 0.25f + 0.75f * chance();
    }
    m_gust += (m_gustWanted - m_gust) * kFollow * 0.6f;
    m_wind += (m_windWanted - m_wind) * kFollow;
    if (m_wind < 1e-4f) return 0;
    const float open = 0.006f + 0.03f * m_gust;  // gusts are brighter
    m_windLow += (noise() - m_windLow) * open;
    m_windLower += (m_windLow - m_windLower) * open * 0.5f;
    return (m_windLow - m_windLower) * 3.2f * m_wind * m_gust;
}

float Synth::waterSample() {
    m_water += (m_waterWanted - m_water) * kFollow;
    if (m_water < 1e-4f) return 0;
    if (chance() < 22 / kRate) {  // so many bubbles a second
        Bubble& one = m_bubbles[m_nextBubble];
        m_nextBubble = (m_nextBubble + 1) % m_bubbles.size();
        one.gain = 0.10f + 0.14f * chance();
        one.decay = std::exp(-1 / ((0.012f + 0.04f * chance()) * kRate));
        one.turn = kTurn * (420 + 1100 * chance() * chance()) / kRate;
        one.rise = 1 + 0.000012f * (1 + 3 * chance());
        one.phase = 0;
    }
    float sum = 0;
    for (Bubble& one : m_bubbles) {
        if (one.gain < 1e-4f) continue;
        sum += one.gain * std::sin(one.phase);
        one.phase += one.turn;
        one.turn *= one.rise;
        one.gain *= one.decay;
    }
    m_waterLow += (noise() - m_waterLow) * 0.09f;
    m_waterHigh += (m_waterLow - m_waterHigh) * 0.03f;
    return (sum + (m_waterLow - m_waterHigh) * 0.35f) * m_water;
}

void Synth::render(std::span<float> samples) {
    for (float& out : samples) {
        float sum = windSample() + waterSample();
        for (Burst& one : m_bursts) {
            if (one.gain < 1e-4f) continue;
            if (one.delay > 0) {
                --one.delay;
                continue;
            }
            // State variable filter (Chamberlin, 1985).
            one.low += one.pitch * one.band;
            const float high = noise() - one.low - one.damp * one.band;
            one.band += one.pitch * high;
            sum += one.band * one.gain;
            one.gain *= one.decay;
        }
        m_dull += (sum - m_dull) * (m_under ? 0.04f : 1.0f);
        out = std::tanh(m_dull * 1.4f);
    }
}

}  // namespace sketchwalk::ui
