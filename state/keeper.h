// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "emulator/shelves.h"
#include "emulator/store.h"
#include "state/batch.h"
#include "state/state_file.h"

namespace stunt::state {

/// Keeps a vault's secrets in a state file. Changes queue up in the order in which they were noted;
/// who commits first writes all that is there in one transaction, for the others too. So the file
/// always holds what the vault held at some moment, and of two commits the later one never loses
/// to the earlier. Thread-safe.
class Keeper : public emulator::Store {
 public:
  /// Takes the reason of a commit that failed, or nothing once a later one has brought everything
  /// into the file. Called when that changes, from the thread that commits.
  using Report = std::function<void(const std::string& reason)>;

  /// The file must outlive it, and nobody else writes to it.
  explicit Keeper(StateFile& file, Report report = {});

  /// Puts the file's secrets onto the shelves; those whose recovery window has passed by `now` go
  /// from the file instead. Returns how many are there. Call it before the first change.
  std::size_t restore(emulator::Shelves& shelves, world::Instant now);

  void note(const emulator::Changes& changes) override;
  bool commit() override;

  /// Why the last commit failed; empty if it did not.
  std::string error() const;

 private:
  struct Hash {
    std::size_t operator()(const Key& key) const {
      return std::hash<std::uint64_t>()(key.number * 64 + static_cast<std::uint64_t>(key.place));
    }
  };
  using Digests = std::vector<std::uint64_t>;

  Key key_of(const emulator::Place& place, std::uint64_t number);
  Row row_of(const Key& key, const emulator::Secret& secret);
  bool write(Batch batch, std::uint64_t last);

  StateFile& file_;
  const Report report_;

  std::mutex writing_;  // who has it may use the file

  mutable std::mutex mutex_;  // guards all that follows
  std::map<emulator::Place, std::int64_t> places_;
  std::unordered_map<Key, Digests, Hash> values_;  // whose values are in the file or on their way
  Batch waiting_;
  std::uint64_t noted_ = 0, kept_ = 0;
  std::string error_;
};

}  // namespace stunt::state
