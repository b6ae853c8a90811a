// The tables of a drawing's file, how they came about version by version, and how rows are read and written.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/document/History.h"
#include "core/document/RowKeys.h"
#include "core/document/Sqlite.h"

namespace sketchwalk::document {

constexpr int64_t kApplicationId = 0x534b574b;  // "SKWK", in SQLite's header
constexpr int64_t kVersion = 3;                 // of the file's form; SQLite's user_version

// A step is with the system at once, and safe from a killed program; who writes sees to it that the disk has it soon
// after. Readers never wait. Who only adds rows needs few of the file's pages in memory (256 KiB).
constexpr const char* kWriting = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -256;";

// Statements that lead from version i + 1 to i + 2.
const std::vector<std::string>& migrations();

// Makes the tables in an empty database.
Result<void> createTables(const Database& database);

// ErrorKind::input where it is no drawing or a newer program made it: the text names both versions. Else its version.
Result<int64_t> versionOf(const Database& database, const std::filesystem::path& path);

// One transaction that leads it to `version`; the steps' list is a parameter for the tests.
Result<void> migrate(const Database& database, int64_t from, const std::vector<std::string>& steps = migrations());

// A stroke's row never changes: another look is another row.
struct Keys {
    RowKeys<Drawn> strokes;
    RowKeys<std::vector<uint8_t>> pictures;
    RowKeys<std::vector<sketch::Style>> styles;
};

struct ReadFile {
    History history;
    Keys keys;
    std::vector<Sentence> notes;  // about what could not be read
};
Result<ReadFile> readTables(const Database& database, const std::filesystem::path& path);

// Each is one transaction. `keys` gain the rows that were added, and stay as they were where it fails.
Result<void> writeStart(const Database& database, const Document& start, Keys& keys);
Result<void> writeStep(const Database& database, size_t index, const Step& step, Keys& keys);
// Strokes that no step knows any more, since other steps took the place of theirs; of a file that was just read.
Result<void> dropUnused(const Database& database, const Keys& keys);
Result<void> writePosition(const Database& database, size_t position);
Result<void> writeThumbnail(const Database& database, const std::vector<uint8_t>& png);
std::vector<uint8_t> readThumbnail(const Database& database);  // empty where there is none

}  // namespace sketchwalk::document
