// A narrow door to SQLite: owned handles, and its errors as ours. Nothing of it leaves this room.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Error.h"

namespace sketchwalk::document {

// A prepared statement. Parameters count from 1, columns from 0, as SQLite counts them.
class Statement {
  public:
    Statement(sqlite3* database, std::string_view sql);
    bool valid() const { return m_handle != nullptr; }

    Statement& bind(int index, int64_t value);
    Statement& bind(int index, double value);
    Statement& bind(int index, std::string_view text);
    Statement& bindBlob(int index, std::span<const uint8_t> bytes);  // copied
    Statement& bindNull(int index);

    int step();  // SQLITE_ROW, SQLITE_DONE or an error
    void reset();

    int64_t integer(int column) const;
    double real(int column) const;
    bool isNull(int column) const;
    std::string text(int column) const;
    std::span<const uint8_t> blob(int column) const;  // valid until the next step

  private:
    struct Close {
        void operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }
    };
    std::unique_ptr<sqlite3_stmt, Close> m_handle;
};

class Database {
  public:
    enum class Mode { create, edit, readOnly, immutable };  // immutable: in a folder where nothing may be written

    static Result<Database> open(const std::filesystem::path& path, Mode mode);

    sqlite3* handle() const { return m_handle.get(); }
    Statement prepare(std::string_view sql) const { return Statement(m_handle.get(), sql); }
    Result<void> run(const std::string& sql) const;  // one or more statements without results
    Result<int64_t> number(const std::string& sql) const;
    Error error(ErrorKind kind) const;  // of the last call that failed, in plain words, with the file's name

  private:
    struct Close {
        void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
    };
    std::unique_ptr<sqlite3, Close> m_handle;
    std::filesystem::path m_path;
};

}  // namespace sketchwalk::document
