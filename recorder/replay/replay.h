// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "aws/call.h"
#include "aws/outcome.h"
#include "aws/service_model.h"
#include "recorder/redaction/redactor.h"
#include "recorder/replay/bindings.h"
#include "recorder/replay/near_miss.h"
#include "recorder/replay/options.h"
#include "recorder/replay/tokens.h"
#include "recorder/transcript/canonical.h"
#include "recorder/transcript/reader.h"
#include "world/clock.h"
#include "world/random.h"

namespace stunt::recorder {

/// Answers calls from a transcript. Requests with the same canonical key get the answers of that
/// key in the order in which they were recorded; other keys do not matter, so clients may run side
/// by side. What is not in the transcript is answered with StuntReplayMiss, which no SDK retries.
///
/// A pseudonym stands for the value that a client sends in its place at first; one that nobody
/// sends is filled with a value made from the seed. Thread-safe.
class Replay {
 public:
  /// Reads the transcript; throws as read_transcript() does. `service` and `clock` must outlive
  /// this. `beyond` answers what the options leave to the engine.
  Replay(const ReplayOptions& options, const aws::ServiceModel& service, const world::Clock& clock,
         world::Random random, aws::Handler beyond = nullptr);

  aws::Outcome answer(const aws::Call& call);

 private:
  /// A recorded exchange that has an answer to give.
  struct Recorded {
    const ExchangeLine* line;
    const ExchangeLine::Reply* reply;
    std::vector<Pseudonym> pseudonyms;  ///< the request's
  };
  struct Queue {
    std::vector<Recorded> recorded;
    std::size_t used = 0;
  };
  /// A call as it is compared with the recording.
  struct Request {
    aws::Json body;  ///< canonical_body(), with recorded tokens; null if it is no JSON object
    Canonical canonical;
  };

  Request read(const aws::Call& call);
  aws::Outcome give(const aws::Call& call, const Recorded& recorded);
  http::Reply reply(const aws::Call& call, const ExchangeLine::Reply& recorded);
  aws::Outcome unknown(const aws::Call& call, const aws::Json& body) const;
  aws::Outcome exhausted(const aws::Call& call, std::size_t used) const;
  aws::Outcome miss(const aws::Call& call, std::string message) const;
  Secret secret_of(const Pseudonym& recorded);

  const std::string path_;
  const aws::Handler beyond_;
  const world::Clock& clock_;
  const world::Random random_;
  Transcript transcript_;

  std::mutex mutex_;
  std::unordered_map<std::string, Queue> queues_;                       ///< by canonical key
  std::unordered_map<std::string, std::vector<Candidate>> candidates_;  ///< by operation
  Redactor redactor_;
  Bindings bindings_;
  Tokens tokens_;
};

}  // namespace stunt::recorder
