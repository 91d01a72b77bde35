// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "harness/settings.h"

namespace stunt::harness {

/// One thing that can be set for `stunt serve`. The same list makes the flags (--name) and the
/// members of a configuration file (name), so neither can have what the other lacks.
struct Option {
  enum class Form {
    value,  ///< once: --port 4566, port: 4566
    list,   ///< any number: --scenario a --scenario b, scenario: [a, b]
    mark,   ///< there or not: --deterministic, deterministic: true
  };

  std::string_view name;
  Form form;
  std::string_view metavar;
  std::string_view help;

  /// Takes what was written; for a mark {"true"} or {"false"}. Throws std::invalid_argument that
  /// says what would be right.
  void (*set)(Settings& settings, const std::vector<std::string>& texts);
};

std::span<const Option> options();

/// Sets the one of that name, which there must be. Throws as its set() does.
void set_option(std::string_view name, const std::string& text, Settings& settings);

}  // namespace stunt::harness
