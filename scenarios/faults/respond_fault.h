// SPDX-License-Identifier: MIT
#pragma once

#include "http/headers.h"
#include "scenarios/faults/fault.h"

namespace stunt::scenarios {

/// An answer that the author of a rule wrote.
struct Response {
  int status = 200;
  http::Headers headers{};
  std::optional<aws::Json> body{};  ///< a text is sent as it is, anything else as JSON
};

/// The client gets this answer, in the engine's place.
class RespondFault : public Fault {
 public:
  explicit RespondFault(Response response) : response_(std::move(response)) {}

  Role role() const override { return Role::answer; }
  Trace strike(aws::Outcome& outcome, const Occasion& occasion) const override;
  aws::Json to_json() const override;

 private:
  Response response_;
};

std::shared_ptr<const Fault> read_respond_fault(const input::Value& settings, const Target& target);

}  // namespace stunt::scenarios
