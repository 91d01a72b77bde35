// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "recorder/capture/options.h"

namespace re2 {
class RE2;
}

namespace stunt::recorder {

/// Why a pattern cannot be used; empty if it can.
std::string pattern_error(const std::string& pattern);

/// What somebody wants redacted, or not, besides what is by itself. Immutable, thread-safe.
class OwnRules {
 public:
  OwnRules() = default;
  /// Throws std::invalid_argument for a broken pattern.
  explicit OwnRules(const RedactionRules& rules);

  /// `name` in lower case.
  bool drops_header(std::string_view name) const;
  bool is_secret(std::string_view member) const;
  bool allows(std::string_view member) const;

  /// What the patterns match, in the order of the patterns; they may overlap. Views into `text`.
  std::vector<std::string_view> matches(std::string_view text) const;

 private:
  RedactionRules rules_{};
  std::vector<std::shared_ptr<const re2::RE2>> patterns_{};
};

}  // namespace stunt::recorder
