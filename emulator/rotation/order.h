// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "emulator/place.h"
#include "emulator/rotation/step.h"

namespace stunt::emulator {

/// A rotation that is to be done: the steps, in order, for one version of one secret.
struct RotationOrder {
  Place place;
  std::string secret_arn;
  std::string function_arn;         ///< empty: none
  std::string token;                ///< id of the version with AWSPENDING
  std::string rotation_token;       ///< a UUID, another one for each try
  std::vector<RotationStep> steps;  ///< all four, or only the test
};

/// How it ended. Failed: a step was refused, answered with an error, or took too long.
enum class RotationEnd { finished, failed };

}  // namespace stunt::emulator
