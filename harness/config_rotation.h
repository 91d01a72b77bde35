// SPDX-License-Identifier: MIT
#pragma once

#include "harness/settings.h"
#include "input/fields.h"

namespace stunt::harness {

/// Reads the block
///
///     rotation:
///       mode: lambda                       # builtin, lambda or none
///       lambda_endpoint: http://localhost:9001
///       functions: { "arn:aws:lambda:…:function:rotate": "http://localhost:9002/2015-…" }
///       timeout: 30s                       # of one step
void read_rotation(const input::Value& block, Settings& settings);

}  // namespace stunt::harness
