// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "../support/call_builder.h"
#include "../support/manual_clock.h"
#include "aws/error.h"
#include "aws/exchange.h"
#include "aws/ordinals.h"
#include "scenarios/director.h"
#include "scenarios/load.h"
#include "secrets_manager_table.h"

namespace stunt::test {

/// `blocks` are members of the file that stand before the rules.
inline std::vector<scenarios::Rule> rules_of(
    std::string_view yaml, std::string_view blocks = "state: { region: up, z: a }\n") {
  const auto text =
      "version: 1\nscenario: test\n" + std::string(blocks) + "rules:\n" + std::string(yaml);
  return scenarios::load_text(text, "f", secrets_manager()).rules;
}

/// Rules at work in front of an engine that writes down what it is asked and answers 200.
class Rehearsal {
 public:
  explicit Rehearsal(std::string_view rules, std::uint64_t seed = 0)
      : Rehearsal(rules_of(rules), seed) {}

  explicit Rehearsal(std::vector<scenarios::Rule> rules, std::uint64_t seed = 0)
      : director(std::move(rules), secrets_manager(), world::Random(seed), clock, board),
        handler_(director.inject()([this](const aws::Call& call) { return engine(call); })) {}

  /// What the handler says as the call arrives. The call lives as long as this.
  aws::Outcome arrive(std::string_view operation, const aws::Json& body,
                      const http::Headers& headers = {}) {
    CallBuilder builder(secrets_manager(), operation, body);
    for (const auto& [name, value] : headers) builder.header(name, value);
    return arrive(std::move(builder));
  }

  aws::Outcome arrive(CallBuilder builder) {
    auto& built = built_.emplace_back(std::move(builder));
    auto& call = calls_.emplace_back(built.call());
    ordinals_.count(call);
    return handler_(call);
  }

  aws::Outcome arrive(std::string_view operation, const char* secret = "prod/db") {
    return arrive(operation, {{operation == "CreateSecret" ? "Name" : "SecretId", secret}});
  }

  /// The same, with all waits waited for.
  aws::Exchange deliver(std::string_view operation, const char* secret = "prod/db") {
    aws::Exchange exchange;
    exchange.outcome = arrive(operation, secret);
    while (exchange.resume()) {
    }
    return exchange;
  }

  /// The letter of the error that this call is answered with, as in errors().
  char error(CallBuilder call) {
    const auto code = aws::error_code(*arrive(std::move(call)).reply);
    return code.empty() ? '.' : code.front();
  }

  /// The transport is done with a call; the first that arrived is 0.
  void end(std::size_t call) {
    aws::Exchange exchange;
    exchange.call.seq = calls_[call].seq;
    director.ended(exchange);
  }

  /// The error that a client gets for so many calls, one letter each: '.' for none.
  std::string errors(int calls, std::string_view operation = "GetSecretValue",
                     const char* secret = "prod/db") {
    std::string letters;
    for (int i = 0; i < calls; ++i) {
      const auto code = aws::error_code(deliver(operation, secret).reply());
      letters += code.empty() ? '.' : code.front();
    }
    return letters;
  }

  ManualClock clock;
  scenarios::Board board;
  scenarios::Director director;
  std::vector<std::string> asked;  ///< the operations that the engine was asked for
  world::Duration engine_delay{0};
  bool engine_holds = false;  ///< it waits for somebody, before it answers
  http::Reply answer{200, {}, R"({"from":"engine"})"};  ///< the engine's
  std::vector<aws::Terms> terms;                        ///< on which it was asked, each time
  std::optional<aws::CommitPoint> reaches;              ///< where it stops, if it is told to

 private:
  aws::Outcome engine(const aws::Call& call) {
    asked.emplace_back(call.operation);
    terms.push_back(call.terms);
    aws::Outcome outcome;
    outcome.reply = answer;
    if (reaches && call.terms.stop_at == reaches) {
      outcome.stopped_at = reaches;
      outcome.reply = http::Reply{500, {}, R"({"__type":"InternalServiceError"})"};
    }
    if (call.model && call.model->writes) outcome.applied = true;
    if (engine_delay == world::Duration(0) && !engine_holds) return outcome;
    aws::Outcome waiting;
    waiting.shape.delay = engine_delay;
    if (engine_holds) waiting.shape.hold = [](const std::function<void()>& go_on) { go_on(); };
    waiting.then = [outcome] { return outcome; };
    return waiting;
  }

  aws::Ordinals ordinals_;
  std::deque<CallBuilder> built_;
  std::deque<aws::Call> calls_;
  aws::Handler handler_;
};

/// "before error:X, after delay:5us"
inline std::string told(const aws::Outcome& outcome) {
  std::string faults;
  for (const auto& fault : outcome.faults) {
    if (!faults.empty()) faults += ", ";
    faults += std::string(to_string(fault.phase)) + " " + fault.action;
  }
  return faults;
}

/// What becomes of a read whose rule has this `then`.
inline aws::Outcome struck(const std::string& then, const std::string& phase = "before") {
  Rehearsal rehearsal("- {id: a, phase: " + phase + ", then: " + then + "}");
  return rehearsal.arrive("GetSecretValue");
}

}  // namespace stunt::test
