// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include <tl/expected.hpp>

#include "emulator/policy/policy.h"

namespace stunt::emulator::policy {

/// Why AWS would not take a policy.
enum class Flaw {
  syntax,    ///< no JSON, or not what IAM's grammar for policies of resources says
  principal  ///< well-formed, but it names somebody who cannot be named
};

/// Reads a policy. Everything in it must be known: an element, key or operator that is not, or
/// that is there twice, is a flaw of the syntax, which is told first.
tl::expected<Policy, Flaw> read_policy(std::string_view text);

}  // namespace stunt::emulator::policy
