// Names of object nodes: unique, and stable from one run to the next.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>

namespace sketchwalk::gltf {

// "<category>_<n>", where n comes from the object's stable id, so that an edit elsewhere renames nothing and what a
// user attached to a node in an engine finds it again. Should two ids meet in one number, the later takes the next that
// is free.
class NodeNames {
  public:
    std::string name(const std::string& category, uint64_t id) {
        uint64_t number = id % kNumbers + 1;
        std::string text = category + "_" + std::to_string(number);
        while (!m_taken.insert(text).second) text = category + "_" + std::to_string(++number);
        return text;
    }

  private:
    static constexpr uint64_t kNumbers = 99'999'999;
    std::unordered_set<std::string> m_taken;  // looked up only, never walked
};

}  // namespace sketchwalk::gltf
