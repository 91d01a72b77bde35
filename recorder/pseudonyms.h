// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "recorder/pseudonym.h"

namespace stunt::recorder {

/// A secret value, in the clear. Views into the Pseudonyms that know it.
struct Secret {
  SecretKind kind;
  std::string_view value;  ///< of a number or a boolean its JSON text
};

/// Which secret value has which number, for one transcript. A value stays in memory, in the clear,
/// as long as the recording lasts. Not thread-safe.
class Pseudonyms {
 public:
  /// The value's pseudonym; a new one, if it is seen for the first time.
  Pseudonym of(SecretKind kind, std::string_view value);

  /// The value behind a number that of() gave.
  Secret secret(std::uint64_t number) const;

 private:
  std::unordered_map<std::string, std::uint64_t> numbers_;  ///< by kind and value
  std::vector<const std::string*> keys_;                    ///< by number - 1
};

}  // namespace stunt::recorder
