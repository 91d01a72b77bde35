// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "verdict/evidence.h"
#include "verdict/finding.h"

namespace stunt::verdict {

/// A finding for each rule that had to fire and never did: the commonest silent mistake.
std::vector<Finding> unfired_rules(const Evidence& evidence);

}  // namespace stunt::verdict
