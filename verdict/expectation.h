// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "aws/json.h"
#include "aws/service_model.h"
#include "input/fields.h"
#include "scenarios/expectation.h"
#include "verdict/evidence.h"
#include "verdict/finding.h"

namespace stunt::verdict {

/// One thing that a scenario expects of its run. Immutable, thread-safe.
class Expectation : public scenarios::Expectation {
 public:
  explicit Expectation(std::string name) : name_(std::move(name)) {}
  /// As its author named it, or what it says in short.
  const std::string& name() const { return name_; }

  /// Never throws because of what happened in the run.
  virtual Finding judge(const Evidence& evidence) const = 0;

  /// False: it holds or fails whatever was in calls that are not kept any longer.
  virtual bool needs_all_calls() const { return true; }

  /// It is about how the command ended; there is at most one of these that matters.
  virtual bool is_about_exit() const { return false; }

 private:
  std::string name_;
};

/// All of this kind.
using scenarios::Expectations;

/// What `expect` may have at most.
constexpr std::size_t kMostExpectations = 1000;

/// Reads the list `expect` of a scenario.
Expectations read_expect(const input::Value& value, const aws::ServiceModel& service);

}  // namespace stunt::verdict
