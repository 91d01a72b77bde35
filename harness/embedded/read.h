// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "input/document.h"
#include "input/fields.h"

namespace stunt::embedded {

/// What a program said in C++ and was wrong, a problem a line: who said it, the JSON Pointer, what
/// is wrong and what would be right. Lines and columns of a text that nobody wrote are left out.
std::invalid_argument wrong(std::string_view who, const std::vector<input::Problem>& problems);

/// Reads a JSON text by a reader of files. `who` is what the messages call it: "On()". Throws
/// std::invalid_argument.
template <typename Read>
auto read(std::string_view who, std::string_view json, Read read_value) {
  input::Problems problems{std::string(who)};
  const auto document = input::parse_document(json, problems);
  if (!document) throw wrong(who, problems.sorted());
  auto value = read_value(input::Value(document->root(), "", problems));
  if (!problems.empty()) throw wrong(who, problems.sorted());
  return value;
}

}  // namespace stunt::embedded
