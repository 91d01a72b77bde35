// SPDX-License-Identifier: MIT
#pragma once

#include "harness/admin/route.h"

namespace stunt::harness::admin {

/// A scope as it was when it began: see Scope::reset(). What was posted to play in it leaves. Slow:
/// on the thread of the errands. Throws Problem if its fixtures or its setup fail.
void reset(const Ground& ground, Scope& scope);

/// The same of all scopes.
void reset_all(const Ground& ground);

}  // namespace stunt::harness::admin
