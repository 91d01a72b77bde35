// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>

#include "aws/call.h"
#include "aws/error.h"

namespace stunt::emulator {

class Rotator;

/// Says why a call's sender is not believed; nothing if he is. Asked once the call can be read and
/// before anything else of it is judged.
using Authenticate = std::function<std::optional<aws::Error>(const aws::Call&)>;

/// What the service needs from outside. Must outlive it, be callable from several threads at once,
/// and may be left out.
struct Ports {
  Rotator* rotator = nullptr;   ///< without it no rotation function can be invoked
  Authenticate authenticate{};  ///< without it everybody is believed
};

}  // namespace stunt::emulator
