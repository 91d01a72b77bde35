// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stunt::recorder {

/// What VCR's record modes are called and mean.
enum class RecordMode {
  none,          ///< replay only; what is not in the file is an error
  once,          ///< record if there is no file yet, else like none
  new_episodes,  ///< replay what is in the file, record the rest behind it
  all,           ///< never replay, write the file anew
};

/// What a full queue does.
enum class Overflow {
  hold,  ///< stops reading from clients until there is room
  drop,  ///< loses exchanges and counts them in the footer
};

/// "none", "once", "new_episodes", "all": in the order of the enumeration.
constexpr std::array<std::string_view, 4> kRecordModeNames = {"none", "once", "new_episodes",
                                                              "all"};

/// What is redacted besides what the model, the headers and the redaction's own rules say.
struct RedactionRules {
  std::vector<std::string> headers{};   ///< names of headers whose values are dropped
  std::vector<std::string> members{};   ///< names of members, at any depth
  std::vector<std::string> patterns{};  ///< RE2: what matches in any text
  std::vector<std::string> allow{};     ///< names of members that nobody knows and that may stay
};

/// How a transcript is written (docs/recording.md).
struct RecordSettings {
  std::filesystem::path to{};        ///< empty: nothing is recorded
  std::optional<RecordMode> mode{};  ///< once, if nobody says
  bool on_error = true;              ///< false: a failed verdict leaves the file as it was
  Overflow overflow = Overflow::hold;
  std::uint64_t rotate_bytes = 0;  ///< a full file is set aside and a new one begun; 0: never
  bool reveal = false;             ///< secrets are written in the clear
  std::optional<std::filesystem::path> seal_key_file{};  ///< secrets are written encrypted
  RedactionRules redact{};
};

}  // namespace stunt::recorder
