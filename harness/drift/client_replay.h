// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "aws/service_model.h"
#include "harness/drift/answers.h"
#include "harness/drift/lanes.h"
#include "harness/drift/progress.h"
#include "harness/drift/target.h"
#include "http/client.h"
#include "recorder/drift/finding.h"
#include "recorder/drift/live_session.h"
#include "recorder/drift/printer.h"
#include "recorder/transcript/header.h"

namespace stunt::harness {

/// What a transcript is before its requests are sent: known to be whole, and how long.
struct RecordedSession {
  std::filesystem::path path;
  recorder::Header header{};
  std::uint64_t exchanges = 0;
  bool is_timed = false;                ///< arrivals on the machine's clock were recorded
  std::set<std::string> access_keys{};  ///< by which its clients signed
  std::vector<std::string> notes{};
};

/// Reads it to its end. Throws as recorder::stream_transcript() does.
RecordedSession survey(const std::filesystem::path& path);

/// How requests are sent once more.
struct ClientReplayOptions {
  bool compare = false;
  std::optional<double> speed{};  ///< how much faster than recorded; empty: as fast as possible
  Lanes lanes = Lanes::by_secret(1);
  recorder::DriftRules rules{};
  recorder::KnownSecrets secrets{};
  std::uint64_t seed = 0;
  world::Duration timeout = std::chrono::seconds(60);
};

/// Plays the client of a recorded session: sends its requests in their order and tells a printer
/// what came of each, in that order too. Used once.
class ClientReplay {
 public:
  /// All outlive this.
  ClientReplay(const RecordedSession& recording, const ClientReplayOptions& options,
               const aws::ServiceModel& service, const Target& target,
               recorder::DriftPrinter& printer, const world::Clock& clock);

  /// Throws std::runtime_error if nobody listens at the target.
  const recorder::Totals& run();

 private:
  /// A request that was sent and not answered yet.
  struct Flight {
    recorder::ExchangeLine line;
    http::Request request;
  };

  void play(const recorder::ExchangeLine& line);
  void wait_for_turn(const recorder::ExchangeLine& line);
  void take(Answers::Answer answer);
  recorder::Finding judge(const Flight& flight, const http::Reply& reply);
  void settle(std::uint64_t request, recorder::Finding finding);

  const RecordedSession& recording_;
  const ClientReplayOptions& options_;
  const aws::ServiceModel& service_;
  const Target& target_;
  recorder::DriftPrinter& printer_;
  const world::Clock& clock_;

  recorder::LiveSession session_;
  recorder::Totals totals_;
  Lanes lanes_;
  Progress progress_;
  std::optional<world::Duration> first_at_;
  world::Moment started_{};
  bool was_answered_ = false;  ///< anything at all
  std::uint64_t requests_ = 0, settled_ = 0;
  std::map<std::uint64_t, Flight> flights_;              ///< by number of the request
  std::map<std::uint64_t, recorder::Finding> findings_;  ///< that wait for one before them

  Answers answers_;
  http::Client client_;  ///< behind the answers, which it puts until its end
};

}  // namespace stunt::harness
