// SPDX-License-Identifier: MIT
#include "scenarios/faults/truncate_fault.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace stunt::scenarios {
namespace {

using End = http::Wire::End;

constexpr std::array<std::string_view, 3> kThen = {"close", "reset", "hang"};
constexpr std::array<End, 3> kEnds = {End::close, End::reset, End::hang};

std::string_view name_of(End end) {
  const auto at = std::find(kEnds.begin(), kEnds.end(), end) - kEnds.begin();
  return kThen[static_cast<std::size_t>(at)];
}

void read_end(const input::Value& value, const Target& target, Cut& cut) {
  const auto chosen = value.choice({kThen});
  if (!chosen) return;
  cut.then = kEnds[*chosen];
  if (target.has("connection")) {
    value.wrong("'connection' says too how the answer ends", "keep one of them");
  }
}

}  // namespace

Trace TruncateFault::strike(aws::Outcome& outcome, const Occasion&) const {
  if (!outcome.reply) return {};
  const auto size = outcome.reply->body.size();
  const auto share =
      static_cast<std::size_t>(std::floor(static_cast<double>(size) * cut_.fraction));
  const auto kept = std::min(size, cut_.bytes ? static_cast<std::size_t>(*cut_.bytes) : share);
  auto& wire = outcome.shape.wire;
  wire.body_bytes = std::min(kept, wire.body_bytes.value_or(kept));
  wire.end = cut_.then.value_or(End::close);
  return {"truncate:" + std::to_string(*wire.body_bytes)};
}

aws::Json TruncateFault::to_json() const {
  aws::Json json;
  if (cut_.bytes) {
    json["bytes"] = *cut_.bytes;
  } else {
    json["fraction"] = cut_.fraction;
  }
  if (cut_.then) json["then"] = name_of(*cut_.then);
  return json;
}

std::shared_ptr<const Fault> read_truncate_fault(const input::Value& value, const Target& target) {
  static constexpr std::array<std::string_view, 3> kNames = {"bytes", "fraction", "then"};
  const auto object = value.object({kNames});
  if (!object) return nullptr;
  Cut cut;
  const auto bytes = object->find("bytes"), fraction = object->find("fraction");
  if (bytes) cut.bytes = bytes->natural(0, Cut::kMostBytes);
  if (fraction) cut.fraction = fraction->number(0, 1).value_or(0);
  if (bytes && fraction) value.wrong("'bytes' and 'fraction' of one body", "keep one of them");
  if (!bytes && !fraction) {
    value.wrong("nothing says how much is sent", "write bytes: 10 or fraction: 0.5");
  }
  if (const auto then = object->find("then")) read_end(*then, target, cut);
  return std::make_shared<TruncateFault>(cut);
}

}  // namespace stunt::scenarios
