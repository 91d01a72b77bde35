// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "harness/scope.h"

namespace stunt::harness {

/// All worlds of a server: that of everybody, and those that were declared, which may come and go.
/// Which of them a request means is said by its path (/s/NAME/…), else by its access key id.
/// Thread-safe; a scope that is held stays whole, also if it was removed meanwhile.
class Scopes {
 public:
  using Held = std::shared_ptr<Scope>;

  /// The first is the world of everybody.
  explicit Scopes(std::vector<Held> scopes);

  /// Null if the path names a scope that does not exist.
  Held of(const http::Request& request) const;

  /// Null if there is none of that name.
  Held find(std::string_view name) const;

  /// The world of everybody.
  Scope& everybody() const { return *everybody_; }

  /// In the order in which they were declared, that of everybody first.
  std::vector<Held> all() const;

  /// "default" first.
  std::vector<std::string> names() const;

  /// The first of scope-N, scope-N+1, … that nobody has.
  std::string free_name(std::uint64_t from) const;

  /// Throws std::invalid_argument if its name or one of its keys is taken.
  void add(Held scope);

  /// Takes it away from its clients. Null if there is none of that name, or if it is the world of
  /// everybody.
  Held remove(std::string_view name);

 private:
  const Held everybody_;
  mutable std::mutex mutex_;
  std::vector<Held> scopes_;
  std::map<std::string, Held, std::less<>> by_name_, by_key_;
};

}  // namespace stunt::harness
