// SPDX-License-Identifier: MIT
#include "scenarios/faults/dribble_fault.h"

#include <array>

#include "input/duration.h"
#include "scenarios/latency.h"

namespace stunt::scenarios {
namespace {

constexpr world::Duration kNone{0};

std::string us(world::Duration duration) { return std::to_string(duration.count()) + "us"; }

world::Duration read_over(const input::Value& value) {
  const auto over = value.duration(kLongestDelay);
  if (over && *over == kNone) value.wrong("0 is not slow", "write one such as 4s");
  return over.value_or(kNone);
}

/// Pieces need a time, and either goes without a bandwidth.
void check_together(const input::Value& value, const input::Object& object) {
  const auto chunks = object.find("chunks"), over = object.find("over"),
             rate = object.find("bytesPerSecond");
  if (chunks && !over) chunks->wrong("'chunks' without 'over'", "say how long: over: 4s");
  if (over && !chunks) over->wrong("'over' without 'chunks'", "say in how many: chunks: 20");
  if (rate && (chunks || over)) {
    rate->wrong("'bytesPerSecond' beside 'chunks' and 'over'", "keep one of them");
  }
  if (!chunks && !over && !rate && !object.find("headersOver") && value.entries().empty()) {
    value.wrong("nothing is slow", "write {chunks: 20, over: 4s} or bytesPerSecond: 100");
  }
}

}  // namespace

Trace DribbleFault::strike(aws::Outcome& outcome, const Occasion&) const {
  if (!outcome.reply) return {};
  auto& wire = outcome.shape.wire;
  std::string what;
  const auto add = [&what](const std::string& part) {
    what.append(what.empty() ? "dribble:" : ",").append(part);
  };
  if (trickle_.chunks > 0) {
    wire.pieces = trickle_.chunks;
    wire.body_over = trickle_.over;
    add(std::to_string(trickle_.chunks) + "/" + us(trickle_.over));
  }
  if (trickle_.bytes_per_second > 0) {
    wire.bytes_per_second = trickle_.bytes_per_second;
    add(std::to_string(trickle_.bytes_per_second) + "B/s");
  }
  if (trickle_.headers_over > kNone) {
    wire.head_over = trickle_.headers_over;
    add("headers/" + us(trickle_.headers_over));
  }
  return {what};
}

aws::Json DribbleFault::to_json() const {
  aws::Json json = aws::Json::object();
  if (trickle_.chunks > 0) {
    json["chunks"] = trickle_.chunks;
    json["over"] = input::format_duration(trickle_.over);
  }
  if (trickle_.bytes_per_second > 0) json["bytesPerSecond"] = trickle_.bytes_per_second;
  if (trickle_.headers_over > kNone) {
    json["headersOver"] = input::format_duration(trickle_.headers_over);
  }
  return json;
}

std::shared_ptr<const Fault> read_dribble_fault(const input::Value& value, const Target&) {
  static constexpr std::array<std::string_view, 4> kNames = {"chunks", "over", "bytesPerSecond",
                                                             "headersOver"};
  const auto object = value.object({kNames});
  if (!object) return nullptr;
  check_together(value, *object);
  Trickle trickle;
  if (const auto chunks = object->find("chunks")) {
    trickle.chunks = chunks->natural(1, Trickle::kMostChunks).value_or(1);
  }
  if (const auto over = object->find("over")) trickle.over = read_over(*over);
  if (const auto rate = object->find("bytesPerSecond")) {
    trickle.bytes_per_second = rate->natural(1, Trickle::kMostBytesPerSecond).value_or(1);
  }
  if (const auto head = object->find("headersOver")) trickle.headers_over = read_over(*head);
  return std::make_shared<DribbleFault>(trickle);
}

}  // namespace stunt::scenarios
