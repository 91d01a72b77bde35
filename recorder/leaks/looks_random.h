// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace stunt::recorder {

/// Bits that a letter of the text tells on average (Shannon).
double entropy(std::string_view text);

/// Whether a run of letters, digits and -_+/= looks drawn and not written: long enough, its letters
/// evenly spread, small ones, capitals and digits in a jumble. UUIDs are to be left out before.
bool looks_random(std::string_view run);

/// The same of a text: whether one of its runs does.
bool has_random_run(std::string_view text);

/// Whether it is what AWS makes as a secret access key: 40 letters, digits, / and +.
bool has_secret_access_key(std::string_view text);

}  // namespace stunt::recorder
