// SPDX-License-Identifier: MIT
#include "aws/outcome_kind.h"

#include <algorithm>
#include <array>

#include "aws/error.h"

namespace stunt::aws {
namespace {

/// By OutcomeKind.
constexpr std::array<std::string_view, 8> kNames = {
    "ok", "clientError", "serverError", "throttled", "reset", "closed", "timeout", "clientGone"};

constexpr std::array<std::string_view, 14> kThrottling = {"BandwidthLimitExceeded",
                                                          "EC2ThrottledException",
                                                          "LimitExceededException",
                                                          "PriorRequestNotComplete",
                                                          "ProvisionedThroughputExceededException",
                                                          "RequestLimitExceeded",
                                                          "RequestThrottled",
                                                          "RequestThrottledException",
                                                          "SlowDown",
                                                          "ThrottledException",
                                                          "Throttling",
                                                          "ThrottlingException",
                                                          "TooManyRequestsException",
                                                          "TransactionInProgressException"};

constexpr std::array<std::string_view, 2> kTransient = {"RequestTimeout",
                                                        "RequestTimeoutException"};

constexpr std::array<std::string_view, 6> kClockSkew = {
    "AuthFailure",        "InvalidSignatureException", "RequestExpired",
    "RequestInTheFuture", "RequestTimeTooSkewed",      "SignatureDoesNotMatch"};

bool contains(const auto& codes, std::string_view code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace

std::span<const std::string_view> outcome_kind_names() { return kNames; }

std::string_view to_string(OutcomeKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::optional<OutcomeKind> read_outcome_kind(std::string_view text) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == text) return static_cast<OutcomeKind>(i);
  }
  return std::nullopt;
}

OutcomeKind outcome_of(const Exchange& exchange) {
  using End = http::Delivery::End;
  switch (exchange.delivery.end) {
    case End::client_gone:
      return OutcomeKind::client_gone;
    case End::timed_out:
      return OutcomeKind::timeout;
    case End::closed:
      return OutcomeKind::closed;
    case End::reset:
      return OutcomeKind::reset;
    case End::sent:
      break;
  }
  const auto& reply = exchange.outcome.reply;
  if (!reply) return OutcomeKind::reset;
  if (reply->status < 400) return OutcomeKind::ok;
  if (retryable(error_code(*reply), reply->status) == "throttling") return OutcomeKind::throttled;
  return reply->status >= 500 ? OutcomeKind::server_error : OutcomeKind::client_error;
}

std::string_view retryable(std::string_view error_code, int status) {
  if (contains(kThrottling, error_code) || status == 429) return "throttling";
  if (contains(kTransient, error_code) || status >= 500) return "transient";
  return contains(kClockSkew, error_code) ? "clockSkew" : "no";
}

}  // namespace stunt::aws
