// SPDX-License-Identifier: MIT
#pragma once

#include "aws/outcome.h"
#include "scenarios/faults/corrupt_fault.h"

namespace stunt::scenarios {

/// Breaks the body. What chance decides about it depends on `drawn` alone.
void corrupt_body(http::Reply& reply, Corruption::Body how, std::uint64_t drawn);

}  // namespace stunt::scenarios
