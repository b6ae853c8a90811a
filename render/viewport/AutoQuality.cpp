#include "render/viewport/AutoQuality.h"

#include <algorithm>

namespace sketchwalk::render {
namespace {

constexpr double kTooSlow = 34, kPlenty = 12;  // milliseconds a picture: below 30 a second; above 80

}  // namespace

std::optional<int> AutoQuality::frame(double milliseconds) {
    if (m_isSettled) return std::nullopt;
    if (m_skip > 0) {
        --m_skip;
        return std::nullopt;
    }
    m_times[m_count++] = milliseconds;
    if (m_count < kFrames) return std::nullopt;
    // The median: one hiccup says nothing.
    std::nth_element(m_times.begin(), m_times.begin() + kFrames / 2, m_times.end());
    const double median = m_times[kFrames / 2];
    m_count = 0;
    m_skip = 6;
    if (median > kTooSlow && m_level > 0) {
        m_mostLevel = --m_level;
        return m_level;
    }
    if (median < kPlenty && m_level < m_mostLevel) return ++m_level;
    m_isSettled = true;
    return std::nullopt;
}

void AutoQuality::measureAgain() {
    m_isSettled = m_mostLevel == 0;
    m_count = 0;
    m_skip = 6;
}

}  // namespace sketchwalk::render
