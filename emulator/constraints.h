// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "aws/json.h"
#include "aws/service_model.h"
#include "emulator/parameters.h"
#include "emulator/patterns.h"

namespace stunt::emulator {

/// How long AWS takes a text to be: its Unicode code points.
std::int64_t characters(std::string_view utf8);

/// What a request whose types are right does against the model's constraints, each as AWS's
/// generated validators say it: "Value '' at 'secretId' failed to satisfy constraint: Member must
/// have length greater than or equal to 1". Sensitive values are left out. In the model's order; a
/// list that has a hundred is not looked at further.
std::vector<std::string> violations(const aws::Json& body, const Parameters::Blobs& blobs,
                                    std::span<const aws::MemberModel> members,
                                    const Patterns& patterns);

}  // namespace stunt::emulator
