#include "app/cli/OutputPath.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

namespace sketchwalk::cli {
namespace {

namespace fs = std::filesystem;

// Permission bits do not tell root, read-only mounts or quotas: only making a file does.
Result<void> tryToWriteIn(const fs::path& folder, const fs::path& wanted) {
    const auto probe = folder / (".sketchwalk-probe-" + std::to_string(getpid()));
    const int file = open(probe.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0) {
        return fail(ErrorKind::output, "Cannot write " + wanted.string() + ": the folder " + folder.string() +
                                           " takes no files (" + std::strerror(errno) + "). Choose another place.");
    }
    close(file);
    unlink(probe.c_str());
    return {};
}

fs::path folderOf(const fs::path& path) {
    const auto parent = path.parent_path();
    return parent.empty() ? fs::path(".") : parent;
}

}  // namespace

Result<fs::path> outputFile(const fs::path& path) {
    std::error_code ignored;
    if (path.filename().empty())
        return fail(ErrorKind::output, "Cannot write " + path.string() + ": it names no file.");
    auto target = path;
    if (fs::is_symlink(path, ignored)) {
        target = fs::weakly_canonical(path, ignored);
        if (target.empty()) target = path;
    }
    const auto status = fs::status(target, ignored);
    if (fs::is_directory(status)) return fail(ErrorKind::output, "Cannot write " + path.string() + ": it is a folder.");
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        return fail(ErrorKind::output,
                    "Cannot write " + path.string() + ": something other than a plain file is there.");
    }
    const auto folder = folderOf(target);
    if (!fs::is_directory(folder, ignored)) {
        return fail(ErrorKind::output,
                    "Cannot write " + path.string() + ": the folder " + folder.string() + " does not exist.");
    }
    if (auto written = tryToWriteIn(folder, path); !written) return tl::make_unexpected(written.error());
    return target;
}

Result<fs::path> outputFolder(const fs::path& path) {
    std::error_code ignored;
    if (fs::exists(path, ignored) && !fs::is_directory(path, ignored)) {
        return fail(ErrorKind::output, "Cannot write the package " + path.string() + ": it is a file, not a folder.");
    }
    auto existing = path;
    while (!fs::is_directory(existing, ignored)) {
        const auto above = folderOf(existing);
        if (above == existing || (fs::exists(existing, ignored) && !fs::is_directory(existing, ignored))) {
            return fail(ErrorKind::output,
                        "Cannot write the package " + path.string() + ": " + existing.string() + " is no folder.");
        }
        existing = above;
    }
    if (auto written = tryToWriteIn(existing, path); !written) return tl::make_unexpected(written.error());
    return path;
}

Result<void> keepApart(const fs::path& in, const fs::path& out) {
    std::error_code ignored;
    if (fs::equivalent(in, out, ignored)) {
        return fail(ErrorKind::usage, "The result would replace its input " + in.string() + ". Give another name.");
    }
    return {};
}

}  // namespace sketchwalk::cli
