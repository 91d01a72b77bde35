// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "world/clock.h"

namespace stunt::harness {

/// Who rotates secrets, and how a function is reached.
struct RotationSettings {
  enum class Mode {
    builtin,  ///< stunt itself, whatever function a secret names
    lambda,   ///< the secret's function, over HTTP as Lambda is called
    none,     ///< nobody: no function can be invoked
  };

  std::optional<Mode> mode{};     ///< not set: lambda if there is something to call
  std::string lambda_endpoint{};  ///< "http://localhost:9001", without a path; empty: none
  std::map<std::string, std::string> functions{};      ///< by ARN, the URL to post to
  world::Duration timeout = std::chrono::seconds(30);  ///< of one step

  Mode chosen() const {
    const bool something = !lambda_endpoint.empty() || !functions.empty();
    return mode.value_or(something ? Mode::lambda : Mode::builtin);
  }
};

/// Who rotates, a line for people.
std::string description_of(const RotationSettings& settings);

/// Reads "builtin", "lambda" or "none". Throws std::invalid_argument for anything else.
RotationSettings::Mode rotation_mode(std::string_view name);

}  // namespace stunt::harness
