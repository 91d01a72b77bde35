// SPDX-License-Identifier: MIT
#pragma once

#include "scenarios/faults/fault.h"

namespace stunt::scenarios {

/// One secret of a BatchGetSecretValue fails: it is not among the values but among the errors.
struct BatchError {
  std::string secret_id;  ///< as it was written: a name, or an ARN
  std::string code;
  std::optional<std::string> message{};
};

class BatchErrorFault : public Fault {
 public:
  BatchErrorFault(BatchError error, std::string usual_message)
      : error_(std::move(error)), usual_message_(std::move(usual_message)) {}

  Role role() const override { return Role::shape; }
  Trace strike(aws::Outcome& outcome, const Occasion& occasion) const override;
  aws::Json to_json() const override;

 private:
  BatchError error_;
  std::string usual_message_;
};

std::shared_ptr<const Fault> read_batch_error_fault(const input::Value& settings,
                                                    const Target& target);

}  // namespace stunt::scenarios
