// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "stunt/answer.h"
#include "stunt/calls.h"

namespace stunt {

/// What a bucket lets through; who finds it empty is throttled.
struct Bucket {
  double rate;                ///< tokens a second, on the scope's clock
  std::uint64_t burst = 1;    ///< how many it holds, and begins with
  std::string per = "scope";  ///< whose calls share one: scope, client, operation, secret
};

/// What goes wrong, and when: a rule of a scenario file, said in C++. It is read as one, so that
/// what is wrong with it is told in the same words; what has no word here is said by Then() and
/// When(). Without a word about it, it acts before the engine is asked, on every call that is
/// meant, and must act at least once.
class Rule {
 public:
  using Duration = std::chrono::microseconds;
  using Install = std::function<void(const Rule&)>;

  explicit Rule(Calls calls) : calls_(std::move(calls)) {}

  /// One that installs itself at the end of the statement it is made in. Copies do not.
  Rule(Calls calls, Install install);
  Rule(const Rule& other);
  Rule& operator=(const Rule&) = delete;
  ~Rule() noexcept(false);

  // Where it acts.
  Rule& BeforeApply() { return phase("before"); }
  Rule& AfterApply() { return phase("after"); }
  Rule& At(const std::string& point) { return phase("at:" + point); }  ///< "version.stored"

  // At which of the calls that are meant.
  Rule& Once() { return Times(1); }
  Rule& Times(std::uint64_t times) { return member("times", std::to_string(times)); }
  Rule& Always();
  Rule& Nth(std::uint64_t n) { return When("nth", std::to_string(n)); }
  Rule& First(std::uint64_t n) { return When("nth", R"({"first":)" + std::to_string(n) + "}"); }
  Rule& Every(std::uint64_t n) { return When("nth", R"({"every":)" + std::to_string(n) + "}"); }
  Rule& Probability(double p);
  Rule& Window(Duration from, Duration to);  ///< of the scope's clock, since it began
  Rule& When(const std::string& condition, const std::string& json);

  // What the client gets.
  Rule& Error(const std::string& code);
  Rule& Error(const std::string& code, const std::string& message);
  Rule& Throttle(const Bucket& bucket);
  Rule& RetryAfter(Duration hint);  ///< beside Error or Throttle
  Rule& Respond(int status, const std::string& json);
  Rule& Do(Handler handler);
  Rule& Delay(Duration delay);
  Rule& Latency(const std::string& json);  ///< {"lognormal": {"median": "5ms", "sigma": 1}}
  Rule& Stale(unsigned versions_back);
  Rule& Stale(Duration lag);
  Rule& Truncate(double fraction);
  Rule& Corrupt(const std::string& body);  ///< "malformedJson", "bitFlip", "garbage", "html"…
  Rule& Reset() { return connection("reset"); }
  Rule& Close() { return connection("close"); }
  Rule& Hang() { return connection("hang"); }
  Rule& Then(const std::string& json);  ///< {"dribble": {"chunks": 20, "over": "4s"}}

  // The rest.
  Rule& Named(const std::string& id);
  Rule& Priority(int priority) { return member("priority", std::to_string(priority)); }
  Rule& MayNotFire() { return member("mustFire", "false"); }

  /// As it stands in a scenario file, in JSON; `id` if it has no name. Throws std::invalid_argument
  /// for what contradicts.
  std::string json(const std::string& id) const;

  const Handler& handler() const { return handler_; }

 private:
  using Members = std::map<std::string, std::string>;  ///< name → JSON

  Rule& phase(const std::string& phase);
  Rule& member(const std::string& name, const std::string& json);
  Rule& then(const std::string& kind, const std::string& json);
  Rule& connection(const std::string& end);

  Calls calls_;
  Members members_, when_, then_;
  std::optional<Duration> retry_after_;
  Handler handler_;
  Install install_;
  int unwinding_ = 0;  ///< exceptions under way when it was made
};

/// A rule for the calls that meet the conditions of all.
template <typename... Conditions>
Rule On(const Conditions&... conditions) {
  return Rule(All(Calls(), conditions...));
}

}  // namespace stunt
