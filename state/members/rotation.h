// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/rotation/rotation.h"
#include "state/archive.h"

namespace stunt::state {

template <typename Io>
void members(Io& io, Of<emulator::ExternalMetadata> auto& item) {
  auto& [key, value] = item;
  io("key", key);
  io("value", value);
}

template <typename Io>
void members(Io& io, Of<emulator::Window> auto& window) {
  auto& [opens, closes] = window;
  io("opens", opens);
  io("closes", closes);
}

template <typename Io>
void members(Io& io, Of<emulator::RunningRotation> auto& running) {
  auto& [token, rotation_token, only_tested] = running;
  io("token", token);
  io("rotationToken", rotation_token);
  io("onlyTested", only_tested);
}

/// The schedule is what the texts mean, so it is read from them again.
template <typename Io>
void members(Io& io, Of<emulator::RotationRules> auto& rules) {
  auto& [after_days, expression, duration, schedule] = rules;
  io("afterDays", after_days);
  io("expression", expression);
  io("duration", duration);
  if constexpr (std::is_same_v<Io, Reader>) {
    auto read = emulator::schedule_of(rules);
    if (!read) throw std::runtime_error("a schedule is broken");
    schedule = std::move(*read);
  }
}

/// Without when it stands on the agenda, which the shelf finds out.
template <typename Io>
void members(Io& io, Of<emulator::Rotation> auto& rotation) {
  auto& [enabled, function_arn, rules, external_metadata, external_role_arn, rotated, computed_days,
         next, running, failures, retry, last_token, begun, planned] = rotation;
  io("enabled", enabled);
  io("functionArn", function_arn);
  io("rules", rules);
  io("externalMetadata", external_metadata);
  io("externalRoleArn", external_role_arn);
  io("rotated", rotated);
  io("computedDays", computed_days);
  io("next", next);
  io("running", running);
  io("failures", failures);
  io("retry", retry);
  io("lastToken", last_token);
  io("begun", begun);
  static_cast<void>(planned);
}

}  // namespace stunt::state
