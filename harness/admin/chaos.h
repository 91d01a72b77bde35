// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aws/json.h"
#include "input/fields.h"
#include "scenarios/director.h"

namespace stunt::harness::admin {

/// A fault as LocalStack's Chaos API says it. What is not given matches everything.
struct ChaosFault {
  std::optional<std::string> service{}, region{}, operation{};
  double probability = 1;
  int status = 503;
  std::string code = "ServiceUnavailable";

  bool operator==(const ChaosFault&) const = default;
};

/// Reads a list of faults; notes what is wrong. One of another service is read too, and will never
/// strike.
std::vector<ChaosFault> read_chaos_faults(const input::Value& value);

aws::Json to_json(const ChaosFault& fault);

/// The faults and the latency of the Chaos API among the rules of a scope: they are the rules with
/// the ids "chaos-fault-1" and so on, and "chaos-latency". Of several that match a call the first
/// that its probability lets through answers.
class Chaos {
 public:
  /// It must outlive this.
  explicit Chaos(scenarios::Director& director) : director_(director) {}

  std::vector<ChaosFault> faults() const;

  /// Behind those that are there. False if a rule of somebody else has such an id.
  bool add(const std::vector<ChaosFault>& faults);

  void remove_all();

  /// Those that are equal to one of these.
  void remove(const std::vector<ChaosFault>& faults);

  std::chrono::milliseconds latency() const;

  /// What each call waits from now on; 0: nothing.
  void set_latency(std::chrono::milliseconds latency);

 private:
  scenarios::Director& director_;
};

}  // namespace stunt::harness::admin
