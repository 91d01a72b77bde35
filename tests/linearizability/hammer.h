// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>

#include "history.h"

namespace stunt::test {

/// Does a command on the secret, and says what a client sees of that. Called from all threads.
using Subject = std::function<std::string(const Command&)>;

struct Hammer {
  int threads = 8;
  int commands = 8;   ///< of each thread
  bool moves = true;  ///< also move labels
};

/// Lets threads loose on the secret; what they do is a function of the seed, when is not.
History hammer(const Subject& subject, const Hammer& settings, std::uint64_t seed);

}  // namespace stunt::test
