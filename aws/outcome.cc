// SPDX-License-Identifier: MIT
#include "aws/outcome.h"

namespace stunt::aws {

std::string_view to_string(Phase phase) { return phase == Phase::before ? "before" : "after"; }

}  // namespace stunt::aws
