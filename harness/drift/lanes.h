// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <set>
#include <string>

#include "recorder/transcript/exchange_line.h"

namespace stunt::harness {

/// Which requests may be under way at the same time. They start in the order of their arrival in
/// any case: one that has to wait holds up those behind it.
class Lanes {
 public:
  /// Up to `most` at once, one for each secret. A call that is about no one secret (ListSecrets) is
  /// alone: what it sees depends on all others.
  static Lanes by_secret(std::size_t most) { return Lanes(most); }

  /// One for each recorded connection.
  static Lanes as_recorded() { return Lanes(0); }

  bool may_start(const recorder::ExchangeLine& line) const;
  void start(const recorder::ExchangeLine& line);
  void end(const recorder::ExchangeLine& line);

 private:
  explicit Lanes(std::size_t most) : most_(most) {}

  std::string lane(const recorder::ExchangeLine& line) const;

  std::size_t most_;  ///< 0: as recorded
  std::set<std::string> busy_;
};

}  // namespace stunt::harness
