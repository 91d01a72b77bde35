// SPDX-License-Identifier: MIT
#include "aws/error.h"

#include "world/calendar.h"

namespace stunt::aws {

Error make_error(const ErrorModel& model, std::string message) {
  return {std::string(model.code), std::move(message), model.status, model.modelled};
}

Error make_error(const ErrorModel& model) { return make_error(model, std::string(model.message)); }

http::Reply json_reply(int status, std::string body, const Stamp& stamp) {
  http::Reply reply;
  reply.status = status;
  reply.headers.reserve(4);
  reply.headers.add("x-amzn-RequestId", stamp.request_id);
  reply.headers.add("Content-Type", "application/x-amz-json-1.1");
  reply.headers.add("Date", world::http_date(stamp.at));
  reply.body = std::move(body);
  return reply;
}

http::Reply error_reply(const Error& error, const Stamp& stamp) {
  Json body = {{"__type", error.code}};
  if (!error.message.empty()) body[error.modelled ? "Message" : "message"] = error.message;
  // A message may quote what the client sent, and that may be cut inside a character.
  return json_reply(error.status, body.dump(-1, ' ', false, Json::error_handler_t::replace), stamp);
}

std::string error_code(const http::Reply& reply) {
  if (reply.status < 400) return {};
  const auto body = parse_json(reply.body);
  if (!body) return {};
  const auto type = text_member(*body, "__type");
  return std::string(type.substr(type.find('#') + 1));
}

}  // namespace stunt::aws
