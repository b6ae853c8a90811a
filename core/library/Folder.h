// A library's folder as the program may read it: nothing outside it, whatever its files and links say.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Error.h"
#include "core/library/Model.h"

namespace sketchwalk::library {

class Folder {
  public:
    static constexpr size_t kMostFiles = 20'000;
    static constexpr int kDeepest = 12;  // folders in folders

    // ErrorKind::input where it is no folder that can be listed.
    static Result<Folder> open(const std::filesystem::path& path);

    // Relative paths with '/', sorted, so that the order of the disk's listing never matters.
    const std::vector<std::string>& files() const { return m_files; }
    const std::filesystem::path& path() const { return m_given; }
    // The text of an error is the reason alone: "leads out of the library".
    Result<std::vector<uint8_t>> read(std::string_view file, uint64_t mostBytes) const;
    // What the file may name: paths relative to its own folder.
    Neighbours neighboursOf(std::string_view file) const;

  private:
    std::filesystem::path m_given, m_root;  // as given, and with all links followed
    std::vector<std::string> m_files;
};

}  // namespace sketchwalk::library
