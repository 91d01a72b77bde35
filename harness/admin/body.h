// SPDX-License-Identifier: MIT
#pragma once

#include "harness/admin/route.h"
#include "input/document.h"
#include "input/fields.h"
#include "input/problem.h"

namespace stunt::harness::admin {

/// The body of a request as a tree of values, for the readers of the house: JSON, or YAML 1.2.
class Body {
 public:
  /// Throws Problem if there is none, or if it is neither.
  explicit Body(const Ask& ask);

  input::Value root() { return input::Value(document_->root(), "", problems_); }
  input::Problems& problems() { return problems_; }

  /// Throws Problem if anything was noted.
  void check() const { problems_.throw_if_any(); }

 private:
  input::Problems problems_{"body"};
  std::optional<input::Document> document_;
};

}  // namespace stunt::harness::admin
