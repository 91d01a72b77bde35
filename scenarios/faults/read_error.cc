// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <string_view>

#include "input/did_you_mean.h"
#include "input/quote.h"
#include "scenarios/faults/error_fault.h"
#include "scenarios/latency.h"

namespace stunt::scenarios {
namespace {

using input::quote;

/// They frame the answer; one that lies here is no error but a broken wire.
constexpr std::array<std::string_view, 3> kFraming = {"Content-Length", "Transfer-Encoding",
                                                      "Connection"};

constexpr std::size_t kMostHeaders = 100;

std::string way_out(std::string_view code) {
  return "write {code: " + quote(code) + ", unmodelled: true} to send it all the same";
}

bool declares(const aws::OperationModel& operation, std::string_view code) {
  return std::find(operation.errors.begin(), operation.errors.end(), code) !=
         operation.errors.end();
}

std::vector<std::string_view> codes_of(const aws::ServiceModel& service) {
  std::vector<std::string_view> codes;
  for (const auto& error : service.errors) codes.push_back(error.code);
  for (const auto& error : aws::common_errors()) codes.push_back(error.code);
  return codes;
}

/// Whether every operation that the rule hits can answer so.
void check_code(const input::Value& value, std::string_view code, const Target& target) {
  if (aws::common_error(code)) return;
  if (!target.service.error(code)) {
    const auto meant = input::did_you_mean(code, codes_of(target.service));
    value.wrong("unknown error code " + quote(code),
                meant ? "did you mean " + quote(*meant) + "? Or " + way_out(code) : way_out(code));
    return;
  }
  const auto& operations = target.operations;
  const auto not_declared = [&](const auto* operation) { return !declares(*operation, code); };
  const auto first = std::find_if(operations.begin(), operations.end(), not_declared);
  if (first == operations.end()) return;
  const auto others = std::count_if(first + 1, operations.end(), not_declared);
  auto message = std::string((*first)->name);
  if (others > 0) message += " and " + std::to_string(others) + " more of the rule's operations";
  message += others > 0 ? " never answer " : " never answers ";
  value.wrong(message + std::string(code), std::string((*first)->name) + " can answer " +
                                               input::list_of((*first)->errors) + "; or " +
                                               way_out(code));
}

bool is_token(std::string_view name) {
  constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           kOthers.find(c) != std::string_view::npos;
  });
}

bool is_field_value(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
  });
}

bool is_framing(std::string_view name) {
  return std::any_of(kFraming.begin(), kFraming.end(),
                     [&](auto framing) { return http::same_name(framing, name); });
}

http::Headers read_headers(const input::Value& value) {
  http::Headers headers;
  const auto entries = value.entries();
  if (entries.size() > kMostHeaders) {
    value.wrong("more than " + std::to_string(kMostHeaders) + " headers", "leave some out");
    return headers;
  }
  for (const auto& [name, at, field] : entries) {
    const auto text = field.text();
    if (!is_token(name)) {
      field.wrong(at, quote(name) + " is not the name of a header",
                  "use letters, digits and hyphens");
    } else if (is_framing(name)) {
      field.wrong(at, quote(name) + " is set by the server", "remove it");
    } else if (text && !is_field_value(*text)) {
      field.wrong("a header cannot have line breaks", "remove them");
    } else if (text) {
      headers.add(std::string(name), std::string(*text));
    }
  }
  return headers;
}

std::string read_code(const input::Value& value) {
  const auto code = value.text();
  if (!code) return {};
  if (code->empty()) value.wrong("the code is empty", "write one such as ThrottlingException");
  return std::string(*code);
}

ErrorSettings read_object(const input::Value& value, const Target& target) {
  static constexpr std::array<std::string_view, 6> kNames = {"code",    "message",    "status",
                                                             "headers", "retryAfter", "unmodelled"};
  static constexpr std::array<std::string_view, 1> kLater = {"retryAfterHeader"};
  ErrorSettings settings;
  const auto object = value.object({kNames, kLater});
  if (!object) return settings;
  if (const auto flag = object->find("unmodelled")) {
    settings.unmodelled = flag->boolean().value_or(false);
  }
  if (const auto code = object->require("code")) {
    settings.code = read_code(*code);
    if (!settings.code.empty() && !settings.unmodelled) check_code(*code, settings.code, target);
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
  return settings;
}

}  // namespace

std::shared_ptr<const Fault> read_error_fault(const input::Value& value, const Target& target) {
  ErrorSettings settings;
  if (value.kind() == input::Kind::object) {
    settings = read_object(value, target);
  } else {
    settings.code = read_code(value);
    if (!settings.code.empty()) check_code(value, settings.code, target);
  }
  const auto* known = target.service.error(settings.code);
  if (!known) known = aws::common_error(settings.code);
  return std::make_shared<ErrorFault>(std::move(settings), known);
}

}  // namespace stunt::scenarios
