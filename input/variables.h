// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "input/document.h"
#include "input/problem.h"

namespace stunt::input {

/// What all texts of a document may grow to by their variables; without a bound a small file could
/// ask for any amount of memory.
constexpr std::size_t kMostExpandedBytes = 4 << 20;

/// Variables that get their values only while a scenario is played.
struct Later {
  std::set<std::string, std::less<>> names{};
  std::vector<std::string_view> blocks{};  ///< where they may stand: members of the root
};

/// Puts the values of variables into every text and every key of the document, except in the block
/// that declares them: the root's member of that name, an object of texts, numbers and booleans. In
/// a text, `${name}` becomes the variable's value as it was written; a text that is nothing else
/// becomes the value itself, with its type. `$${` stands for `${`. What a value says is not looked
/// at again. Everything keeps its position. Unknown names and the like are problems. What `later`
/// names is left as it stands.
void put_in_variables(Document& document, std::string_view block, const Later& later,
                      Problems& problems);

}  // namespace stunt::input
