// A drawing's file, kept up to date while it is drawn. Calls return at once; a thread of the store's own writes, each
// step a transaction, so that a killed program or a pulled plug costs at most the stroke under the pen (and, where the
// plug is pulled, what the disk was just being told). What cannot be
// written (a full disk) stays queued and is tried again.
//
// One thread (the window's) calls it.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Error.h"
#include "core/document/History.h"

namespace sketchwalk::document {

constexpr const char* kSuffix = ".sketchwalk";

class Store {
  public:
    // Called from the store's thread: what keeps it from saving, and nothing when all is saved again.
    using OnTrouble = std::function<void(std::optional<Error>)>;

    struct Opened {
        History history;
        std::unique_ptr<Store> store;  // null: the file or its folder may not be written
        std::vector<Sentence> notes;   // for the user: what was damaged, that it is read-only, a backup that was made
    };

    // Opens a drawing with its whole history. An older form is migrated after a copy beside it ("NAME.v1.bak").
    // ErrorKind::input: missing, no drawing, damaged, made by a newer program, or open elsewhere.
    static Result<Opened> open(const std::filesystem::path& path, OnTrouble onTrouble = {});
    // Makes a drawing that holds `start`. ErrorKind::output where that cannot be, also where there is a file already.
    static Result<std::unique_ptr<Store>> create(const std::filesystem::path& path, const Document& start,
                                                 OnTrouble onTrouble = {});
    // Writes all that is queued and leaves one file.
    ~Store();

    std::filesystem::path path() const;

    void put(size_t index, const Step& step);  // later steps are gone; the position is index + 1
    void setPosition(size_t position);         // after undo and redo
    void setThumbnail(std::vector<uint8_t> png);

    // Waits until all that was asked for is in the file, as everybody who opens it sees it; false where it is not by
    // then.
    bool flush(std::chrono::milliseconds longest);
    // Makes a copy with its history, written beside and renamed: the target is the old file or the new one, never half
    // a file. It holds all that was asked for, also what cannot be written to this store's own file. With `moveThere`
    // the copy becomes this store's file; the old one stays as it is. ErrorKind::output, also where a window has the
    // target open. `done` is called from the store's thread.
    void saveCopy(const std::filesystem::path& target, bool moveThere, std::function<void(Result<void>)> done);

    class Writer;

  private:
    explicit Store(std::unique_ptr<Writer> writer);
    std::unique_ptr<Writer> m_writer;
};

// Writes a new drawing beside and renames it: what was there is replaced whole. ErrorKind::output.
Result<void> writeDocument(const std::filesystem::path& path, const Document& document);
// The document of a file as it stands, without opening it for change: also while a window has it open.
Result<Document> readDocument(const std::filesystem::path& path);
// Its small picture, PNG; empty where there is none or it cannot be read.
std::vector<uint8_t> readThumbnail(const std::filesystem::path& path);
// Whether the file begins as an SQLite database does; says nothing of what it holds.
bool looksLikeDocument(const std::filesystem::path& path);

}  // namespace sketchwalk::document
