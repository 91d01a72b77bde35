// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "aws/json.h"
#include "aws/service_model.h"
#include "http/message.h"
#include "world/clock.h"

namespace stunt::aws {

/// An error as a value: what a call answers instead of its result.
struct Error {
  std::string code;
  std::string message;
  int status = 400;
  bool modelled = true;  ///< the text goes into `Message`; framework errors have it in `message`

  bool operator==(const Error&) const = default;
};

/// The model's error, with its own text or another.
Error make_error(const ErrorModel& model, std::string message);
Error make_error(const ErrorModel& model);

/// What every answer carries besides its body.
struct Stamp {
  std::string request_id;
  world::Instant at;
};

/// An answer as awsJson1_1 has it: x-amzn-RequestId, Content-Type, Date, in the order in which the
/// real service sends them.
http::Reply json_reply(int status, std::string body, const Stamp& stamp);

/// {"__type": code, "Message": text}; without a text just the type.
http::Reply error_reply(const Error& error, const Stamp& stamp);

/// The `__type` of an answer's body without a namespace, or empty.
std::string error_code(const http::Reply& reply);

}  // namespace stunt::aws
