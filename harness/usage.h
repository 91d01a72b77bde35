// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace stunt::harness {

/// The first word of a command line that `app` has no command or flag for, and what it may have
/// wanted to be: "unknown flag '--prot'; did you mean '--port'?". Empty if all are known. Ask after
/// the line was parsed, or failed to be.
std::string misspelt(const CLI::App& app, int argc, char** argv);

}  // namespace stunt::harness
