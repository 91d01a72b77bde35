// SPDX-License-Identifier: MIT
#pragma once

#include <tl/expected.hpp>

#include "aws/error.h"
#include "emulator/parameters.h"
#include "emulator/policy/policy.h"

namespace stunt::emulator {

/// The member ResourcePolicy of a call, which must be there, read; MalformedPolicyDocumentException
/// if it has a flaw.
tl::expected<policy::Policy, aws::Error> sent_policy(const Parameters& parameters);

}  // namespace stunt::emulator
