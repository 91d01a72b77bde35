// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <vector>

#include "aws/json.h"
#include "aws/service_model.h"
#include "input/fields.h"

namespace stunt::scenarios {

/// Something that a scenario expects of its run. What it is judged on is another layer's business:
/// here it is read with the file, kept and written.
class Expectation {
 public:
  virtual ~Expectation() = default;

  /// In the form in which it was read.
  virtual aws::Json to_json() const = 0;
};

using Expectations = std::vector<std::shared_ptr<const Expectation>>;

/// Reads a scenario's `expect`.
using ReadExpect = Expectations (*)(const input::Value& value, const aws::ServiceModel& service);

}  // namespace stunt::scenarios
