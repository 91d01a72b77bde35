// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aws/json.h"
#include "scenarios/text_matcher.h"

namespace stunt::scenarios {

/// Whether a JSON value is such a text. A text is itself, anything else its JSON (7, true); null
/// counts as absent, as no value does.
bool matches(const TextMatcher& matcher, const aws::Json* value);

/// What a JSON value must be like. Of an object, every member that is named here must be there and
/// fit; others do not matter. Immutable, thread-safe.
class BodyPattern {
 public:
  struct Member;

  /// An object with such members.
  explicit BodyPattern(std::vector<Member> members);

  /// A value whose text is such.
  explicit BodyPattern(TextMatcher text);

  /// Just this value: text, number, boolean or list.
  explicit BodyPattern(aws::Json literal);

  /// `value` is null where there is none.
  bool matches(const aws::Json* value) const;

  /// Names of the members of an object that should be there and do not fit.
  std::vector<std::string> differing(const aws::Json* value) const;

  aws::Json to_json() const;

 private:
  std::vector<Member> members_;
  std::optional<TextMatcher> text_;
  std::optional<aws::Json> literal_;
};

struct BodyPattern::Member {
  std::string name;
  BodyPattern value;
};

/// One value in a body, by its place.
struct PointerPattern {
  std::string pointer;              ///< JSON Pointer (RFC 6901)
  std::vector<std::string> tokens;  ///< its parts, unescaped
  TextMatcher text;

  bool matches(const aws::Json& body) const;
};

/// The parts of a JSON Pointer, or nothing if it is none.
std::optional<std::vector<std::string>> split_pointer(std::string_view pointer);

}  // namespace stunt::scenarios
