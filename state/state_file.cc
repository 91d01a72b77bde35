// SPDX-License-Identifier: MIT
#include "state/state_file.h"

#include <cerrno>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "state/document.h"

namespace stunt::state {
namespace {

/// In the file's header: "STNT", so that a database of somebody else is told from ours.
constexpr std::int64_t kApplicationId = 0x53544E54;
constexpr std::int64_t kFormat = 1;

constexpr const char* kSchema = R"(
CREATE TABLE life(runs INTEGER NOT NULL);
INSERT INTO life VALUES (0);
CREATE TABLE place(number INTEGER PRIMARY KEY, region TEXT NOT NULL, account TEXT NOT NULL);
CREATE TABLE secret(place INTEGER NOT NULL, number INTEGER NOT NULL, document TEXT NOT NULL,
                    PRIMARY KEY (place, number)) WITHOUT ROWID;
CREATE TABLE value(place INTEGER NOT NULL, number INTEGER NOT NULL, version TEXT NOT NULL,
                   is_binary INTEGER NOT NULL, bytes BLOB NOT NULL,
                   PRIMARY KEY (place, number, version)) WITHOUT ROWID;
)";

std::filesystem::path file_in(const std::filesystem::path& directory) {
  return directory / "state.sqlite3";
}

[[noreturn]] void refuse(const std::filesystem::path& directory, const std::string& reason) {
  throw std::runtime_error("cannot use the state in " + directory.string() + ": " + reason);
}

std::string last_error() { return std::generic_category().message(errno); }

/// SQLite would make its files readable by everybody; those beside the first take after it.
const std::filesystem::path& made(const std::filesystem::path& directory,
                                  StateFile::Absent absent) {
  std::error_code error;
  const bool there = std::filesystem::exists(file_in(directory), error);
  if (there) return directory;
  if (absent == StateFile::Absent::refuse) refuse(directory, "there is none");
  if (directory.has_parent_path()) {
    std::filesystem::create_directories(directory.parent_path(), error);
  }
  if (::mkdir(directory.c_str(), 0700) != 0 && errno != EEXIST) refuse(directory, last_error());
  const int fd = ::open(file_in(directory).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) refuse(directory, last_error());
  ::close(fd);
  return directory;
}

Database open(const std::filesystem::path& directory) {
  try {
    return Database(file_in(directory));
  } catch (const SqliteError& error) {
    refuse(directory, error.what());
  }
}

/// After some errors SQLite has taken everything back already, and refuses to do it again.
void undo(Database& database, const char* sql) {
  try {
    database.run(sql);
  } catch (const SqliteError&) {
  }
}

}  // namespace

/// What every write needs, prepared once.
struct StateFile::Writing {
  explicit Writing(Database& database)
      : place(database, "INSERT OR REPLACE INTO place VALUES (?, ?, ?)"),
        put(database, "INSERT OR REPLACE INTO secret VALUES (?, ?, ?)"),
        add_value(database, "INSERT OR REPLACE INTO value VALUES (?, ?, ?, ?, ?)"),
        remove(database, "DELETE FROM secret WHERE place=? AND number=?"),
        remove_values(database, "DELETE FROM value WHERE place=? AND number=?"),
        remove_old_values(database,
                          "DELETE FROM value WHERE place=?1 AND number=?2 AND version NOT IN"
                          " (SELECT json_extract(value, '$.id')"
                          "  FROM json_each(?3, '$.versions'))") {}

  Statement place, put, add_value, remove, remove_values, remove_old_values;
};

StateFile::StateFile(const std::filesystem::path& directory, Sync sync, Absent absent)
    : directory_(made(directory, absent)), database_(open(directory)) {
  try {
    prepare(sync);
    writing_ = std::make_unique<Writing>(database_);
  } catch (const SqliteError& error) {
    if (error.code == SQLITE_BUSY) refuse(directory, "another process has it open");
    if (error.code == SQLITE_NOTADB) refuse(directory, "state.sqlite3 is no state file");
    refuse(directory, error.what());
  }
}

StateFile::~StateFile() = default;

