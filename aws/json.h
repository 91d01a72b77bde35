// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include <nlohmann/json.hpp>

namespace stunt::aws {

/// JSON whose members stay in the order in which they were written.
using Json = nlohmann::ordered_json;

/// Nesting that parse_json() accepts. Deeper documents would exhaust the stack of whoever walks
/// them; no request that the service knows comes near.
constexpr int kDeepest = 64;

/// Members that an object may have in parse_json(). Adding one costs a look at all before it: a
/// request of 1 MiB that is one object would keep its reader busy for ten seconds.
constexpr int kWidest = 500;

/// The document, or nothing if it is not JSON (RFC 8259, UTF-8), nested deeper than kDeepest or
/// has an object of more than kWidest members.
std::optional<Json> parse_json(std::string_view text);

/// The member, or nullptr if `object` is no object or does not have it. A null member counts as
/// absent, as it does on AWS.
const Json* member(const Json& object, std::string_view name);

/// The member's text, or empty if it is absent or no string.
std::string_view text_member(const Json& object, std::string_view name);

}  // namespace stunt::aws
