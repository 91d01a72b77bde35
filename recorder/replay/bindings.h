// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>

#include "recorder/redaction/pseudonym.h"

namespace stunt::recorder {

/// Which pseudonym of today stands for which of the recording, for a whole replay: one for one,
/// both ways. Not thread-safe.
class Bindings {
 public:
  /// The index of the first pair that contradicts these bindings or another pair; nothing if all
  /// agree. Both have equally many.
  std::optional<std::size_t> clash(std::span<const Pseudonym> recorded,
                                   std::span<const Pseudonym> live) const;

  /// Binds pairs that do not clash.
  void bind(std::span<const Pseudonym> recorded, std::span<const Pseudonym> live);

  /// The number of today that is bound to a recorded one.
  std::optional<std::uint64_t> live(std::uint64_t recorded) const;
  /// The recorded number that is bound to one of today.
  std::optional<std::uint64_t> recorded(std::uint64_t live) const;

  bool is_bound(const Pseudonym& live) const { return to_recorded_.contains(live.number); }

 private:
  std::unordered_map<std::uint64_t, std::uint64_t> to_live_;
  std::unordered_map<std::uint64_t, std::uint64_t> to_recorded_;
};

}  // namespace stunt::recorder
