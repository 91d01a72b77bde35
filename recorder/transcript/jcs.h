// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "aws/json.h"

namespace stunt::recorder {

/// One text for all JSON texts that mean the same, in the manner of RFC 8785 (JCS): no blanks,
/// members sorted by name, whole numbers without a fraction. It differs from JCS where no call of
/// an AWS service goes: names are compared by their UTF-8 bytes. Never throws.
std::string canonical_json(const aws::Json& value);

/// The value on one line as it stands, members in their order. Bytes that are no UTF-8 are
/// replaced. Never throws.
std::string plain_json(const aws::Json& value);

/// A number as JSON: without a fraction where it has none, so that 1 stays 1.
aws::Json json_number(double number);

}  // namespace stunt::recorder
