// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "aws/json.h"
#include "emulator/rotation/order.h"
#include "harness/rotation/next_value.h"
#include "http/message.h"
#include "world/random.h"

namespace stunt::harness {

/// A rotation under way: what the calls so far have told.
struct Rotation {
  const emulator::RotationOrder order;
  const world::Random& random;
  aws::Json described{};  ///< the last answer of DescribeSecret
  NextValue next = NextValue::first();
};

/// A call that is to be made.
struct Question {
  std::string_view operation;
  aws::Json body;
};

/// What an answer means for the rotation.
enum class Heard {
  go_on,      ///< to the next move
  again,      ///< the same move once more
  step_done,  ///< to the next step
  failed,
};

/// One call of the four steps, and what its answer means.
struct Move {
  emulator::RotationStep step;
  /// Nothing: there is no need to ask, go on.
  std::optional<Question> (*ask)(const Rotation& rotation);
  Heard (*hear)(Rotation& rotation, const http::Reply& reply);
};

/// The moves of all four steps, in order: what the function of AWS's template does.
std::span<const Move> rotation_moves();

}  // namespace stunt::harness
