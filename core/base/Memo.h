// Results of pure work, kept under the hash of what they were made from, so that work that would only be done again is
// not. Exact by construction: a result serves again where all that it depends on has the same hash, and nowhere else.
//
// What is made inside another result's make() is not asked for again while that one serves, and so is forgotten: look
// up parts that should last before the whole that they make up.
//
// A round is one piece of whole work, such as one world. After a round that was finished the memo holds what that round
// used and nothing else; rounds that were stopped take nothing away. Any thread may ask during a round; begin() and
// finish() are called between rounds.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <unordered_map>

#include "core/base/Hash.h"
#include "core/base/Job.h"

namespace sketchwalk {

class Memo {
  public:
    void begin();   // a round
    void finish();  // it came to its end: what it did not use is forgotten

    // Null where there is none. `T` must be what was kept under this key: let the key's purpose name it.
    template <class T>
    std::shared_ptr<const T> find(uint64_t key) {
        return std::static_pointer_cast<const T>(look(key));
    }
    // Keeps a result, or what was kept under the same key before: everybody gets the same pointer.
    template <class T>
    std::shared_ptr<const T> keep(uint64_t key, std::shared_ptr<const T> result) {
        return std::static_pointer_cast<const T>(put(key, std::move(result)));
    }
    size_t size() const { return m_entries.size(); }

  private:
    using Anything = std::shared_ptr<const void>;
    struct Entry {
        Anything result;
        uint64_t round = 0;        // that used it last
        bool established = false;  // the last finished round used it
    };
    Anything look(uint64_t key);
    Anything put(uint64_t key, Anything result);

    std::mutex m_mutex;
    std::unordered_map<uint64_t, Entry> m_entries;  // looked up and pruned, never walked in an order that matters
    uint64_t m_round = 0;
};

// What is known under a purpose and key; null where nothing is, or nothing is kept.
template <class T>
std::shared_ptr<const T> recalled(const Job& job, std::string_view purpose, uint64_t key) {
    return job.memo == nullptr ? nullptr : job.memo->find<T>(combine(hashText(purpose), key));
}

// make()'s result, or an earlier one under the same purpose and key. Of a job that was stopped nothing is kept, since
// its results may be unfinished.
template <class Make>
auto memoised(const Job& job, std::string_view purpose, uint64_t key, const Make& make) {
    using T = decltype(make());
    if (auto found = recalled<T>(job, purpose, key)) return found;
    auto made = std::make_shared<const T>(make());
    return job.memo == nullptr || job.stopped() ? made
                                                : job.memo->keep<T>(combine(hashText(purpose), key), std::move(made));
}

// `made`, or what was kept before under the same purpose and key, which is its content's hash: equal results are one.
template <class T>
std::shared_ptr<const T> memoisedAs(const Job& job, std::string_view purpose, uint64_t key,
                                    std::shared_ptr<const T> made) {
    return job.memo == nullptr || job.stopped() ? made
                                                : job.memo->keep<T>(combine(hashText(purpose), key), std::move(made));
}

}  // namespace sketchwalk
