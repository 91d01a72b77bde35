// SPDX-License-Identifier: MIT
#pragma once

#include "emulator/operations/operation.h"

namespace stunt::emulator {

/// Answers with the current values of several secrets: those of SecretIdList, in its order, or
/// those that the filters find, page by page. What is wrong with one of them is told in Errors.
Result batch_get_secret_value(const Context& context);

}  // namespace stunt::emulator
