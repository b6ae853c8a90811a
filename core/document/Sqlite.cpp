#include "core/document/Sqlite.h"

namespace sketchwalk::document {
namespace {

// A file name as SQLite's URI wants it: what means something there is written as %XX.
std::string uriOf(const std::filesystem::path& path, std::string_view query) {
    static constexpr char kDigits[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char8_t c : std::filesystem::absolute(path).generic_u8string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == '%' || byte == '?' || byte == '#' || byte <= ' ') {
            uri += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
        } else {
            uri += static_cast<char>(byte);
        }
    }
    return uri.append(query);
}

std::string inPlainWords(int code, const char* said) {
    switch (code & 0xff) {
        case SQLITE_FULL:
            return "the disk is full; make room, and the drawing is saved then";
        case SQLITE_READONLY:
            return "it may not be written";
        case SQLITE_CANTOPEN:
            return "it cannot be opened; is the folder there, and may it be read and written?";
        case SQLITE_NOTADB:
            return "it is no Sketchwalk drawing";
        case SQLITE_CORRUPT:
            return "it is damaged";
        case SQLITE_IOERR:
            return "the disk does not answer as it should";
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return "another program is using it";
        default:
            return said;
    }
}

}  // namespace

Statement::Statement(sqlite3* database, std::string_view sql) {
    sqlite3_stmt* handle = nullptr;
    sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &handle, nullptr);
    m_handle.reset(handle);
}

Statement& Statement::bind(int index, int64_t value) {
    sqlite3_bind_int64(m_handle.get(), index, value);
    return *this;
}

Statement& Statement::bind(int index, double value) {
    sqlite3_bind_double(m_handle.get(), index, value);
    return *this;
}

Statement& Statement::bind(int index, std::string_view text) {
    sqlite3_bind_text(m_handle.get(), index, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bindBlob(int index, std::span<const uint8_t> bytes) {
    static constexpr uint8_t kNothing = 0;  // a null pointer would bind NULL
    sqlite3_bind_blob64(m_handle.get(), index, bytes.empty() ? &kNothing : bytes.data(), bytes.size(),
                        SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bindNull(int index) {
    sqlite3_bind_null(m_handle.get(), index);
    return *this;
}

int Statement::step() {
    return m_handle ? sqlite3_step(m_handle.get()) : SQLITE_MISUSE;
}

void Statement::reset() {
    sqlite3_reset(m_handle.get());
    sqlite3_clear_bindings(m_handle.get());
}

int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_handle.get(), column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(m_handle.get(), column);
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_handle.get(), column) == SQLITE_NULL;
}

std::string Statement::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_handle.get(), column));
    return text != nullptr ? std::string(text, static_cast<size_t>(sqlite3_column_bytes(m_handle.get(), column))) : "";
}

std::span<const uint8_t> Statement::blob(int column) const {
    const auto* bytes = static_cast<const uint8_t*>(sqlite3_column_blob(m_handle.get(), column));
    return {bytes, static_cast<size_t>(sqlite3_column_bytes(m_handle.get(), column))};
}

Result<Database> Database::open(const std::filesystem::path& path, Mode mode) {
    Database database;
    database.m_path = path;
    int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
    flags |= mode == Mode::create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
             : mode == Mode::edit ? SQLITE_OPEN_READWRITE
                                  : SQLITE_OPEN_READONLY;
    sqlite3* handle = nullptr;
    const std::string uri = uriOf(path, mode == Mode::immutable ? "?immutable=1" : "");
    const int code = sqlite3_open_v2(uri.c_str(), &handle, flags, nullptr);
    database.m_handle.reset(handle);
    if (code != SQLITE_OK) {
        return tl::make_unexpected(database.error(mode == Mode::create ? ErrorKind::output : ErrorKind::input));
    }
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, 2000);
    return database;
}

Result<void> Database::run(const std::string& sql) const {
    if (sqlite3_exec(m_handle.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return {};
    return tl::make_unexpected(error(ErrorKind::output));
}

Result<int64_t> Database::number(const std::string& sql) const {
    Statement statement = prepare(sql);
    if (!statement.valid() || statement.step() != SQLITE_ROW) return tl::make_unexpected(error(ErrorKind::input));
    return statement.integer(0);
}

Error Database::error(ErrorKind kind) const {
    const int code = m_handle ? sqlite3_errcode(m_handle.get()) : SQLITE_NOMEM;
    const char* said = m_handle ? sqlite3_errmsg(m_handle.get()) : "out of memory";
    return errorOf(kind, {"%1: %2.", {m_path.string(), inPlainWords(code, said)}});
}

}  // namespace sketchwalk::document
