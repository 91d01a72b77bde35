// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Answers with the value of one version: the one that VersionId or VersionStage names, or else
/// AWSCURRENT. Notes the day as that of the last access.
Result get_secret_value(const Context& context);

}  // namespace stunt::emulator
