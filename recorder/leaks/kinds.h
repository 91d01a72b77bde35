// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stunt::recorder {

/// What a text may hold by design.
struct Design {
  bool key_id = false;  ///< the id of an access key, which is no secret
  bool random = false;  ///< ids, hashes, names: what looks drawn
};

/// The kinds of secrets that a text seems to hold, for people: "an AWS access key id". Also where
/// they are encoded, but for what only looks random. `own` is the name that the text may quote,
/// though it looks so: that of the call's secret. Nothing here quotes the text.
std::vector<std::string> kinds_of_secrets(std::string_view text, const Design& design,
                                          std::string_view own = {});

}  // namespace stunt::recorder
