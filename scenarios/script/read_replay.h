// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "input/fields.h"
#include "input/place.h"
#include "recorder/replay/options.h"

namespace stunt::scenarios {

/// How a scenario wants to be answered from a transcript.
struct ReplayBlock {
  /// Who answers what was not recorded. All but `fail` ask the engine; they say which it must be.
  enum class Missed { fail, emulate, proxy, proxy_and_record };

  recorder::ReplayOptions options{};  ///< `from` as it is written: from the scenario file's folder
  Missed missed = Missed::fail;
  input::Place at{};
};

/// By ReplayBlock::Missed.
constexpr std::array<std::string_view, 4> kMissedNames = {"fail", "emulate", "proxy",
                                                          "proxyAndRecord"};

/// Reads a scenario's `replay`.
std::optional<ReplayBlock> read_replay(const input::Value& value, const std::string& file);

}  // namespace stunt::scenarios
