// SPDX-License-Identifier: MIT
#include <array>

#include "scenarios/faults/apply_fault.h"
#include "scenarios/faults/batch_error_fault.h"
#include "scenarios/faults/clock_skew_fault.h"
#include "scenarios/faults/connection_fault.h"
#include "scenarios/faults/corrupt_fault.h"
#include "scenarios/faults/delay_fault.h"
#include "scenarios/faults/dribble_fault.h"
#include "scenarios/faults/error_fault.h"
#include "scenarios/faults/fault.h"
#include "scenarios/faults/mark_fault.h"
#include "scenarios/faults/merge_fault.h"
#include "scenarios/faults/patch_fault.h"
#include "scenarios/faults/refuse_fault.h"
#include "scenarios/faults/respond_fault.h"
#include "scenarios/faults/set_state_fault.h"
#include "scenarios/faults/stale_fault.h"
#include "scenarios/faults/throttle_fault.h"
#include "scenarios/faults/truncate_fault.h"

namespace stunt::scenarios {

std::span<const FaultKind> fault_kinds() {
  // What waits comes first, then what answers; then what changes the answer's content, its bytes,
  // and how they go out, in this order, so that the share of a body is one of what is really sent.
  static constexpr std::array kKinds = {
      FaultKind{"delay", read_delay_fault},
      FaultKind{"throttle", read_throttle_fault},
      FaultKind{"error", read_error_fault},
      FaultKind{"respond", read_respond_fault},
      FaultKind{"stale", read_stale_fault},
      FaultKind{"apply", read_apply_fault, "applyAfter"},
      FaultKind{"clockSkew", read_clock_skew_fault},
      FaultKind{"patch", read_patch_fault},
      FaultKind{"merge", read_merge_fault},
      FaultKind{"batchError", read_batch_error_fault},
      FaultKind{"corrupt", read_corrupt_fault},
      FaultKind{"truncate", read_truncate_fault},
      FaultKind{"dribble", read_dribble_fault},
      FaultKind{"connection", read_connection_fault},
      FaultKind{"refuse", read_refuse_fault},
      FaultKind{"setState", read_set_state_fault},
      FaultKind{"mark", read_mark_fault},
  };
  return kKinds;
}

}  // namespace stunt::scenarios
