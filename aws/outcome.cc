// SPDX-License-Identifier: MIT
#include "aws/outcome.h"

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

std::optional<CommitPoint> commit_point(Phase phase) {
  if (phase < Phase::at_secret_created) return std::nullopt;
  return static_cast<CommitPoint>(static_cast<int>(phase) -
                                  static_cast<int>(Phase::at_secret_created));
}

}  // namespace stunt::aws
