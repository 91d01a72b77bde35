// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace stunt::recorder {

/// The highest number of a pseudonym in a text, also where its braces are percent-encoded; 0
/// if there is none. What is above a thousand million is nobody's number and is not counted.
std::uint64_t highest_pseudonym(std::string_view text);

}  // namespace stunt::recorder
