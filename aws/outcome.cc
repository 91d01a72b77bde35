// SPDX-License-Identifier: MIT
#include "aws/outcome.h"

#include <algorithm>
#include <array>

namespace stunt::aws {

std::span<const std::string_view> phase_names() {
  static constexpr std::array<std::string_view, 6> kNames = {"before",
                                                             "after",
                                                             "at:secret.created",
                                                             "at:version.stored",
                                                             "at:stage.moved",
                                                             "at:rotation.started"};
  return kNames;
}

std::string_view to_string(Phase phase) { return phase_names()[static_cast<std::size_t>(phase)]; }

namespace {

/// By UpstreamError.
constexpr std::array<std::string_view, 4> kUpstreamErrors = {"no_connection", "timeout", "broken",
                                                             "too_large"};

}  // namespace

std::string_view to_string(UpstreamError error) {
  return kUpstreamErrors[static_cast<std::size_t>(error)];
}

std::optional<UpstreamError> read_upstream_error(std::string_view text) {
  const auto found = std::find(kUpstreamErrors.begin(), kUpstreamErrors.end(), text);
  if (found == kUpstreamErrors.end()) return std::nullopt;
  return static_cast<UpstreamError>(found - kUpstreamErrors.begin());
}

std::optional<CommitPoint> commit_point(Phase phase) {
  if (phase < Phase::at_secret_created) return std::nullopt;
  return static_cast<CommitPoint>(static_cast<int>(phase) -
                                  static_cast<int>(Phase::at_secret_created));
}

}  // namespace stunt::aws
