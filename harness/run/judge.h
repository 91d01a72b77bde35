// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "harness/scope.h"
#include "harness/script/step_runner.h"
#include "verdict/verdict.h"

namespace stunt::harness {

/// Judges what happened in a scope by its own script. Its steps are over, and so are its calls.
verdict::Verdict judge(Scope& scope, std::optional<verdict::Exit> exit, std::string again);

/// Judges by a script: what it expects, and what became of its steps, which are over. `run` is
/// given the script's names.
verdict::Verdict judge(const verdict::Evidence& evidence, const scenarios::Script& script,
                       const StepRunner& steps, verdict::Run run);

}  // namespace stunt::harness
