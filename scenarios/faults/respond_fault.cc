// SPDX-License-Identifier: MIT
#include "scenarios/faults/respond_fault.h"

#include <array>

#include "aws/ids.h"
#include "aws/json_of.h"
#include "scenarios/faults/answer.h"
#include "scenarios/faults/read_headers.h"

namespace stunt::scenarios {

Trace RespondFault::strike(aws::Outcome& outcome, const Occasion& occasion) const {
  const auto& body = response_.body;
  const bool is_text = body && body->is_string();
  const aws::Stamp stamp{aws::request_id(occasion.random, occasion.call), occasion.clock.now()};
  auto reply = aws::json_reply(response_.status,
                               is_text ? body->get<std::string>()
                               : body  ? body_text(*body)
                                       : std::string(),
                               stamp);
  if (is_text) reply.headers.set("Content-Type", "text/plain");
  for (const auto& [name, value] : response_.headers) reply.headers.set(name, value);
  replace_answer(outcome, std::move(reply));
  return {"respond:" + std::to_string(response_.status)};
}

aws::Json RespondFault::to_json() const {
  aws::Json json = {{"status", response_.status}};
  for (const auto& [name, value] : response_.headers) json["headers"][name] = value;
  if (response_.body) json["body"] = *response_.body;
  return json;
}

std::shared_ptr<const Fault> read_respond_fault(const input::Value& value, const Target&) {
  static constexpr std::array<std::string_view, 3> kNames = {"status", "headers", "body"};
  const auto object = value.object({kNames});
  if (!object) return nullptr;
  Response response;
  if (const auto status = object->require("status")) {
    response.status = static_cast<int>(status->natural(200, 599).value_or(200));
    if ((response.status == 204 || response.status == 304) && object->find("body")) {
      status->wrong("an answer with this status has no body", "leave 'body' out");
    }
  }
  if (const auto headers = object->find("headers")) response.headers = read_headers(*headers);
  if (const auto body = object->find("body")) response.body = aws::json_of(*body);
  return std::make_shared<RespondFault>(std::move(response));
}

}  // namespace stunt::scenarios
