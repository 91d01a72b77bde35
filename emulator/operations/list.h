// SPDX-License-Identifier: MIT
#pragma once

#include <span>

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// The operations that the emulator has.
std::span<const Operation> operations();

/// One of them, or nullptr.
const Operation* find_operation(std::string_view name);

}  // namespace stunt::emulator
