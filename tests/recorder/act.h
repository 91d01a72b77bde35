// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "aws/exchange.h"
#include "vault_service.h"

namespace stunt::test {

/// One exchange as the harness and the transport leave it: signed, answered with 200 {} and sent
/// whole, unless told otherwise. Arrives seq seconds after the start of both clocks, which is
/// 2026-01-01T00:00:00Z for the scenario and 0 for the machine.
class Act {
 public:
  Act(std::string_view operation, const aws::Json& body,
      const aws::ServiceModel& service = vault_service());

  Act& seq(std::uint64_t value);
  Act& raw_body(std::string body);
  Act& header(std::string_view name, std::string value);
  Act& without_header(std::string_view name);
  Act& target(std::string path, std::string query);
  Act& method(std::string method);
  Act& attempt(std::string invocation, unsigned attempt);

  Act& answer(int status, const aws::Json& body);
  Act& raw_answer(int status, std::string body);
  Act& answer_header(std::string_view name, std::string value);
  /// What the engine had said, where a fault replaced it.
  Act& real(int status, const aws::Json& body);
  Act& fault(aws::FiredFault fault);
  /// What was to go wrong on the way to the client.
  Act& wire(const http::Wire& wire);
  Act& applied(bool applied);
  Act& took(world::Duration engine, world::Duration injected);
  /// How the answer's delivery ended, and after how many bytes.
  Act& ended(http::Delivery::End end, std::size_t bytes);

  std::unique_ptr<aws::Exchange> take() const;
  /// The call that take() would give, for a replay. Valid as long as this is not changed.
  const aws::Call& call();

 private:
  void read(aws::Exchange& exchange) const;

  const aws::ServiceModel& service_;
  std::uint64_t seq_ = 1;
  aws::Exchange exchange_;
};

/// The start of the scenario's clock in these tests.
world::Instant act_start();

}  // namespace stunt::test
