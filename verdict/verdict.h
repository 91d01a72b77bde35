// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "verdict/expectation.h"
#include "verdict/finding.h"
#include "world/clock.h"

namespace stunt::verdict {

/// Which run it is that is judged.
struct Run {
  std::string scenario;  ///< its name
  std::string file;
  std::uint64_t seed = 0;
  std::string again{};                 ///< the command that does it again, in one line
  std::optional<world::Instant> at{};  ///< when it was judged
};

/// One exchange, as a report shows it.
struct Row {
  std::uint64_t seq = 0;
  world::Duration time{0};  ///< of its arrival, since the run began
  std::string operation;
  std::string secret;
  unsigned attempt = 0;  ///< 0: not said
  std::string outcome;
  std::vector<std::string> faults;  ///< the rules that struck
};

/// A call as a row; `started` is the machine's clock when the run began.
Row row_of(const Entry& entry, world::Moment started);

/// What a run comes to.
struct Verdict {
  Status status = Status::pass;
  Run run{};
  std::vector<Finding> findings{};  ///< in the order of the file; the house's own behind them
  std::vector<Row> rows{};          ///< the exchanges that findings name, by seq
  std::uint64_t exchanges = 0;      ///< how many calls arrived, without the scenario's own

  /// Nothing if the exchange is not kept.
  const Row* row(std::uint64_t seq) const;
};

/// Judges a run. Besides what the file expects, a command has to exit with 0 unless the file says
/// how it exits, and rules that must fire have to. If no call arrived the verdict is inconclusive.
Verdict judge(const Expectations& expectations, const Evidence& evidence, Run run);

}  // namespace stunt::verdict
