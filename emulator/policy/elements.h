// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aws/json.h"

namespace stunt::emulator::policy {

/// The JSON below a policy's grammar, which is stricter than that of an API's request: null is a
/// value of the wrong type, and nothing may be there twice.

/// Somewhere an object has two members of one name, or it is no JSON anyhow.
bool repeats_a_member(std::string_view text);

/// The element, or nullptr if it is not there.
const aws::Json* element(const aws::Json& object, std::string_view name);

/// True for an object that has no other elements than these.
bool is_object_of(const aws::Json& value, std::initializer_list<std::string_view> known);

bool is_text_or_absent(const aws::Json& object, std::string_view name);

/// What is written as one text or as a list of some; nothing if it is neither, or an empty list.
std::optional<std::vector<std::string>> texts(const aws::Json& value);

/// The same, where numbers and truth values are as good as their text.
std::optional<std::vector<std::string>> scalars(const aws::Json& value);

/// The one of two elements that is there, and whether it is the one that excepts.
struct Either {
  const aws::Json* value;
  bool except;
};

/// Nothing if both are there, or none.
std::optional<Either> either(const aws::Json& statement, std::string_view name,
                             std::string_view excepting);

}  // namespace stunt::emulator::policy
