// SPDX-License-Identifier: MIT
#pragma once

#include <tl/expected.hpp>

#include "aws/call.h"
#include "aws/error.h"
#include "emulator/parameters.h"
#include "emulator/patterns.h"

namespace stunt::emulator {

/// Everything that AWS checks from the service model alone, before an operation is asked: JSON,
/// types, then constraints. Knows no operation by name. Immutable, thread-safe.
class Validator {
 public:
  explicit Validator(const aws::ServiceModel& service) : patterns_(service) {}

  /// The parameters of a call whose model is known, or a SerializationException or
  /// ValidationException. They point into the call.
  tl::expected<Parameters, aws::Error> check(const aws::Call& call) const;

 private:
  Patterns patterns_;
};

}  // namespace stunt::emulator
