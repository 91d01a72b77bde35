// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aws/json.h"
#include "aws/service_model.h"

namespace stunt::test {

/// A request made from the model, in which one value is at, below or above a bound, missing, null
/// or of another type, and what the model says of it.
struct ModelCase {
  std::string what;  ///< "secretId: one above the longest"
  aws::Json body;

  enum class Verdict { kept, violated, mistyped };
  Verdict verdict = Verdict::kept;

  std::string path;        ///< AWS's name of the place, "filters.1.member.key"
  std::string constraint;  ///< the sentence's end, if it is violated
  bool sensitive = false;  ///< the value must not be told
};

/// All cases of an operation: for each member, at any depth, each bound and each wrong type.
std::vector<ModelCase> model_cases(const aws::OperationModel& operation);

}  // namespace stunt::test
