// SPDX-License-Identifier: MIT
#pragma once

#include "aws/json.h"
#include "scenarios/script/clock_settings.h"
#include "scenarios/script/read_record.h"
#include "scenarios/script/read_replay.h"
#include "scenarios/script/read_scope.h"
#include "scenarios/script/step.h"

namespace stunt::scenarios {

/// Each in the form in which it is read.
aws::Json to_json(const ScopeName& scope);
aws::Json to_json(const ClockSettings& clock);
aws::Json to_json(const RecordBlock& record);
aws::Json to_json(const ReplayBlock& replay);
aws::Json to_json(const ScriptCall& call);
aws::Json to_json(const Step& step);

}  // namespace stunt::scenarios
