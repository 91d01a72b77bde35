// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <memory>
#include <string_view>

#include "aws/service_model.h"

namespace re2 {
class RE2;
}

namespace stunt::emulator {

/// The regular expressions that a service's inputs must satisfy, compiled once. Immutable,
/// thread-safe.
class Patterns {
 public:
  explicit Patterns(const aws::ServiceModel& service);
  ~Patterns();

  /// True if the whole text matches. `pattern` is one of the service's.
  bool match(std::string_view pattern, std::string_view text) const;

 private:
  void add(std::span<const aws::MemberModel> members);
  void add(const aws::ValueModel& value);

  std::map<std::string_view, std::unique_ptr<const re2::RE2>> compiled_;
};

}  // namespace stunt::emulator
