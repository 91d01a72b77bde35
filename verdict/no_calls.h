// SPDX-License-Identifier: MIT
#pragma once

#include "verdict/finding.h"

namespace stunt::verdict {

/// What to say when nobody has called: most often the client does not look where it is told to.
Finding no_calls();

}  // namespace stunt::verdict
