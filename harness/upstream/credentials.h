// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "aws/sigv4/key.h"

namespace stunt::harness {

/// The value of a variable of the environment; null if it is not set.
using Variable = std::function<const char*(const char* name)>;

/// The key that the SDKs take from the environment: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and,
/// for a temporary one, AWS_SESSION_TOKEN. Throws std::invalid_argument that names what is missing.
aws::Key key_from_environment(const Variable& variable);

}  // namespace stunt::harness
