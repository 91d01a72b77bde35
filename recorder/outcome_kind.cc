// SPDX-License-Identifier: MIT
#include "recorder/outcome_kind.h"

#include <algorithm>
#include <array>

namespace stunt::recorder {
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

std::string_view to_string(OutcomeKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

std::optional<OutcomeKind> read_outcome_kind(std::string_view text) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == text) return static_cast<OutcomeKind>(i);
  }
  return std::nullopt;
}

std::string_view retryable(std::string_view error_code, int status) {
  if (contains(kThrottling, error_code) || status == 429) return "throttling";
  if (contains(kTransient, error_code) || status >= 500) return "transient";
  return contains(kClockSkew, error_code) ? "clockSkew" : "no";
}

}  // namespace stunt::recorder
