// SPDX-License-Identifier: MIT
#include "recorder/drift/engine_answer.h"

#include <algorithm>
#include <array>

namespace stunt::recorder {
namespace {

/// Of an action, as in "error:ThrottlingException".
std::string_view kind_of(std::string_view action) { return action.substr(0, action.find(':')); }

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& kinds, std::string_view kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

/// They change when an answer comes, and not what it says.
bool is_harmless(const ExchangeLine::Fault& fault) {
  static constexpr std::array<std::string_view, 4> kKinds = {"delay", "dribble", "mark",
                                                             "setState"};
  return is_among(kKinds, kind_of(fault.action));
}

bool keeps_away(const ExchangeLine::Fault& fault, bool is_answered) {
  static constexpr std::array<std::string_view, 5> kKinds = {"clockSkew", "error", "refuse",
                                                             "respond", "throttle"};
  if (fault.phase != aws::Phase::before) return false;
  const auto kind = kind_of(fault.action);
  return is_among(kKinds, kind) || (kind == "connection" && !is_answered);
}

}  // namespace

std::string_view to_string(NoEngineAnswer why) {
  static constexpr std::array<std::string_view, 3> kTexts = {
      "a fault kept the recorded request from the service",
      "a fault had a hand in the recorded answer", "the recorded answer was lost"};
  return kTexts[static_cast<std::size_t>(why)];
}

EngineAnswer engine_answer(const ExchangeLine& line) {
  if (line.real) return {&*line.real};
  const bool is_answered = line.res.has_value();
  const auto& faults = line.faults;
  if (std::any_of(faults.begin(), faults.end(),
                  [&](const auto& fault) { return keeps_away(fault, is_answered); })) {
    return {nullptr, NoEngineAnswer::kept_away};
  }
  if (!is_answered) return {nullptr, NoEngineAnswer::lost};
  if (!std::all_of(faults.begin(), faults.end(), is_harmless)) {
    return {nullptr, NoEngineAnswer::faulted};
  }
  return {&*line.res};
}

}  // namespace stunt::recorder
