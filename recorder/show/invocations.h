// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <list>
#include <string>
#include <unordered_map>
#include <vector>

#include "recorder/transcript/exchange_line.h"

namespace stunt::recorder {

/// So many exchanges wait for another attempt of the first of them.
constexpr std::size_t kAttemptsAhead = 10'000;

/// Puts the attempts of each invocation of an SDK together.
class Invocations {
 public:
  /// The attempts of one invocation in the order of arrival, without headers and bodies. An
  /// exchange without an invocation is one of its own.
  using Attempts = std::vector<ExchangeLine>;

  /// `told` gets invocations in the order of their first arrival.
  explicit Invocations(std::function<void(const Attempts&)> told) : told_(std::move(told)) {}

  void add(const ExchangeLine& line);

  /// After the last one.
  void finish();

 private:
  void tell_first();

  const std::function<void(const Attempts&)> told_;
  std::list<Attempts> waiting_{};
  std::unordered_map<std::string, std::list<Attempts>::iterator> by_id_{};
  std::size_t count_ = 0;  ///< exchanges in all that wait
};

}  // namespace stunt::recorder
