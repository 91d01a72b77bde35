// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "stunt/scope.h"

namespace stunt::embedded {

/// What a scenario's client does: 0 if all went well.
using ScenarioClient = std::function<int(const Scope&)>;

/// Plays a scenario file on a server of its own, with the client beside it if there is one, and
/// judges. A report for people; empty if it passed. Throws std::runtime_error for a file that is
/// broken.
std::string rehearse(const std::string& file, std::optional<std::uint64_t> seed,
                     const ScenarioClient& client);

}  // namespace stunt::embedded
