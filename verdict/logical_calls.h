// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "verdict/journal.h"

namespace stunt::verdict {

/// What a program means as one call: the first attempt and its retries.
struct LogicalCall {
  std::vector<const Entry*> attempts;  ///< in order of arrival; at least one

  bool is_open() const;  ///< an attempt is in flight
  std::vector<std::uint64_t> seqs() const;
};

/// The calls of clients, in order of their first attempts. Attempts belong together that have the
/// same `amz-sdk-invocation-id`; where there is none, those that say the same over the same
/// connection, one after another that did not succeed. Points into `entries`.
std::vector<LogicalCall> logical_calls(const std::vector<Entry>& entries);

/// What a client waited before a retry: from the last byte of the answer before to the retry's
/// arrival. Nothing if the answer before is not known to have ended. 0 if it overtook it.
std::optional<world::Duration> gap_between(const Entry& before, const Entry& retry);

}  // namespace stunt::verdict
