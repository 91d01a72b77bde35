// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "aws/call.h"
#include "aws/json.h"
#include "aws/service_model.h"
#include "recorder/redaction/redactor.h"
#include "recorder/replay/bindings.h"
#include "recorder/replay/live_secrets.h"
#include "world/random.h"

namespace stunt::recorder {

/// The secret values of a replay: which of today's stands for which pseudonym of the recording.
/// Neither copied nor moved. Not thread-safe.
class Values {
 public:
  /// `service` must outlive this. `known` may be empty; `rules` are those of the recording.
  Values(const aws::ServiceModel& service, world::Random random, KnownSecret known,
         OwnRules rules = {});
  Values(const Values&) = delete;
  Values& operator=(const Values&) = delete;

  /// The recording has the values themselves, and they are given to the byte, whatever a client
  /// sends in their place.
  void be_clear() { clear_ = true; }
  bool is_clear() const { return clear_; }

  /// Who takes secrets out of requests, those of today and those of a clear recording.
  Redactor& redactor() { return redactor_; }

  /// A request's body with pseudonyms of today.
  aws::Json redacted(const aws::Call& call, const aws::Json& body);

  /// Today's values contradict what they would be bound to.
  bool clash(std::span<const Pseudonym> recorded, std::span<const Pseudonym> live) const;
  void bind(std::span<const Pseudonym> recorded, std::span<const Pseudonym> live);

  /// Recorded JSON with values of today.
  aws::Json filled(const aws::Json& recorded);

  /// The number of the pseudonym that stands for a value in the recording, once it is bound.
  std::optional<std::uint64_t> recorded_number(SecretKind kind, std::string_view value);

  /// What an answer tells may come back in requests.
  void learn_reply(const aws::Call& call, int status, const aws::Json& body);

 private:
  bool clear_ = false;
  Redactor redactor_;
  Bindings bindings_;
  LiveSecrets secrets_;
};

}  // namespace stunt::recorder
