// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "recorder/transcript/exchange_line.h"

namespace stunt::harness {

/// Which exchanges of a transcript are wanted, as it is said on a command line. An empty list takes
/// all; of a list one must fit, and of the lists each.
struct Filter {
  std::vector<std::string> operations{};  ///< globs
  std::vector<std::string> secrets{};     ///< globs of names or ARNs
  std::vector<std::string> statuses{};    ///< "200", "4xx", "400-499": of the answer that was sent
  std::vector<std::string> outcomes{};    ///< "ok", "throttled"…
  std::vector<std::string> faults{};      ///< globs of rules' ids
};

/// True for the exchanges that are wanted; empty if all are. Throws std::invalid_argument that says
/// what would be right.
std::function<bool(const recorder::ExchangeLine&)> wanted(const Filter& filter);

}  // namespace stunt::harness
