// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "aws/service_model.h"
#include "input/fields.h"
#include "scenarios/script/step.h"

namespace stunt::scenarios {

/// Reads one of `steps`. What it names elsewhere in the file (rules, marks, machines) is not looked
/// up; see check_steps().
Step read_step(const input::Value& value, const aws::ServiceModel& service,
               const std::string& file);

}  // namespace stunt::scenarios
