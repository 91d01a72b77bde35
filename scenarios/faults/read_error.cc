// SPDX-License-Identifier: MIT
#include <array>
#include <string_view>

#include "input/quote.h"
#include "scenarios/faults/error_code.h"
#include "scenarios/faults/error_fault.h"
#include "scenarios/faults/read_headers.h"
#include "scenarios/latency.h"

namespace stunt::scenarios {
namespace {

std::string way_out(std::string_view code) {
  return "write {code: " + input::quote(code) + ", unmodelled: true} to send it all the same";
}

void read_flag(const input::Value& flag, const input::Object& object, ErrorSettings& settings) {
  settings.retry_after_header = flag.boolean().value_or(false);
  if (!settings.retry_after_header) return;
  if (!object.find("retryAfter")) {
    flag.wrong("'retryAfterHeader' without 'retryAfter'", "say how long: retryAfter: 2s");
  } else if (settings.headers.get("Retry-After")) {
    flag.wrong("'headers' says Retry-After too", "keep one of them");
  }
}

ErrorSettings read_object(const input::Value& value, const Target& target) {
  static constexpr std::array<std::string_view, 7> kNames = {
      "code", "message", "status", "headers", "retryAfter", "retryAfterHeader", "unmodelled"};
  ErrorSettings settings;
  const auto object = value.object({kNames});
  if (!object) return settings;
  if (const auto flag = object->find("unmodelled")) {
    settings.unmodelled = flag->boolean().value_or(false);
  }
  if (const auto code = object->require("code")) {
    settings.code = read_code(*code);
    if (!settings.code.empty() && !settings.unmodelled)
      check_code(*code, settings.code, target, way_out(settings.code));
  }
  if (const auto message = object->find("message")) settings.message = message->text();
  if (const auto status = object->find("status")) {
    if (const auto number = status->natural(400, 599)) {
      settings.status = static_cast<int>(*number);
    }
  }
  if (const auto headers = object->find("headers")) settings.headers = read_headers(*headers);
  if (const auto wait = object->find("retryAfter")) {
    settings.retry_after = wait->duration(kLongestDelay);
    if (settings.headers.get(ErrorFault::kRetryAfter)) {
      wait->wrong("'headers' says x-amz-retry-after too", "keep one of them");
    }
  }
  if (const auto flag = object->find("retryAfterHeader")) read_flag(*flag, *object, settings);
  return settings;
}

}  // namespace

std::shared_ptr<const Fault> read_error_fault(const input::Value& value, const Target& target) {
  ErrorSettings settings;
  if (value.kind() == input::Kind::object) {
    settings = read_object(value, target);
  } else {
    settings.code = read_code(value);
    if (!settings.code.empty()) check_code(value, settings.code, target, way_out(settings.code));
  }
  const auto* known = known_error(target.service, settings.code);
  return std::make_shared<ErrorFault>(std::move(settings), known);
}

}  // namespace stunt::scenarios
