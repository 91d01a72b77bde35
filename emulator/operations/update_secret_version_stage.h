// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Attaches a staging label to a version, moves it from one to another, or takes it off. A label
/// that some version has must be asked for by naming that version.
Result update_secret_version_stage(const Context& context);

}  // namespace stunt::emulator
