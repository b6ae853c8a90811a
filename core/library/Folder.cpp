#include "core/library/Folder.h"

#include <algorithm>
#include <system_error>

#include "core/base/File.h"

namespace sketchwalk::library {
namespace {

namespace fs = std::filesystem;

bool lies(const fs::path& inside, const fs::path& root) {
    const auto [end, at] = std::mismatch(root.begin(), root.end(), inside.begin(), inside.end());
    return end == root.end() && at != inside.end();
}

// "%20" is a blank. A broken escape stays as it is.
std::string unescaped(std::string_view text) {
    const auto digit = [](char c) {
        return c >= '0' && c <= '9'   ? c - '0'
               : c >= 'a' && c <= 'f' ? c - 'a' + 10
               : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                      : -1;
    };
    std::string plain;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0) {
            plain += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        } else {
            plain += text[i] == '\\' ? '/' : text[i];
        }
    }
    return plain;
}

}  // namespace

Result<Folder> Folder::open(const fs::path& path) {
    Folder folder;
    std::error_code error;
    folder.m_given = path;
    folder.m_root = fs::canonical(path, error);
    if (error || !fs::is_directory(folder.m_root, error)) {
        return wrong("The library " + path.string() + " is no folder that can be read. Give a folder of models.");
    }
    fs::recursive_directory_iterator at(folder.m_root, fs::directory_options::skip_permission_denied, error), end;
    for (; !error && at != end; at.increment(error)) {
        if (at.depth() >= kDeepest) at.disable_recursion_pending();
        const std::string name = at->path().filename().string();
        if (name.starts_with(".")) {
            at.disable_recursion_pending();
            continue;
        }
        std::error_code ignored;
        if (at->is_directory(ignored)) continue;
        folder.m_files.push_back(at->path().lexically_relative(folder.m_root).generic_string());
        if (folder.m_files.size() > kMostFiles) {
            return wrong("The library " + path.string() +
                         " holds more than 20,000 files. Give the folder of one pack.");
        }
    }
    if (error) return wrong("The library " + path.string() + " cannot be listed: " + error.message() + ".");
    std::sort(folder.m_files.begin(), folder.m_files.end());
    return folder;
}

Result<std::vector<uint8_t>> Folder::read(std::string_view file, uint64_t mostBytes) const {
    const std::string shown = "'" + std::string(file.substr(0, 120)) + "'";
    std::error_code error;
    const fs::path real = fs::canonical(m_root / fs::path(file), error);
    if (error) return fail(ErrorKind::resource, shown + " is not there");
    if (!lies(real, m_root)) return wrong(shown + " leads out of the library");
    if (!fs::is_regular_file(real, error)) return wrong(shown + " is no plain file");
    const uint64_t size = fs::file_size(real, error);
    if (error) return wrong(shown + " cannot be read");
    if (size > mostBytes) {
        return wrong(shown + " is larger than " + std::to_string(mostBytes >> 20) + " MiB");
    }
    auto bytes = readFile(real, mostBytes);
    if (!bytes) return wrong(shown + " cannot be read");
    return bytes;
}

Neighbours Folder::neighboursOf(std::string_view file) const {
    const fs::path beside = fs::path(file).parent_path();
    return [this, beside](std::string_view name) -> Result<std::vector<uint8_t>> {
        const std::string plain = unescaped(name);
        const std::string shown = "'" + plain.substr(0, 120) + "'";
        if (plain.find("://") != std::string::npos || plain.starts_with("data:")) {
            return wrong(shown + " is an address, and only files of the library are read");
        }
        if (plain.empty() || plain.find('\0') != std::string::npos) return wrong("it names a file without a name");
        if (plain.starts_with('/') || (plain.size() > 1 && plain[1] == ':')) {
            return wrong(shown + " is an absolute path, and only files of the library are read");
        }
        const fs::path wanted = (beside / plain).lexically_normal();
        if (wanted.begin() != wanted.end() && *wanted.begin() == "..")
            return wrong(shown + " leads out of the library");
        return read(wanted.generic_string(), kMostFileBytes);
    };
}

}  // namespace sketchwalk::library
