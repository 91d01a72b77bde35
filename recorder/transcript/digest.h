// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "recorder/transcript/exchange_line.h"

namespace stunt::recorder {

/// One hash for all that a run did, whatever its threads' timing: of each exchange counts what was
/// asked and answered, not when, in which order, over which connection. Takes about 100 bytes an
/// exchange.
class Digest {
 public:
  void add(const ExchangeLine& line);

  /// "sha256:…" over the sorted hashes of the exchanges.
  std::string value() const;

 private:
  std::vector<std::string> hashes_;
};

}  // namespace stunt::recorder
