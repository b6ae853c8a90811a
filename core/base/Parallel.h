// Runs independent pieces of work side by side. The pieces must not share writable data, so the result never depends on
// the number of threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace sketchwalk {

// Calls work(i) for every i in [0, count) on up to `threads` threads; returns when all are done. The first exception is
// thrown again on the calling thread. Pieces are handed out in order, `grain` at a time.
template <class Work>
void parallelFor(int threads, int count, const Work& work, int grain = 1) {
    threads = std::clamp(threads, 1, std::max(1, (count + grain - 1) / grain));
    if (threads == 1) {
        for (int i = 0; i < count; ++i) work(i);
        return;
    }
    std::atomic<int> next{0};
    std::exception_ptr failure;
    std::mutex failureMutex;
    const auto run = [&] {
        try {
            for (int start = next.fetch_add(grain); start < count; start = next.fetch_add(grain)) {
                for (int i = start; i < std::min(start + grain, count); ++i) work(i);
            }
        } catch (...) {
            const std::lock_guard lock(failureMutex);
            if (!failure) failure = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> crew;
        crew.reserve(static_cast<size_t>(threads - 1));
        for (int t = 1; t < threads; ++t) crew.emplace_back(run);
        run();
    }
    if (failure) std::rethrow_exception(failure);
}

// Rows of a raster, sixteen at a time.
template <class Work>
void parallelRows(int threads, int rows, const Work& work) {
    parallelFor(threads, rows, work, 16);
}

}  // namespace sketchwalk
