// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "aws/json.h"
#include "input/fields.h"

namespace stunt::verdict {

/// A part of a JSON document as it should be: an object names the members that matter, a list all
/// items, a text, number or flag is itself, and null means that the member is absent. A text may
/// also be said by a matcher: {equals: a}, {glob: "a*"}, {regex: "^a"}, {absent: true}, {not: …}.
/// Against a text an object that is no matcher means the JSON in it. Immutable, thread-safe.
class View {
 public:
  virtual ~View() = default;

  /// JSON Pointers to what differs, below `pointer`. `actual` is null where it is absent.
  virtual void compare(const aws::Json* actual, const std::string& pointer,
                       std::vector<std::string>& differing) const = 0;

  bool matches(const aws::Json* actual) const {
    std::vector<std::string> differing;
    compare(actual, "", differing);
    return differing.empty();
  }
};

/// Null if there is a problem.
std::shared_ptr<const View> read_view(const input::Value& value);

}  // namespace stunt::verdict
