#include "core/document/Writer.h"

#include <fcntl.h>
#include <unistd.h>
#include <optional>

namespace sketchwalk::document {
namespace {

constexpr std::chrono::seconds kRetry{2};

// A copy beside the target, completed, then renamed.
Result<void> copyDatabase(const Database& database, const std::filesystem::path& target,
                          const std::function<Result<void>(const Database&)>& complete) {
    const std::filesystem::path beside = std::filesystem::path(target) += ".part";
    std::error_code failed;
    std::filesystem::remove(beside, failed);
    const auto give = [&](const std::string& why) {
        std::error_code ignored;
        std::filesystem::remove(beside, ignored);
        return fail(ErrorKind::output, Sentence{"The drawing cannot be saved as %1: %2.", {target.string(), why}});
    };
    const auto causeOf = [](const Error& error) {  // without the file it is about, which is named already
        return error.sentence.names.size() > 1 ? error.sentence.names[1] : error.text;
    };
    {
        Statement copy = database.prepare("VACUUM INTO ?1");
        copy.bind(1, std::string_view(beside.string()));
        if (copy.step() != SQLITE_DONE) return give(causeOf(database.error(ErrorKind::output)));
        auto copied = Database::open(beside, Database::Mode::edit);
        if (!copied) return give(causeOf(copied.error()));
        if (const auto completed = complete(*copied); !completed) return give(causeOf(completed.error()));
    }
    std::filesystem::rename(beside, target, failed);
    if (failed) return give(failed.message());
    return {};
}

}  // namespace

Store::Writer::Writer(std::filesystem::path path, Database database, FileLock lock, Keys keys, OnTrouble onTrouble)
    : m_path(std::move(path)),
      m_lock(std::move(lock)),
      m_database(std::move(database)),
      m_keys(std::move(keys)),
      m_onTrouble(std::move(onTrouble)),
      m_syncer([this](const std::stop_token& stop) { sync(stop); }),
      m_thread([this](const std::stop_token& stop) { work(stop); }) {}

Store::Writer::~Writer() {
    m_thread.request_stop();
    m_changed.notify_all();
    m_thread.join();
    m_syncer.request_stop();
    m_syncer.join();
    close();
}

void Store::Writer::add(Task task) {
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_changed.notify_all();
}

bool Store::Writer::flush(std::chrono::milliseconds longest) {
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, longest, [this] { return m_tasks.empty(); });
}

std::filesystem::path Store::Writer::path() const {
    const std::lock_guard lock(m_mutex);
    return m_path;
}

void Store::Writer::addCopy(std::filesystem::path target, bool moveThere, std::function<void(Result<void>)> done) {
    {
        const std::lock_guard lock(m_mutex);
        m_copies.push_back({std::move(target), moveThere, std::move(done)});
    }
    m_changed.notify_all();
}

void Store::Writer::work(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    const auto something = [this] { return !m_tasks.empty() || !m_copies.empty(); };
    while (m_changed.wait(lock, stop, something) || something()) {
        // What can be written to the own file is; but a full disk must not keep a copy from being saved elsewhere.
        if (!m_copies.empty() && (m_inTrouble || m_tasks.empty())) {
            runCopy(lock);
        } else {
            runFirst(lock, stop);
            if (stop.stop_requested() && m_inTrouble) return;
        }
    }
}

void Store::Writer::runFirst(std::unique_lock<std::mutex>& lock, const std::stop_token& stop) {
    const Task task = m_tasks.front();
    const size_t known = m_tasks.size();
    lock.unlock();
    const auto result = task(m_database, m_keys);
    tell(result);
    lock.lock();
    if (result) {
        m_tasks.pop_front();
        m_isUnsynced = true;
        m_changed.notify_all();
    } else {  // room may be made meanwhile; something new to write is a reason to look at once
        m_changed.wait_for(lock, stop, kRetry, [&] { return m_tasks.size() > known || !m_copies.empty(); });
    }
}

void Store::Writer::runCopy(std::unique_lock<std::mutex>& lock) {
    const Copy copy = std::move(m_copies.front());
    m_copies.pop_front();
    const std::deque<Task> pending = m_tasks;
    const bool ontoItself = copy.target == m_path;
    lock.unlock();
    Result<void> result;
    std::optional<FileLock> held(FileLock::of(copy.target));  // free again before anybody hears that it is done
    FileLock& targetLock = *held;
    if (!ontoItself && targetLock.outcome() == FileLock::Outcome::taken) {
        result = fail(ErrorKind::output,
                      Sentence{"%1: it is open in another window; close it there first.", {copy.target.string()}});
    } else if (!ontoItself) {
        Keys keys = m_keys;
        result = copyDatabase(m_database, copy.target, [&](const Database& database) -> Result<void> {
            for (const Task& task : pending) {
                if (auto done = task(database, keys); !done) return done;
            }
            return {};
        });
        if (result && copy.moveThere) {
            result = moveTo(copy.target, std::move(targetLock), std::move(keys));
            if (result) {
                tell(result);
                lock.lock();
                m_tasks.erase(m_tasks.begin(), m_tasks.begin() + static_cast<std::ptrdiff_t>(pending.size()));
                lock.unlock();
            }
        }
    }
    held.reset();
    copy.done(std::move(result));
    lock.lock();
    m_changed.notify_all();
}

Result<void> Store::Writer::moveTo(const std::filesystem::path& path, FileLock lock, Keys keys) {
    auto database = Database::open(path, Database::Mode::edit);
    if (!database) return tl::make_unexpected(database.error());
    if (auto ready = database->run(kWriting); !ready) return ready;
    close();
    m_database = std::move(*database);
    m_keys = std::move(keys);
    const std::lock_guard guard(m_mutex);
    m_lock = std::move(lock);
    m_path = path;
    return {};
}

void Store::Writer::sync(const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return m_isUnsynced; })) {
        m_isUnsynced = false;
        const std::filesystem::path log = std::filesystem::path(m_path) += "-wal";
        lock.unlock();
        // SQLite locks nothing of its log, so a descriptor of our own may come and go.
        if (const int file = ::open(log.c_str(), O_RDONLY | O_CLOEXEC); file >= 0) {
            fdatasync(file);
            ::close(file);
        }
        lock.lock();
    }
}

void Store::Writer::tell(const Result<void>& result) {
    if (result.has_value() != m_inTrouble) return;  // as before
    m_inTrouble = !result.has_value();
    if (m_onTrouble) m_onTrouble(result ? std::nullopt : std::optional(result.error()));
}

// One file is left, without SQLite's log beside it, that can be read from a read-only folder too.
void Store::Writer::close() {
    (void)m_database.run("PRAGMA journal_mode = DELETE");  // fails while someone reads; the log then stays, and is fine
}

}  // namespace sketchwalk::document
