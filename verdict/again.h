// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace stunt::verdict {

/// "stunt run retry.yaml --seed 7 -- ./client --fast": one line for a POSIX shell, quoted where it
/// must be. Without a command nothing stands behind the seed.
std::string run_again(const std::string& file, std::uint64_t seed,
                      std::span<const std::string> command);

}  // namespace stunt::verdict
