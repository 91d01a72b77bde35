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

inline std::vector<scenarios::Rule> rules_of(std::string_view yaml) {
  const auto text = "version: 1\nscenario: test\nrules:\n" + std::string(yaml);
  return scenarios::load_text(text, "f", secrets_manager()).rules;
}

/// Rules at work in front of an engine that writes down what it is asked and answers 200.
class Rehearsal {
 public:
  explicit Rehearsal(std::string_view rules, std::uint64_t seed = 0)
      : director(rules_of(rules), secrets_manager(), world::Random(seed), clock, board),
        handler_(director.inject()([this](const aws::Call& call) { return engine(call); })) {}

  /// What the handler says as the call arrives. The call lives as long as this.
  aws::Outcome arrive(std::string_view operation, const aws::Json& body) {
    auto& built = built_.emplace_back(secrets_manager(), operation, body);
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

 private:
  aws::Outcome engine(const aws::Call& call) {
    asked.emplace_back(call.operation);
    aws::Outcome outcome;
    outcome.reply = http::Reply{200, {}, R"({"from":"engine"})"};
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

}  // namespace stunt::test
