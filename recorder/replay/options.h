// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "recorder/capture/options.h"

namespace stunt::recorder {

/// Which recorded answer a request gets.
enum class Order {
  strict,   ///< request number i must be the i-th that was recorded
  per_key,  ///< those with the same canonical key get its answers in the order of recording
  any,      ///< the first recorded answer of its key, as often as it is asked for
};

/// What becomes of a request that was not recorded.
enum class OnMiss {
  fail,    ///< StuntReplayMiss
  engine,  ///< whoever would answer without a replay: the emulator, an upstream
};

/// What becomes of a request whose recorded answers are used up.
enum class Exhausted { fail, repeat_last, cycle, engine };

/// What is translated between the recording and a session in which an engine answers too.
enum class Remap {
  none,
  ids,  ///< ARN suffixes, version ids, request ids, tokens
  all,  ///< and dates, by the difference of the two sessions' starts
};

// As flags and scenario files write them, in the order of the enumerations.
constexpr std::array<std::string_view, 3> kOrderNames = {"strict", "perKey", "any"};
constexpr std::array<std::string_view, 4> kExhaustedNames = {"fail", "repeatLast", "cycle",
                                                             "emulate"};
constexpr std::array<std::string_view, 3> kRemapNames = {"none", "ids", "all"};

/// The largest time scale: a second becomes a quarter of an hour.
constexpr double kLargestTimeScale = 1000;

/// How a replay answers (docs/replay.md).
struct ReplayOptions {
  std::filesystem::path from{};  ///< a transcript
  Order order = Order::per_key;
  /// JSON Pointers into the request's body that do not count.
  std::vector<std::string> ignore{"/ClientRequestToken", "/NextToken"};
  bool by_body = true;         ///< else only operation and secret count
  bool by_access_key = false;  ///< requests of another access key are other requests
  bool by_region = false;
  OnMiss on_miss = OnMiss::fail;
  Exhausted exhausted = Exhausted::fail;
  Remap remap = Remap::all;
  std::optional<std::filesystem::path> seal_key_file{};  ///< opens a sealed transcript
  RedactionRules redact{};  ///< those of the recording: requests are compared as they were redacted
  double time_scale = 0;    ///< times the recorded time of each answer; 0: at once, 1: as recorded
};

}  // namespace stunt::recorder
