// Which row of a table holds which object. The objects are not kept alive: what nobody has any more is never asked for
// again, and a stroke that was undone and then drawn over may hold megabytes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

namespace sketchwalk::document {

template <class Thing>
class RowKeys {
  public:
    int64_t next() const { return m_next; }
    // 0: has no row.
    int64_t of(const std::shared_ptr<const Thing>& thing) const {
        const auto found = m_rows.find(thing);
        return found != m_rows.end() ? found->second : 0;
    }
    void add(const std::shared_ptr<const Thing>& thing) { set(thing, m_next); }
    void set(const std::shared_ptr<const Thing>& thing, int64_t key) {
        if (m_rows.size() >= m_sweepAt) {
            std::erase_if(m_rows, [](const auto& row) { return row.first.expired(); });
            m_sweepAt = std::max(kFewest, 2 * m_rows.size());
        }
        m_rows.emplace(thing, key);
        skip(key);
    }
    void skip(int64_t key) { m_next = std::max(m_next, key + 1); }  // a row that holds nothing of use

    void forgetFrom(int64_t key) {
        std::erase_if(m_rows, [key](const auto& row) { return row.second >= key; });
        m_next = std::min(m_next, key);
    }
    // Rows of what nobody has any more.
    std::vector<int64_t> unused() const {
        std::vector<int64_t> keys;
        for (const auto& [thing, key] : m_rows) {
            if (thing.expired()) keys.push_back(key);
        }
        return keys;
    }

  private:
    static constexpr size_t kFewest = 64;
    std::map<std::weak_ptr<const Thing>, int64_t, std::owner_less<>> m_rows;
    int64_t m_next = 1;
    size_t m_sweepAt = kFewest;  // rows at which the forgotten are looked for: so that each addition costs little
};

}  // namespace sketchwalk::document
