// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "scenarios/faults/fault.h"

namespace stunt::scenarios {

/// How much of a body is sent before the connection ends.
struct Cut {
  static constexpr std::uint64_t kMostBytes = 16'777'216;  ///< 16 MiB

  std::optional<std::uint64_t> bytes{};  ///< at most so many, or else …
  double fraction = 0;  ///< … this share of the body as it goes out, rounded down
  std::optional<http::Wire::End> then{};  ///< close, unless said
};

/// The head is whole and tells the true length; of the body only the beginning comes.
class TruncateFault : public Fault {
 public:
  explicit TruncateFault(Cut cut) : cut_(cut) {}

  Role role() const override { return Role::shape; }
  Trace strike(aws::Outcome& outcome, const Occasion& occasion) const override;
  aws::Json to_json() const override;

 private:
  Cut cut_;
};

std::shared_ptr<const Fault> read_truncate_fault(const input::Value& settings,
                                                 const Target& target);

}  // namespace stunt::scenarios
