// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "../support/call_builder.h"
#include "../support/manual_clock.h"
#include "emulator/model/secrets_manager.h"
#include "emulator/secrets_manager.h"
#include "script.h"

namespace stunt::test {

/// A real engine, and a script of what it was asked.
class Vault {
 public:
  /// Answers the call and puts it into the script, just as it went.
  aws::Json call(std::string_view operation, const aws::Json& body,
                 verdict::Caller caller = verdict::Caller::client);

  /// The same, but the client never gets the answer.
  void lose(std::string_view operation, const aws::Json& body);

  /// Answers past the script.
  http::Reply ask(std::string_view operation, const aws::Json& body);

  Script& script() { return script_; }
  verdict::Evidence evidence();
  verdict::Finding judge(std::string_view item) { return script_.judge(item, evidence()); }

 private:
  ManualClock clock_;
  emulator::SecretsManager engine_{{"us-east-1", "111122223333"}, clock_, world::Random(1)};
  std::uint64_t ordinal_ = 0;
  Script script_;
};

inline http::Reply Vault::ask(std::string_view operation, const aws::Json& body) {
  CallBuilder builder(emulator::secrets_manager(), operation, body);
  clock_.advance(std::chrono::seconds(1));
  return *engine_.answer(builder.ordinal(++ordinal_).call()).reply;
}

inline aws::Json Vault::call(std::string_view operation, const aws::Json& body,
                             verdict::Caller caller) {
  const auto reply = ask(operation, body);
  const auto answer = aws::parse_json(reply.body).value_or(aws::Json::object());
  script_.add(Line(operation, body).answer(reply.status, answer).caller(caller));
  return answer;
}

inline void Vault::lose(std::string_view operation, const aws::Json& body) {
  const auto reply = ask(operation, body);
  script_.add(Line(operation, body)
                  .answer(reply.status, aws::Json::parse(reply.body))
                  .applied(true)
                  .ended(http::Delivery::End::reset));
}

inline verdict::Evidence Vault::evidence() {
  auto evidence = script_.evidence();
  evidence.ask = [this](std::string_view operation, const aws::Json& input) {
    return ask(operation, input);
  };
  return evidence;
}

/// A token, as long as tokens are.
inline std::string token(int number) {
  return "00000000-0000-4000-8000-" + std::to_string(100'000'000'000 + number);
}

}  // namespace stunt::test
