// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "aws/error.h"
#include "aws/json.h"

namespace stunt::emulator {

struct Tag {
  std::string key;  ///< case counts
  std::string value;
};

/// Reads the member Tags of a call. Keys must be there, be different, and not begin with "aws:".
tl::expected<std::vector<Tag>, aws::Error> read_tags(const aws::Json& list);

/// `tags` with `added`: new keys go to the end, known ones get the new value where they stand.
std::vector<Tag> merged(std::vector<Tag> tags, std::vector<Tag> added);

aws::Json tags_json(const std::vector<Tag>& tags);

}  // namespace stunt::emulator
