// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "secret_model.h"

namespace stunt::test {

/// A command that was given, and what the client saw. The times are places in the order of all
/// beginnings and ends, over all threads.
struct Seen {
  int thread = 0;
  Command command{};
  std::string answer{};
  std::uint64_t began = 0;
  std::uint64_t ended = 0;
};

using History = std::vector<Seen>;

std::string to_string(const History& history);

/// True if there is an order of the commands in which each comes behind all that had ended before
/// it began, and in which the model, one command at a time, says what the clients saw. The search
/// is Wing and Gong's; what was tried once in a state is not tried again.
bool is_linearizable(const History& history);

}  // namespace stunt::test
