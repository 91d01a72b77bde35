// SPDX-License-Identifier: MIT
#pragma once

#include "aws/json.h"
#include "aws/service_model.h"

namespace stunt::aws {

/// True if a JSON value is of the type in which values of that kind travel: blobs as strings,
/// timestamps and integers as numbers.
bool is_of_kind(const Json& value, Kind kind);

}  // namespace stunt::aws
