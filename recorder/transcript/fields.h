// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>

#include "aws/json.h"
#include "world/clock.h"

namespace stunt::recorder {

/// A line of a transcript does not say what it must. what() tells where and what is wrong, and
/// never quotes a value.
class BadLine : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The members of one JSON object in a line, read by type. A member that is null or missing reads
/// as empty, or as what the member functions say. Throws BadLine for a member of another type.
class Fields {
 public:
  /// `pointer` says where in the line `value` is, as a JSON Pointer. Throws unless it is an object.
  Fields(const aws::Json& value, std::string pointer);

  /// Empty if there is none.
  std::string text(const char* name) const;
  std::string required_text(const char* name) const;
  /// 0 if there is none.
  std::uint64_t count(const char* name) const;
  world::Duration duration(const char* name) const;
  double number(const char* name, double otherwise) const;
  std::optional<bool> boolean(const char* name) const;
  world::Instant instant(const char* name) const;

  /// The member if it is there.
  const aws::Json* member(const char* name) const { return aws::member(*object_, name); }
  /// An object; an empty one if there is none.
  Fields object(const char* name) const;
  /// A list; an empty one if there is none.
  const aws::Json& list(const char* name) const;

  std::string pointer(const char* name) const { return pointer_ + "/" + name; }

  /// Throws BadLine: this member is wrong.
  [[noreturn]] void refuse(const char* name, const std::string& expected) const;

 private:
  const aws::Json* object_;
  std::string pointer_;
};

}  // namespace stunt::recorder
