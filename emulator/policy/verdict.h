// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "emulator/policy/policy.h"

namespace stunt::emulator::policy {

/// What somebody wants to do.
struct Request {
  std::string account;   ///< the caller's
  std::string action;    ///< "secretsmanager:GetSecretValue"
  std::string resource;  ///< the secret's whole ARN
  Facts facts;           ///< for conditions
};

/// Denied comes before allowed, whatever the order of the statements.
enum class Verdict { silent, allowed, denied };

/// What the policy says of a request. Of a caller only the account is known: who is named as a
/// user, role or session of it is let in as one of them, and never kept out.
Verdict verdict(const Policy& policy, const Request& request);

}  // namespace stunt::emulator::policy
