// Which quality a machine can bear, from how long its first pictures take. Knows nothing of Qt.
#pragma once

#include <array>
#include <cstddef>
#include <optional>

namespace sketchwalk::render {

class AutoQuality {
  public:
    // `level`: 0 low .. 2 high, where measuring begins; a software renderer starts low and never rises.
    AutoQuality(int level, bool isSoftware) : m_level(level), m_mostLevel(isSoftware ? 0 : 2) {}

    int level() const { return m_level; }
    bool isMeasuring() const { return !m_isSettled && m_mostLevel > 0; }  // else there is nothing to choose
    // A picture took so long. A new level where the measured ones say so, else nothing. Levels fall at once, rise once,
    // and never return to one that was too slow.
    std::optional<int> frame(double milliseconds);
    // Later slowness is looked at again: another scene, another size.
    void measureAgain();

  private:
    static constexpr size_t kFrames = 16;
    std::array<double, kFrames> m_times{};
    size_t m_count = 0;
    int m_level = 1, m_mostLevel = 2;
    int m_skip = 6;  // the first pictures compile shaders and upload
    bool m_isSettled = false;
};

}  // namespace sketchwalk::render
