// SPDX-License-Identifier: MIT
#include <array>

#include "scenarios/faults/delay_fault.h"
#include "scenarios/faults/error_fault.h"
#include "scenarios/faults/fault.h"

namespace stunt::scenarios {

std::span<const FaultKind> fault_kinds() {
  static constexpr std::array kKinds = {
      FaultKind{"delay", read_delay_fault},
      FaultKind{"error", read_error_fault},
  };
  return kKinds;
}

}  // namespace stunt::scenarios