void StateFile::prepare(Sync sync) {
  // Ours alone: a second process would not see what is in this one's memory.
  database_.run("PRAGMA locking_mode = EXCLUSIVE");
  const auto application = database_.number("PRAGMA application_id");
  const auto format = database_.number("PRAGMA user_version");
  const bool empty = database_.number("PRAGMA schema_version") == 0;
  if (!empty && application != kApplicationId) {
    refuse(directory_, "state.sqlite3 is a database of another program");
  }
  if (format > kFormat) {
    refuse(directory_, "a newer stunt wrote it (format " + std::to_string(format) +
                           "); this one knows format " + std::to_string(kFormat));
  }
  database_.run("PRAGMA journal_mode = WAL");
  database_.run(sync == Sync::full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
  database_.run("BEGIN IMMEDIATE");
  if (empty) {
    database_.run(kSchema);
    database_.run(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
    database_.run(("PRAGMA user_version = " + std::to_string(kFormat)).c_str());
  }
  database_.run("COMMIT");
}

std::uint64_t StateFile::begin_run() {
  database_.run("UPDATE life SET runs = runs + 1");
  return static_cast<std::uint64_t>(database_.number("SELECT runs FROM life"));
}

std::map<std::int64_t, emulator::Place> StateFile::places() {
  std::map<std::int64_t, emulator::Place> places;
  Statement all(database_, "SELECT number, region, account FROM place");
  while (all.step()) {
    places[all.number(0)] = {std::string(all.text(1)), std::string(all.text(2))};
  }
  return places;
}

void StateFile::read(const std::function<void(const Key& key, emulator::Secret secret)>& take) {
  const auto known = places();
  Statement secrets(database_, "SELECT place, number, document FROM secret ORDER BY place, number");
  Statement value(database_,
                  "SELECT is_binary, bytes FROM value WHERE place=? AND number=? AND version=?");
  while (secrets.step()) {
    const Key key{secrets.number(0), static_cast<std::uint64_t>(secrets.number(1))};
    const auto value_of = [&](const aws::Json& version) -> std::optional<emulator::SecretValue> {
      const auto& id = version.at("id").get_ref<const std::string&>();
      value.bind(1, key.place).bind(2, secrets.number(1)).bind(3, id);
      if (!value.step()) return std::nullopt;
      std::string bytes(value.text(1));
      auto found = value.number(0) ? emulator::SecretValue::binary(std::move(bytes))
                                   : emulator::SecretValue::text(std::move(bytes));
      value.run();
      return found;
    };
    try {
      take(key, read_document(aws::Json::parse(secrets.text(2)), known.at(key.place), value_of));
    } catch (const SqliteError&) {
      throw;
    } catch (const std::exception&) {
      // What a parser says may quote the text.
      refuse(directory_, "secret " + std::to_string(key.number) + " of place " +
                             std::to_string(key.place) + " is broken");
    }
  }
}

void StateFile::write(const Batch& batch) {
  database_.run("SAVEPOINT batch");
  try {
    for (const auto& [number, place] : batch.places) {
      writing_->place.bind(1, number).bind(2, place.region).bind(3, place.account).run();
    }
    for (const auto& [key, row] : batch.rows) write_row(key, row);
    database_.run("RELEASE batch");
  } catch (const SqliteError&) {
    undo(database_, "ROLLBACK TO batch; RELEASE batch");
    throw;
  }
}

void StateFile::write_row(const Key& key, const Row& row) {
  const auto number = static_cast<std::int64_t>(key.number);
  const auto about = [&](Statement& statement) -> Statement& {
    return statement.bind(1, key.place).bind(2, number);
  };
  if (!row.document) {
    about(writing_->remove).run();
    about(writing_->remove_values).run();
    return;
  }
  about(writing_->put).bind(3, *row.document).run();
  for (const auto& [version, value] : row.added) {
    about(writing_->add_value)
        .bind(3, version)
        .bind(4, value.is_binary() ? 1 : 0)
        .bind(5, value.reveal())
        .run();
  }
  if (row.fewer) about(writing_->remove_old_values).bind(3, *row.document).run();
}

StateFile::Trial::Trial(StateFile& file) : database_(file.database_) { database_.run("BEGIN"); }

StateFile::Trial::~Trial() {
  if (open_) undo(database_, "ROLLBACK");
}

void StateFile::Trial::keep() {
  database_.run("COMMIT");
  open_ = false;
}

}  // namespace stunt::state
