// SPDX-License-Identifier: MIT
#pragma once

#include "scenarios/faults/fault.h"

namespace stunt::scenarios {

/// The connection breaks. Alone it takes the answer's place: not one byte is sent. Beside a fault
/// that cuts, falsifies or slows the answer it is how that answer ends.
class ConnectionFault : public Fault {
 public:
  enum class Kind { reset, close, hang, close_idle };

  ConnectionFault(Kind kind, bool ends_an_answer) : kind_(kind), ends_an_answer_(ends_an_answer) {}

  Role role() const override;
  Trace strike(aws::Outcome& outcome, const Occasion& occasion) const override;
  aws::Json to_json() const override;

 private:
  Kind kind_;
  bool ends_an_answer_;
};

std::shared_ptr<const Fault> read_connection_fault(const input::Value& settings,
                                                   const Target& target);

}  // namespace stunt::scenarios
