// SPDX-License-Identifier: MIT
// The past that lagging readers are told is the past that others saw.
#include <algorithm>
#include <map>
#include <vector>

#include "random_calls.h"
#include "service.h"

namespace stunt::test {
namespace {

using namespace std::chrono_literals;

constexpr int kCalls = 25;
constexpr std::uint64_t kSequences = 40;

/// All that can be read of the secrets that random calls are about. GetSecretValue comes first: it
/// notes the day, which the others tell.
std::string look(Service& service, const aws::Terms& terms = {}) {
  std::string seen;
  for (const auto* name : {"app/db", "app/key", "other"}) {
    for (const auto* operation :
         {"GetSecretValue", "DescribeSecret", "ListSecretVersionIds", "GetResourcePolicy"}) {
      Json body = {{"SecretId", name}};
      if (std::string_view(operation) == "ListSecretVersionIds") body["IncludeDeprecated"] = true;
      seen += service.call_on(terms, operation, body).reply.body + "\n";
    }
  }
  return seen;
}

/// Random calls, and what was there to be seen after each.
struct Recorded {
  explicit Recorded(std::uint64_t seed) : service(seed), calls(seed) {
    service.emulator().keep_history(true);
    for (int call = 0; call < kCalls; ++call) {
      const auto made = calls.next();
      service.clock.advance(made.wait);
      service.call(made.operation, made.body);
      seen[service.clock.now()] = look(service);
    }
  }

  Service service;
  RandomCalls calls;
  std::map<world::Instant, std::string> seen;
};

TEST(RandomHistory, IsWhatWasSeenThen) {
  for (std::uint64_t seed = 1; seed <= kSequences && !testing::Test::HasFailure(); ++seed) {
    Recorded recorded(seed);
    auto& service = recorded.service;
    service.clock.advance(1ms);
    for (const auto& [at, seen] : recorded.seen) {
      EXPECT_EQ(look(service, {.lag = service.clock.now() - at}), seen) << "seed " << seed;
      EXPECT_EQ(look(service, {.lag = service.clock.now() - at - 500us}), seen) << "seed " << seed;
    }
  }
}

/// What can be read of one secret without leaving a trace.
std::string traceless_look(Service& service, const std::string& name) {
  std::string seen;
  for (const auto* operation : {"DescribeSecret", "ListSecretVersionIds", "GetResourcePolicy"}) {
    seen += service.call(operation, {{"SecretId", name}}).reply.body + "\n";
  }
  return seen;
}

struct Shown {
  world::Instant from;
  std::string seen;
};

/// Writes that become visible late are made on one emulator, and at once on another.
class Twins {
 public:
  explicit Twins(std::uint64_t seed) : calls_(seed), dice_(seed, 2), late_(seed), prompt_(seed) {
    late_.emulator().keep_history(true);
    for (const auto* name : {"app/db", "app/key", "other"}) {
      shown_[name] = {{late_.clock.now(), traceless_look(prompt_, name)}};
    }
  }

  void next() {
    auto made = calls_.next();
    if (made.operation == "GetSecretValue") return;  // would note the day
    wait(std::chrono::seconds(dice_.below(4)));
    const world::Duration delay = std::chrono::seconds(dice_.below(10));
    late_.call_on({.visible_after = delay}, made.operation, made.body);
    if (prompt_.call(made.operation, made.body).applied == true) {
      const std::string name = made.body[made.operation == "CreateSecret" ? "Name" : "SecretId"];
      shown_[name].push_back({late_.clock.now() + delay, traceless_look(prompt_, name)});
    }
    expect_newest_that_is_visible();
  }

 private:
  void wait(world::Duration time) {
    late_.clock.advance(time);
    prompt_.clock.advance(time);
  }

  void expect_newest_that_is_visible() {
    for (const auto& [name, shown] : shown_) {
      const auto newest = std::find_if(shown.rbegin(), shown.rend(), [&](const Shown& one) {
        return one.from <= late_.clock.now();
      });
      EXPECT_EQ(traceless_look(late_, name), newest->seen);
    }
  }

  RandomCalls calls_;
  Dice dice_;
  Service late_, prompt_;
  std::map<std::string, std::vector<Shown>> shown_;
};

TEST(RandomHistory, ShowsTheNewestChangeThatIsVisible) {
  for (std::uint64_t seed = 1; seed <= kSequences && !testing::Test::HasFailure(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Twins twins(seed);
    for (int call = 0; call < kCalls; ++call) twins.next();
  }
}

}  // namespace
}  // namespace stunt::test
