// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// An ARN for a secret that this call makes: six letters and digits follow the name, others in each
/// call, so a secret that is deleted and made again has another ARN.
std::string new_arn(const Context& context, std::string_view name);

}  // namespace stunt::emulator
