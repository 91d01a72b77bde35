// SPDX-License-Identifier: MIT
#pragma once

#include "input/fields.h"
#include "recorder/capture/options.h"

namespace stunt::harness {

/// Reads the block
///
///     redact:
///       headers: [cookie]            # their values are dropped
///       members: [Description]       # at any depth, whatever the service's model says of them
///       patterns: ["cust-[0-9]{6}"]  # RE2, in any text
///       allow: [TableName]           # of operations and members that nobody knows
void read_redact(const input::Value& block, recorder::RedactionRules& rules);

}  // namespace stunt::harness
