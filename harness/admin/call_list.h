// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "harness/admin/route.h"
#include "harness/show/filter.h"
#include "recorder/transcript/exchange_line.h"
#include "verdict/journal.h"

namespace stunt::harness::admin {

/// Which of a scope's calls are wanted.
struct Choice {
  /// More are not answered with at once.
  static constexpr std::size_t kMost = 10'000;

  Filter filter{};
  std::uint64_t since = 0;    ///< only those with a higher seq
  std::size_t limit = kMost;  ///< the first so many of them
};

/// By the parameters op, secret, outcome, since and limit, as far as they are given. Throws
/// Problem.
Choice read_choice(const Ask& ask);

/// The parameter `limit`; kMost if it is not given. Throws Problem.
std::size_t read_limit(const Ask& ask);

/// What the document says of these parameters.
std::vector<Route::Parameter> choice_parameters();
Route::Parameter limit_parameter();

/// Calls as lines of a transcript, without their secrets.
struct CallList {
  std::vector<recorder::ExchangeLine> lines{};  ///< by seq; those in flight are not among them
  bool more = false;                            ///< the limit left some out
  std::uint64_t dropped = 0;                    ///< calls that are no longer kept
};

/// `wanted` is asked before the filter; empty: all calls but those that a script makes itself.
CallList list_calls(Scope& scope, const Choice& choice,
                    const std::function<bool(const verdict::Entry&)>& wanted = {});

/// {"count": …, "exchanges": […], "more": true}
aws::Json to_json(const CallList& list);

/// A number of a query. Throws Problem.
std::uint64_t read_number(const Ask& ask, std::string_view name, std::uint64_t otherwise,
                          std::uint64_t most = UINT64_MAX);

}  // namespace stunt::harness::admin
