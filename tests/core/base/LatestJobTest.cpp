#include "core/base/LatestJob.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <stdexcept>

namespace sketchwalk {
namespace {

using namespace std::chrono_literals;

void waitUntilIdle(const LatestJob& jobs) {
    for (int i = 0; i < 2000 && jobs.busy(); ++i) std::this_thread::sleep_for(1ms);
    ASSERT_FALSE(jobs.busy());
}

TEST(LatestJob, RunsTheLatestAndSkipsWhatWasPendingBetween) {
    LatestJob jobs(1, {});
    std::atomic<int> ran{0};
    std::promise<void> started;
    std::atomic<bool> stopped{false};
    jobs.post([&](const Job& job) {
        started.set_value();
        while (!job.stopped()) std::this_thread::sleep_for(1ms);
        stopped = true;
    });
    started.get_future().wait();
    for (int i = 1; i <= 5; ++i) {
        jobs.post([&ran, i](const Job& job) {
            if (!job.stopped()) ran = ran * 10 + i;
        });
    }
    waitUntilIdle(jobs);
    EXPECT_TRUE(stopped);
    EXPECT_EQ(ran % 10, 5);  // the last one ran, and last
    EXPECT_LT(ran, 100);     // one pending at most can have begun before it
}

TEST(LatestJob, LetsTheRunningJobFinishWhereAsked) {
    LatestJob jobs(1, {});
    std::promise<void> started, goOn;
    std::atomic<bool> stopped{true}, ran{false};
    jobs.post([&](const Job& job) {
        started.set_value();
        goOn.get_future().wait();
        stopped = job.stopped();
    });
    started.get_future().wait();
    jobs.post([&](const Job&) { ran = true; }, LatestJob::Running::finish);
    goOn.set_value();
    waitUntilIdle(jobs);
    EXPECT_FALSE(stopped);
    EXPECT_TRUE(ran);
}

TEST(LatestJob, CancelStopsTheRunningJobAndDropsThePendingOne) {
    LatestJob jobs(1, {});
    std::promise<void> started;
    jobs.post([&](const Job& job) {
        started.set_value();
        while (!job.stopped()) std::this_thread::sleep_for(1ms);
    });
    started.get_future().wait();
    std::atomic<bool> ran{false};
    jobs.post([&](const Job&) { ran = true; });
    jobs.cancel();
    waitUntilIdle(jobs);
    EXPECT_FALSE(ran);
}

// What a job holds may take long to be freed: whoever posts, or asks, does not wait for that.
TEST(LatestJob, WhatJobsHoldIsFreedOnTheJobsThreadWhileNobodyWaits) {
    struct Heavy {
        std::thread::id poster;
        std::atomic<bool>* freedElsewhere;
        std::atomic<bool>* freeing;
        ~Heavy() {
            *freeing = true;
            std::this_thread::sleep_for(100ms);
            if (std::this_thread::get_id() == poster) *freedElsewhere = false;
        }
    };
    std::atomic<bool> freedElsewhere{true}, freeing{false};
    LatestJob jobs(1, {});
    std::chrono::steady_clock::duration longest{};
    const auto post = [&] {
        auto heavy = std::make_shared<Heavy>(std::this_thread::get_id(), &freedElsewhere, &freeing);
        const auto start = std::chrono::steady_clock::now();
        jobs.post([heavy = std::move(heavy)](const Job&) {});
        longest = std::max(longest, std::chrono::steady_clock::now() - start);
    };
    post();
    while (!freeing) std::this_thread::sleep_for(1ms);
    for (int i = 0; i < 4; ++i) post();  // while it is being freed, each in the last one's place
    waitUntilIdle(jobs);
    EXPECT_TRUE(freedElsewhere);
    EXPECT_LT(longest, 50ms);
}

TEST(LatestJob, AnUnexpectedExceptionIsToldAndTheNextJobRuns) {
    std::promise<std::string> told;
    LatestJob jobs(2, [&](const std::string& what) { told.set_value(what); });
    jobs.post([](const Job&) { throw std::runtime_error("the sky fell"); });
    EXPECT_EQ(told.get_future().get(), "the sky fell");
    std::promise<int> threads;
    jobs.post([&](const Job& job) { threads.set_value(job.threads); });
    EXPECT_EQ(threads.get_future().get(), 2);
}

TEST(LatestJob, EndsWhileAJobRuns) {
    const auto start = std::chrono::steady_clock::now();
    {
        LatestJob jobs(1, {});
        std::promise<void> started;
        jobs.post([&](const Job& job) {
            started.set_value();
            while (!job.stopped()) std::this_thread::sleep_for(1ms);
        });
        started.get_future().wait();
    }
    EXPECT_LT(std::chrono::steady_clock::now() - start, 2s);
}

}  // namespace
}  // namespace sketchwalk
