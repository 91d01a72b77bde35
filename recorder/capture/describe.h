// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "aws/exchange.h"
#include "aws/service_model.h"
#include "recorder/capture/redaction.h"
#include "recorder/redaction/redactor.h"
#include "recorder/transcript/exchange_line.h"
#include "recorder/transcript/header.h"
#include "world/clock.h"

namespace stunt::recorder {

/// What the lines before have used up of what no two lines of a transcript share.
struct Before {
  std::uint64_t seq = 0;
  std::uint64_t connection = 0;
  std::uint64_t pseudonym = 0;
  world::Duration at{0};  ///< when the last of them had ended
};

struct DescriberOptions {
  std::string scope = "default";  ///< the world that is told of
  Redaction redaction{};
  Before before{};
};

/// Tells exchanges as lines of one transcript, without their secrets, unless they are to
/// stay. What it has redacted before decides which pseudonym a value gets, so exchanges come
/// in the order of the lines. Not thread-safe.
class Describer {
 public:
  /// `started` is what `at` counts from, on top of what was before; `service` must outlive this.
  /// The header's secrecy is that of the redaction.
  Describer(Header header, const aws::ServiceModel& service, world::Moment started,
            DescriberOptions options = {});

  /// As it is to be written.
  const Header& header() const { return header_; }

  ExchangeLine describe(const aws::Exchange& exchange);

  /// Remembers an exchange's secrets, so that they are found also in what is told before it.
  void learn(const aws::Exchange& exchange);

  Redactor& redactor() { return redactor_; }

 private:
  /// An answer, and its body as JSON if it is an object.
  struct Answer {
    const http::Reply* reply = nullptr;  ///< null: there is none
    std::optional<aws::Json> body;
  };

  Answer learn(const aws::Call& call, const std::optional<http::Reply>& reply);
  ExchangeLine::Request request(const aws::Exchange& exchange);
  std::optional<ExchangeLine::Signed> signature(const aws::Exchange& exchange,
                                                ExchangeLine::Key& key);
  ExchangeLine::Reply reply(const aws::Call& call, const Answer& answer);
  void add_name(const aws::Call& call, ExchangeLine& line);
  void add_times(const aws::Exchange& exchange, ExchangeLine& line) const;
  void add_sender(const aws::Exchange& exchange, ExchangeLine& line);
  void add_answer(const aws::Exchange& exchange, const Answer& sent, const Answer& real,
                  ExchangeLine& line);
  void add_layers(const aws::Exchange& exchange, ExchangeLine& line);

  const Header header_;
  const aws::ServiceModel& service_;
  const world::Moment started_;
  const std::string scope_;
  const Before before_;
  const std::optional<SealKey> seal_;
  Redactor redactor_;
};

}  // namespace stunt::recorder
