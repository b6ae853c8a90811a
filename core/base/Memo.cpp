#include "core/base/Memo.h"

namespace sketchwalk {

void Memo::begin() {
    // Of rounds that were stopped the last one alone may still help: the next may well go the same way.
    std::erase_if(m_entries, [&](const auto& item) {
        const Entry& entry = item.second;
        return !entry.established && entry.round != m_round;
    });
    ++m_round;
}

void Memo::finish() {
    std::erase_if(m_entries, [&](const auto& item) { return item.second.round != m_round; });
    for (auto& [key, entry] : m_entries) entry.established = true;
}

Memo::Anything Memo::look(uint64_t key) {
    const std::lock_guard lock(m_mutex);
    const auto at = m_entries.find(key);
    if (at == m_entries.end()) return nullptr;
    at->second.round = m_round;
    return at->second.result;
}

Memo::Anything Memo::put(uint64_t key, Anything result) {
    const std::lock_guard lock(m_mutex);
    Entry& entry = m_entries.try_emplace(key, Entry{std::move(result), m_round, false}).first->second;
    entry.round = m_round;
    return entry.result;
}

}  // namespace sketchwalk
