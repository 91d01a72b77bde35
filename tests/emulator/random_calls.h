// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "../support/dice.h"
#include "aws/json.h"
#include "world/clock.h"

namespace stunt::test {

/// Something that a client does.
struct RandomCall {
  std::string operation;
  aws::Json body;
  world::Duration wait{0};  ///< before it
};

/// Calls of all kinds about few secrets, values, tokens and labels, so that they get in each
/// other's way. A function of the seed. All of them keep the model's constraints.
class RandomCalls {
 public:
  explicit RandomCalls(std::uint64_t seed) : dice_(seed, 1) {}

  RandomCall next();

 private:
  aws::Json id();
  aws::Json value_of(aws::Json body);
  std::string token();
  std::string stage();

  aws::Json body_of(const std::string& operation);

  Dice dice_;
};

}  // namespace stunt::test
