// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stunt::recorder {

/// What a client says in `traceparent` of the span that asks.
struct TraceParent {
  std::string trace_id;  ///< 32 hex digits
  std::string span_id;   ///< 16 hex digits
  bool sampled = false;
};

/// Reads the header as W3C Trace Context has it, also of versions to come. Nothing for any other
/// text.
std::optional<TraceParent> read_traceparent(std::string_view header);

}  // namespace stunt::recorder
