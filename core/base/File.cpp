#include "core/base/File.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace sketchwalk {
namespace {

namespace fs = std::filesystem;

constexpr size_t kPiece = 1 << 20;  // bytes a call, so that a pipe's size need not be known

std::string causeOf(int code) {
    switch (code) {
        case EACCES:
        case EPERM:
            return "there is no permission for it";
        case ENOENT:
            return "there is no such file";
        case ENOTDIR:
            return "a part of the path is a file, not a folder";
        case EISDIR:
            return "it is a folder";
        case ENOSPC:
        case EDQUOT:
            return "the disk is full";
        case EFBIG:
            return "it would be larger than allowed there";
        case EROFS:
            return "the disk is read-only";
        case ENAMETOOLONG:
            return "the name is too long";
        case ELOOP:
            return "its links lead in a circle";
        case EIO:
            return "the disk reports an error";
        case EMFILE:
        case ENFILE:
            return "too many files are open";
        default:
            return std::generic_category().message(code);
    }
}

tl::unexpected<Error> cannotRead(const fs::path& path, const std::string& cause) {
    return fail(ErrorKind::input, Sentence{"Cannot read %1: %2.", {path.string(), cause}});
}

tl::unexpected<Error> cannotWrite(const fs::path& path, const std::string& cause) {
    return fail(ErrorKind::output, Sentence{"Cannot write %1: %2.", {path.string(), cause}});
}

class Descriptor {
  public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(); }
    int get() const { return m_fd; }
    int close() {  // errno, or 0
        if (m_fd < 0) return 0;
        const int code = ::close(m_fd) == 0 ? 0 : errno;
        m_fd = -1;
        return code;
    }

  private:
    int m_fd;
};

template <class Bytes>
Result<Bytes> readWhole(const fs::path& path, uint64_t maxBytes) {
    const auto tooLarge = [&] {
        return cannotRead(path, "it is larger than the " + std::to_string(maxBytes >> 20) + " MiB allowed here");
    };
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return cannotRead(path, causeOf(errno));
    struct stat about {};
    if (::fstat(file.get(), &about) != 0) return cannotRead(path, causeOf(errno));
    if (S_ISDIR(about.st_mode)) return cannotRead(path, causeOf(EISDIR));
    const auto expected = static_cast<uint64_t>(std::max<off_t>(about.st_size, 0));
    if (expected > maxBytes) return tooLarge();

    Bytes bytes;
    bytes.resize(expected + 1);  // one more, so that the usual file ends in its first short read
    size_t got = 0;
    for (;;) {
        if (got == bytes.size()) bytes.resize(got + kPiece);
        const ssize_t n = ::read(file.get(), bytes.data() + got, bytes.size() - got);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return cannotRead(path, causeOf(errno));
        if (n == 0) break;
        got += static_cast<size_t>(n);
        if (got > maxBytes) return tooLarge();
    }
    bytes.resize(got);
    return bytes;
}

int writeAll(int fd, std::span<const uint8_t> bytes) {  // errno, or 0
    while (!bytes.empty()) {
        const ssize_t n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return errno;
        bytes = bytes.subspan(static_cast<size_t>(n));
    }
    return 0;
}

// A device or pipe (/dev/stdout) cannot be replaced by a renamed file: it is written to as it is.
Result<void> writeThrough(const fs::path& path, std::span<const uint8_t> bytes) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (file.get() < 0) return cannotWrite(path, causeOf(errno));
    if (const int code = writeAll(file.get(), bytes)) return cannotWrite(path, causeOf(code));
    if (const int code = file.close()) return cannotWrite(path, causeOf(code));
    return {};
}

// In the target's own folder, so that the rename stays on one disk.
fs::path besideOf(const fs::path& target) {
    static std::atomic<unsigned> counter{0};
    const std::string tail = "." + std::to_string(::getpid()) + "-" + std::to_string(counter++) + ".part";
    return target.parent_path() / (target.filename().string().substr(0, 200) + tail);
}

}  // namespace

Result<std::vector<uint8_t>> readFile(const fs::path& path, uint64_t maxBytes) {
    return readWhole<std::vector<uint8_t>>(path, maxBytes);
}

Result<std::string> readText(const fs::path& path, uint64_t maxBytes) {
    return readWhole<std::string>(path, maxBytes);
}

Result<void> writeFile(const fs::path& path, std::span<const uint8_t> bytes) {
    if (path.filename().empty()) return cannotWrite(path, "it names no file");
    fs::path target = path;
    struct stat about {};
    const bool exists = ::stat(path.c_str(), &about) == 0;
    if (exists && S_ISDIR(about.st_mode)) return cannotWrite(path, causeOf(EISDIR));
    if (exists && !S_ISREG(about.st_mode)) return writeThrough(path, bytes);
    if (exists) {  // through a link: the file it leads to is replaced, not the link
        std::error_code ignored;
        if (const fs::path real = fs::canonical(path, ignored); !ignored) target = real;
    }

    const fs::path part = besideOf(target);
    Descriptor file(::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (file.get() < 0) {
        const int code = errno;
        return cannotWrite(path, code == ENOENT ? "the folder does not exist" : causeOf(code));
    }
    int code = writeAll(file.get(), bytes);
    if (code == 0 && exists)
        (void)::fchmod(file.get(), about.st_mode & 07777);  // a replaced file keeps its permissions
    const int closing = file.close();
    if (code == 0) code = closing;
    if (code == 0 && ::rename(part.c_str(), target.c_str()) != 0) code = errno;
    if (code != 0) {
        ::unlink(part.c_str());
        return cannotWrite(path, causeOf(code));
    }
    return {};
}

Result<void> writeFile(const fs::path& path, std::string_view text) {
    return writeFile(path, std::span(reinterpret_cast<const uint8_t*>(text.data()), text.size()));
}

fs::path resourceFolder() {
    if (const char* named = std::getenv("SKETCHWALK_RESOURCES"); named != nullptr && *named != '\0') return named;
    std::error_code ignored;
    const auto holds = [&](const fs::path& folder) { return fs::exists(folder / "catalogue.json", ignored); };
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    if (const fs::path installed = program.parent_path() / "share/sketchwalk"; holds(installed)) return installed;
    // A program in a build folder finds the tree it was built from above itself.
    for (fs::path up = program; !up.empty(); up = up.parent_path()) {
        if (holds(up / "resources")) return up / "resources";
        if (up == up.root_path()) break;
    }
    return program.parent_path() / "share/sketchwalk";  // where they belong; the reader says that they are missing
}

}  // namespace sketchwalk
