// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "emulator/policy/condition.h"
#include "emulator/policy/principal.h"

namespace stunt::emulator::policy {

enum class Effect { allow, deny };

/// What a statement is about: all that one of its entries says, or, with `except`, all the rest.
template <typename Entry>
struct Scope {
  bool except = false;  ///< NotPrincipal, NotAction, NotResource
  std::vector<Entry> entries;
};

/// One sentence of a policy: whom it lets do what with which secret, or does not let, as long as
/// every condition holds.
struct Statement {
  Effect effect = Effect::allow;
  Scope<Principal> principals;
  Scope<std::string> actions;    ///< "secretsmanager:Get*"; `*` and `?` stand for others
  Scope<std::string> resources;  ///< "*", or an ARN with such signs in it
  std::vector<Condition> conditions;
};

/// A resource policy as IAM's grammar has it.
struct Policy {
  std::vector<Statement> statements;
};

}  // namespace stunt::emulator::policy
