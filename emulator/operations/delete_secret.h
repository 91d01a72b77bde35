// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Marks a secret for deletion in RecoveryWindowInDays, or removes it by force, at once or
/// when Settings::force_delete_lag has passed. By force even a secret that is not there can be
/// deleted, as on AWS.
Result delete_secret(const Context& context);

}  // namespace stunt::emulator
