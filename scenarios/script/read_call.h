// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "aws/service_model.h"
#include "input/fields.h"
#include "scenarios/script/step.h"

namespace stunt::scenarios {

/// Reads a call that the script makes: one of `setup`, or a step's.
std::optional<ScriptCall> read_call(const input::Value& value, const aws::ServiceModel& service,
                                    const std::string& file);

}  // namespace stunt::scenarios
