// Footsteps, wind and water, made of noise and falling tones as they are heard: no recordings. Pure but for its own
// state; the same calls give the same samples. One thread at a time.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace sketchwalk::ui {

constexpr int kSampleRate = 44100;  // a second, mono

enum class Footing { grass, earth, sand, gravel, stone, wood, snow, shallows };

class Synth {
  public:
    void step(Footing footing, float strength);     // 0..1; one foot comes down
    void splash(float strength);                    // 0..1
    void setWind(float strength);                   // 0..1
    void setWater(float nearness);                  // 0 out of hearing .. 1 beside it
    void setUnder(bool under) { m_under = under; }  // the ears are under water: all is dull
    void render(std::span<float> samples);          // -1..1; adds nothing to what was there, replaces it

  private:
    struct Burst {                        // filtered noise that dies away
        float gain = 0, decay = 0;        // now; factor a sample
        float low = 0, band = 0;          // state of the filter
        float pitch = 0.1f, damp = 0.5f;  // 2 sin(pi f / rate); 1 / Q
        int delay = 0;                    // samples until it begins
    };
    struct Bubble {  // a rising tone (Minnaert, 1933)
        float gain = 0, decay = 0, phase = 0, turn = 0, rise = 1;
    };
    float noise();   // -1..1
    float chance();  // 0..1
    void burst(float hertz, float q, float seconds, float gain, int delay);
    float windSample();
    float waterSample();

    uint64_t m_state = 0x9e3779b97f4a7c15ULL;
    std::array<Burst, 12> m_bursts{};
    size_t m_nextBurst = 0;
    std::array<Bubble, 10> m_bubbles{};
    size_t m_nextBubble = 0;
    float m_windWanted = 0, m_wind = 0, m_gust = 0.5f, m_gustWanted = 0.5f, m_windLow = 0, m_windLower = 0;
    int m_gustLeft = 0;  // samples
    float m_waterWanted = 0, m_water = 0, m_waterLow = 0, m_waterHigh = 0;
    bool m_under = false;
    float m_dull = 0;
};

}  // namespace sketchwalk::ui
