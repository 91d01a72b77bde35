// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "aws/json.h"

namespace stunt::emulator {

/// What a call asks for: the members of its body. Made by a Validator only, so each member that the
/// model knows has the model's type; once an operation sees them, they keep its constraints too,
/// down to the last list element, and required ones are there. Points into the call's body.
class Parameters {
 public:
  /// Bytes of the blobs, by member name, already decoded.
  using Blobs = std::map<std::string_view, std::string>;

  bool has(std::string_view name) const { return aws::member(*body_, name) != nullptr; }

  /// A string. Empty if the call does not have it.
  std::optional<std::string_view> text(std::string_view name) const;
  std::optional<std::int64_t> integer(std::string_view name) const;

  /// The bytes of a blob; nullptr if the call does not have it.
  const std::string* blob(std::string_view name) const;

  /// False if the call does not have it.
  bool flag(std::string_view name) const;

  /// A JSON object; nullptr if the call does not have it.
  const aws::Json* structure(std::string_view name) const { return aws::member(*body_, name); }

  /// A JSON array, empty if the call does not have it.
  const aws::Json& list(std::string_view name) const;

 private:
  friend class Validator;
  Parameters(const aws::Json& body, Blobs blobs) : body_(&body), blobs_(std::move(blobs)) {}

  const aws::Json* body_;
  Blobs blobs_;
};

}  // namespace stunt::emulator
