// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "scenarios/faults/fault.h"

namespace stunt::scenarios {

/// What is wrong with an answer; docs/faults.md has the bytes.
struct Corruption {
  enum class Body { malformed_json, empty, bit_flip, garbage, html };

  static constexpr std::int64_t kMostLengthError = 1'000'000;

  std::optional<Body> body{};
  std::int64_t length_error = 0;  ///< added to the true Content-Length
  std::optional<std::string> content_type{};
  std::vector<std::string> dropped_headers{};
};

/// The answer is broken: its body, its length, its headers.
class CorruptFault : public Fault {
 public:
  explicit CorruptFault(Corruption corruption) : corruption_(std::move(corruption)) {}

  Role role() const override { return Role::shape; }
  Trace strike(aws::Outcome& outcome, const Occasion& occasion) const override;
  aws::Json to_json() const override;

 private:
  std::string action(std::int64_t length_error) const;

  Corruption corruption_;
};

std::shared_ptr<const Fault> read_corrupt_fault(const input::Value& settings, const Target& target);

}  // namespace stunt::scenarios
