// SPDX-License-Identifier: MIT
//
// The same seed gives the same transcript, whatever the timing of threads.
#include <atomic>
#include <filesystem>
#include <map>
#include <mutex>
#include <thread>

#include <gtest/gtest.h>
#include <unistd.h>

#include "../support/dice.h"
#include "../support/manual_clock.h"
#include "aws/error.h"
#include "emulator/model/secrets_manager.h"
#include "emulator/secrets_manager.h"
#include "harness/application.h"
#include "recorder/capture/recorder.h"
#include "recorder/transcript/reader.h"
#include "scenarios/director.h"
#include "scenarios/load.h"

namespace stunt::harness {
namespace {

constexpr std::uint64_t kSeeds = 100;
constexpr int kSecrets = 8;
constexpr int kThreads = 8;

constexpr const char* kRules = R"(version: 1
scenario: chance
rules:
  - id: errors
    when: { probability: 0.3 }
    then: { error: ThrottlingException }
  - id: lost
    phase: after
    when: { operation: PutSecretValue, probability: 0.3 }
    then: { error: InternalServiceError }
)";

/// What goes wrong by chance, between the clients and the emulator.
class Chance {
 public:
  virtual ~Chance() = default;
  virtual aws::Handler before(aws::Handler engine) = 0;
};

/// As stunt decides it: by the seed and the call.
class Hashed : public Chance {
 public:
  Hashed(std::uint64_t seed, const world::Clock& clock)
      : director_(scenarios::load_text(kRules, "rules", emulator::secrets_manager()).rules,
                  emulator::secrets_manager(), world::Random(seed), clock, board_) {}
  aws::Handler before(aws::Handler engine) override {
    return director_.inject()(std::move(engine));
  }

 private:
  scenarios::Board board_;
  scenarios::Director director_;
};

/// As it must not be decided: by a stream of numbers that all calls draw from.
class Streamed : public Chance {
 public:
  explicit Streamed(std::uint64_t seed) : stream_(seed, 0) {}
  aws::Handler before(aws::Handler engine) override {
    return [this, engine = std::move(engine)](const aws::Call& call) {
      {
        const std::lock_guard lock(mutex_);
        if (!stream_.percent(30)) return engine(call);
      }
      aws::Outcome outcome;
      outcome.reply =
          aws::error_reply(aws::make_error(*aws::common_error("ThrottlingException")), {});
      return outcome;
    };
  }

 private:
  std::mutex mutex_;
  test::Dice stream_;
};

/// Clients and everything that they meet, in one process and without a socket.
class Session {
 public:
  Session(std::uint64_t seed, std::unique_ptr<Chance> chance, const test::ManualClock& clock)
      : path_(std::filesystem::path(testing::TempDir()) /
              (std::to_string(::getpid()) + ".same_digest.jsonl")),
        service_({}, clock, world::Random(seed)),
        chance_(std::move(chance)),
        application_(emulator::secrets_manager(),
                     chance_->before([this](const auto& call) { return service_.answer(call); }),
                     clock),
        recorder_(
            {.path = path_, .overwrite = true, .header = header(seed)}, emulator::secrets_manager(),
            clock.ticks(), [](bool) {}, [](const auto&) {}) {
    application_.record_to(
        [this](std::unique_ptr<aws::Exchange> exchange) { recorder_.record(std::move(exchange)); });
  }
  ~Session() { std::filesystem::remove(path_); }

  /// The transcript's digest, when so many threads have served the secrets' clients. Each secret
  /// has one thread, and its calls one order.
  std::string digest(int threads) {
    std::vector<std::thread> running;
    for (int thread = 0; thread < threads; ++thread) {
      running.emplace_back([this, thread, threads] {
        for (int step = 0; step < kSteps; ++step) {
          for (int secret = thread; secret < kSecrets; secret += threads) call(step, secret);
        }
      });
    }
    for (auto& thread : running) thread.join();
    EXPECT_TRUE(recorder_.close());
    const auto transcript = recorder::read_transcript(path_);
    EXPECT_EQ(transcript.exchanges.size(), std::size_t{kSteps * kSecrets});
    return transcript.footer->digest;
  }

 private:
  static constexpr int kSteps = 6;

  static recorder::Header header(std::uint64_t seed) {
    recorder::Header header;
    header.tool = "test";
    header.seed = seed;
    header.engine = "emulator";
    header.service = "secretsmanager";
    header.deterministic = true;
    return header;
  }

  void call(int step, int secret) {
    const auto name = "secret/" + std::to_string(secret);
    static constexpr const char* kOperations[kSteps] = {"CreateSecret",   "GetSecretValue",
                                                        "PutSecretValue", "GetSecretValue",
                                                        "DescribeSecret", "DeleteSecret"};
    const std::string operation = kOperations[step];
    aws::Json body = {{operation == "CreateSecret" ? "Name" : "SecretId", name}};
    // Payloads change from run to run and must not matter; how long they are does.
    if (step % 2 == 0 && step < 4) body["SecretString"] = "v" + std::to_string(++payload_);
    http::Request request{"POST", "/", "", {}, body.dump()};
    request.headers.add("X-Amz-Target", "secretsmanager." + operation);
    auto exchange = application_.arrived(std::move(request), {});
    while (exchange->resume()) {
    }
    application_.finished(std::move(exchange));
  }

  const std::filesystem::path path_;
  emulator::SecretsManager service_;
  const std::unique_ptr<Chance> chance_;
  Application application_;
  recorder::Recorder recorder_;
  std::atomic<std::uint64_t> payload_{100'000};
};

const test::ManualClock& clock_that_stands() {
  static const test::ManualClock clock;
  return clock;
}

std::string hashed(std::uint64_t seed, int threads) {
  const auto& clock = clock_that_stands();
  return Session(seed, std::make_unique<Hashed>(seed, clock), clock).digest(threads);
}

std::string streamed(std::uint64_t seed, int threads) {
  return Session(seed, std::make_unique<Streamed>(seed), clock_that_stands()).digest(threads);
}

TEST(SameDigest, OfTheSameRunTwiceAndOfOneThreadAndEight) {
  std::map<std::string, std::uint64_t> seeds;
  for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
    const auto once = hashed(seed, 1);
    ASSERT_EQ(hashed(seed, 1), once) << "seed " << seed;
    ASSERT_EQ(hashed(seed, kThreads), once) << "seed " << seed;
    EXPECT_TRUE(seeds.emplace(once, seed).second) << "seeds " << seed << " and " << seeds[once];
  }
}

// The test above can fail: to be equal, eight threads would have to call in the one order in which
// a single thread does.
TEST(SameDigest, WouldDifferIfChanceWereASharedStream) {
  int different = 0;
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const auto once = streamed(seed, 1);
    ASSERT_EQ(streamed(seed, 1), once) << "seed " << seed;
    different += streamed(seed, kThreads) == once ? 0 : 1;
  }
  EXPECT_GT(different, 0);
}

}  // namespace
}  // namespace stunt::harness
