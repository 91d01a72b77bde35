// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "emulator/secret.h"
#include "state/batch.h"
#include "state/sqlite.h"

namespace stunt::state {

/// How sure a commit is.
enum class Sync {
  normal,  ///< outlives the process, however it ends
  full,    ///< outlives the machine's power too
};

/// The file in which secrets outlive the process: DIR/state.sqlite3, values in plain text, readable
/// by its owner only. It is open in one process at a time. One thread at a time.
class StateFile {
 public:
  enum class Absent { make, refuse };

  /// Opens the file, or makes it and the directory. Throws std::runtime_error with a sentence for
  /// people: another process has it, it is no state file, it is of a newer format, …
  StateFile(const std::filesystem::path& directory, Sync sync, Absent absent);
  ~StateFile();

  /// Counts one more life of a server with this file; 1 for the first. Throws SqliteError.
  std::uint64_t begin_run();

  /// The places and their numbers.
  std::map<std::int64_t, emulator::Place> places();

  /// Hands over every secret, by place and number. Throws std::runtime_error if the file is broken.
  void read(const std::function<void(const Key& key, emulator::Secret secret)>& take);

  /// Writes all of it, or throws SqliteError and writes nothing.
  void write(const Batch& batch);

  /// While it lives, what is written can still be taken back; unless keep() was called, it is.
  class Trial {
   public:
    explicit Trial(StateFile& file);
    ~Trial();
    void keep();

   private:
    Database& database_;
    bool open_ = true;
  };

 private:
  void prepare(Sync sync);
  void write_row(const Key& key, const Row& row);

  struct Writing;

  std::filesystem::path directory_;
  Database database_;
  std::unique_ptr<Writing> writing_;
};

}  // namespace stunt::state
