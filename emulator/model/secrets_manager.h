// SPDX-License-Identifier: MIT
#pragma once

#include "aws/service_model.h"

namespace stunt::emulator {

/// The API of AWS Secrets Manager as data: all 23 operations with their members, constraints,
/// sensitive traits and errors, whether the emulator has them already or not. Operations are in the
/// order of their names. Source: the public service model 2017-10-17 as of December 2025.
const aws::ServiceModel& secrets_manager();

}  // namespace stunt::emulator
