// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "aws/exchange.h"
#include "aws/json.h"
#include "http/client.h"
#include "recorder/otlp/span.h"
#include "world/clock.h"

namespace stunt::harness {

/// Sends a span for each exchange to an OpenTelemetry collector, OTLP/HTTP with JSON. An exchange
/// costs its thread no more than being put into a queue; a collector that does not keep up, or is
/// not there, loses spans and is asked again a second later. Thread-safe.
class Tracing {
 public:
  struct Status {
    std::uint64_t sent = 0;
    std::uint64_t queued = 0;
    std::uint64_t dropped = 0;
    std::string error;  ///< why the last spans were lost; empty while all goes well
  };

  /// Told on another thread when spans begin to be lost: a sentence for people.
  using Failed = std::function<void(const std::string& error)>;

  /// `url` is the collector's, with or without /v1/traces. `machine` is the machine's clock: spans
  /// stand among those of other programs.
  Tracing(const std::string& url, recorder::SpanWriter writer, std::string scope,
          const world::Clock& machine, Failed failed);

  void add(const aws::Exchange& exchange);

  Status status() const;

  /// Sends what waits, and waits for that no longer than `grace`. What comes later is lost.
  void close(world::Duration grace);

 private:
  struct Span {
    recorder::ExchangeLine line;
    world::Instant began;
  };
  using Batch = std::vector<Span>;

  Batch next_batch();
  void send(const Batch& batch);
  void ended(std::size_t spans, const std::string& error);

  const std::string url_;
  const recorder::SpanWriter writer_;
  const std::string scope_;
  const world::Clock& machine_;
  const world::Instant started_;
  const world::Moment started_ticks_;
  const Failed failed_;

  mutable std::mutex mutex_;
  std::condition_variable idle_;
  std::deque<Span> queue_;
  bool busy_ = false;  ///< a batch is under way
  bool closing_ = false;
  world::Moment not_before_{};  ///< the collector rests after it has failed
  std::uint64_t sent_ = 0, dropped_ = 0;
  std::string error_;

  http::Client client_;  ///< the first to go: it ends what is under way
};

/// For /_stunt/v1/health.
aws::Json health_of(const Tracing& tracing);

}  // namespace stunt::harness
