// SPDX-License-Identifier: MIT
#include "scenarios/samples.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>

#include "aws/json.h"

namespace stunt::scenarios {
namespace {

using aws::Json;

constexpr std::size_t kMostSamples = 1'000'000;

/// Puts what the lines of a transcript say into samples.
class Collector {
 public:
  explicit Collector(std::string file) : file_(std::move(file)) {}

  /// `whole`: the line ended.
  void line(const std::string& text, bool whole) {
    ++number_;
    const auto json = aws::parse_json(text);
    if (!json || !json->is_object()) {
      if (!whole && number_ > 1) return;
      fail("is no JSON object");
    }
    const auto kind = aws::text_member(*json, "kind");
    if (number_ == 1 && (kind != "header" || aws::text_member(*json, "format") != kFormat)) {
      fail("is no header of a transcript");
    }
    if (kind == "exchange") exchange(*json);
  }

  Samples finish() {
    if (samples_.all.empty()) throw NoSamples(file_ + " has no exchanges to take samples of");
    std::sort(samples_.all.begin(), samples_.all.end());
    for (auto& [operation, times] : samples_.by_operation) std::sort(times.begin(), times.end());
    return std::move(samples_);
  }

 private:
  static constexpr std::string_view kFormat = "stunt.transcript";

  [[noreturn]] void fail(const std::string& what) const {
    throw NoSamples(file_ + ":" + std::to_string(number_) + ": the line " + what);
  }

  world::Duration::rep microseconds(const Json& durations, const char* name) const {
    const auto found = durations.find(name);
    if (found == durations.end()) return 0;
    const auto most = kLongestDelay.count();
    if (!found->is_number_integer()) fail(std::string("has no whole number in 'dur.") + name + "'");
    if (found->is_number_unsigned()) {
      return static_cast<world::Duration::rep>(
          std::min<std::uint64_t>(found->get<std::uint64_t>(), static_cast<std::uint64_t>(most)));
    }
    fail(std::string("has a negative 'dur.") + name + "'");
  }

  void exchange(const Json& line) {
    const auto durations = line.find("dur");
    if (durations == line.end() || !durations->is_object()) fail("has no 'dur'");
    const world::Duration took(microseconds(*durations, "engine") +
                               microseconds(*durations, "injected"));
    if (samples_.all.size() == kMostSamples) {
      fail("is one exchange too many; " + std::to_string(kMostSamples) + " are the most");
    }
    samples_.all.push_back(std::min(took, kLongestDelay));
    const auto operation = aws::text_member(line, "op");
    if (!operation.empty()) {
      samples_.by_operation[std::string(operation)].push_back(samples_.all.back());
    }
  }

  std::string file_;
  std::size_t number_ = 0;
  Samples samples_;
};

}  // namespace

const std::vector<world::Duration>& Samples::of(std::string_view operation) const {
  const auto found = by_operation.find(operation);
  return found == by_operation.end() ? all : found->second;
}

Samples read_samples(const std::filesystem::path& transcript) {
  std::error_code error;
  std::ifstream stream(transcript, std::ios::binary);
  if (!stream || std::filesystem::is_directory(transcript, error)) {
    throw NoSamples("cannot read " + transcript.string() + ": " +
                    std::strerror(stream ? EISDIR : errno));
  }
  Collector collector(transcript.string());
  for (std::string line; std::getline(stream, line);) collector.line(line, !stream.eof());
  return collector.finish();
}

}  // namespace stunt::scenarios
