// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "verdict/expectation.h"

namespace stunt::verdict {

/// One item of `expect` that is being read.
struct Item {
  const input::Value& settings;  ///< what stands behind the kind's name
  const input::Value& whole;
  const aws::ServiceModel& service;
  std::string name;  ///< empty if its author gave none

  /// The name, or else `other`, cut to what a name may have.
  std::string name_or(std::string other) const;
};

/// A kind of expectation. Where reading notes a problem, what it answers is of no use and may be
/// null.
struct ExpectationKind {
  std::string_view name;
  std::shared_ptr<const Expectation> (*read)(const Item& item);
};

/// All of them.
std::span<const ExpectationKind> expectation_kinds();

std::shared_ptr<const Expectation> read_calls_kind(const Item& item);
std::shared_ptr<const Expectation> read_never(const Item& item);
std::shared_ptr<const Expectation> read_order(const Item& item);
std::shared_ptr<const Expectation> read_retry(const Item& item);
std::shared_ptr<const Expectation> read_final(const Item& item);
std::shared_ptr<const Expectation> read_invariant(const Item& item);
std::shared_ptr<const Expectation> read_exit(const Item& item);
std::shared_ptr<const Expectation> read_unused_recordings(const Item& item);

/// What is expected of a command where nobody says anything: that it exits with 0.
std::shared_ptr<const Expectation> usual_exit();

}  // namespace stunt::verdict
