// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "input/fields.h"
#include "input/place.h"
#include "scenarios/board.h"

namespace stunt::scenarios {

/// The machines that a file declares, each with the state it begins in.
struct Machines {
  Board::States initial{};
  std::map<std::string, input::Place> places{};  ///< where each was declared
};

/// Reads `state`. `file` is where the text comes from.
Machines read_machines(const input::Value& value, const std::string& file);

/// Notes a machine that `declared` does not have; with null every machine is right.
void check_machine(const input::Entry& entry, const Board::States* declared);

/// The name of a state: any text that is not empty.
std::optional<std::string> read_state(const input::Value& value);

}  // namespace stunt::scenarios
