// Tells that a drawing is open, so that a second window notices. Held by a small file beside it; the system lets go of
// it when the program ends, however it ends.
#pragma once

#include <filesystem>
#include <optional>

namespace sketchwalk::document {

class FileLock {
  public:
    enum class Outcome { held, taken, impossible };  // impossible: nothing can be written in that folder

    // The lock of the drawing `path`.
    static FileLock of(const std::filesystem::path& path);

    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();

    Outcome outcome() const { return m_outcome; }

  private:
    FileLock() = default;
    void release();

    std::filesystem::path m_path;
    int m_file = -1;
    Outcome m_outcome = Outcome::impossible;
};

}  // namespace sketchwalk::document
