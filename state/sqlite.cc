// SPDX-License-Identifier: MIT
#include "state/sqlite.h"

#include <system_error>

#include <sqlite3.h>

namespace stunt::state {
namespace {

/// SQLite's own sentence, and the system's if that said why. (sqlite3_errmsg() may quote what a
/// statement was about.)
[[noreturn]] void fail(sqlite3* database, int code) {
  std::string reason = sqlite3_errstr(code);
  const int cause = database ? sqlite3_system_errno(database) : 0;
  const bool of_the_system = (code & 0xFF) == SQLITE_IOERR || (code & 0xFF) == SQLITE_CANTOPEN;
  if (of_the_system && cause != 0) reason += ": " + std::generic_category().message(cause);
  throw SqliteError(code & 0xFF, reason);
}

}  // namespace

void Database::Close::operator()(sqlite3* handle) const { sqlite3_close(handle); }

Database::Database(const std::filesystem::path& file) {
  sqlite3* handle = nullptr;
  // Whoever holds it sees to it that one thread at a time is here.
  const int code =
      sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(handle, code);
}

void Database::run(const char* sql) {
  const int code = sqlite3_exec(get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(get(), code);
}

std::int64_t Database::number(const char* sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.number(0) : 0;
}

void Statement::Finalize::operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }

Statement::Statement(Database& database, std::string_view sql) : database_(database.get()) {
  sqlite3_stmt* handle = nullptr;
  const int code = sqlite3_prepare_v3(database_, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) fail(database_, code);
}

Statement& Statement::bind(int parameter, std::int64_t number) {
  const int code = sqlite3_bind_int64(handle_.get(), parameter, number);
  if (code != SQLITE_OK) fail(database_, code);
  return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
  const char* bytes = text.empty() ? "" : text.data();
  const int code =
      sqlite3_bind_text64(handle_.get(), parameter, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8);
  if (code != SQLITE_OK) fail(database_, code);
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  sqlite3_reset(handle_.get());
  if (code != SQLITE_DONE) fail(database_, code);
  return false;
}

void Statement::run() {
  while (step()) {
  }
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(handle_.get(), column);
}

std::string_view Statement::text(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_.get(), column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column));
  return bytes ? std::string_view(bytes, size) : std::string_view();
}

}  // namespace stunt::state
