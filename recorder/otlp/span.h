// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "recorder/transcript/exchange_line.h"
#include "recorder/transcript/header.h"
#include "world/clock.h"
#include "world/random.h"

namespace stunt::recorder {

/// Tells exchanges of one recording as spans, in the JSON that OTLP/HTTP takes: head(), spans with
/// commas between them, kSpansTail. A span names no secret, and nothing else that a client sent but
/// its trace. Immutable.
class SpanWriter {
 public:
  /// Of the header count tool, seed and the moment of its creation, which make the ids.
  explicit SpanWriter(const Header& header);

  std::string head() const;

  /// The span of an exchange that arrived at `began`: a child of what the client says in
  /// traceparent, or the root of a trace of its own. Nothing if the client says that it does not
  /// sample.
  std::optional<std::string> span(const ExchangeLine& line, world::Instant began) const;

 private:
  std::string id(std::string_view kind, const ExchangeLine& line) const;

  const std::string tool_, version_;
  const world::Random random_;
  const std::string run_;
};

constexpr const char* kSpansTail = "]}]}]}";

}  // namespace stunt::recorder
