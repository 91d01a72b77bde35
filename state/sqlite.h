// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace stunt::state {

/// SQLite refused. what() says why and never quotes a value.
class SqliteError : public std::runtime_error {
 public:
  SqliteError(int code_, const std::string& reason) : std::runtime_error(reason), code(code_) {}

  int code;  ///< SQLITE_BUSY, SQLITE_NOTADB, …
};

/// An open database file. One thread at a time. Everything throws SqliteError.
class Database {
 public:
  /// The file must be there; an empty one is an empty database.
  explicit Database(const std::filesystem::path& file);

  /// Runs statements that answer nothing of interest.
  void run(const char* sql);

  /// The number in the first column of the first row.
  std::int64_t number(const char* sql);

  sqlite3* get() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* handle) const;
  };
  std::unique_ptr<sqlite3, Close> handle_;
};

/// A prepared statement. Parameters and columns count as SQLite counts them: from 1 and from 0.
class Statement {
 public:
  Statement(Database& database, std::string_view sql);

  /// A text is copied by nobody: it must stay until the statement has run.
  Statement& bind(int parameter, std::int64_t number);
  Statement& bind(int parameter, std::string_view text);

  /// The next row, or false after the last; then the statement may be bound and run again.
  bool step();
  void run();

  std::int64_t number(int column) const;

  /// Bytes of a text or a blob, good until the next step.
  std::string_view text(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* handle) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
  sqlite3* database_;
};

}  // namespace stunt::state
