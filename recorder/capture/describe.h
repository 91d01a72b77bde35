// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "aws/exchange.h"
#include "aws/service_model.h"
#include "recorder/redaction/redactor.h"
#include "recorder/transcript/exchange_line.h"
#include "recorder/transcript/header.h"
#include "world/clock.h"

namespace stunt::recorder {

/// Tells exchanges as lines of one transcript, without their secrets. What it has redacted before
/// decides which pseudonym a value gets, so exchanges come in the order of the lines. Not
/// thread-safe.
class Describer {
 public:
  /// `started` is what `at` counts from; `service` must outlive this.
  Describer(Header header, const aws::ServiceModel& service, world::Moment started);

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
  ExchangeLine::Reply reply(const aws::Call& call, const Answer& answer);
  void add_times(const aws::Exchange& exchange, ExchangeLine& line) const;
  void add_sender(const aws::Exchange& exchange, ExchangeLine& line);
  void add_answer(const aws::Exchange& exchange, const Answer& sent, const Answer& real,
                  ExchangeLine& line);
  void add_layers(const aws::Exchange& exchange, ExchangeLine& line);

  const Header header_;
  const aws::ServiceModel& service_;
  const world::Moment started_;
  Redactor redactor_;
};

}  // namespace stunt::recorder
