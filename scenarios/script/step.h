// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "aws/json.h"
#include "input/place.h"
#include "scenarios/board.h"
#include "scenarios/count.h"
#include "scenarios/match.h"
#include "world/clock.h"

namespace stunt::scenarios {

/// A call that the script makes itself: no rule strikes it and no expectation counts it.
struct ScriptCall {
  std::string operation;
  aws::Json input = aws::Json::object();

  /// Values of the answer to keep: a name → a JSON Pointer into it. `${name}` stands for them in
  /// the inputs of later calls.
  std::map<std::string, std::string> save{};

  input::Place at{};
};

/// A wait for clients.
struct Await {
  Match calls{};
  Count count{};
  world::Duration within{0};  ///< of real time
};

/// One step of a script. What it has is done in the order in which it stands here.
struct Step {
  std::string name{};
  std::optional<world::Duration> at{};       ///< not before this time of the scenario's clock
  std::optional<std::string> after{};        ///< not before this mark is reached
  std::optional<world::Duration> advance{};  ///< moves the virtual clock
  std::optional<Await> await{};
  std::optional<ScriptCall> call{};
  std::optional<std::string> enable{}, disable{};  ///< a rule's id
  Board::States set_state{};
  std::optional<std::string> mark{};
  input::Place place{};
};

}  // namespace stunt::scenarios
