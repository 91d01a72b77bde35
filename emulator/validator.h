// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include <tl/expected.hpp>

#include "aws/call.h"
#include "aws/error.h"
#include "emulator/parameters.h"
#include "emulator/patterns.h"

namespace stunt::emulator {

/// Everything that AWS checks from the service model alone, before an operation is asked, in two
/// steps: between them it asks who is calling. Knows no operation by name. Immutable, thread-safe.
class Validator {
 public:
  explicit Validator(const aws::ServiceModel& service) : patterns_(service) {}

  /// The parameters of a call whose model is known, pointing into it; or a SerializationException,
  /// if the body is no JSON object or a type is wrong.
  tl::expected<Parameters, aws::Error> read(const aws::Call& call) const;

  /// What read() has made of the call, held against the model's constraints: a ValidationException
  /// with every violation, or nothing.
  std::optional<aws::Error> check(const aws::Call& call, const Parameters& parameters) const;

 private:
  Patterns patterns_;
};

}  // namespace stunt::emulator
