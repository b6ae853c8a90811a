#include "core/document/Store.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <fstream>

#include "core/document/Writer.h"

namespace sketchwalk::document {
namespace {

namespace fs = std::filesystem;

Result<Database> openToRead(const fs::path& path) {
    auto database = Database::open(path, Database::Mode::readOnly);
    if (database && database->number("SELECT count(*) FROM sqlite_schema")) return database;
    // In a read-only folder SQLite cannot make the files it shares between programs: nobody else writes there either.
    std::error_code none;
    if (fs::exists(fs::path(path) += "-wal", none)) return database;
    return Database::open(path, Database::Mode::immutable);
}

Result<ReadFile> read(const Database& database, const fs::path& path) {
    const auto version = versionOf(database, path);
    if (!version) return tl::make_unexpected(version.error());
    return readTables(database, path);
}

Result<Store::Opened> openReadOnly(const fs::path& path) {
    auto database = openToRead(path);
    if (!database) return tl::make_unexpected(database.error());
    auto file = read(*database, path);
    if (!file) return tl::make_unexpected(file.error());
    Store::Opened opened{std::move(file->history), nullptr, std::move(file->notes)};
    opened.notes.push_back(Sentence{"%1 may not be written.", {path.filename().string()}});
    return opened;
}

Result<void> migrateAfterBackup(const Database& database, const fs::path& path, int64_t version,
                                std::vector<Sentence>& notes) {
    if (version >= kVersion) return {};
    (void)database.run("PRAGMA wal_checkpoint(TRUNCATE)");  // what a killed program left beside it belongs to the copy
    const fs::path backup = fs::path(path) += ".v" + std::to_string(version) + ".bak";
    std::error_code failed;
    fs::copy_file(path, backup, fs::copy_options::skip_existing, failed);
    if (failed) {
        return fail(ErrorKind::output, Sentence{"%1: the copy that is made before an older drawing is brought up to "
                                                "date cannot be written: %2.",
                                                {backup.string(), failed.message()}});
    }
    notes.push_back(Sentence{"The drawing was brought up to date; as it was, it is %1.", {backup.filename().string()}});
    return migrate(database, version);
}

bool mayWrite(const fs::path& path) {
    const auto may = [](const fs::path& what) { return faccessat(AT_FDCWD, what.c_str(), W_OK, AT_EACCESS) == 0; };
    return may(path) && may(path.parent_path());
}

fs::path absolutePath(const fs::path& path) {
    std::error_code failed;
    fs::path whole = fs::weakly_canonical(path, failed);
    return failed ? fs::absolute(path) : whole;
}

}  // namespace

Store::Store(std::unique_ptr<Writer> writer) : m_writer(std::move(writer)) {}
Store::~Store() = default;

Result<Store::Opened> Store::open(const fs::path& given, OnTrouble onTrouble) {
    const fs::path path = absolutePath(given);
    std::error_code failed;
    if (!fs::is_regular_file(path, failed))
        return fail(ErrorKind::input, Sentence{"%1: there is no such file.", {path.string()}});
    if (!looksLikeDocument(path))
        return fail(ErrorKind::input, Sentence{"%1: it is no Sketchwalk drawing.", {path.string()}});
    if (!mayWrite(path)) return openReadOnly(path);
    FileLock lock = FileLock::of(path);
    if (lock.outcome() == FileLock::Outcome::taken) {
        return fail(
            ErrorKind::input,
            Sentence{"%1: it is open in another window. Go on there, or close it there first.", {path.string()}});
    }
    auto database = Database::open(path, Database::Mode::edit);
    if (!database) return tl::make_unexpected(database.error());
    const auto version = versionOf(*database, path);
    if (!version) return tl::make_unexpected(version.error());
    std::vector<Sentence> notes;
    if (auto migrated = migrateAfterBackup(*database, path, *version, notes); !migrated) {
        return tl::make_unexpected(migrated.error());
    }
    if (auto ready = database->run(kWriting); !ready) return openReadOnly(path);
    auto file = readTables(*database, path);
    if (!file) return tl::make_unexpected(file.error());
    // A damaged history may still need what it seems not to know.
    if (file->notes.empty()) (void)dropUnused(*database, file->keys);  // that it fails costs only room
    notes.insert(notes.end(), file->notes.begin(), file->notes.end());
    auto writer = std::make_unique<Writer>(path, std::move(*database), std::move(lock), std::move(file->keys),
                                           std::move(onTrouble));
    return Opened{std::move(file->history), std::unique_ptr<Store>(new Store(std::move(writer))), std::move(notes)};
}

Result<std::unique_ptr<Store>> Store::create(const fs::path& given, const Document& start, OnTrouble onTrouble) {
    const fs::path path = absolutePath(given);
    std::error_code failed;
    if (fs::exists(path, failed))
        return fail(ErrorKind::output, Sentence{"%1: there is such a file already.", {path.string()}});
    FileLock lock = FileLock::of(path);
    auto database = Database::open(path, Database::Mode::create);
    if (!database) return tl::make_unexpected(database.error());
    Keys keys;
    auto made = database->run(kWriting);
    if (made) made = createTables(*database);
    if (made) made = writeStart(*database, start, keys);
    if (!made) {
        *database = Database();
        for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(fs::path(path) += suffix, failed);
        return tl::make_unexpected(made.error());
    }
    return std::unique_ptr<Store>(new Store(
        std::make_unique<Writer>(path, std::move(*database), std::move(lock), std::move(keys), std::move(onTrouble))));
}

fs::path Store::path() const {
    return m_writer->path();
}

void Store::put(size_t index, const Step& step) {
    m_writer->add(
        [index, step](const Database& database, Keys& keys) { return writeStep(database, index, step, keys); });
}

void Store::setPosition(size_t position) {
    m_writer->add([position](const Database& database, Keys&) { return writePosition(database, position); });
}

void Store::setThumbnail(std::vector<uint8_t> png) {
    m_writer->add([png = std::move(png)](const Database& database, Keys&) { return writeThumbnail(database, png); });
}

bool Store::flush(std::chrono::milliseconds longest) {
    return m_writer->flush(longest);
}

void Store::saveCopy(const fs::path& target, bool moveThere, std::function<void(Result<void>)> done) {
    m_writer->addCopy(absolutePath(target), moveThere, std::move(done));
}

Result<void> writeDocument(const fs::path& path, const Document& document) {
    const fs::path beside = fs::path(path) += ".part";
    std::error_code failed;
    fs::remove(beside, failed);
    auto made = Store::create(beside, document);
    if (!made) return tl::make_unexpected(made.error());
    made->reset();
    fs::rename(beside, path, failed);
    if (!failed) return {};
    const std::string why = failed.message();
    fs::remove(beside, failed);
    return fail(ErrorKind::output, Sentence{"Cannot write %1: %2.", {path.string(), why}});
}

Result<Document> readDocument(const fs::path& path) {
    auto database = openToRead(path);
    if (!database) return tl::make_unexpected(database.error());
    auto file = read(*database, path);
    if (!file) return tl::make_unexpected(file.error());
    return file->history.document();
}

std::vector<uint8_t> readThumbnail(const fs::path& path) {
    if (!looksLikeDocument(path)) return {};
    auto database = openToRead(path);
    if (!database || !versionOf(*database, path)) return {};
    return readThumbnail(*database);
}

bool looksLikeDocument(const fs::path& path) {
    static constexpr std::string_view kStart{"SQLite format 3", 16};
    std::array<char, kStart.size()> bytes{};
    std::ifstream file(path, std::ios::binary);
    return file.read(bytes.data(), bytes.size()) && std::string_view(bytes.data(), bytes.size()) == kStart;
}

}  // namespace sketchwalk::document
