#include "core/document/FileLock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace sketchwalk::document {
namespace {

// Whoever held the lock before may just have removed its file: then the one that was opened is nobody's any more.
bool stillThere(int file, const std::filesystem::path& path) {
    struct stat opened {
    }, named{};
    return fstat(file, &opened) == 0 && stat(path.c_str(), &named) == 0 && opened.st_ino == named.st_ino;
}

}  // namespace

FileLock FileLock::of(const std::filesystem::path& path) {
    FileLock lock;
    lock.m_path = path.parent_path() / ("." + path.filename().string() + ".lock");
    for (int attempt = 0; attempt < 10; ++attempt) {
        const int file = open(lock.m_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (file < 0) return lock;
        if (flock(file, LOCK_EX | LOCK_NB) != 0) {
            lock.m_outcome = errno == EWOULDBLOCK ? Outcome::taken : Outcome::impossible;
            close(file);
            return lock;
        }
        if (stillThere(file, lock.m_path)) {
            lock.m_file = file;
            lock.m_outcome = Outcome::held;
            return lock;
        }
        close(file);
    }
    return lock;
}

FileLock::FileLock(FileLock&& other) noexcept
    : m_path(std::move(other.m_path)), m_file(std::exchange(other.m_file, -1)), m_outcome(other.m_outcome) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
    if (this == &other) return *this;
    release();
    m_path = std::move(other.m_path);
    m_file = std::exchange(other.m_file, -1);
    m_outcome = other.m_outcome;
    return *this;
}

FileLock::~FileLock() {
    release();
}

void FileLock::release() {
    if (m_file < 0) return;
    unlink(m_path.c_str());
    close(m_file);
    m_file = -1;
}

}  // namespace sketchwalk::document
