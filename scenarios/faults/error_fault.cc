// SPDX-License-Identifier: MIT
#include "scenarios/faults/error_fault.h"

#include <chrono>

#include "aws/ids.h"
#include "input/duration.h"
#include "scenarios/faults/answer.h"

namespace stunt::scenarios {
namespace {

/// Of an error that nobody knows: no SDK takes it for the server's fault.
constexpr int kUnknownStatus = 400;

}  // namespace

ErrorFault::ErrorFault(ErrorSettings settings, const aws::ErrorModel* known)
    : settings_(std::move(settings)) {
  error_ = known ? aws::make_error(*known)
                 : aws::Error{settings_.code, "", kUnknownStatus, /*modelled=*/false};
  if (settings_.status) error_.status = *settings_.status;
  if (settings_.message) error_.message = *settings_.message;
}

Trace ErrorFault::strike(aws::Outcome& outcome, const Occasion& occasion) const {
  auto error = error_;
  if (error.message.empty() && !settings_.message) {
    error.message = "Injected by the rule " + occasion.rule + ".";
  }
  auto reply = aws::error_reply(
      error, {aws::request_id(occasion.random, occasion.call), occasion.clock.now()});
  for (const auto& [name, value] : settings_.headers) reply.headers.set(name, value);
  if (settings_.retry_after) {
    const auto ms = std::chrono::ceil<std::chrono::milliseconds>(*settings_.retry_after);
    reply.headers.set(kRetryAfter, std::to_string(ms.count()));
  }
  if (settings_.retry_after && settings_.retry_after_header) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(*settings_.retry_after);
    reply.headers.set("Retry-After", std::to_string(seconds.count()));
  }
  replace_answer(outcome, std::move(reply));
  return {"error:" + error.code};
}

aws::Json ErrorFault::to_json() const {
  aws::Json json = {{"code", settings_.code}};
  if (settings_.message) json["message"] = *settings_.message;
  if (settings_.status) json["status"] = *settings_.status;
  for (const auto& [name, value] : settings_.headers) json["headers"][name] = value;
  if (settings_.retry_after) json["retryAfter"] = input::format_duration(*settings_.retry_after);
  if (settings_.retry_after_header) json["retryAfterHeader"] = true;
  if (settings_.unmodelled) json["unmodelled"] = true;
  return json.size() == 1 ? json["code"] : json;
}

}  // namespace stunt::scenarios
