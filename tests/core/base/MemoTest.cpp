#include "core/base/Memo.h"

#include <gtest/gtest.h>

#include "core/base/Parallel.h"

namespace sketchwalk {
namespace {

class MemoTest : public ::testing::Test {
  protected:
    int ask(uint64_t key, int value, std::string_view purpose = "number") {
        return *memoised(m_job, purpose, key, [&] {
            ++m_made;
            return value;
        });
    }
    void SetUp() override { m_job.memo = &m_memo; }

    Memo m_memo;
    Job m_job;
    int m_made = 0;
};

TEST_F(MemoTest, MakesAResultOnce) {
    m_memo.begin();
    EXPECT_EQ(ask(1, 10), 10);
    EXPECT_EQ(ask(1, 11), 10);
    EXPECT_EQ(ask(2, 12), 12);
    EXPECT_EQ(m_made, 2);
}

TEST_F(MemoTest, TellsPurposesApart) {
    EXPECT_EQ(ask(1, 10, "one"), 10);
    EXPECT_EQ(ask(1, 11, "another"), 11);
}

TEST_F(MemoTest, ForgetsWhatAFinishedRoundDidNotUse) {
    m_memo.begin();
    ask(1, 10);
    ask(2, 20);
    m_memo.finish();
    m_memo.begin();
    ask(2, 20);
    m_memo.finish();
    EXPECT_EQ(m_memo.size(), 1U);
    EXPECT_EQ(ask(2, 21), 20);
    EXPECT_EQ(ask(1, 11), 11);
}

TEST_F(MemoTest, ForgetsNothingOfTheLastWorldWhenARoundIsNotFinished) {
    m_memo.begin();
    ask(1, 10);
    m_memo.finish();
    for (uint64_t round = 0; round < 5; ++round) {  // drawn, stopped, drawn, stopped
        m_memo.begin();
        ask(100 + round, 5);
    }
    m_memo.begin();
    EXPECT_EQ(ask(1, 11), 10);
    EXPECT_LE(m_memo.size(), 3U) << "stopped rounds must not pile up";
}

TEST_F(MemoTest, KeepsNothingOfAJobThatWasStopped) {
    std::stop_source source;
    m_job.stop = source.get_token();
    source.request_stop();
    EXPECT_EQ(ask(1, 10), 10);
    EXPECT_EQ(m_memo.size(), 0U);
}

TEST_F(MemoTest, MakesEveryTimeWhereThereIsNoMemo) {
    m_job.memo = nullptr;
    EXPECT_EQ(ask(1, 10), 10);
    EXPECT_EQ(ask(1, 11), 11);
}

TEST_F(MemoTest, GivesAllThreadsOneObject) {
    std::vector<std::shared_ptr<const int>> found(64);
    parallelFor(4, 64, [&](int i) {
        found[static_cast<size_t>(i)] = memoised(m_job, "shared", static_cast<uint64_t>(i % 3), [&] { return i % 3; });
    });
    for (size_t i = 0; i < found.size(); ++i) {
        EXPECT_EQ(*found[i], static_cast<int>(i % 3));
        EXPECT_EQ(found[i], found[i % 3]);
    }
}

}  // namespace
}  // namespace sketchwalk
