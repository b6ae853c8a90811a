// What long work is given: a way to be stopped, a way to say how far it is, and how many threads it may use,
// and where earlier results lie.
#pragma once

#include <functional>
#include <stop_token>
#include <string_view>

namespace sketchwalk {

class Memo;

struct Job {
    std::stop_token stop;                                        // checked between rows and passes: yields within 50 ms
    std::function<void(std::string_view stage, double)> report;  // may be empty; called from the job's own thread only
    int threads = 1;                                             // at least 1; never changes the result
    Memo* memo = nullptr;  // results of earlier work that may serve again (Memo.h); never changes the result

    bool stopped() const { return stop.stop_requested(); }
    void progress(std::string_view stage, double fraction) const {
        if (report) report(stage, fraction);
    }
};

}  // namespace sketchwalk
