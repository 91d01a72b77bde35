// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Tells of the versions of a secret, oldest first, page by page: of those with labels, and on
/// demand of those without.
Result list_secret_version_ids(const Context& context);

}  // namespace stunt::emulator
