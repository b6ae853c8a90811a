// The threads that write a drawing's file: one runs tasks in their order, each tried until it succeeds; the other tells
// the system after each to bring it to the disk, which can take a while and holds up no further task.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "core/document/FileLock.h"
#include "core/document/Schema.h"
#include "core/document/Store.h"

namespace sketchwalk::document {

class Store::Writer {
  public:
    using Task = std::function<Result<void>(const Database&, Keys&)>;

    Writer(std::filesystem::path path, Database database, FileLock lock, Keys keys, OnTrouble onTrouble);
    ~Writer();  // runs what is queued, each once more at most

    std::filesystem::path path() const;
    void add(Task task);
    void addCopy(std::filesystem::path target, bool moveThere, std::function<void(Result<void>)> done);
    bool flush(std::chrono::milliseconds longest);

  private:
    struct Copy {
        std::filesystem::path target;
        bool moveThere = false;
        std::function<void(Result<void>)> done;
    };
    void work(const std::stop_token& stop);
    void runFirst(std::unique_lock<std::mutex>& lock, const std::stop_token& stop);
    void runCopy(std::unique_lock<std::mutex>& lock);
    Result<void> moveTo(const std::filesystem::path& path, FileLock lock, Keys keys);
    void sync(const std::stop_token& stop);
    void tell(const Result<void>& result);
    void close();

    std::filesystem::path m_path;
    FileLock m_lock;
    Database m_database;  // the thread's alone
    Keys m_keys;
    OnTrouble m_onTrouble;
    bool m_inTrouble = false;

    mutable std::mutex m_mutex;  // guards the path and what follows
    std::condition_variable_any m_changed;
    std::deque<Task> m_tasks;         // the first may be being run
    std::deque<Copy> m_copies;        // come after tasks, or take those along that fail
    bool m_isUnsynced = false;        // something was written since the disk was last told
    std::jthread m_syncer, m_thread;  // last: end before what they use
};

}  // namespace sketchwalk::document
