// SPDX-License-Identifier: MIT
#pragma once

#include "aws/error.h"
#include "http/headers.h"
#include "scenarios/faults/fault.h"

namespace stunt::scenarios {

/// What an injected error looks like, as its author wrote it.
struct ErrorSettings {
  std::string code;
  std::optional<std::string> message{};  ///< the service's usual text if it is not given
  std::optional<int> status{};           ///< the code's own if it is not given
  http::Headers headers{};
  std::optional<world::Duration> retry_after{};  ///< x-amz-retry-after, in whole milliseconds
  bool retry_after_header = false;               ///< Retry-After too, in whole seconds
  bool unmodelled = false;                       ///< the service need not know the code
};

/// The client gets this error. Before the engine is asked: instead of asking. Afterwards: instead
/// of the engine's answer, while what it changed stays changed.
class ErrorFault : public Fault {
 public:
  /// Milliseconds that the client should wait before it tries again; some SDKs obey it.
  static constexpr std::string_view kRetryAfter = "x-amz-retry-after";

  /// `known` is what the service says of the code, or null.
  ErrorFault(ErrorSettings settings, const aws::ErrorModel* known);

  Role role() const override { return Role::answer; }
  Trace strike(aws::Outcome& outcome, const Occasion& occasion) const override;
  aws::Json to_json() const override;

 private:
  ErrorSettings settings_;
  aws::Error error_;
};

std::shared_ptr<const Fault> read_error_fault(const input::Value& settings, const Target& target);

}  // namespace stunt::scenarios
