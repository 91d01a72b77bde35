// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "harness/scope.h"
#include "harness/script/step_runner.h"
#include "verdict/verdict.h"

namespace stunt::harness {

/// Judges what happened in a scope. `steps` are over, and so are the scope's calls.
verdict::Verdict judge(Scope& scope, const StepRunner& steps, std::optional<verdict::Exit> exit,
                       std::string again);

}  // namespace stunt::harness
