// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "aws/service_model.h"
#include "http/message.h"
#include "recorder/drift/comparison.h"
#include "recorder/drift/known_secrets.h"
#include "recorder/redaction/redactor.h"
#include "recorder/replay/live_secrets.h"
#include "recorder/transcript/exchange_line.h"
#include "world/random.h"

namespace stunt::recorder {

/// A recorded session, played once more against a live service: makes the requests, with ids and
/// secrets of today, and holds the answers against the recorded ones. Sends nothing itself. Not
/// thread-safe.
class LiveSession {
 public:
  /// `service` must outlive this.
  LiveSession(const aws::ServiceModel& service, const DriftRules& rules, KnownSecrets known,
              const world::Random& random);

  /// The request again, without Host and signature; or why a transcript has too little for that.
  tl::expected<http::Request, std::string> request(const ExchangeLine& line);

  /// What is different in the live answer to `request`, which request() made of the line.
  /// `recorded` is what the line's answer is held to be, and when it was given.
  std::vector<Difference> answered(const ExchangeLine& line, const Comparison::Answer& recorded,
                                   const http::Request& request, const http::Reply& reply,
                                   world::Instant at);

  const Comparison& comparison() const { return comparison_; }

 private:
  ExchangeLine::Reply redacted(const http::Request& request, const http::Reply& reply);

  const aws::ServiceModel& service_;
  Comparison comparison_;
  Redactor redactor_;
  LiveSecrets secrets_;
};

}  // namespace stunt::recorder
