// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "aws/error.h"
#include "aws/json.h"
#include "emulator/secret.h"

namespace stunt::emulator {

/// True if a filter's value, without its "!", finds the secret.
using Matcher = bool (*)(const Secret& secret, std::string_view value);

/// One entry of the member Filters: any of its values must find the secret. A value that begins
/// with "!" finds what the rest does not. Points into the call.
struct Filter {
  Matcher match;
  std::vector<std::string_view> values;
};

/// Reads the member Filters of a call. Each entry must have a key and values.
tl::expected<std::vector<Filter>, aws::Error> read_filters(const aws::Json& list);

/// True if every filter finds the secret.
bool matches(const Secret& secret, const std::vector<Filter>& filters);

/// What the name of every secret begins with that the filters find. Perhaps empty.
std::string_view name_prefix(const std::vector<Filter>& filters);

}  // namespace stunt::emulator
