// SPDX-License-Identifier: MIT
//
// How long a replay takes to begin with a long transcript (bench/transcript.py writes one), what it
// keeps of it, and how many calls it answers with so many threads:
//   long_replay FILE [THREADS]
#include <atomic>
#include <chrono>
#include <fstream>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "aws/call.h"
#include "emulator/model/secrets_manager.h"
#include "recorder/replay/replay.h"
#include "world/clock.h"

namespace {

using namespace stunt;

constexpr int kCalls = 20'000;
constexpr int kSecrets = 100'000;

double seconds_since(world::Moment began) {
  return std::chrono::duration<double>(world::SystemClock().ticks() - began).count();
}

/// "VmHWM:    123456 kB": the most memory so far.
std::string most_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return line.substr(6);
  }
  return "?";
}

http::Request read_of(int secret) {
  // Every hundredth is only written.
  auto digits = std::to_string(secret % 100 == 0 ? secret + 1 : secret);
  digits.insert(0, 7 - digits.size(), '0');
  return {"POST",
          "/",
          "",
          {{"X-Amz-Target", "secretsmanager.GetSecretValue"},
           {"Content-Type", "application/x-amz-json-1.1"}},
          R"({"SecretId":"load/secret-)" + digits + "\"}"};
}

/// How many of a thread's calls were answered.
int call(recorder::Replay& replay, int thread, int threads) {
  int answered = 0;
  for (int i = thread; i < kCalls; i += threads) {
    const auto request = read_of(i * 37 % kSecrets);
    const auto call = aws::read_call(request, emulator::secrets_manager());
    if (replay.answer(call).reply->status == 200) ++answered;
  }
  return answered;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "long_replay FILE [THREADS]\n";
    return 2;
  }
  const int threads = argc > 2 ? std::stoi(argv[2]) : 1;
  const world::SystemClock clock;
  auto began = clock.ticks();
  recorder::Replay replay({.from = argv[1], .exhausted = recorder::Exhausted::cycle},
                          emulator::secrets_manager(), clock, world::Random(0));
  std::cout << replay.status().recordings << " recordings after " << seconds_since(began) << " s, "
            << most_memory() << "\n";

  began = clock.ticks();
  std::atomic<int> answered{0};
  std::vector<std::thread> callers;
  for (int t = 0; t < threads; ++t) {
    callers.emplace_back([&, t] { answered += call(replay, t, threads); });
  }
  for (auto& caller : callers) caller.join();
  std::cout << answered << " of " << kCalls << " calls answered, "
            << static_cast<int>(kCalls / seconds_since(began)) << " a second with " << threads
            << " threads, " << most_memory() << "\n";

  const auto miss = read_of(kSecrets);
  began = clock.ticks();
  replay.answer(aws::read_call(miss, emulator::secrets_manager()));
  std::cout << "a miss after " << seconds_since(began) << " s\n";
}
