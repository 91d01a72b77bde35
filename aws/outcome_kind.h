// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "aws/exchange.h"

namespace stunt::aws {

/// How an exchange ended, as a client sees it.
enum class OutcomeKind {
  ok,
  client_error,
  server_error,
  throttled,
  reset,        ///< the connection was cut by RST
  closed,       ///< the connection was closed in order, without a whole answer
  timeout,      ///< the answer was meant to hang, and the client gave up
  client_gone,  ///< the client hung up first
};

/// "clientError" and so on, as a transcript has it.
std::string_view to_string(OutcomeKind kind);
std::optional<OutcomeKind> read_outcome_kind(std::string_view text);

/// All of them, in the order of the enumeration.
std::span<const std::string_view> outcome_kind_names();

/// The kind of an exchange that has ended.
OutcomeKind outcome_of(const Exchange& exchange);

/// How the SDKs class an error that they may retry: "throttling", "transient", "clockSkew" or "no".
std::string_view retryable(std::string_view error_code, int status);

}  // namespace stunt::aws
