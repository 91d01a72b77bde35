// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "harness/scope.h"
#include "stunt/calls.h"
#include "stunt/exchange.h"
#include "verdict/calls.h"
#include "verdict/evidence.h"

namespace stunt {

/// What was known when the exchange was asked for.
struct Exchange::Facts {
  verdict::Entry entry;
  std::shared_ptr<const std::vector<verdict::Entry>> all;  ///< of the scope, by seq
};

namespace embedded {

/// The conditions, read as `expect` has them. Throws std::invalid_argument.
verdict::Calls read_calls(const Calls& calls, std::string_view who);

/// Those of the journal's calls that count and are meant.
Exchanges exchanges_of(harness::Scope& scope, const verdict::Calls& calls);

/// What is behind exchanges, for whoever judges them.
std::vector<verdict::Entry> entries_of(const Exchanges& exchanges);

/// As a report has them, titles first.
std::string table_of(const Exchanges& exchanges);

}  // namespace embedded
}  // namespace stunt
