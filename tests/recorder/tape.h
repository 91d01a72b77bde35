// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "act.h"
#include "aws/json.h"
#include "recorder/capture/redaction.h"
#include "recorder/transcript/header.h"
#include "recorder/transcript/reader.h"

namespace stunt::test {

/// The header of a recording that is the same whenever it is made.
recorder::Header tape_header();

/// A path in the tests' temporary folder that no other test uses, and nothing at it.
std::filesystem::path fresh_path(const std::string& name);

std::string read_file(const std::filesystem::path& path);

/// Records what it is told through a real recorder and reads it back.
class Tape {
 public:
  explicit Tape(const aws::ServiceModel& service = vault_service()) : service_(service) {}

  /// The act's seq is the number of acts so far, unless `keep_seq`.
  Tape& add(Act act, bool keep_seq = false);

  /// Records so; with the usual pseudonyms otherwise.
  Tape& redact(recorder::Redaction redaction) {
    redaction_ = std::move(redaction);
    return *this;
  }

  /// The file's bytes.
  std::string text();
  recorder::Transcript transcript();
  /// Where the file is.
  std::filesystem::path file();

 private:
  const aws::ServiceModel& service_;
  recorder::Redaction redaction_{};
  std::uint64_t count_ = 0;
  std::vector<Act> acts_;
};

}  // namespace stunt::test
