// SPDX-License-Identifier: MIT
#include "recorder/replay/broken_wire.h"

#include <algorithm>
#include <optional>
#include <string>

#include "http/serialize.h"

namespace stunt::recorder {
namespace {

using End = http::Wire::End;
using aws::OutcomeKind;

End end_of(OutcomeKind outcome) {
  if (outcome == OutcomeKind::reset) return End::reset;
  if (outcome == OutcomeKind::closed) return End::close;
  if (outcome == OutcomeKind::timeout) return End::hang;
  return End::usual;
}

/// The head as it was sent. Names and values have the length that they had, unless one of them was
/// redacted.
std::size_t head_size(const ExchangeLine& line) {
  http::Reply reply{line.res->status, {}, {}};
  for (const auto& [name, value] : line.res->headers) reply.headers.add(name, value);
  const auto& sent = line.req.headers;
  const bool close =
      std::find(sent.begin(), sent.end(),
                std::pair<std::string, std::string>("connection", "close")) != sent.end();
  std::string head;
  http::append_head(head, reply, {.close = close}, line.res->body.size);
  return head.size();
}

/// Of the answer, head included; nothing if it was sent whole, or nobody knows.
std::optional<std::uint64_t> bytes_sent(const ExchangeLine& line) {
  for (const auto& fault : line.faults) {
    if (fault.bytes_sent) return fault.bytes_sent;
  }
  return std::nullopt;
}

}  // namespace

const ExchangeLine::Reply* answer_of(const ExchangeLine& line) {
  if (line.res) return &*line.res;
  return line.real ? &*line.real : nullptr;
}

http::Wire wire_of(const ExchangeLine& line, std::size_t body_size) {
  http::Wire wire;
  wire.end = end_of(line.outcome);
  if (!answer_of(line) && wire.end == End::usual) wire.end = End::hang;
  if (wire.end == End::usual) return wire;
  if (!line.res) {
    wire.silent = true;
    return wire;
  }
  const auto sent = bytes_sent(line);
  const auto head = head_size(line);
  if (!sent || *sent >= head + line.res->body.size) return wire;
  const auto body = *sent > head ? *sent - head : 0;
  // Today's body may be shorter, as values in it are others; it has to lack something still.
  wire.body_bytes = std::min<std::size_t>(body, body_size > 0 ? body_size - 1 : 0);
  return wire;
}

}  // namespace stunt::recorder
