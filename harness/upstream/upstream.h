// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "aws/outcome.h"
#include "aws/sigv4/key.h"
#include "harness/upstream/address.h"
#include "harness/upstream/complaint.h"
#include "harness/upstream/settings.h"
#include "http/client.h"
#include "world/clock.h"
#include "world/random.h"

namespace stunt::harness {

/// An engine that is somebody else's server: it is asked what comes, and its answer is the answer.
/// A call that waits for it holds no thread. Where it gives none, ours is StuntUpstreamError with
/// the header x-stunt-upstream-error, which tells it from what the upstream itself would say, and
/// with a status that SDKs try again on: 504 if it was late, else 502. Thread-safe.
class Upstream {
 public:
  /// Requests are signed anew if there is a key: for `region`, where nothing else says which. The
  /// clock is the scenario's, and must outlive this; signatures and timeouts go by the machine's.
  /// Throws std::invalid_argument for settings that contradict.
  Upstream(const UpstreamSettings& settings, std::optional<aws::Key> key, std::string region,
           const world::Clock& clock, world::Random random);

  /// Asks at once; the outcome is held until there is an answer.
  aws::Outcome answer(const aws::Call& call);

  /// A line for people.
  std::string description() const;

 private:
  struct Question;

  http::Errand errand(const aws::Call& call) const;
  aws::Outcome told(Question& question);
  aws::Outcome failed(const Question& question, const http::NoAnswer& why) const;

  const UpstreamSettings settings_;
  const Address address_;
  const std::optional<aws::Key> key_;
  const std::string region_;
  const world::Clock& clock_;
  const world::Random random_;
  const world::SystemClock real_;
  Complaint complaint_;
  http::Client client_;
};

}  // namespace stunt::harness
