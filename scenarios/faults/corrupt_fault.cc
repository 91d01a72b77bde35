// SPDX-License-Identifier: MIT
#include "scenarios/faults/corrupt_fault.h"

#include <algorithm>
#include <array>

#include "scenarios/faults/answer.h"
#include "scenarios/faults/corrupt_body.h"
#include "scenarios/faults/read_headers.h"

namespace stunt::scenarios {
namespace {

/// By Corruption::Body.
constexpr std::array<std::string_view, 5> kBodies = {"malformedJson", "emptyBody", "bitFlip",
                                                     "garbage", "html"};

std::string_view name_of(Corruption::Body body) { return kBodies[static_cast<std::size_t>(body)]; }

std::string with_sign(std::int64_t number) {
  return (number > 0 ? "+" : "") + std::to_string(number);
}

}  // namespace

Trace CorruptFault::strike(aws::Outcome& outcome, const Occasion& occasion) const {
  if (!outcome.reply) return {};
  const bool changes_it =
      corruption_.body || corruption_.content_type || !corruption_.dropped_headers.empty();
  if (changes_it) keep_real(outcome);
  auto& reply = *outcome.reply;
  if (corruption_.body) {
    const auto drawn = aws::draw(occasion.random, occasion.call, "corrupt", occasion.rule);
    corrupt_body(reply, *corruption_.body, drawn);
  }
  if (corruption_.content_type) reply.headers.set("Content-Type", *corruption_.content_type);
  for (const auto& name : corruption_.dropped_headers) reply.headers.remove(name);
  // No answer is shorter than nothing.
  const auto least = -static_cast<std::int64_t>(reply.body.size());
  auto& error = outcome.shape.wire.length_error;
  error = std::max(error + corruption_.length_error, least);
  return {action(error)};
}

std::string CorruptFault::action(std::int64_t length_error) const {
  std::string what;
  const auto add = [&what](std::string_view part) {
    what.append(what.empty() ? "corrupt:" : ",").append(part);
  };
  if (corruption_.body) add(name_of(*corruption_.body));
  if (corruption_.length_error != 0) add("contentLength" + with_sign(length_error));
  if (corruption_.content_type) add("contentType");
  if (!corruption_.dropped_headers.empty()) add("dropHeaders");
  return what;
}

aws::Json CorruptFault::to_json() const {
  aws::Json json = aws::Json::object();
  if (corruption_.body) json["body"] = name_of(*corruption_.body);
  if (corruption_.length_error != 0) json["contentLength"] = corruption_.length_error;
  if (corruption_.content_type) json["contentType"] = *corruption_.content_type;
  if (!corruption_.dropped_headers.empty()) json["dropHeaders"] = corruption_.dropped_headers;
  return json;
}

std::shared_ptr<const Fault> read_corrupt_fault(const input::Value& value, const Target&) {
  static constexpr std::array<std::string_view, 4> kNames = {"body", "contentLength", "contentType",
                                                             "dropHeaders"};
  const auto object = value.object({kNames});
  if (!object) return nullptr;
  if (value.entries().empty()) value.wrong("nothing is broken", "write body: malformedJson");
  Corruption corruption;
  if (const auto body = object->find("body")) {
    if (const auto chosen = body->choice({kBodies})) {
      corruption.body = static_cast<Corruption::Body>(*chosen);
    }
  }
  if (const auto length = object->find("contentLength")) {
    constexpr auto kMost = Corruption::kMostLengthError;
    corruption.length_error = length->integer(-kMost, kMost).value_or(1);
    if (corruption.length_error == 0) {
      length->wrong("0 is no lie", "write by how much the length is wrong, such as 17 or -5");
    }
  }
  if (const auto type = object->find("contentType")) {
    corruption.content_type = read_field_value(*type);
  }
  if (const auto names = object->find("dropHeaders")) {
    corruption.dropped_headers = read_header_names(*names);
  }
  return std::make_shared<CorruptFault>(std::move(corruption));
}

}  // namespace stunt::scenarios
