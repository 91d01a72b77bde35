// SPDX-License-Identifier: MIT
#pragma once

#include "aws/json.h"

namespace stunt::harness::admin {

/// What routes may name as "#/components/schemas/…", by name.
aws::Json schemas();

}  // namespace stunt::harness::admin
