// SPDX-License-Identifier: MIT
#pragma once

#include "harness/admin/route.h"
#include "scenarios/scenario.h"

namespace stunt::harness::admin {

/// The scenario in the body. It may not say where it is recorded or replayed from: whoever posts it
/// has no business with the server's files. Throws Problem and input::BadInput.
scenarios::Script read_posted(const Ask& ask);

/// The world that it plays in: the one that it declares, made if there is none, else that of the
/// ask. Throws Problem if that has another seed or clock than the scenario wants.
Scopes::Held scope_for(const Ask& ask, const scenarios::Script& posted);

}  // namespace stunt::harness::admin
