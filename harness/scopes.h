// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "harness/scope.h"

namespace stunt::harness {

/// All worlds of a server: that of everybody, and those that were declared. Which of them a request
/// means is said by its path (/s/NAME/…), else by its access key id.
class Scopes {
 public:
  explicit Scopes(std::vector<std::unique_ptr<Scope>> scopes);

  /// Null if the path names a scope that does not exist.
  Scope* of(const http::Request& request) const;

  /// Null if there is none of that name.
  Scope* find(std::string_view name) const;

  /// The world of everybody.
  Scope& everybody() const { return *scopes_.front(); }

  const std::vector<std::unique_ptr<Scope>>& all() const { return scopes_; }

  /// "default" first.
  std::vector<std::string> names() const;

 private:
  std::vector<std::unique_ptr<Scope>> scopes_;
  std::map<std::string, Scope*, std::less<>> by_key_;
};

}  // namespace stunt::harness
